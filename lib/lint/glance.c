/* SPDX-License-Identifier: MIT */
/*
 * What rules/forms.h says of their words tells of most lines that they hold no
 * match:
 *
 *     We can meet at noon. Call me or Ann.
 *     ▲                    ▲                a sentence may begin here
 *     ─┬ ─┬─                                … with a capital: no link follows
 *                          ─┬── ─┬          call leads, me follows; but none
 *                                           of the words that tell the rest
 *
 * Where only the last sentence matters, a match that ends before it is
 * forgotten, but one of the first word's.
 */
#include "lint/glance.h"

struct glance {
  struct rules_family family;
  enum lint_where where;
  uint32_t leading; /* roles from this one on lead behind the first word */
};

static const struct lint_promise everything = {UINT64_MAX, UINT64_MAX};

/* What the line told so far. With two patterns,
 *
 *     a  feel free to (call|write) [me]        b  <Capital> and <Capital> $
 *
 * behind each token of a line of which the last sentence matters:
 *
 *               Ann  :  feel  free  to  write  .  Bo  and  Sam
 *     leads      ·   ·   a     ·    ·     ·    ·  ·    ·    ·
 *     capital    b   b   ·     ·    ·     ·    ·  b    b    b
 *     found      ·   ·   ·     a    a     a    ·  ·    ·    ·
 *     held       ·   ·   ·     ·    ·     a    ·  ·    b    b
 *     begun      b   b   b     b    b     b    b  b    b    b
 *
 * The full stop makes it forget a, which did not begin with the line; b is held
 * and has its capital to the end: the line may hold b. */
struct seen {
  bool first;  /* no word was seen */
  bool starts; /* a sentence may begin with the next word */
  /* Patterns, as bits: */
  uint64_t leads;   /* the last word leads */
  uint64_t capital; /* of capitals and links since a sentence began */
  uint64_t found;   /* two words in a row, or a capital, tell of these … */
  uint64_t held;    /* … and a word that they are filed under, of these */
  uint64_t begun;   /* what of these counts wherever it ends */
  uint64_t past;    /* were both found and held when a sentence ended */
};

/* All readings at once. */
static struct rules_role role_of_all(const struct glance *glance,
                                     const struct text_token *token) {
  struct rules_role role = *rules_role_of(&glance->family, token->words[0]);
  for (size_t i = 1; i < text_token_readings(token); i++) {
    const struct rules_role *one =
        rules_role_of(&glance->family, token->words[i]);
    role.leads |= one->leads;
    role.begins |= one->begins;
    role.follows |= one->follows;
    role.links |= one->links;
    role.held |= one->held;
  }
  return role;
}

/* Whether the next word matters whatever it is: a match that began may go on
 * with it, or a sentence begin. */
static inline bool is_waiting(const struct seen *seen) {
  return seen->starts || (seen->leads | seen->capital) != 0;
}

/* Whether a token matters where nothing waits for it: as a word that begins a
 * match, as the end of a sentence, or since it has several readings. */
static inline bool matters(const struct glance *glance,
                           const struct text_token *token) {
  bool any = glance->family.role_of[token->words[0]] >= glance->leading;
  any |= text_token_is_ambiguous(token);
  any |= token->kind == TEXT_PLACEHOLDER;
  any |= rules_mark_ends_sentence(token->mark);
  return any;
}

/* Passes over tokens that do not matter where nothing waits for them: they are
 * but held. Returns the number of the first other one. */
static size_t pass_over(const struct glance *glance, struct seen *seen,
                        const struct text_token *line, size_t from,
                        size_t count) {
  size_t i = from;
  uint64_t held = 0;
  for (; i < count && !matters(glance, &line[i]); i++) {
    held |= rules_role_of(&glance->family, line[i].words[0])->held;
  }
  seen->held |= held;
  return i;
}

/* `joined`: the word is but a part of a written one. */
static inline void see_word(const struct glance *glance, struct seen *seen,
                            const struct text_token *token, bool joined) {
  const struct rules_form *form = glance->family.form;
  struct rules_role role = role_of_all(glance, token);
  bool is_capital = (token->flags & TEXT_CAPITALISED) != 0;
  uint64_t capital = rules_form_all_if(is_capital);
  uint64_t begins =
      rules_form_all_if(seen->first || glance->where != LINT_AT_START);
  uint64_t starts = rules_form_all_if(seen->starts);
  uint64_t named = capital & form->named;
  uint64_t links = role.links | named;
  uint64_t leads = begins & (role.leads | (role.begins & starts));
  seen->held |= role.held;
  seen->found |= (seen->leads & (role.follows | named)) |
                 (leads & form->unfollowed) |
                 (seen->capital & links & form->loose);
  seen->leads = leads;
  seen->capital &= rules_form_all_if(joined) | links;
  seen->capital |= capital & form->capital & starts;
  seen->begun |= rules_form_all_if(seen->first) & (leads | seen->capital);
  seen->starts = false;
  seen->first = false;
}

enum { ELLIPSIS = 0x2026 };

static bool is_end_mark(const struct text_token *token) {
  return token->kind == TEXT_PUNCTUATION &&
         rules_mark_ends_sentence(token->mark);
}

/* The patterns that may match in what was seen. */
static inline uint64_t told_by(const struct seen *seen) {
  return (seen->found | seen->leads | seen->capital) & seen->held;
}

/* What ends in the sentence that ends here does not count. */
static void end_sentence(const struct glance *glance, struct seen *seen) {
  uint64_t kept = seen->begun | glance->family.form->crosses;
  seen->past |= told_by(seen);
  seen->found = (seen->found & kept) | glance->family.form->unled;
  seen->held = (seen->held & kept) | glance->family.form->unheld;
  seen->leads &= kept;
  seen->capital &= kept;
}

static void see_mark(const struct glance *glance, struct seen *seen,
                     const struct text_token *mark, bool last) {
  bool ends = is_end_mark(mark);
  bool starts = ends && glance->where != LINT_AT_START;
  seen->found |=
      seen->leads |
      (seen->capital & (ends ? UINT64_MAX : glance->family.form->loose));
  if (ends && !last && !seen->starts && glance->where == LINT_AT_ENDS &&
      mark->mark != ELLIPSIS && mark[1].kind <= TEXT_PLACEHOLDER &&
      (mark[1].flags & TEXT_BLANK_BEFORE) != 0) {
    end_sentence(glance, seen);
  }
  seen->starts |= starts;
}

/* The patterns of whose first words nothing is known, but that begin with the
 * line: those filed under words that are not farther away than they reach. */
static uint64_t unled_at_start(const struct glance *glance,
                               const struct text_token *line, size_t count) {
  uint64_t held = 0;
  for (size_t i = 0; i < count; i++) {
    if (line[i].written - line[0].written >= glance->family.form->reach) {
      break;
    }
    for (size_t k = 0; k < text_token_readings(&line[i]); k++) {
      held |= rules_role_of(&glance->family, line[i].words[k])->held;
    }
  }
  return held & glance->family.form->unled;
}

static struct lint_promise look(const struct glance *glance,
                                const struct text_token *line, size_t count) {
  const struct rules_form *form = glance->family.form;
  bool at_start = glance->where == LINT_AT_START;
  uint64_t unled = at_start ? unled_at_start(glance, line, count) : form->unled;
  struct seen seen = {
      .first = true,
      .starts = true,
      .found = unled,
      .held = form->unheld | (at_start ? unled : 0),
      .begun = glance->where == LINT_AT_ENDS ? form->unled : UINT64_MAX,
  };
  /* A mark that ends the line adds nothing. */
  count -= count > 0 && line[count - 1].kind > TEXT_PLACEHOLDER;
  for (size_t i = 0; i < count; i++) {
    const struct text_token *token = &line[i];
    if (token->kind > TEXT_PLACEHOLDER) {
      see_mark(glance, &seen, token, i + 1 == count);
    } else if (token->kind == TEXT_PLACEHOLDER) {
      return everything; /* anything may stand there */
    } else {
      see_word(glance, &seen, token,
               i > 0 && token[-1].written == token->written);
    }
    if (is_waiting(&seen)) {
      continue;
    }
    if (at_start && (seen.found & ~seen.held) == 0) {
      break; /* what was begun is over, and held if it was found */
    }
    i = pass_over(glance, &seen, line, i + 1, count) - 1;
  }
  uint64_t counting = told_by(&seen);
  return (struct lint_promise){counting, counting | seen.past};
}

struct lint_promise lint_glance(const struct courtesy_ruleset *ruleset,
                                enum rules_form_family family,
                                const struct text_token *line, size_t count,
                                enum lint_where where) {
  struct rules_family patterns = rules_family_of(&ruleset->forms, family);
  bool at_start = where == LINT_AT_START || patterns.form->first;
  struct glance glance = {
      .family = patterns,
      .where = at_start ? LINT_AT_START : where,
      .leading = at_start ? UINT32_MAX : patterns.form->leading,
  };
  return look(&glance, line, count);
}

/* SPDX-License-Identifier: MIT */
/*
 * A line seen as words of ASCII letters and digits. What rules/forms.h says of
 * them tells of most lines that they hold no match:
 *
 *     We can meet at noon. Call me or Ann.
 *     ▲                    ▲                a sentence may begin here
 *     ─┬ ─┬─                                … with a capital: no link follows
 *                          ─┬── ─┬          call leads, me follows; but none
 *                                           of the words that tell the rest
 *
 * Where only the last sentence matters, a match that ends before it is
 * forgotten, but one of the first word's.
 *
 * What the tokenizer may see otherwise is a doubt, and looked at: what is no
 * ASCII, a long word, one with a mark that may belong to it.
 */
#include "lint/glance.h"

#include "lint/doubt.h"
#include "text/byte_class.h"
#include "text/contraction.h"
#include "text/peek.h"
#include "text/vocabulary.h"

struct glance {
  const struct text_vocabulary_tables *words;
  const struct text_word_set *abbreviations;
  const uint32_t *role_of;
  const struct rules_role *roles;
  const struct rules_form *form;
  const char *bytes;
  uint32_t size; /* of the whole text */
  uint32_t end;  /* of the line */
  enum lint_where where;
};

/* What the line told so far. */
struct seen {
  uint32_t at;
  bool done;   /* the rest need not be looked at */
  bool first;  /* no word was seen */
  bool starts; /* a sentence may begin with the next word */
  bool glued;  /* a mark stands right before the next word */
  /* Patterns, as bits: */
  uint64_t leads;   /* the last word leads */
  uint64_t capital; /* of capitals and links since a sentence began */
  uint64_t found;   /* two words in a row, or a capital, tell of these … */
  uint64_t held;    /* … and a word that they are filed under, of these */
  uint64_t begun;   /* what of these counts wherever it ends */
};

static inline unsigned class_at(const struct glance *glance, uint32_t at) {
  return at < glance->end ? text_byte_classes[(unsigned char)glance->bytes[at]]
                          : TEXT_BYTE_BLANK;
}

static inline bool is_word_at(const struct glance *glance, uint32_t at) {
  return (class_at(glance, at) & TEXT_BYTE_WORD) != 0;
}

static inline bool is_joined(const struct glance *glance, uint32_t end,
                             char mark) {
  return lint_is_joined(glance->bytes, glance->end, end, mark);
}

static bool is_doubtful(const struct glance *glance, uint32_t end) {
  return lint_is_doubtful(glance->bytes, glance->end, end) ||
         is_joined(glance, end, '&');
}

/* Anything may be there. */
static inline void doubt(struct seen *seen) {
  seen->found = seen->held = UINT64_MAX;
  seen->done = true;
}

/* A word behind a mark may be part of a smiley, with which sentences do not
 * begin, or of a name with a hyphen. */
static inline void see_role(const struct glance *glance, struct seen *seen,
                            const struct rules_role *role, bool is_capital) {
  const struct rules_form *form = glance->form;
  bool begins = seen->first || glance->where != LINT_AT_START;
  uint64_t starts = seen->starts ? UINT64_MAX : 0;
  uint64_t named = is_capital ? form->named : 0;
  uint64_t links = role->links | named;
  uint64_t leads = begins ? role->leads | (role->begins & starts) : 0;
  seen->held |= role->held;
  seen->found |= (seen->leads & (role->follows | named)) |
                 (leads & form->unfollowed) |
                 (seen->capital & links & form->loose);
  seen->leads = leads;
  seen->capital &= seen->glued ? UINT64_MAX : links;
  seen->capital |= is_capital ? form->capital & starts : 0;
  seen->begun |= seen->first ? leads | seen->capital : 0;
  seen->starts &= seen->glued;
  seen->first &= seen->glued;
  seen->glued = false;
  seen->done = (seen->found & seen->held & seen->begun & ~form->names) != 0 ||
               (glance->where == LINT_AT_START && !seen->first &&
                (seen->found | seen->leads | seen->capital) == 0);
}

static void add_role(struct rules_role *to, const struct glance *glance,
                     uint32_t word) {
  const struct rules_role *from = &glance->roles[glance->role_of[word]];
  to->leads |= from->leads;
  to->begins |= from->begins;
  to->follows |= from->follows;
  to->links |= from->links;
  to->held |= from->held;
}

/* All readings of a part at once. */
static struct rules_role role_of_part(
    const struct glance *glance, const char *folded,
    const struct text_contraction *contraction, size_t part) {
  struct rules_role role = {0};
  uint32_t words[TEXT_READINGS];
  size_t count =
      text_contraction_words(glance->words, folded, contraction, part, words);
  for (size_t i = 0; i < count; i++) {
    add_role(&role, glance, words[i]);
  }
  return role;
}

/* The words that a contraction stands for, one behind the other. */
static void see_parts(const struct glance *glance, struct seen *seen,
                      const char *folded,
                      const struct text_contraction *contraction,
                      bool is_capital) {
  for (size_t i = 0; i < contraction->count; i++) {
    struct rules_role role = role_of_part(glance, folded, contraction, i);
    see_role(glance, seen, &role, is_capital && i == 0);
    seen->glued = true;
  }
  seen->glued = false;
}

/* A word that is long, or has an apostrophe inside, or has lost one. */
static struct seen see_other_word(const struct glance *glance, struct seen seen,
                                  bool is_capital) {
  enum { LONGEST = 32 };
  char folded[LONGEST];
  size_t size = 0;
  bool plain = true;
  while (size < LONGEST &&
         (is_word_at(glance, seen.at) || is_joined(glance, seen.at, '\''))) {
    plain &= glance->bytes[seen.at] != '\'';
    folded[size++] = text_byte_lower(glance->bytes[seen.at++]);
  }
  struct text_contraction contraction;
  if (size == LONGEST || is_doubtful(glance, seen.at)) {
    doubt(&seen);
  } else if (text_contraction_split(folded, size, &contraction)) {
    see_parts(glance, &seen, folded, &contraction, is_capital);
  } else if (plain) {
    struct rules_role role = {0};
    add_role(&role, glance,
             text_vocabulary_find_folded(glance->words, folded, size));
    see_role(glance, &seen, &role, is_capital);
  } else {
    doubt(&seen);
  }
  return seen;
}

static inline void see_mark(const struct glance *glance, struct seen *seen) {
  char byte = glance->bytes[seen->at++];
  bool ends = byte == '.' || byte == '!' || byte == '?';
  seen->glued = true;
  seen->starts |= ends && glance->where != LINT_AT_START;
  seen->found |=
      seen->leads | (seen->capital & (ends ? UINT64_MAX : glance->form->loose));
  if ((byte & 0x80) != 0) {
    doubt(seen);
  }
}

/* Whether the mark at `end`, behind a word, surely ends a sentence: the
 * tokenizer takes both for what they are, and another word comes next. */
static bool ends_sentence(const struct glance *glance, uint32_t start,
                          uint32_t word, uint32_t end) {
  uint32_t next = end + 1;
  while (next < glance->end && glance->bytes[next] == ' ') {
    next++;
  }
  return glance->bytes[end] != ',' && next > end + 1 &&
         is_word_at(glance, next) && end > start + 1 &&
         text_byte_is(glance->bytes[end - 1], TEXT_BYTE_LETTER) &&
         !text_word_set_has(glance->abbreviations, word);
}

/* What ends in the sentence that the mark here ends does not count. */
static inline void end_sentence(const struct glance *glance,
                                struct seen *seen) {
  see_mark(glance, seen);
  uint64_t kept = seen->begun | glance->form->crosses;
  seen->found = (seen->found & kept) | glance->form->unled;
  seen->held = (seen->held & kept) | glance->form->unheld;
  seen->leads &= kept;
  seen->capital &= kept;
}

static inline void see_word(const struct glance *glance, struct seen *seen) {
  struct text_peek peek;
  text_peek_within(glance->bytes, glance->size, seen->at, &peek);
  uint32_t start = seen->at;
  uint32_t end = start + peek.size;
  bool is_capital = (peek.upper & 1) != 0;
  unsigned next = class_at(glance, end);
  bool plain = peek.size < TEXT_PEEK_SIZE && end <= glance->end &&
               ((next & TEXT_BYTE_JOINER) == 0 ||
                !(is_doubtful(glance, end) || is_joined(glance, end, '\'')));
  uint32_t word =
      plain ? text_vocabulary_find_key(glance->words, peek.key) : TEXT_NO_WORD;
  if (!plain || text_word_is_bare_contraction(word)) {
    *seen = see_other_word(glance, *seen, is_capital);
    return;
  }
  bool ends = (next & TEXT_BYTE_MARK) != 0 && !seen->glued &&
              ends_sentence(glance, start, word, end);
  uint32_t role = glance->role_of[word];
  uint32_t begins =
      seen->starts ? glance->form->beginning : glance->form->leading;
  if (role < begins && (seen->leads | seen->capital) == 0 && !is_capital &&
      !seen->first && !seen->glued) {
    seen->held |= glance->roles[role].held; /* nothing waits for it */
    seen->starts = false;
  } else {
    see_role(glance, seen, &glance->roles[role], is_capital);
  }
  seen->at = end + ((next & TEXT_BYTE_BLANK) != 0 ? 1 : 0);
  if (ends && glance->where == LINT_AT_ENDS) {
    end_sentence(glance, seen);
  }
}

static uint64_t look(const struct glance *glance, uint32_t start) {
  struct seen seen = {
      .at = start,
      .first = true,
      .starts = true,
      .found = glance->form->unled,
      .held = glance->form->unheld,
      .begun = glance->where == LINT_AT_ENDS ? 0 : UINT64_MAX,
  };
  while (seen.at < glance->end && !seen.done) {
    unsigned class = class_at(glance, seen.at);
    if ((class & TEXT_BYTE_WORD) != 0) {
      see_word(glance, &seen);
    } else if ((class & TEXT_BYTE_BLANK) != 0) {
      seen.glued = false;
      seen.at++;
    } else {
      see_mark(glance, &seen);
    }
  }
  return (seen.found | seen.leads | seen.capital) & seen.held;
}

uint64_t lint_glance(const struct courtesy_ruleset *ruleset,
                     enum rules_form_family family,
                     const struct text_source *source, uint32_t start,
                     uint32_t end, enum lint_where where) {
  const struct rules_form *form = &ruleset->forms.families[family];
  struct glance glance = {
      .words = text_vocabulary_tables(ruleset->vocabulary),
      .abbreviations = &ruleset->lexicon.abbreviations,
      .role_of = ruleset->forms.role_of[family],
      .roles = ruleset->forms.roles,
      .form = form,
      .bytes = source->bytes,
      .size = source->size,
      .end = end,
      .where = form->first ? LINT_AT_START : where,
  };
  return form->open ? UINT64_MAX : look(&glance, start);
}

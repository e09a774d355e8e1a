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
 * What the tokenizer may see otherwise is a doubt, and looked at: what is no
 * ASCII, a long word, one with a mark that may belong to it.
 */
#include "lint/glance.h"

#include "text/byte_class.h"
#include "text/peek.h"
#include "text/vocabulary.h"

#include <string.h>

enum answer { NOT_YET = 0, MAYBE, NEVER };

struct glance {
  const struct text_vocabulary_tables *words;
  const uint32_t *role_of;
  const struct rules_role *roles;
  const struct rules_form *form;
  const char *bytes;
  uint32_t size; /* of the whole text */
  uint32_t at;
  uint32_t end;
  enum answer answer;
  bool starts; /* a sentence may begin with the next word */
  bool first;  /* matches begin with the first word only */
  bool glued;  /* a mark stands right before the next word */
  /* Patterns, as bits: */
  uint64_t leads;   /* the last word leads */
  uint64_t capital; /* of capitals and links since a sentence began */
  uint64_t found;   /* two words in a row, or a capital, tell of these … */
  uint64_t held;    /* … and a word that they are filed under, of these */
};

static unsigned class_at(const struct glance *glance, uint32_t at) {
  return at < glance->end ? text_byte_classes[(unsigned char)glance->bytes[at]]
                          : TEXT_BYTE_BLANK;
}

/* Whether the word that ends at `end` goes on behind this mark. */
static bool is_joined(const struct glance *glance, uint32_t end, char mark) {
  return end < glance->end && glance->bytes[end] == mark &&
         (class_at(glance, end + 1) & TEXT_BYTE_WORD) != 0;
}

/* Whether it may be no more than a part of what the tokenizer sees. */
static bool is_doubtful(const struct glance *glance, uint32_t end) {
  return (class_at(glance, end) & TEXT_BYTE_HIGH) != 0 ||
         is_joined(glance, end, '&') || is_joined(glance, end, '`');
}

static void decide(struct glance *glance) {
  if ((glance->found & glance->held) != 0) {
    glance->answer = MAYBE;
  } else if (glance->first && !glance->starts &&
             (glance->found | glance->leads | glance->capital) == 0) {
    glance->answer = NEVER;
  }
}

/* A word behind a mark may be part of a smiley, with which sentences do not
 * begin, or of a name with a hyphen. */
static void see_role(struct glance *glance, const struct rules_role *role,
                     bool is_capital) {
  const struct rules_form *form = glance->form;
  uint64_t follows = role->follows | (is_capital ? form->named : 0);
  uint64_t links = role->links | (is_capital ? form->named : 0);
  uint64_t leads = (glance->starts ? role->begins : 0) |
                   (glance->starts || !glance->first ? role->leads : 0);
  glance->held |= role->held;
  glance->found |= (glance->leads & follows) | (leads & form->unfollowed) |
                   (glance->capital & links & form->loose);
  glance->leads = leads;
  glance->capital &= glance->glued ? UINT64_MAX : links;
  glance->capital |= glance->starts && is_capital ? form->capital : 0;
  glance->starts &= glance->glued;
  glance->glued = false;
  decide(glance);
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
    const struct glance *glance, const char *folded, size_t stem,
    const struct text_contraction_part *part) {
  struct rules_role role = {0};
  if (part->readings == NULL) {
    add_role(&role, glance,
             text_vocabulary_find_folded(glance->words, folded, stem));
    return role;
  }
  for (size_t i = 0; part->readings[i] != NULL; i++) {
    const char *reading = part->readings[i];
    add_role(
        &role, glance,
        text_vocabulary_find_folded(glance->words, reading, strlen(reading)));
  }
  if (part->possessive) {
    add_role(&role, glance, TEXT_POSSESSIVE);
  }
  return role;
}

/* The words that a contraction stands for, one behind the other. */
static void see_parts(struct glance *glance, const char *folded,
                      const struct text_contraction *contraction,
                      bool is_capital) {
  for (size_t i = 0; i < contraction->count && glance->answer == NOT_YET; i++) {
    struct rules_role role =
        role_of_part(glance, folded, contraction->stem, &contraction->parts[i]);
    see_role(glance, &role, is_capital && i == 0);
    glance->glued = true;
  }
  glance->glued = false;
}

/* A word with an apostrophe between letters. */
static void see_contraction(struct glance *glance, bool is_capital) {
  enum { LONGEST = 24 };
  char folded[LONGEST];
  uint32_t end = glance->at;
  size_t size = 0;
  while (size < LONGEST && end < glance->end &&
         (text_byte_is(glance->bytes[end], TEXT_BYTE_WORD) ||
          glance->bytes[end] == '\'')) {
    folded[size++] = text_byte_lower(glance->bytes[end++]);
  }
  while (size > 0 && folded[size - 1] == '\'') {
    size--;
    end--;
  }
  struct text_contraction contraction;
  if (size == LONGEST || is_doubtful(glance, end) ||
      !text_contraction_split(folded, size, &contraction)) {
    glance->answer = MAYBE;
    return;
  }
  see_parts(glance, folded, &contraction, is_capital);
  glance->at = end;
}

/* Looks at sixteen bytes, at the text's end through a copy. */
static void peek_at(const struct glance *glance, struct text_peek *peek) {
  const char *bytes = glance->bytes + glance->at;
  char copy[TEXT_PEEK_SIZE] = {0};
  uint32_t left = glance->size - glance->at;
  if (left < TEXT_PEEK_SIZE) {
    memcpy(copy, bytes, left);
    bytes = copy;
  }
  text_peek(bytes, peek);
}

static void see_word(struct glance *glance) {
  struct text_peek peek;
  peek_at(glance, &peek);
  uint32_t end = glance->at + peek.size;
  if (peek.size == TEXT_PEEK_SIZE || end > glance->end ||
      is_doubtful(glance, end)) {
    glance->answer = MAYBE;
    return;
  }
  bool is_capital = (peek.upper & 1) != 0;
  if (is_joined(glance, end, '\'')) {
    see_contraction(glance, is_capital);
    return;
  }
  uint32_t word = text_vocabulary_find_key(glance->words, peek.key);
  if (text_word_is_bare_contraction(word)) {
    glance->answer = MAYBE;
    return;
  }
  see_role(glance, &glance->roles[glance->role_of[word]], is_capital);
  glance->at = end;
}

static void see_mark(struct glance *glance, unsigned class) {
  char byte = glance->bytes[glance->at++];
  if ((class & TEXT_BYTE_BLANK) != 0) {
    glance->glued = false;
    return;
  }
  bool ends = byte == '.' || byte == '!' || byte == '?';
  glance->glued = true;
  glance->starts |= ends && !glance->first;
  glance->found |= glance->leads | (glance->capital &
                                    (ends ? UINT64_MAX : glance->form->loose));
  if ((class & TEXT_BYTE_HIGH) != 0 || (glance->found & glance->held) != 0) {
    glance->answer = MAYBE;
  }
}

bool lint_glance(const struct courtesy_ruleset *ruleset,
                 enum rules_form_family family,
                 const struct text_source *source, uint32_t start, uint32_t end,
                 enum lint_where where) {
  const struct rules_form *form = &ruleset->forms.families[family];
  struct glance glance = {
      .words = text_vocabulary_tables(ruleset->vocabulary),
      .role_of = ruleset->forms.role_of[family],
      .roles = ruleset->forms.roles,
      .form = form,
      .bytes = source->bytes,
      .size = source->size,
      .at = start,
      .end = end,
      .starts = true,
      .first = form->first || where == LINT_AT_START,
      .found = form->unled,
      .held = form->unheld,
  };
  if (form->open != 0) {
    return true;
  }
  while (glance.at < end && glance.answer == NOT_YET) {
    unsigned class = class_at(&glance, glance.at);
    if ((class & TEXT_BYTE_WORD) != 0) {
      see_word(&glance);
    } else {
      see_mark(&glance, class);
    }
  }
  glance.found |= glance.leads | glance.capital;
  return glance.answer == MAYBE ||
         (glance.answer == NOT_YET && (glance.found & glance.held) != 0);
}

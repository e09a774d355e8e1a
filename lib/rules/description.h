/* SPDX-License-Identifier: MIT */
/*
 * What rule files say, with places, before anything is resolved or compiled.
 * A later file may change a description; so may a profile.
 *
 *     files ──read──> descriptions ──overlay──> descriptions ──compile──>
 *                                                              the ruleset
 */
#ifndef COURTESY_RULES_DESCRIPTION_H
#define COURTESY_RULES_DESCRIPTION_H

#include "data/node.h"
#include "rules/report.h"
#include "rules/ruleset.h"

/* A text and where it stands. */
struct rules_text {
  const char *text; /* NULL when not given */
  struct rules_spot place;
};

/* One line of `find`, `regex`, `except`, a list, …, or one sentence of `bad`
 * or `good`. */
struct rules_line {
  const char *text; /* as written: of a sentence with its [[ ]] */
  struct rules_spot place;
  const struct data_node *node;     /* a quoted text, for places inside it; NULL
                                   in a block, where columns just count */
  struct courtesy_example *example; /* of a sentence, else NULL */
  struct rules_line *next;
};

struct rules_lines {
  struct rules_line *first;
  struct rules_line *last;
  size_t count;
  bool lacks; /* example sentences: some could not be read, which was told */
};

/* Names, such as marker ids. */
struct rules_words {
  struct rules_text *items;
  size_t count;
};

/* `find:` sets, `find+:` adds, `find-:` takes away. */
enum rules_how { RULES_SET = 0, RULES_PLUS, RULES_MINUS, RULES_HOWS };

enum { RULES_ROLES = COURTESY_PHRASE_EXCEPT_HERE + 1 };

/* Sentences by courtesy_example.bad. */
enum { RULES_GOOD = 0, RULES_BAD, RULES_SIDES };

/* The keys of an entry; bits 1 << key of rules_description.given. */
enum rules_key {
  RULES_KEY_SEVERITY = 0,
  RULES_KEY_MESSAGE,
  RULES_KEY_WHY,
  RULES_KEY_INSTEAD,
  RULES_KEY_GROUP,
  RULES_KEY_FIND,
  RULES_KEY_REGEX,
  RULES_KEY_WORDS,
  RULES_KEY_EXCEPT,
  RULES_KEY_EXCEPT_HERE,
  RULES_KEY_MISSING,
  RULES_KEY_AT,
  RULES_KEY_EACH,
  RULES_KEY_WITHOUT,
  RULES_KEY_WITHIN,
  RULES_KEY_AT_LEAST,
  RULES_KEY_SHARE,
  RULES_KEY_WHEN,
  RULES_KEY_UNLESS,
  RULES_KEY_IN,
  RULES_KEY_QUOTED,
  RULES_KEY_REPLACE,
  RULES_KEY_REPLACE_AT,
  RULES_KEY_SAFE,
  RULES_KEY_WEIGHT,
  RULES_KEY_SUPPRESSIBLE,
  RULES_KEY_SHOWN,
  RULES_KEY_REPLACES,
  RULES_KEY_BAD,
  RULES_KEY_GOOD,
  RULES_KEY_FOUND,
  RULES_KEY_NOT_FOUND,
  RULES_KEYS,
};

_Static_assert(RULES_KEYS <= 32, "keys are bits of an uint32_t");

/* A rule, marker or signal, or a change to one. */
struct rules_description {
  enum courtesy_rule_class rule_class;
  const char *id;
  const char *group;
  const char *language;
  struct rules_spot place;
  bool from_pack;
  bool damaged;   /* a part could not be read: what is missing may be there */
  uint32_t given; /* keys */
  uint32_t
      signs[RULES_HOWS]; /* of these, those like `find`, `find+`, `find-` */
  uint32_t meant; /* keys that unknown ones were taken for: not missing */
  enum courtesy_severity severity;
  struct rules_text message;
  struct rules_text why;
  struct rules_text instead;
  struct rules_text replace;
  struct rules_words replace_at;
  struct rules_lines lines[RULES_ROLES][RULES_HOWS];
  struct rules_lines samples[RULES_SIDES][RULES_HOWS];
  struct rules_words words;
  struct rules_text missing;
  struct rules_text each;
  struct rules_words without;
  enum courtesy_place at;
  enum courtesy_within within;
  uint32_t at_least;
  double share;
  struct rules_conditions when;
  struct rules_conditions unless;
  uint32_t zones;
  bool quoted;
  bool safe;
  bool suppressible;
  bool shown;
  bool replaces;
  double weight;
};

static inline bool rules_says(const struct rules_description *description,
                              enum rules_key key) {
  return (description->given >> key & 1U) != 0;
}

/* What a description that is well formed looks for. */
static inline enum courtesy_form rules_form_of(
    const struct rules_description *description) {
  if (description->each.text != NULL) {
    return COURTESY_FORM_EACH;
  }
  return description->missing.text != NULL ? COURTESY_FORM_MISSING
                                           : COURTESY_FORM_FIND;
}

#endif

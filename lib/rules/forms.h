/* SPDX-License-Identifier: MIT */
/*
 * What the words of the vocabulary are to the patterns of greeting and
 * farewell, so that most lines are known to hold neither before they are
 * searched:
 *
 *     feel free to (call|write) [me]
 *     ──┬─ ─┬──     ─┬── ─┬───
 *       │   └ follows └────┴ held: one of the words it is filed under
 *       └ leads
 *
 *     ^ <Capital> and <Capital> $
 *       ────┬──── ─┬─
 *           │      └ links, behind such a capital
 *           └ capital
 *
 * A pattern has one bit of 64, which it may share with others. A line may hold
 * a match of a pattern when two words in a row, or what begins with a capital,
 * tell its bit, and a word that it is filed under does, too. The first word
 * tells the matcher, too, which patterns to try (match/family.c).
 */
#ifndef COURTESY_RULES_FORMS_H
#define COURTESY_RULES_FORMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct base_arena;
struct courtesy_ruleset;

enum rules_form_family { RULES_GREETING, RULES_FAREWELL, RULES_FORM_FAMILIES };

/* A word, to the patterns of one family. Words may share one. */
struct rules_role {
  uint64_t leads;   /* a match may begin with it, anywhere, … */
  uint64_t begins;  /* … or where a sentence begins */
  uint64_t follows; /* it may be the second word */
  uint64_t links;   /* it may stand behind a capital that begins a match */
  uint64_t held;    /* the pattern is filed under it */
};

enum { RULES_FORM_BITS = 64 };

/* The patterns of one family. The first of these are sets of them, as bits. A
 * pattern that is in the set, for each:
 *
 *     unled        * regards
 *     unheld       ^ <Capital> <Capital> $
 *     unfollowed   cheers
 *     named        hi <Capital>
 *     capital      ^ <Capital> and <Capital> $
 *     loose        ^ <Capital> here
 *     other        ^ <placeholder> ,
 *     crosses      bye . see you
 *     names        ^ <Capital> <Capital> $      (of `language: zxx`)
 *     single       thanks [a lot] [,]
 *     marked       thanks a lot [,]
 *
 * They are those … */
struct rules_form {
  uint64_t unled;      /* … of whose first words nothing is known */
  uint64_t unheld;     /* … that are filed under no word */
  uint64_t unfollowed; /* … behind whose first word anything may stand */
  uint64_t named;   /* … whose second word may be a capital; or a later one,
                          where they are made of capitals and links alone */
  uint64_t capital; /* … that may begin with a capital */
  uint64_t loose;   /* … that need not be made of capitals and links alone
                          up to the sentence's end: two of these in a row tell
                          them, while of the others all must be such */
  uint64_t other;   /* … that may begin with a mark or a placeholder */
  uint64_t crosses; /* … that may end in a later sentence */
  uint64_t names;   /* … of no language: names alone */
  uint64_t single;  /* … that may match one word alone, with marks or not */
  uint64_t marked;  /* … whose matches may end with what is no word */
  uint32_t first;   /* all matches begin the first sentence */
  uint32_t reach;   /* so many words of a match of `unled` hold one that its
                       pattern is filed under */
  uint32_t leading; /* of the family's roles, those from this one on lead */
  uint32_t ends[RULES_FORM_BITS]; /* of the patterns of each bit, in the list of
                                     the family's */
};

struct rules_forms {
  const uint16_t *role_of[RULES_FORM_FAMILIES]; /* by word; 0: the one of no
                                                   pattern */
  size_t words; /* as many as the vocabulary's end */
  const struct rules_role *roles;
  size_t role_count;
  const uint32_t *patterns[RULES_FORM_FAMILIES]; /* sorted by their bits */
  struct rules_form families[RULES_FORM_FAMILIES];
};

/* All of one family. */
struct rules_family {
  const uint16_t *role_of;
  const struct rules_role *roles;
  const struct rules_form *form;
  const uint32_t *patterns;
};

static inline struct rules_family rules_family_of(
    const struct rules_forms *forms, enum rules_form_family number) {
  return (struct rules_family){
      .role_of = forms->role_of[number],
      .roles = forms->roles,
      .form = &forms->families[number],
      .patterns = forms->patterns[number],
  };
}

static inline const struct rules_role *rules_role_of(
    const struct rules_family *family, uint32_t word) {
  return &family->roles[family->role_of[word]];
}

/* All bits or none, without a branch. */
static inline uint64_t rules_form_all_if(bool all) {
  return -(uint64_t)all;
}

/* The patterns of a bit are those from this one up to ends[bit]. */
static inline uint32_t rules_form_first(const struct rules_form *form,
                                        int bit) {
  return bit == 0 ? 0 : form->ends[bit - 1];
}

/* How many patterns a family has. */
static inline size_t rules_form_patterns(const struct rules_form *form) {
  return form->ends[RULES_FORM_BITS - 1];
}

/* Fills it in for a ruleset whose prefilter is finished. Returns false when
 * memory ran out. */
bool rules_forms_fill(struct courtesy_ruleset *ruleset,
                      struct base_arena *arena);

#endif

/* SPDX-License-Identifier: MIT */
/*
 * Contractions taken apart by a closed table:
 *
 *     shouldn't've   should · not · have
 *     tom's          tom · is|has|possessive
 *     dont           do · not
 */
#ifndef COURTESY_TEXT_CONTRACTION_H
#define COURTESY_TEXT_CONTRACTION_H

#include <stdbool.h>
#include <stddef.h>

enum { TEXT_CONTRACTION_PARTS = 4 }; /* y'all'd've has three */

/* One spoken word: the first bytes of the folded word, or fixed readings. */
struct text_contraction_part {
  const char *const *readings; /* NULL-terminated; NULL: the stem */
  bool possessive;             /* may also be a possessive 's */
};

struct text_contraction {
  size_t stem; /* bytes of the folded word */
  size_t count;
  struct text_contraction_part parts[TEXT_CONTRACTION_PARTS];
};

/* Takes a folded word apart. Returns false when it is no contraction. */
bool text_contraction_split(const char *word, size_t size,
                            struct text_contraction *contraction);

/* Whether a word without an apostrophe may be in the table: a look at its
 * end, which tells most words off. */
static inline bool text_contraction_may_be_bare(const char *word, size_t size) {
  if (size < 3) {
    return false;
  }
  char last = word[size - 1];
  char other = word[size - 2];
  /* Without branches, which no processor would predict. */
  return (bool)(((last == 't') & ((other == 'n') | (other == 'o'))) |
                ((last == 'e') & ((other == 'r') | (other == 'v'))) |
                ((last == 's') & (other == 't')));
}

#endif

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
#include <stdint.h>

struct text_vocabulary_tables;

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

/* What a part of a folded word that was taken apart may be: puts the
 * vocabulary's ids into words[TEXT_READINGS] and returns how many there are. */
size_t text_contraction_words(const struct text_vocabulary_tables *vocabulary,
                              const char *folded,
                              const struct text_contraction *contraction,
                              size_t part, uint32_t *words);

/* The folded words without an apostrophe that are taken apart: `dont`, …; then
 * those that most contractions stand for beside a stem: `not`, … The vocabulary
 * knows them by their first ids. */
enum { TEXT_BARE_CONTRACTIONS = 34, TEXT_CONTRACTION_WORDS = 45 };
const char *text_contraction_word(size_t number);

#endif

/* SPDX-License-Identifier: MIT */
/*
 * The key under which a word is known: full case folding and NFC, with one
 * apostrophe, one hyphen and no invisible characters, so that `Straße` meets
 * `STRASSE` and `don’t` meets `DON'T`.
 */
#ifndef COURTESY_TEXT_FOLD_H
#define COURTESY_TEXT_FOLD_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
  /* Longest word that is folded, in bytes as written. The longest words of
   * natural languages take under 200; a longer "word" is data, and no rule
   * can name it. */
  TEXT_FOLD_MAX = 255,
  /* NFC and full folding lengthen UTF-8 to at most three times its size
   * (UAX #15 §9), a byte that is not UTF-8 to the three of U+FFFD. */
  TEXT_FOLD_ROOM = 3 * TEXT_FOLD_MAX + 1,
};

struct text_folded {
  uint32_t size;
  char bytes[TEXT_FOLD_ROOM];
};

/* Folds a word. Returns false, with size 0, when it is longer than
 * TEXT_FOLD_MAX. */
bool text_fold(struct base_slice word, struct text_folded *folded);

#endif

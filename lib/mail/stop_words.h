/* SPDX-License-Identifier: MIT */
/* The words that tell a language (language.h), as tables of data: made of
 * stop_words.txt by stop_words.py. */
#ifndef COURTESY_MAIL_STOP_WORDS_H
#define COURTESY_MAIL_STOP_WORDS_H

#include "base/sixteen.h"

#include <stdint.h>

enum {
  MAIL_ENGLISH,
  MAIL_LATIN_LANGUAGES = 23, /* the first ones, in Latin letters alone */
  MAIL_LANGUAGES = 27,
};

/* Their ISO 639-1 codes, in the order of the votes below. */
extern const char *const mail_languages[MAIL_LANGUAGES];

/* A byte for each language, so that few additions count a word's votes for
 * all of them, and none of a word that has none:
 *
 *     bytes     en de fr es it nl pt sv da no …
 *     "in"       1  1  0  0  1  1  0  0  0  0
 */
struct mail_votes {
  _Alignas(BASE_SIXTEEN) uint8_t bytes[2 * BASE_SIXTEEN];
};

enum { MAIL_STOP_WORD_BITS = 10, MAIL_STOP_WORDS = 1 << MAIL_STOP_WORD_BITS };

#define MAIL_STOP_WORD_FACTOR UINT64_C(0x9e3779b97f4a7c15)

/*
 * The words that stand in every text of some languages, as base/eight.h has
 * them with blanks before them; 0 for none. Each votes for its languages; before
 * all votes stand those of other words, which have none.
 *
 * A word's hash begins with the number of its group and the place it would
 * have by itself. The words of a group are moved on, so that no two words have
 * the same place:
 *
 *     "the"   group 3  place 7    moves[3] = 2    words[9]
 *     "und"   group 3  place 1                    words[3]
 */
extern const uint64_t mail_stop_words[MAIL_STOP_WORDS];
extern const struct mail_votes mail_stop_word_votes[MAIL_STOP_WORDS + 1];
extern const uint16_t mail_stop_word_moves[MAIL_STOP_WORDS];

/* The votes of a word of up to eight small letters, with blanks before it. */
static inline const struct mail_votes *mail_votes_of(uint64_t word) {
  uint64_t hash = word * MAIL_STOP_WORD_FACTOR;
  uint64_t place = hash >> (64 - 2 * MAIL_STOP_WORD_BITS);
  place += mail_stop_word_moves[hash >> (64 - MAIL_STOP_WORD_BITS)];
  place %= MAIL_STOP_WORDS;
  /* No branch: one word in two has votes. */
  uint64_t all = -(uint64_t)(mail_stop_words[place] == word);
  return &mail_stop_word_votes[(place + 1) & all];
}

#endif

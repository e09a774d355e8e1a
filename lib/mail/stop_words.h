/* SPDX-License-Identifier: MIT */
/* The words that tell a language (language.h), as tables of data: made of
 * stop_words.txt by stop_words.py. */
#ifndef COURTESY_MAIL_STOP_WORDS_H
#define COURTESY_MAIL_STOP_WORDS_H

#include <stdint.h>

enum {
  MAIL_LATIN_LANGUAGES = 23, /* the first ones, in Latin letters alone */
  MAIL_LANGUAGES = 27,
};

/* Their ISO 639-1 codes, in the order of the votes below. */
extern const char *const mail_languages[MAIL_LANGUAGES];

enum { MAIL_VOTE_NUMBERS = (MAIL_LANGUAGES + 7) / 8 };

/* A byte for each language, so that few additions count a word's votes for
 * all of them, and none of a word that has none:
 *
 *     bytes[0]  en de fr es it nl pt sv    "in"   1 1 0 0 1 1 0 0
 *     bytes[1]  da no fi pl cs ro ca et           0 0 0 0 0 0 0 0
 *     bytes[2]  hr hu lt lv sk sl tr sr           0 0 0 0 0 1 0 0
 *     bytes[3]  ru uk bg                          0 0 0
 */
struct mail_votes {
  uint64_t bytes[MAIL_VOTE_NUMBERS];
};

/* A word that stands in every text of some languages, for each of which it
 * votes: its bytes, as base/eight.h has them; 0 for none. */
struct mail_stop_word {
  uint64_t word;
  struct mail_votes votes;
};

enum { MAIL_STOP_WORD_BITS = 10 };

#define MAIL_STOP_WORD_FACTOR UINT64_C(0x9e3779b97f4a7c15)

/*
 * A word's hash begins with the number of its group and the place it would
 * have by itself. The words of a group are moved on, so that no two words have
 * the same place:
 *
 *     "the"   group 3  place 7    moves[3] = 2    words[9]
 *     "und"   group 3  place 1                    words[3]
 */
extern const struct mail_stop_word mail_stop_words[1 << MAIL_STOP_WORD_BITS];
extern const uint16_t mail_stop_word_moves[1 << MAIL_STOP_WORD_BITS];

static inline const struct mail_stop_word *mail_stop_word_at(uint64_t word) {
  uint64_t hash = word * MAIL_STOP_WORD_FACTOR;
  uint64_t place = hash >> (64 - 2 * MAIL_STOP_WORD_BITS);
  place += mail_stop_word_moves[hash >> (64 - MAIL_STOP_WORD_BITS)];
  return &mail_stop_words[place % (1 << MAIL_STOP_WORD_BITS)];
}

/* Adds the votes of a word of up to eight small letters. */
static inline void mail_votes_add(struct mail_votes *votes, uint64_t word) {
  const struct mail_stop_word *found = mail_stop_word_at(word);
  uint64_t all = -(uint64_t)(found->word == word);
  for (unsigned i = 0; i < MAIL_VOTE_NUMBERS; i++) {
    votes->bytes[i] += found->votes.bytes[i] & all;
  }
}

static inline unsigned mail_votes_for(const struct mail_votes *votes,
                                      unsigned language) {
  return votes->bytes[language / 8] >> (8 * (language % 8)) & 0xff;
}

#endif

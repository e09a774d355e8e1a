/* SPDX-License-Identifier: MIT */
/* The words that tell a language (language.h), as tables of data: made of
 * stop_words.txt by stop_words.py. */
#ifndef COURTESY_MAIL_STOP_WORDS_H
#define COURTESY_MAIL_STOP_WORDS_H

#include <stdint.h>

enum { MAIL_LANGUAGES = 14 };

/* Their ISO 639-1 codes, in the order of the votes below. */
extern const char *const mail_languages[MAIL_LANGUAGES];

/* A byte for each language, so that two additions count a word's votes for
 * all of them, and none of a word that has none:
 *
 *     bytes[0]  en de fr es it nl pt sv    "in"   1 1 0 0 1 1 0 0
 *     bytes[1]  da no fi pl cs ru                 0 0 0 0 0 0
 */
struct mail_votes {
  uint64_t bytes[2];
};

enum { MAIL_STOP_WORD_BITS = 11 };

/* Words that stand in every text of some languages, each of which they vote
 * for. They lie in pairs; the hash of a word names its pair, so that two
 * comparisons tell where it is. A word is its bytes as base/eight.h has them;
 * 0 is a free place. */
extern const uint64_t mail_stop_words[1 << MAIL_STOP_WORD_BITS][2];
extern const uint64_t mail_stop_word_factor; /* of the hash */

/* The numbers of their votes; 0 are no votes at all. */
extern const uint8_t mail_stop_word_kinds[1 << MAIL_STOP_WORD_BITS][2];
extern const struct mail_votes mail_stop_word_votes[];

/* The votes of a word of up to eight small letters. */
static inline const struct mail_votes *mail_votes_of(uint64_t word) {
  uint64_t pair = word * mail_stop_word_factor >> (64 - MAIL_STOP_WORD_BITS);
  const uint64_t *words = mail_stop_words[pair];
  const uint8_t *kinds = mail_stop_word_kinds[pair];
  unsigned kind = kinds[0] * (unsigned)(words[0] == word) +
                  kinds[1] * (unsigned)(words[1] == word);
  return &mail_stop_word_votes[kind];
}

static inline unsigned mail_votes_for(const struct mail_votes *votes,
                                      unsigned language) {
  return votes->bytes[language / 8] >> (8 * (language % 8)) & 0xff;
}

#endif

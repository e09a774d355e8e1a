/* SPDX-License-Identifier: MIT */
/* The words that tell a language (language.h), as a table of data: made of
 * stop_words.txt by stop_words.py. */
#ifndef COURTESY_MAIL_STOP_WORDS_H
#define COURTESY_MAIL_STOP_WORDS_H

#include <stdint.h>

enum { MAIL_LANGUAGES = 14 };

/* Their ISO 639-1 codes, in the order of the bits below. */
extern const char *const mail_languages[MAIL_LANGUAGES];

/* A word that stands in every text of some languages; it votes for each. */
struct mail_stop_word {
  uint64_t word; /* its bytes, as base/eight.h has them; 0: a free slot */
  uint16_t languages;
};

enum { MAIL_STOP_WORD_BITS = 11 };
#define MAIL_STOP_WORD_FACTOR UINT64_C(0x9E3779B97F4A7C15)

/* A hash table; less than a quarter of its slots are taken. */
extern const struct mail_stop_word mail_stop_words[1 << MAIL_STOP_WORD_BITS];

/* The languages that a word of up to eight small letters votes for. */
static inline uint16_t mail_stop_word_languages(uint64_t word) {
  const struct mail_stop_word *words = mail_stop_words;
  uint64_t last = (UINT64_C(1) << MAIL_STOP_WORD_BITS) - 1;
  uint64_t slot = word * MAIL_STOP_WORD_FACTOR >> (64 - MAIL_STOP_WORD_BITS);
  while (words[slot].word != word && words[slot].word != 0) {
    slot = (slot + 1) & last;
  }
  return words[slot].languages;
}

#endif

/* SPDX-License-Identifier: MIT */
/* The words that tell a language (language.h), as a table of data. */
#ifndef COURTESY_MAIL_STOP_WORDS_H
#define COURTESY_MAIL_STOP_WORDS_H

#include <stddef.h>
#include <stdint.h>

enum { MAIL_LANGUAGES = 14 };

/* Their ISO 639-1 codes, in the order of the bits below. */
extern const char *const mail_languages[MAIL_LANGUAGES];

/* A word that stands in every text of some languages; it votes for each. */
struct mail_stop_word {
  const char *word;
  uint16_t languages;
};

/* In order of their bytes. */
extern const struct mail_stop_word mail_stop_words[];
extern const size_t mail_stop_word_count;

#endif

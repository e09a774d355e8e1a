/* SPDX-License-Identifier: MIT */
/*
 * Fixed phrases of mail programs, in the languages they speak. A phrase is
 * written in small letters; it is met in any case (Latin-1, Latin Extended-A,
 * Cyrillic), with a straight or curly apostrophe, and any run of blanks or
 * line ends where it has one blank.
 */
#ifndef COURTESY_MAIL_PHRASE_H
#define COURTESY_MAIL_PHRASE_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

struct mail_phrases {
  const char *const *items;
  size_t count;
};

/* The list of an array of phrases. */
#define MAIL_PHRASES(array)                                                    \
  ((struct mail_phrases){(array), sizeof(array) / sizeof(array)[0]})

/* The bytes that `phrase` takes at the start of `text`, or 0. A phrase that
 * ends in a letter does not end inside a word. */
size_t mail_phrase_size(struct base_slice text, const char *phrase);

/* The same for the phrase of a list that takes most. */
size_t mail_phrases_size(struct base_slice text, struct mail_phrases phrases);

/* Whether `text` is one of the phrases, and nothing else. */
bool mail_phrases_equal(struct base_slice text, struct mail_phrases phrases);

/* Whether one of the phrases stands in `text`, from the start of a word. */
bool mail_phrases_within(struct base_slice text, struct mail_phrases phrases);

/* ASCII only, whatever the locale. */
static inline bool mail_is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

static inline bool mail_is_letter(char byte) {
  return ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

/* `text` without its first bytes. */
static inline struct base_slice mail_skip(struct base_slice text, size_t size) {
  return (struct base_slice){text.bytes + size, text.size - size};
}

/* Whether `text` ends with a colon, also a full-width one; *before then is
 * what stands before it. */
bool mail_ends_with_colon(struct base_slice text, struct base_slice *before);

#endif

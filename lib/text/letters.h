/* SPDX-License-Identifier: MIT */
/*
 * Words of letters that take one byte or two: Latin with accents, Greek,
 * Cyrillic. The commonest are read sixteen bytes at once (letter_block.h). For
 * all others a table, made when the library is built, says of two bytes all
 * that there is to say:
 *
 *     bytes     D0 96, Ж        C3 A9, é        C2 A0, a no-break space
 *     letter    D0 B6, ж        C3 A9           -
 *     flags     letter, upper   letter          apart
 */
#ifndef COURTESY_TEXT_LETTERS_H
#define COURTESY_TEXT_LETTERS_H

#include "text/byte_class.h"
#include "text/word_key.h"

#include <stdbool.h>
#include <stdint.h>

enum text_pair_flag {
  TEXT_PAIR_LETTER = 1 << 16, /* folded to another by itself: the lower bits,
                                 first byte lowest */
  TEXT_PAIR_UPPER = 1 << 17,
  TEXT_PAIR_APART = 1 << 18, /* never joins a letter before it */
};

enum { TEXT_PAIRS = 0x800 }; /* code points of up to two bytes */
extern const uint32_t text_pairs[TEXT_PAIRS]; /* zero below U+0080 */

enum {
  TEXT_LETTERS_MAX = 46,   /* bytes of a word: longer ones are for others */
  TEXT_LETTERS_REACH = 64, /* that are looked at */
};

struct text_letters {
  uint32_t size;     /* 0: it is not for us */
  uint16_t capitals; /* enum text_token_flag */
  bool is_ascii;
  char folded[TEXT_LETTERS_REACH]; /* zeros behind a short word */
};

/* Whether a letter of two bytes may begin there. */
static inline bool text_is_pair_lead(char byte) {
  return ((unsigned char)byte & 0xE0) == 0xC0;
}

/* Whether another letter may begin there. */
static inline bool text_letters_go_on(char byte) {
  return text_byte_is(byte, TEXT_BYTE_LETTER | TEXT_BYTE_HIGH);
}

/* Reads the word at `bytes`, of which TEXT_LETTERS_REACH can be read. Folding
 * changes the size of no letter of ours. */
void text_letters_read(const char *bytes, struct text_letters *letters);

/* Whether what stands behind a word is no part of it. */
bool text_letters_are_apart(const struct text_letters *letters,
                            const char *behind);

/* Whether a letter of two bytes ends right before bytes[at]. */
bool text_letters_end_before(const char *bytes, uint32_t at);

/* Of a word that is not longer than a key. */
static inline struct text_word_key text_letters_key(
    const struct text_letters *letters) {
  return text_word_key_padded(letters->folded, letters->size);
}

#endif

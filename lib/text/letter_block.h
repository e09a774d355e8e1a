/* SPDX-License-Identifier: MIT */
/*
 * The letters at a place by one look at sixteen bytes: of the two scripts that
 * are met most, whichever begins there.
 *
 *              Latin: ASCII, À to ÿ      Cyrillic: А to џ
 *     bytes    É     t  é     ␣  …       Ж     у     к     ␣  …
 *              C3 89 74 C3 A9 20         D0 96 D1 83 D0 BA 20
 *     folded   C3 A9 74 C3 A9 00         D0 B6 D1 83 D0 BA 00
 *     size     5                         6
 *     upper    ■  ■  ·  ·  ·             ■  ■  ·  ·  ·  ·
 *     wide     ■  ■  ·  ■  ■             ■  ■  ■  ■  ■  ■
 */
#ifndef COURTESY_TEXT_LETTER_BLOCK_H
#define COURTESY_TEXT_LETTER_BLOCK_H

#include "text/byte_class.h"
#include "text/peek.h"

struct text_letter_block {
  base_sixteen folded; /* zeros behind the letters */
  uint32_t size;       /* of whole letters */
  uint32_t upper;      /* bit i: byte i is of a capital, */
  uint32_t wide;       /* or of a letter of two bytes */
};

static inline bool text_is_cyrillic_lead(char byte) {
  return ((unsigned char)byte & 0xFE) == 0xD0;
}

/* The letters that the block begins with. */
static inline struct text_letter_block text_first_letters(base_sixteen small,
                                                          base_sixteen letters,
                                                          base_sixteen upper,
                                                          base_sixteen wide) {
  uint32_t size = (uint32_t)__builtin_ctz(~base_sixteen_bits(letters));
  uint32_t inside = (1U << size) - 1;
  return (struct text_letter_block){
      .folded = small & text_peek_mask(size),
      .size = size,
      .upper = base_sixteen_bits(upper) & inside,
      .wide = base_sixteen_bits(wide) & inside,
  };
}

/* The bytes by so many places farther on, or back when that is below zero. */
static inline base_sixteen text_move_bytes(base_sixteen bytes, int places) {
  char around[3 * BASE_SIXTEEN] = {0};
  memcpy(around + BASE_SIXTEEN, &bytes, sizeof bytes);
  return base_sixteen_load(around + BASE_SIXTEEN - places);
}

/* Second bytes of À to ÿ, C3 80 to C3 BF: but × and ÷, and ß, which is folded
 * to two letters. */
static inline base_sixteen text_latin_ends(base_sixteen text) {
  base_sixteen leads = base_sixteen_equal(text, '\xC3');
  base_sixteen ends = base_sixteen_range(text, '\x80', 0x40);
  base_sixteen signs = base_sixteen_equal(text, '\x97') |
                       base_sixteen_equal(text, '\xB7') |
                       base_sixteen_equal(text, '\x9F');
  return text_move_bytes(leads, 1) & ends & ~signs;
}

/* Of letters of ASCII and of second bytes, those of capitals alone are without
 * bit 0x20. */
static inline struct text_letter_block text_latin_block(const char *bytes) {
  base_sixteen text = base_sixteen_load(bytes);
  base_sixteen small = text | base_sixteen_each(0x20);
  base_sixteen ends = text_latin_ends(text);
  base_sixteen leads = text_move_bytes(ends, -1);
  base_sixteen last = base_sixteen_range(small, 'a', 26) | ends;
  base_sixteen upper = last & (base_sixteen)(text != small);
  return text_first_letters(text | (last & base_sixteen_each(0x20)),
                            last | leads,
                            upper | (text_move_bytes(upper, -1) & leads), text);
}

/* A code point of two bytes has the first of them lowest, as numbers have where
 * the lowest byte comes first. */
static inline base_pairs text_pairs_of(base_sixteen bytes) {
  base_pairs pairs = (base_pairs)bytes;
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  pairs = pairs << 8 | (pairs >> 8 & base_pairs_each(0xFF));
#endif
  return pairs;
}

/* Eight letters of two bytes, U+0410 to U+045F, and their code points. */
struct text_cyrillic {
  base_pairs letters; /* all ones: it is one */
  base_pairs code;
};

static inline struct text_cyrillic text_cyrillic_read(const char *bytes) {
  base_pairs text = text_pairs_of(base_sixteen_load(bytes));
  base_pairs code = (text << 6 & base_pairs_each(0x7C0)) |
                    (text >> 8 & base_pairs_each(0x3F));
  return (struct text_cyrillic){
      .letters = (base_pairs)((text & base_pairs_each(0xC0E0)) ==
                              base_pairs_each(0x80C0)) &
                 (base_pairs)(code > base_pairs_each(0x40F)) &
                 (base_pairs)(code < base_pairs_each(0x460)),
      .code = code,
  };
}

static inline struct text_letter_block text_cyrillic_block(const char *bytes) {
  struct text_cyrillic text = text_cyrillic_read(bytes);
  base_pairs upper =
      text.letters & (base_pairs)(text.code < base_pairs_each(0x430));
  base_pairs code = text.code + (upper & base_pairs_each(0x20));
  base_pairs small = code >> 6 | (code << 8 & base_pairs_each(0x3F00)) |
                     base_pairs_each(0x80C0);
  return text_first_letters((base_sixteen)text_pairs_of((base_sixteen)small),
                            (base_sixteen)text.letters, (base_sixteen)upper,
                            (base_sixteen)text.letters);
}

/* The bytes of a word of Cyrillic letters that goes on behind a block of them,
 * up to another block. */
static inline uint32_t text_cyrillic_rest(const char *bytes) {
  struct text_cyrillic text = text_cyrillic_read(bytes);
  return text_peek_run(base_sixteen_bits((base_sixteen)text.letters));
}

/* Reads the letters, none of other scripts. */
static inline struct text_letter_block text_letter_block_read(
    const char *bytes) {
  if (text_is_cyrillic_lead(*bytes)) {
    return text_cyrillic_block(bytes);
  }
  return text_byte_is(*bytes, TEXT_BYTE_LETTER) || *bytes == '\xC3'
             ? text_latin_block(bytes)
             : (struct text_letter_block){0};
}

#endif

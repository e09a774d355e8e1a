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
 *
 * By SSE2 on x86-64, all of whose processors have it. Elsewhere it is seen by
 * bytes, and only in ASCII: who asks has a table for all letters of two bytes.
 */
#ifndef COURTESY_TEXT_LETTER_BLOCK_H
#define COURTESY_TEXT_LETTER_BLOCK_H

#include "text/byte_class.h"
#include "text/peek.h"

enum { TEXT_LETTER_BLOCK = TEXT_PEEK_SIZE };

struct text_letter_block {
  uint32_t size;  /* of whole letters */
  uint32_t upper; /* bit i: byte i is of a capital, */
  uint32_t wide;  /* or of a letter of two bytes */
};

static inline bool text_is_cyrillic_lead(char byte) {
  return ((unsigned char)byte & 0xFE) == 0xD0;
}

#ifdef __x86_64__

/* Puts the letters into `folded`, with zeros behind them up to sixteen. */
static inline struct text_letter_block text_put_letters(
    char *folded, __m128i small, __m128i letters, __m128i upper, __m128i wide) {
  uint32_t others = ~(uint32_t)_mm_movemask_epi8(letters);
  uint32_t size = (uint32_t)__builtin_ctz(others);
  uint32_t inside = (1U << size) - 1;
  __m128i kept = _mm_and_si128(small, text_peek_mask(size));
  _mm_storeu_si128((void *)folded, kept);
  return (struct text_letter_block){
      .size = size,
      .upper = (uint32_t)_mm_movemask_epi8(upper) & inside,
      .wide = (uint32_t)_mm_movemask_epi8(wide) & inside,
  };
}

/* Second bytes of À to ÿ, C3 80 to C3 BF: but × and ÷, and ß, which is folded
 * to two letters. */
static inline __m128i text_latin_ends(__m128i text) {
  __m128i leads = _mm_cmpeq_epi8(text, _mm_set1_epi8((char)0xC3));
  __m128i ends = _mm_cmplt_epi8(text, _mm_set1_epi8((char)0xC0));
  __m128i times = _mm_cmpeq_epi8(text, _mm_set1_epi8((char)0x97));
  __m128i divided = _mm_cmpeq_epi8(text, _mm_set1_epi8((char)0xB7));
  __m128i sharp = _mm_cmpeq_epi8(text, _mm_set1_epi8((char)0x9F));
  __m128i signs = _mm_or_si128(_mm_or_si128(times, divided), sharp);
  return _mm_andnot_si128(signs, _mm_and_si128(_mm_slli_si128(leads, 1), ends));
}

/* Of letters of ASCII and of second bytes, those of capitals alone are without
 * bit 0x20. */
static inline struct text_letter_block text_latin_block(const char *bytes,
                                                        char *folded) {
  const __m128i bit = _mm_set1_epi8(0x20);
  __m128i text = _mm_loadu_si128((const void *)bytes);
  __m128i small = _mm_or_si128(text, bit);
  __m128i ends = text_latin_ends(text);
  __m128i leads = _mm_srli_si128(ends, 1);
  __m128i last = _mm_or_si128(text_peek_range(small, 'z', 26), ends);
  __m128i upper = _mm_andnot_si128(_mm_cmpeq_epi8(text, small), last);
  return text_put_letters(
      folded, _mm_or_si128(text, _mm_and_si128(last, bit)),
      _mm_or_si128(last, leads),
      _mm_or_si128(upper, _mm_and_si128(_mm_srli_si128(upper, 1), leads)),
      text);
}

/* As eight code points. */
static inline struct text_letter_block text_cyrillic_block(const char *bytes,
                                                           char *folded) {
  const __m128i marks = _mm_set1_epi16((short)0xC0E0);
  const __m128i marked = _mm_set1_epi16((short)0x80C0);
  __m128i text = _mm_loadu_si128((const void *)bytes);
  __m128i high = _mm_and_si128(_mm_slli_epi16(text, 6), _mm_set1_epi16(0x7C0));
  __m128i low = _mm_and_si128(_mm_srli_epi16(text, 8), _mm_set1_epi16(0x3F));
  __m128i code = _mm_or_si128(high, low);
  __m128i letters = _mm_and_si128(
      _mm_cmpeq_epi16(_mm_and_si128(text, marks), marked),
      _mm_and_si128(_mm_cmpgt_epi16(code, _mm_set1_epi16(0x40F)),
                    _mm_cmplt_epi16(code, _mm_set1_epi16(0x460))));
  __m128i upper =
      _mm_and_si128(letters, _mm_cmplt_epi16(code, _mm_set1_epi16(0x430)));
  code = _mm_add_epi16(code, _mm_and_si128(upper, _mm_set1_epi16(0x20)));
  high = _mm_srli_epi16(code, 6);
  low = _mm_and_si128(_mm_slli_epi16(code, 8), _mm_set1_epi16(0x3F00));
  return text_put_letters(folded, _mm_or_si128(_mm_or_si128(high, low), marked),
                          letters, upper, letters);
}

/* Reads the letters, none of other scripts. */
static inline struct text_letter_block text_letter_block_read(const char *bytes,
                                                              char *folded) {
  if (text_is_cyrillic_lead(*bytes)) {
    return text_cyrillic_block(bytes, folded);
  }
  return text_byte_is(*bytes, TEXT_BYTE_LETTER) || *bytes == '\xC3'
             ? text_latin_block(bytes, folded)
             : (struct text_letter_block){0};
}

#else

static inline struct text_letter_block text_letter_block_read(const char *bytes,
                                                              char *folded) {
  struct text_letter_block block = {0};
  while (block.size < TEXT_LETTER_BLOCK &&
         text_byte_is(bytes[block.size], TEXT_BYTE_LETTER)) {
    bool upper = text_byte_is(bytes[block.size], TEXT_BYTE_UPPER);
    block.upper |= (uint32_t)upper << block.size;
    folded[block.size] = text_byte_lower(bytes[block.size]);
    block.size++;
  }
  return block;
}

#endif

#endif

/* SPDX-License-Identifier: MIT */
/*
 * The word of ASCII letters and digits at a place, seen by one look at the
 * sixteen bytes from there on:
 *
 *     bytes    S e n d   A n n ' s   l i s t .
 *     word     ■ ■ ■ ■ · ■ ■ ■ · ■ · ■ ■ ■ ■ ·    one bit a byte
 *     size     4: the bits set from the first on
 *     upper    ■ · · ·
 *     lower    · ■ ■ ■
 *     key      s e n d 0 0 0 0 | 0 0 0 0 0 0 0 0
 *
 * By SSE2 on x86-64, all of whose processors have it, elsewhere
 * byte by byte, with the same result.
 */
#ifndef COURTESY_TEXT_PEEK_H
#define COURTESY_TEXT_PEEK_H

#include "text/word_key.h"

#ifdef __x86_64__
#include <emmintrin.h>
#endif

#include <string.h>

enum { TEXT_PEEK_SIZE = 16 };

struct text_peek {
  struct text_word_key key; /* folded */
  uint32_t size;            /* TEXT_PEEK_SIZE: the word may go on */
  uint32_t upper;           /* bit i: byte i of the word is a capital, */
  uint32_t lower;           /* or a small letter */
};

/* Reads the word at `bytes`, of which TEXT_PEEK_SIZE can be read. */
void text_peek_bytes(const char *bytes, struct text_peek *peek);

#ifdef __x86_64__

/* Ones for the `count` bytes up to `last`. All bytes move up, so that these
 * are the highest signed values: one comparison is enough. */
static inline __m128i text_peek_range(__m128i bytes, char last, char count) {
  __m128i highest = _mm_add_epi8(bytes, _mm_set1_epi8((char)(127 - last)));
  return _mm_cmpgt_epi8(highest, _mm_set1_epi8((char)(127 - count)));
}

/* As many bytes of ones as the word has, then zeros. */
static inline __m128i text_peek_mask(uint32_t size) {
  static const unsigned char ones[2 * TEXT_PEEK_SIZE] = {
      255, 255, 255, 255, 255, 255, 255, 255,
      255, 255, 255, 255, 255, 255, 255, 255,
  };
  uint32_t from = TEXT_PEEK_SIZE - size;
  return _mm_loadu_si128((const void *)(ones + from));
}

static inline void text_peek(const char *bytes, struct text_peek *peek) {
  __m128i text = _mm_loadu_si128((const void *)bytes);
  __m128i folded = _mm_or_si128(text, _mm_set1_epi8(0x20));
  __m128i word = _mm_or_si128(text_peek_range(folded, 'z', 26),
                              text_peek_range(text, '9', 10));
  uint32_t size = (uint32_t)__builtin_ctz(~(uint32_t)_mm_movemask_epi8(word));
  __m128i mask = text_peek_mask(size);
  __m128i key = _mm_and_si128(folded, mask);
  /* Of letters and digits, capitals alone are without bit 0x20. */
  __m128i upper = _mm_slli_epi16(_mm_andnot_si128(text, mask), 2);
  /* And small letters alone have 0x40 beside it. */
  __m128i lower =
      _mm_and_si128(_mm_and_si128(text, mask), _mm_slli_epi16(text, 1));
  peek->upper = (uint32_t)_mm_movemask_epi8(upper);
  peek->lower = (uint32_t)_mm_movemask_epi8(_mm_slli_epi16(lower, 1));
  peek->size = size;
  peek->key.low = (uint64_t)_mm_cvtsi128_si64(key);
  peek->key.high = (uint64_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(key, key));
}

#else

static inline void text_peek(const char *bytes, struct text_peek *peek) {
  text_peek_bytes(bytes, peek);
}

#endif

/* The same at `at`, among the last bytes of a text of `size`. */
static inline void text_peek_last(const char *bytes, uint32_t size, uint32_t at,
                                  struct text_peek *peek) {
  char padded[2 * TEXT_PEEK_SIZE] = {0};
  uint32_t behind = 0;
  if (size >= TEXT_PEEK_SIZE) {
    /* Copies what stands before, too: a size that the compiler knows. */
    behind = TEXT_PEEK_SIZE - (size - at);
    memcpy(padded, bytes + size - TEXT_PEEK_SIZE, TEXT_PEEK_SIZE);
  } else {
    memcpy(padded, bytes + at, size - at);
  }
  text_peek(padded + behind, peek);
}

/* The same anywhere in a text: at <= size. */
static inline void text_peek_within(const char *bytes, uint32_t size,
                                    uint32_t at, struct text_peek *peek) {
  if (size - at >= TEXT_PEEK_SIZE) {
    text_peek(bytes + at, peek);
  } else {
    text_peek_last(bytes, size, at, peek);
  }
}

#endif

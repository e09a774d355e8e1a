/* SPDX-License-Identifier: MIT */
/*
 * The word of ASCII letters and digits at a place, seen by one look at the
 * sixteen bytes from there on:
 *
 *     bytes    S e n d   A n n ' s   l i s t .
 *     word     ■ ■ ■ ■ · ■ ■ ■ · ■ · ■ ■ ■ ■ ·    one bit a byte
 *     size     4: the bits set from the first on
 *     upper    ■ · · ·
 *     key      s e n d 0 0 0 0 | 0 0 0 0 0 0 0 4
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

enum { TEXT_PEEK_SIZE = 16 };

struct text_peek {
  struct text_word_key key; /* folded; only when size <= TEXT_KEY_MAX */
  uint32_t size;            /* TEXT_PEEK_SIZE: the word may go on */
  uint32_t upper;           /* bit i: byte i of the word is a capital */
};

/* Reads the word at `bytes`, of which TEXT_PEEK_SIZE can be read. */
void text_peek_bytes(const char *bytes, struct text_peek *peek);

#ifdef __x86_64__

/* The bytes from `first` on, `count` of them. Both move down to the lowest
 * signed values, where one comparison is enough. */
static inline __m128i text_peek_range(__m128i bytes, char first, char count) {
  __m128i lowest = _mm_add_epi8(bytes, _mm_set1_epi8((char)(-128 - first)));
  return _mm_cmpgt_epi8(_mm_set1_epi8((char)(-128 + count)), lowest);
}

/* As many bytes of ones as the word has, then zeros. */
static inline __m128i text_peek_mask(uint32_t size) {
  static const unsigned char ones[2 * TEXT_PEEK_SIZE] = {
      255, 255, 255, 255, 255, 255, 255, 255,
      255, 255, 255, 255, 255, 255, 255, 255,
  };
  return _mm_loadu_si128((const void *)(ones + TEXT_PEEK_SIZE - size));
}

static inline void text_peek(const char *bytes, struct text_peek *peek) {
  __m128i text = _mm_loadu_si128((const void *)bytes);
  __m128i folded = _mm_or_si128(text, _mm_set1_epi8(0x20));
  __m128i word = _mm_or_si128(text_peek_range(folded, 'a', 26),
                              text_peek_range(text, '0', 10));
  uint32_t others = ~(uint32_t)_mm_movemask_epi8(word);
  uint32_t size = (uint32_t)__builtin_ctz(others);
  __m128i key = _mm_and_si128(folded, text_peek_mask(size));
  /* The bits of the word are those below the first other byte's. */
  uint32_t bits = ~others & (others - 1);
  /* Of letters and digits, capitals alone are without bit 0x20. */
  peek->upper = ~(uint32_t)_mm_movemask_epi8(_mm_slli_epi16(text, 2)) & bits;
  peek->size = size;
  peek->key.low = (uint64_t)_mm_cvtsi128_si64(key);
  peek->key.high = (uint64_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(key, key)) |
                   (uint64_t)size << 56;
}

#else

static inline void text_peek(const char *bytes, struct text_peek *peek) {
  text_peek_bytes(bytes, peek);
}

#endif

#endif

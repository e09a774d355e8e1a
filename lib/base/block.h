/* SPDX-License-Identifier: MIT */
/*
 * A block of sixty-four bytes looked at at once. A question is answered by a
 * block of marks, the top bits of its bytes, and these as the bits of a number,
 * the first byte's lowest:
 *
 *     bytes     T o m : ␣ 9 ⏎ A n n a ␣ …
 *     letters   ■ ■ ■ · · · · ■ ■ ■ ■ · …
 *     ':'       · · · ■ · · · · · · · · …
 *     either    ■ ■ ■ ■ · · · ■ ■ ■ ■ · …   bits …11110001111
 *
 * The bytes themselves mark what is no ASCII. By SSE2 on x86-64, all of whose
 * processors have it, elsewhere byte by byte, with the same result.
 */
#ifndef COURTESY_BASE_BLOCK_H
#define COURTESY_BASE_BLOCK_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __x86_64__
#include <emmintrin.h>
#endif

enum { BASE_BLOCK = 64 };

#ifdef __x86_64__

struct base_block {
  __m128i quarters[4];
};

static inline struct base_block base_block_load(const char *bytes) {
  const __m128i *at = (const void *)bytes;
  return (struct base_block){{_mm_loadu_si128(at), _mm_loadu_si128(at + 1),
                              _mm_loadu_si128(at + 2),
                              _mm_loadu_si128(at + 3)}};
}

static inline uint64_t base_quarter_bits(__m128i marks) {
  return (uint32_t)_mm_movemask_epi8(marks);
}

static inline uint64_t base_block_bits(struct base_block marks) {
  return base_quarter_bits(marks.quarters[0]) |
         base_quarter_bits(marks.quarters[1]) << 16 |
         base_quarter_bits(marks.quarters[2]) << 32 |
         base_quarter_bits(marks.quarters[3]) << 48;
}

static inline struct base_block base_block_or(struct base_block marks,
                                              struct base_block others) {
  return (struct base_block){{
      _mm_or_si128(marks.quarters[0], others.quarters[0]),
      _mm_or_si128(marks.quarters[1], others.quarters[1]),
      _mm_or_si128(marks.quarters[2], others.quarters[2]),
      _mm_or_si128(marks.quarters[3], others.quarters[3]),
  }};
}

static inline struct base_block base_block_equal(struct base_block block,
                                                 char byte) {
  __m128i wanted = _mm_set1_epi8(byte);
  return (struct base_block){{
      _mm_cmpeq_epi8(block.quarters[0], wanted),
      _mm_cmpeq_epi8(block.quarters[1], wanted),
      _mm_cmpeq_epi8(block.quarters[2], wanted),
      _mm_cmpeq_epi8(block.quarters[3], wanted),
  }};
}

/* How many bytes of so many blocks in a row are this one. Each of sixteen
 * bytes of counters is met four times a block. */
static inline uint32_t base_blocks_count(const char *bytes, size_t blocks,
                                         char byte) {
  enum { MOST = UINT8_MAX / 4 };
  uint32_t count = 0;
  while (blocks > 0) {
    size_t end = blocks > MOST ? blocks - MOST : 0;
    __m128i counters = _mm_setzero_si128();
    for (; blocks > end; blocks--, bytes += BASE_BLOCK) {
      struct base_block block = base_block_load(bytes);
      for (unsigned i = 0; i < 4; i++) { /* what is equal is -1 */
        counters = _mm_sub_epi8(
            counters, _mm_cmpeq_epi8(block.quarters[i], _mm_set1_epi8(byte)));
      }
    }
    __m128i sums = _mm_sad_epu8(counters, _mm_setzero_si128());
    sums = _mm_add_epi32(sums, _mm_unpackhi_epi64(sums, sums));
    count += (uint32_t)_mm_cvtsi128_si32(sums);
  }
  return count;
}

/* The bytes from `first` on, `count` of them. Both move down to the lowest
 * signed values, where one comparison is enough. */
static inline __m128i base_quarter_range(__m128i bytes, char first,
                                         char count) {
  __m128i lowest = _mm_add_epi8(bytes, _mm_set1_epi8((char)(-128 - first)));
  return _mm_cmpgt_epi8(_mm_set1_epi8((char)(-128 + count)), lowest);
}

static inline struct base_block base_block_range(struct base_block block,
                                                 char first, char count) {
  return (struct base_block){{
      base_quarter_range(block.quarters[0], first, count),
      base_quarter_range(block.quarters[1], first, count),
      base_quarter_range(block.quarters[2], first, count),
      base_quarter_range(block.quarters[3], first, count),
  }};
}

/* The block with small letters; other bytes may become others, none a
 * letter. */
static inline struct base_block base_block_small(struct base_block block) {
  __m128i bit = _mm_set1_epi8(0x20);
  return base_block_or(block, (struct base_block){{bit, bit, bit, bit}});
}

#else

struct base_block {
  unsigned char bytes[BASE_BLOCK];
};

static inline struct base_block base_block_load(const char *bytes) {
  struct base_block block;
  memcpy(block.bytes, bytes, sizeof block.bytes);
  return block;
}

static inline uint64_t base_block_bits(struct base_block marks) {
  uint64_t bits = 0;
  for (unsigned i = 0; i < BASE_BLOCK; i++) {
    bits |= (uint64_t)(marks.bytes[i] >> 7) << i;
  }
  return bits;
}

static inline struct base_block base_block_or(struct base_block marks,
                                              struct base_block others) {
  for (unsigned i = 0; i < BASE_BLOCK; i++) {
    marks.bytes[i] |= others.bytes[i];
  }
  return marks;
}

static inline struct base_block base_block_range(struct base_block block,
                                                 char first, char count) {
  for (unsigned i = 0; i < BASE_BLOCK; i++) {
    unsigned char over = (unsigned char)(block.bytes[i] - (unsigned char)first);
    block.bytes[i] = over < (unsigned char)count ? 0x80 : 0;
  }
  return block;
}

static inline struct base_block base_block_equal(struct base_block block,
                                                 char byte) {
  return base_block_range(block, byte, 1);
}

static inline uint32_t base_blocks_count(const char *bytes, size_t blocks,
                                         char byte) {
  uint32_t count = 0;
  for (size_t i = 0; i < blocks * BASE_BLOCK; i++) {
    count += bytes[i] == byte;
  }
  return count;
}

static inline struct base_block base_block_small(struct base_block block) {
  for (unsigned i = 0; i < BASE_BLOCK; i++) {
    block.bytes[i] |= 0x20;
  }
  return block;
}

#endif

static inline struct base_block base_block_either(struct base_block block,
                                                  char one, char other) {
  return base_block_or(base_block_equal(block, one),
                       base_block_equal(block, other));
}

/* ASCII letters. */
static inline struct base_block base_block_letters(struct base_block block) {
  return base_block_range(base_block_small(block), 'a', 26);
}

static inline struct base_block base_block_digits(struct base_block block) {
  return base_block_range(block, '0', 10);
}

/* The first of `size` bytes, sixty-four at most, with zeros behind them. */
static inline struct base_block base_block_start(const char *bytes,
                                                 size_t size) {
  if (size >= BASE_BLOCK) {
    return base_block_load(bytes);
  }
  char copy[BASE_BLOCK] = {0};
  memcpy(copy, bytes, size);
  return base_block_load(copy);
}

#endif

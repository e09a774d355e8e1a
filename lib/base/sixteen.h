/* SPDX-License-Identifier: MIT */
/*
 * Sixteen bytes looked at at once. A question is answered by sixteen marks, the
 * top bits of its bytes, and these as the bits of a number, the first byte's
 * lowest:
 *
 *     bytes    s e e   y o u . ⏎ T o m ⏎ 9 : 3
 *     '\n'     · · · · · · · · ■ · · · ■ · · ·   bits 0001000100000000
 *
 * The bytes themselves mark what is no ASCII. A vector of the compiler's is
 * whatever the processor has by its baseline, SSE2 on x86-64 and NEON on
 * AArch64, or plain code. Only to gather the marks it has no operation.
 */
#ifndef COURTESY_BASE_SIXTEEN_H
#define COURTESY_BASE_SIXTEEN_H

#include <stdint.h>
#include <string.h>

#if defined __SSE2__
#include <emmintrin.h>
#elif defined __aarch64__ && defined __ARM_NEON
#include <arm_neon.h>
#endif

enum { BASE_SIXTEEN = 16 };

typedef uint8_t base_sixteen __attribute__((vector_size(BASE_SIXTEEN)));

/* The same as eight signed numbers of two bytes, whose bits can be shifted. */
typedef int16_t base_pairs __attribute__((vector_size(BASE_SIXTEEN)));

static inline base_sixteen base_sixteen_load(const void *bytes) {
  base_sixteen all;
  memcpy(&all, bytes, sizeof all);
  return all;
}

/* The same byte sixteen times. */
static inline base_sixteen base_sixteen_each(uint8_t byte) {
  return (base_sixteen){byte, byte, byte, byte, byte, byte, byte, byte,
                        byte, byte, byte, byte, byte, byte, byte, byte};
}

static inline base_pairs base_pairs_each(int number) {
  int16_t pair = (int16_t)number;
  return (base_pairs){pair, pair, pair, pair, pair, pair, pair, pair};
}

static inline base_sixteen base_sixteen_equal(base_sixteen all, char byte) {
  return (base_sixteen)(all == base_sixteen_each((uint8_t)byte));
}

/* The bytes from `first` on, `count` of them. All move up, so that these are
 * the highest signed values, which every processor compares at once. */
static inline base_sixteen base_sixteen_range(base_sixteen all, char first,
                                              unsigned count) {
  typedef int8_t numbers __attribute__((vector_size(BASE_SIXTEEN)));
  unsigned up = 0x80 - count - (unsigned char)first;
  numbers moved = (numbers)(all + base_sixteen_each((uint8_t)up));
  numbers below = (numbers)base_sixteen_each((uint8_t)(0x7f - count));
  return (base_sixteen)(moved > below);
}

/* The first eight bytes, or the last, as a number, the first of them lowest. */
static inline uint64_t base_sixteen_half(base_sixteen all, unsigned half) {
  typedef uint64_t halves __attribute__((vector_size(BASE_SIXTEEN)));
  uint64_t eight = ((halves)all)[half];
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  eight = __builtin_bswap64(eight);
#endif
  return eight;
}

/* The marks' bits, byte by byte. */
static inline uint32_t base_sixteen_gather(base_sixteen marks) {
  uint32_t bits = 0;
  for (unsigned i = 0; i < BASE_SIXTEEN; i++) {
    bits |= (uint32_t)(marks[i] >> 7) << i;
  }
  return bits;
}

/* The same at once. */
static inline uint32_t base_sixteen_bits(base_sixteen marks) {
#if defined __SSE2__
  return (uint32_t)_mm_movemask_epi8((__m128i)marks);
#elif defined __aarch64__ && defined __ARM_NEON
  const uint8x16_t places = {1, 2, 4, 8, 16, 32, 64, 128,
                             1, 2, 4, 8, 16, 32, 64, 128};
  int8x16_t whole = vshrq_n_s8((int8x16_t)marks, 7);
  uint8x16_t bits = vandq_u8((uint8x16_t)whole, places);
  return (uint32_t)vaddv_u8(vget_low_u8(bits)) |
         (uint32_t)vaddv_u8(vget_high_u8(bits)) << 8;
#else
  return base_sixteen_gather(marks);
#endif
}

/* ------------------------------------------------- what bytes in a text are */

/* LF or CR. */
static inline uint32_t base_sixteen_line_ends(const char *bytes) {
  base_sixteen all = base_sixteen_load(bytes);
  return base_sixteen_bits(base_sixteen_equal(all, '\n') |
                           base_sixteen_equal(all, '\r'));
}

/* One of two bytes. */
static inline uint32_t base_sixteen_either(const char *bytes, char one,
                                           char other) {
  base_sixteen all = base_sixteen_load(bytes);
  return base_sixteen_bits(base_sixteen_equal(all, one) |
                           base_sixteen_equal(all, other));
}

/* A colon, or what cannot stand in the name of a header field (RFC 5322
 * §3.6.8): blanks, control characters, no ASCII. */
static inline uint32_t base_sixteen_name_ends(const char *bytes) {
  base_sixteen all = base_sixteen_load(bytes);
  base_sixteen low = base_sixteen_range(all, '\0', ' ' + 1);
  return base_sixteen_bits(all | low | base_sixteen_equal(all, 0x7f) |
                           base_sixteen_equal(all, ':'));
}

#endif

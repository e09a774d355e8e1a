/* SPDX-License-Identifier: MIT */
/* Four numbers of 32 bits looked at at once, as base/sixteen.h does with bytes.
 * A number is a mark when it has all bits or none, as what the compiler's
 * comparisons answer. */
#ifndef COURTESY_BASE_FOUR_H
#define COURTESY_BASE_FOUR_H

#include "base/sixteen.h"

enum { BASE_FOUR = 4 };

typedef uint32_t base_four __attribute__((vector_size(BASE_SIXTEEN)));

static inline base_four base_four_load(const uint32_t *numbers) {
  base_four all;
  memcpy(&all, numbers, sizeof all);
  return all;
}

/* The same number four times. */
static inline base_four base_four_each(uint32_t number) {
  return (base_four){number, number, number, number};
}

/* Which of four numbers of 64 bits share a bit with another, as marks. */
static inline base_four base_four_sharing(const uint64_t *numbers,
                                          uint64_t bits) {
#if defined __SSE2__
  base_sixteen both = (base_sixteen)_mm_set1_epi64x((long long)bits);
  __m128 one = (__m128)(base_sixteen_load(numbers) & both);
  __m128 other = (__m128)(base_sixteen_load(numbers + 2) & both);
  base_four low = (base_four)_mm_shuffle_ps(one, other, 0x88);
  base_four high = (base_four)_mm_shuffle_ps(one, other, 0xDD);
#else
  base_four low;
  base_four high;
  for (unsigned i = 0; i < BASE_FOUR; i++) {
    low[i] = (uint32_t)(numbers[i] & bits);
    high[i] = (uint32_t)((numbers[i] & bits) >> 32);
  }
#endif
  return (base_four)((low | high) != base_four_each(0));
}

/* The marks' bits, the first number's lowest. Where no operation gathers them,
 * of the sixteen of their bytes one of each is kept, and these are moved
 * together. */
static inline uint32_t base_four_bits(base_four marks) {
#if defined __SSE2__
  return (uint32_t)_mm_movemask_ps((__m128)marks);
#else
  uint32_t apart = base_sixteen_bits((base_sixteen)marks) & 0x8421;
  return apart * 0x1111 >> 12 & 0xF;
#endif
}

#endif

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

/* The marks' bits, the first number's lowest. Of the sixteen of their bytes one
 * of each is kept, and these are moved together. */
static inline uint32_t base_four_bits(base_four marks) {
  uint32_t apart = base_sixteen_bits((base_sixteen)marks) & 0x8421;
  return apart * 0x1111 >> 12 & 0xF;
}

#endif

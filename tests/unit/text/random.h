/* SPDX-License-Identifier: MIT */
/* Numbers that are the same in every run: Xorshift, Marsaglia 2003. */
#ifndef TESTS_TEXT_RANDOM_H
#define TESTS_TEXT_RANDOM_H

#include <stdint.h>

static inline uint32_t random_next(uint32_t *random) {
  *random ^= *random << 13;
  *random ^= *random >> 17;
  *random ^= *random << 5;
  return *random;
}

#endif

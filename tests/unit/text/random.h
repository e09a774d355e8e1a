/* SPDX-License-Identifier: MIT */
/* Numbers that are the same in every run (Xorshift, Marsaglia 2003), and text
 * put together by them. */
#ifndef TESTS_TEXT_RANDOM_H
#define TESTS_TEXT_RANDOM_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline uint32_t random_next(uint32_t *random) {
  *random ^= *random << 13;
  *random ^= *random >> 17;
  *random ^= *random << 5;
  return *random;
}

/* Puts pieces one behind the other, as long as they fit into `most` bytes; the
 * size of them all. */
static inline uint32_t random_text(char *text, uint32_t most,
                                   const char *const *pieces, size_t count,
                                   uint32_t *random) {
  uint32_t size = 0;
  for (;;) {
    const char *piece = pieces[random_next(random) % count];
    uint32_t length = (uint32_t)strlen(piece);
    if (size + length > most) {
      return size;
    }
    memcpy(text + size, piece, length);
    size += length;
  }
}

#endif

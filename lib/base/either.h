/* SPDX-License-Identifier: MIT */
/* Where the first of two bytes stands. */
#ifndef COURTESY_BASE_EITHER_H
#define COURTESY_BASE_EITHER_H

#include "base/sixteen.h"
#include "base/slice.h"

/* The bytes before it; all when none of them stands there. */
static inline size_t base_either_at(struct base_slice text, char one,
                                    char other) {
  size_t at = 0;
  while (text.size - at >= BASE_SIXTEEN) {
    uint32_t found = base_sixteen_either(text.bytes + at, one, other);
    if (found != 0) {
      return at + (size_t)__builtin_ctz(found);
    }
    at += BASE_SIXTEEN;
  }
  if (text.size >= BASE_SIXTEEN) { /* what is left, and some before it again */
    at = text.size - BASE_SIXTEEN;
    uint32_t found = base_sixteen_either(text.bytes + at, one, other);
    return found != 0 ? at + (size_t)__builtin_ctz(found) : text.size;
  }
  while (at < text.size && text.bytes[at] != one && text.bytes[at] != other) {
    at++;
  }
  return at;
}

#endif

/* SPDX-License-Identifier: MIT */
#include "base/line_end.h"

#include "base/either.h"
#include "base/sixteen.h"

size_t base_line_size(struct base_slice text) {
  return base_either_at(text, '\n', '\r');
}

size_t base_last_line(struct base_slice text) {
  size_t at = text.size;
  while (at >= BASE_SIXTEEN) {
    uint32_t ends = base_sixteen_line_ends(text.bytes + at - BASE_SIXTEEN);
    if (ends != 0) {
      return at - (size_t)__builtin_clz(ends << BASE_SIXTEEN);
    }
    at -= BASE_SIXTEEN;
  }
  if (text.size >= BASE_SIXTEEN) { /* what is left, and some behind it again */
    uint32_t ends = base_sixteen_line_ends(text.bytes);
    return ends != 0 ? 32 - (size_t)__builtin_clz(ends) : 0;
  }
  while (at > 0 && !base_is_line_end(text.bytes[at - 1])) {
    at--;
  }
  return at;
}

/* SPDX-License-Identifier: MIT */
#include "base/line_end.h"

#include "base/eight.h"

static uint64_t mark_ends(uint64_t eight) {
  return base_eight_equal(eight, '\n') | base_eight_equal(eight, '\r');
}

size_t base_line_size(struct base_slice text) {
  size_t at = 0;
  while (text.size - at >= BASE_EIGHT) {
    uint64_t eight = base_eight_load(text.bytes + at, BASE_EIGHT);
    /* Line ends are below 0x0e, and what else is there is rare. */
    if (base_eight_below(eight, 0x0e) != 0) {
      uint64_t ends = mark_ends(eight);
      if (ends != 0) {
        return at + base_eight_before(ends);
      }
    }
    at += BASE_EIGHT;
  }
  while (at < text.size && !base_is_line_end(text.bytes[at])) {
    at++;
  }
  return at;
}

size_t base_last_line(struct base_slice text) {
  size_t at = text.size;
  while (at >= BASE_EIGHT) {
    uint64_t eight = base_eight_load(text.bytes + at - BASE_EIGHT, BASE_EIGHT);
    if (base_eight_below(eight, 0x0e) != 0 && mark_ends(eight) != 0) {
      break;
    }
    at -= BASE_EIGHT;
  }
  while (at > 0 && !base_is_line_end(text.bytes[at - 1])) {
    at--;
  }
  return at;
}

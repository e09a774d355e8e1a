/* SPDX-License-Identifier: MIT */
#ifndef COURTESY_BASE_BYTE_ORDER_MARK_H
#define COURTESY_BASE_BYTE_ORDER_MARK_H

#include "base/slice.h"

/* The bytes of a byte order mark (U+FEFF) in UTF-8, which some editors put
 * before a text; 0 where there is none. */
static inline size_t base_byte_order_mark_size(struct base_slice text) {
  enum { SIZE = 3 };
  bool marked =
      text.size >= SIZE && memcmp(text.bytes, "\xEF\xBB\xBF", SIZE) == 0;
  return marked ? SIZE : 0;
}

#endif

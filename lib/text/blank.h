/* SPDX-License-Identifier: MIT */
/* Blanks around text: spaces, line ends and other control characters, and
 * U+00A0, with which HTML mail fills lines. */
#ifndef COURTESY_TEXT_BLANK_H
#define COURTESY_TEXT_BLANK_H

#include "text/byte_class.h"

/* The first byte from `at` on that is no blank, or `end`. */
static inline uint32_t text_skip_blanks(const char *bytes, uint32_t at,
                                        uint32_t end) {
  while (at < end) {
    if (text_byte_is(bytes[at], TEXT_BYTE_BLANK)) {
      at++;
    } else if (end - at >= 2 && text_is_no_break_space(bytes + at)) {
      at += 2;
    } else {
      break;
    }
  }
  return at;
}

/* Behind the last byte before `end` that is no blank, or `start`. */
static inline uint32_t text_trim_blanks(const char *bytes, uint32_t start,
                                        uint32_t end) {
  while (end > start) {
    if (text_byte_is(bytes[end - 1], TEXT_BYTE_BLANK)) {
      end--;
    } else if (end - start >= 2 && text_is_no_break_space(bytes + end - 2)) {
      end -= 2;
    } else {
      break;
    }
  }
  return end;
}

#endif

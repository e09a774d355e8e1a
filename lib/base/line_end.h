/* SPDX-License-Identifier: MIT */
/* Blanks of a line, and where lines end: at LF, CR, CRLF or CR CR LF, which
 * transports make of CRLF that take LF alone for a line end. */
#ifndef COURTESY_BASE_LINE_END_H
#define COURTESY_BASE_LINE_END_H

#include "base/slice.h"

static inline bool base_is_line_end(char byte) {
  return byte == '\n' || byte == '\r';
}

/* WSP of RFC 5234. */
static inline bool base_is_blank(char byte) {
  return byte == ' ' || byte == '\t';
}

static inline bool base_is_blank_or_line_end(char byte) {
  return base_is_blank(byte) || base_is_line_end(byte);
}

/* Where the blanks at text[at] end. */
static inline size_t base_skip_blanks(struct base_slice text, size_t at) {
  while (at < text.size && base_is_blank(text.bytes[at])) {
    at++;
  }
  return at;
}

/* The same, with line ends among them. */
static inline size_t base_skip_space(struct base_slice text, size_t at) {
  while (at < text.size && base_is_blank_or_line_end(text.bytes[at])) {
    at++;
  }
  return at;
}

/* Where the blanks before text[at] begin. */
static inline size_t base_blanks_begin(struct base_slice text, size_t at) {
  while (at > 0 && base_is_blank(text.bytes[at - 1])) {
    at--;
  }
  return at;
}

/* The bytes of the line end that `text` starts with, or 0. */
static inline size_t base_line_end_size(struct base_slice text) {
  if (text.size == 0 || text.bytes[0] != '\r') {
    return text.size > 0 && text.bytes[0] == '\n';
  }
  if (text.size > 1 && text.bytes[1] == '\n') {
    return 2;
  }
  bool mangled =
      text.size > 2 && text.bytes[1] == '\r' && text.bytes[2] == '\n';
  return mangled ? 3 : 1;
}

/* The bytes before the first LF or CR; all when there is none. */
size_t base_line_size(struct base_slice text);

/* Where the last line starts: behind the last LF or CR, or at 0. */
size_t base_last_line(struct base_slice text);

#endif

/* SPDX-License-Identifier: MIT */
/* Where lines end: at LF, CR or CRLF. */
#ifndef COURTESY_BASE_LINE_END_H
#define COURTESY_BASE_LINE_END_H

#include "base/slice.h"

static inline bool base_is_line_end(char byte) {
  return byte == '\n' || byte == '\r';
}

/* The bytes before the first LF or CR; all when there is none. */
size_t base_line_size(struct base_slice text);

/* Where the last line starts: behind the last LF or CR, or at 0. */
size_t base_last_line(struct base_slice text);

#endif

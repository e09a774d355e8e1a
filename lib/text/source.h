/* SPDX-License-Identifier: MIT */
/*
 * A text to be linted and its map back to the raw input.
 *
 *     raw input   H i =20 S a m            (bytes of the file)
 *                 │ │  │  │ │ │
 *     text        H i  ␣  S a m            (UTF-8, may hold invalid bytes)
 *
 * A text without segments is the raw input itself from `raw_start` on.
 */
#ifndef COURTESY_TEXT_SOURCE_H
#define COURTESY_TEXT_SOURCE_H

#include "base/line_end.h"
#include "base/byte_marks.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Text from `start` up to the next segment's start. */
struct text_segment {
  uint32_t start;
  uint32_t raw_start;
  uint32_t raw_length;
  bool verbatim; /* byte for byte; else the whole raw range is one unit, … */
  bool quads;    /* … or many: each three bytes for four raw ones (base64) */
};

struct text_source {
  const char *bytes;
  uint32_t size;
  uint32_t raw_start; /* of the text, when there are no segments */
  const struct text_segment *segments; /* sorted by start */
  size_t segment_count;
  const struct base_marked *line_ends; /* LF and CR; NULL: none are noted */
};

/* Where the line that `at` is in ends, at `limit` at the latest. */
static inline uint32_t text_source_line_end(const struct text_source *source,
                                            uint32_t at, uint32_t limit) {
  if (source->line_ends == NULL) {
    struct base_slice rest = {source->bytes + at, limit - at};
    return at + (uint32_t)base_line_size(rest);
  }
  uint32_t end = base_marks_next(source->line_ends, at);
  return end < limit ? end : limit;
}

/* Where the line that ends at `at` begins. */
static inline uint32_t text_source_line_start(const struct text_source *source,
                                              uint32_t at) {
  if (source->line_ends == NULL) {
    struct base_slice above = {source->bytes, at};
    return (uint32_t)base_last_line(above);
  }
  return base_marks_before(source->line_ends, at);
}

/* The segment that holds text[at]: the last one that starts there or before;
 * the first one when there is none. There must be one. */
size_t text_source_segment(const struct text_source *source, uint32_t at);

/* The smallest raw range of whole units that holds text[start, end). An empty
 * range maps to the raw place before `start`. */
void text_source_raw(const struct text_source *source, uint32_t start,
                     uint32_t end, uint32_t *raw_start, uint32_t *raw_end);

/* The raw place of the byte at `place`. */
uint32_t text_source_raw_place(const struct text_source *source,
                               uint32_t place);

/* Whether raw and text bytes are the same all through text[start, end), so
 * that an edit of the text is an edit of the file. */
bool text_source_is_verbatim(const struct text_source *source, uint32_t start,
                             uint32_t end);

#endif

/* SPDX-License-Identifier: MIT */
#include "mapping.h"

#include <string.h>

/* Where a piece stands; its place must be plain. */
static uint32_t place_of(const char *bytes, size_t size, const char *piece) {
  size_t length = strlen(piece);
  for (size_t i = 0; i + length <= size; i++) {
    if (memcmp(bytes + i, piece, length) == 0) {
      return (uint32_t)i;
    }
  }
  fail_msg("\"%s\" does not stand in \"%.*s\"", piece, (int)size, bytes);
  return 0;
}

void assert_maps(const struct text_source *text, const char *raw,
                 const char *shown, const char *encoded) {
  uint32_t start = place_of(text->bytes, text->size, shown);
  uint32_t raw_start;
  uint32_t raw_end;
  text_source_raw(text, start, start + (uint32_t)strlen(shown), &raw_start,
                  &raw_end);
  if (raw_end - raw_start != strlen(encoded) ||
      memcmp(raw + raw_start, encoded, strlen(encoded)) != 0) {
    fail_msg("\"%s\" maps to \"%.*s\", not to \"%s\"", shown,
             (int)(raw_end - raw_start), raw + raw_start, encoded);
  }
}

void assert_text(const struct text_source *text, const char *expected) {
  if (text->size != strlen(expected) ||
      memcmp(text->bytes, expected, text->size) != 0) {
    fail_msg("found \"%.*s\", not \"%s\"", (int)text->size, text->bytes,
             expected);
  }
}

void assert_sound(const struct text_source *text, size_t raw_size) {
  uint32_t end = 0;
  for (size_t i = 0; i < text->segment_count; i++) {
    const struct text_segment *segment = &text->segments[i];
    assert_true(i == 0 ? segment->start == 0
                       : segment->start > segment[-1].start);
    assert_true(segment->start < text->size);
    assert_true(i == 0 || segment->raw_start >= segment[-1].raw_start);
    assert_true(segment->raw_start + segment->raw_length >= end);
    end = segment->raw_start + segment->raw_length;
    assert_true(end <= raw_size);
  }
}

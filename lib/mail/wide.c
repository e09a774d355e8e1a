/* SPDX-License-Identifier: MIT */
#include "mail/wide.h"

enum {
  LEAST_UNITS = 2, /* without a mark: a single one may be anything */
  MOST_UNITS = 32, /* more tell nothing new */
};

static bool is_ascii_text(char byte) {
  return (byte >= ' ' && byte <= '~') || byte == '\t' || byte == '\r' ||
         byte == '\n';
}

/* Whether the first units are ASCII with a zero byte each; `high` is the place
 * of the zero in a unit. */
static bool is_wide_ascii(struct base_slice raw, size_t high) {
  size_t units = raw.size / 2 < MOST_UNITS ? raw.size / 2 : MOST_UNITS;
  size_t i = 0;
  while (i < units && raw.bytes[2 * i + high] == '\0' &&
         is_ascii_text(raw.bytes[2 * i + 1 - high])) {
    i++;
  }
  return i == units && units >= LEAST_UNITS;
}

struct base_slice mail_wide_charset(struct base_slice raw) {
  if (base_slice_begins(raw, "\xff\xfe") || is_wide_ascii(raw, 1)) {
    return base_slice_of("utf-16le");
  }
  if (base_slice_begins(raw, "\xfe\xff") || is_wide_ascii(raw, 0)) {
    return base_slice_of("utf-16be");
  }
  return base_slice_of("");
}

uint32_t mail_wide_offset(const struct text_source *text, size_t raw) {
  size_t low = 0; /* segments before it end at `raw` or before */
  size_t high = text->segment_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const struct text_segment *segment = &text->segments[middle];
    if ((size_t)segment->raw_start + segment->raw_length <= raw) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low == text->segment_count ? text->size : text->segments[low].start;
}

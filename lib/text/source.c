/* SPDX-License-Identifier: MIT */
#include "text/source.h"

size_t text_source_segment(const struct text_source *source, uint32_t at) {
  size_t low = 0;
  size_t high = source->segment_count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (source->segments[middle].start <= at) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}

/* From the start of a segment, where the unit that holds text[at] begins in the
 * raw input. */
static uint32_t offset_in(const struct text_segment *segment, uint32_t at) {
  uint32_t offset = at > segment->start ? at - segment->start : 0;
  if (segment->quads) {
    return offset / 3 * 4;
  }
  return segment->verbatim ? offset : 0;
}

/* Where the unit of a segment that holds text[at] begins in the raw input. */
static uint32_t raw_start_in(const struct text_segment *segment, uint32_t at) {
  uint32_t offset = offset_in(segment, at);
  return segment->raw_start +
         (offset < segment->raw_length ? offset : segment->raw_length);
}

/* Where it ends. */
static uint32_t raw_end_in(const struct text_segment *segment, uint32_t at) {
  uint32_t end = segment->raw_length;
  if (at >= segment->start && (segment->verbatim || segment->quads)) {
    uint32_t next = offset_in(segment, at) + (segment->quads ? 4 : 1);
    end = next < end ? next : end;
  }
  return segment->raw_start + end;
}

static uint32_t raw_place_between(const struct text_source *source,
                                  uint32_t at) {
  bool is_end = at >= source->size && at > 0;
  uint32_t byte = is_end ? source->size - 1 : at;
  const struct text_segment *segment =
      &source->segments[text_source_segment(source, byte)];
  return is_end ? raw_end_in(segment, byte) : raw_start_in(segment, byte);
}

/* The segment that holds the last byte of a range whose first one is held by
 * this one, as it mostly is itself. */
static size_t last_segment(const struct text_source *source, size_t first,
                           uint32_t last) {
  bool is_same = first + 1 == source->segment_count ||
                 last < source->segments[first + 1].start;
  return is_same ? first : text_source_segment(source, last);
}

void text_source_raw(const struct text_source *source, uint32_t start,
                     uint32_t end, uint32_t *raw_start, uint32_t *raw_end) {
  if (source->segment_count == 0) {
    *raw_start = source->raw_start + start;
    *raw_end = source->raw_start + end;
    return;
  }
  if (start >= end) {
    *raw_start = raw_place_between(source, start);
    *raw_end = *raw_start;
    return;
  }
  size_t first = text_source_segment(source, start);
  size_t last = last_segment(source, first, end - 1);
  *raw_start = raw_start_in(&source->segments[first], start);
  *raw_end = raw_end_in(&source->segments[last], end - 1);
}

uint32_t text_source_raw_place(const struct text_source *source,
                               uint32_t place) {
  uint32_t start;
  uint32_t end;
  text_source_raw(source, place, place + 1, &start, &end);
  return start;
}

bool text_source_is_verbatim(const struct text_source *source, uint32_t start,
                             uint32_t end) {
  if (source->segment_count == 0 || start >= end) {
    return source->segment_count == 0 ||
           source->segments[text_source_segment(source, start)].verbatim;
  }
  size_t first = text_source_segment(source, start);
  size_t last = text_source_segment(source, end - 1);
  for (size_t i = first; i <= last; i++) {
    const struct text_segment *segment = &source->segments[i];
    if (!segment->verbatim) {
      return false;
    }
    /* A gap in the raw input (a soft line break) is not in the text. */
    if (i > first) {
      const struct text_segment *before = segment - 1;
      if (before->raw_start + before->raw_length != segment->raw_start) {
        return false;
      }
    }
  }
  return true;
}

/* SPDX-License-Identifier: MIT */
#include "mail/mapped.h"

void mail_mapped_destroy(struct mail_mapped *mapped) {
  base_buffer_destroy(&mapped->bytes);
  mail_segments_destroy(&mapped->segments);
}

bool mail_mapped_failed(const struct mail_mapped *mapped) {
  return mapped->bytes.failed || mapped->segments.failed;
}

/* Lengthens the last segment when the new bytes go on where it ends. */
static bool continues(const struct mail_mapped *mapped, uint32_t raw_start) {
  if (mapped->segments.count == 0) {
    return false;
  }
  const struct text_segment *last =
      &mapped->segments.items[mapped->segments.count - 1];
  return last->verbatim && last->raw_start + last->raw_length == raw_start;
}

/* Notes that the text's bytes from `start` on are the raw ones from there. */
static void note_raw(struct mail_mapped *mapped, size_t start, size_t size,
                     uint32_t raw_start) {
  if (continues(mapped, raw_start)) {
    mapped->segments.items[mapped->segments.count - 1].raw_length +=
        (uint32_t)size;
  } else {
    mail_segments_add(&mapped->segments, (struct text_segment){
                                             .start = (uint32_t)start,
                                             .raw_start = raw_start,
                                             .raw_length = (uint32_t)size,
                                             .verbatim = true,
                                         });
  }
}

static void note_unit(struct mail_mapped *mapped, size_t start,
                      uint32_t raw_start, uint32_t raw_length) {
  mail_segments_add(&mapped->segments, (struct text_segment){
                                           .start = (uint32_t)start,
                                           .raw_start = raw_start,
                                           .raw_length = raw_length,
                                       });
}

void mail_mapped_add_raw(struct mail_mapped *mapped, const char *bytes,
                         size_t size, uint32_t raw_start) {
  if (size > 0) {
    note_raw(mapped, mapped->bytes.size, size, raw_start);
    base_buffer_add(&mapped->bytes, bytes, size);
  }
}

void mail_mapped_add_unit(struct mail_mapped *mapped, const char *bytes,
                          size_t size, uint32_t raw_start,
                          uint32_t raw_length) {
  if (size > 0) {
    note_unit(mapped, mapped->bytes.size, raw_start, raw_length);
    base_buffer_add_few(&mapped->bytes, bytes, size);
  }
}

enum { QUAD = 4, OF_QUAD = 3 }; /* bytes of raw input, and of text */

static void note_quads(struct mail_mapped *mapped, size_t start, size_t count,
                       uint32_t raw_start) {
  mail_segments_add(&mapped->segments, (struct text_segment){
                                           .start = (uint32_t)start,
                                           .raw_start = raw_start,
                                           .raw_length = QUAD * (uint32_t)count,
                                           .quads = true,
                                       });
}

void mail_mapped_add_quads(struct mail_mapped *mapped, const char *bytes,
                           size_t count, uint32_t raw_start) {
  if (count > 0) {
    note_quads(mapped, mapped->bytes.size, count, raw_start);
    base_buffer_add(&mapped->bytes, bytes, OF_QUAD * count);
  }
}

/* Notes what stands in a segment of quads from `offset` on, where the text has
 * got to `at`. It may begin and end within a quad. */
static void note_some_quads(struct mail_mapped *mapped, size_t at,
                            const struct text_segment *segment, uint32_t offset,
                            uint32_t size) {
  uint32_t raw_start = segment->raw_start + offset / OF_QUAD * QUAD;
  uint32_t head = (OF_QUAD - offset % OF_QUAD) % OF_QUAD;
  head = head < size ? head : size;
  if (head > 0) {
    note_unit(mapped, at, raw_start, QUAD);
    raw_start += QUAD;
    at += head;
  }
  uint32_t count = (size - head) / OF_QUAD;
  if (count > 0) {
    note_quads(mapped, at, count, raw_start);
    raw_start += QUAD * count;
    at += OF_QUAD * count;
  }
  if (size - head > OF_QUAD * count) {
    note_unit(mapped, at, raw_start, QUAD);
  }
}

/* The end of the segment that holds text[at], at most `end`. */
static uint32_t segment_end(const struct text_source *from, size_t index,
                            uint32_t end) {
  bool last = index + 1 == from->segment_count;
  uint32_t next = last ? from->size : from->segments[index + 1].start;
  return next < end ? next : end;
}

void mail_mapped_add_copy(struct mail_mapped *mapped,
                          const struct text_source *from, uint32_t start,
                          uint32_t end) {
  if (from->segment_count == 0) {
    mail_mapped_add_raw(mapped, from->bytes + start, end - start,
                        from->raw_start + start);
    return;
  }
  size_t at = mapped->bytes.size;
  const char *bytes = from->bytes + start;
  base_buffer_add(&mapped->bytes, bytes, start < end ? end - start : 0);
  for (size_t i = text_source_segment(from, start); start < end; i++) {
    const struct text_segment *segment = &from->segments[i];
    uint32_t stop = segment_end(from, i, end);
    if (segment->verbatim) {
      note_raw(mapped, at, stop - start,
               segment->raw_start + (start - segment->start));
    } else if (segment->quads) {
      note_some_quads(mapped, at, segment, start - segment->start,
                      stop - start);
    } else {
      note_unit(mapped, at, segment->raw_start, segment->raw_length);
    }
    at += stop - start;
    start = stop;
  }
}

void mail_mapped_add_for(struct mail_mapped *mapped, const char *bytes,
                         size_t size, const struct text_source *from,
                         uint32_t start, uint32_t end) {
  uint32_t raw_start;
  uint32_t raw_end;
  text_source_raw(from, start, end, &raw_start, &raw_end);
  /* Sections of a parameter may stand in any order in the raw input. */
  mail_mapped_add_unit(mapped, bytes, size, raw_start,
                       raw_end > raw_start ? raw_end - raw_start : 0);
}

struct text_source mail_mapped_source(const struct mail_mapped *mapped) {
  return (struct text_source){
      .bytes = mapped->bytes.bytes == NULL ? "" : mapped->bytes.bytes,
      .size = (uint32_t)mapped->bytes.size,
      .segments = mapped->segments.items,
      .segment_count = mapped->segments.count,
  };
}

const char *mail_mapped_string(struct mail_mapped *mapped,
                               struct base_arena *arena) {
  struct text_source text = mail_mapped_source(mapped);
  arena->failed = arena->failed || mail_mapped_failed(mapped);
  const char *string =
      arena->failed ? NULL : base_arena_copy(arena, text.bytes, text.size);
  mail_mapped_destroy(mapped);
  return string;
}

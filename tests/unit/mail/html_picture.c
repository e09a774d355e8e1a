/* SPDX-License-Identifier: MIT */
#include "html_picture.h"

#include <courtesy/types.h>

#include <stdio.h>
#include <string.h>

struct reading {
  struct text_source html;
  struct mail_mapped text;
  struct mail_marks marks;
  size_t links;
};

static struct reading reading_of(const char *html, size_t size) {
  struct reading reading = {
      .html = {.bytes = html, .size = (uint32_t)size},
  };
  assert_true(mail_html_read(&reading.html, SIZE_MAX, &reading.text,
                             &reading.marks, &reading.links));
  return reading;
}

static const char *text_of(const struct reading *reading) {
  const char *bytes = reading->text.bytes.bytes;
  return bytes == NULL ? "" : bytes;
}

static void destroy(struct reading *reading) {
  mail_mapped_destroy(&reading->text);
  mail_marks_destroy(&reading->marks);
}

void assert_shows(const char *html, const char *text) {
  struct reading reading = reading_of(html, strlen(html));
  assert_string_equal(text_of(&reading), text);
  destroy(&reading);
}

static const char *zone_of(const struct reading *reading, size_t start,
                           size_t end) {
  for (size_t i = 0; i < reading->marks.count; i++) {
    const struct mail_marked *mark = &reading->marks.items[i];
    if (mark->start <= start && mark->end >= end) {
      return courtesy_zone_name(mark->zone);
    }
  }
  return "body";
}

void assert_html_zones(const char *html, const char *picture) {
  struct reading reading = reading_of(html, strlen(html));
  const char *text = text_of(&reading);
  struct base_buffer found = {0};
  for (size_t start = 0; text[start] != '\0';) {
    size_t end = start + strcspn(text + start, "\n");
    if (end > start) {
      char zone[20];
      snprintf(zone, sizeof zone, "%-12s| ", zone_of(&reading, start, end));
      base_buffer_add_string(&found, zone);
      base_buffer_add(&found, text + start, end - start);
      base_buffer_add_byte(&found, '\n');
    }
    start = end + (text[end] == '\n');
  }
  assert_string_equal(found.bytes == NULL ? "" : found.bytes, picture);
  base_buffer_destroy(&found);
  destroy(&reading);
}

void assert_stands_for(const char *html, const char *text, const char *raw) {
  struct reading reading = reading_of(html, strlen(html));
  struct text_source source = mail_mapped_source(&reading.text);
  const char *at = strstr(text_of(&reading), text);
  assert_non_null(at);
  uint32_t start = (uint32_t)(at - source.bytes);
  uint32_t raw_start;
  uint32_t raw_end;
  text_source_raw(&source, start, start + (uint32_t)strlen(text), &raw_start,
                  &raw_end);
  assert_int_equal(raw_end - raw_start, strlen(raw));
  assert_memory_equal(html + raw_start, raw, strlen(raw));
  destroy(&reading);
}

static void check_segment(const struct reading *reading, size_t index) {
  struct text_source source = mail_mapped_source(&reading->text);
  const struct text_segment *segment = &source.segments[index];
  uint32_t end =
      index + 1 < source.segment_count ? segment[1].start : source.size;
  assert_true(segment->start < end);
  assert_true(segment->raw_length > 0);
  assert_true(segment->raw_start + segment->raw_length <= reading->html.size);
  if (index > 0) {
    assert_true(segment[-1].raw_start <= segment->raw_start);
  }
  if (segment->verbatim) {
    assert_int_equal(end - segment->start, segment->raw_length);
    assert_memory_equal(source.bytes + segment->start,
                        reading->html.bytes + segment->raw_start,
                        segment->raw_length);
  }
}

void assert_reads_soundly(const char *html, size_t size) {
  struct reading reading = reading_of(html, size);
  for (size_t i = 0; i < reading.text.segments.count; i++) {
    check_segment(&reading, i);
  }
  uint32_t before = 0;
  enum mail_hue hue = MAIL_HUE_UNSAID;
  for (size_t i = 0; i < reading.marks.count; i++) {
    const struct mail_marked *mark = &reading.marks.items[i];
    before = hue == MAIL_HUE_UNSAID && mark->hue != hue ? 0 : before;
    hue = mark->hue; /* those with a hue stand behind the others */
    assert_true(before <= mark->start && mark->start < mark->end);
    assert_true(mark->end <= reading.text.bytes.size);
    before = mark->end;
  }
  destroy(&reading);
}

/* SPDX-License-Identifier: MIT */
#include "mail/line.h"

#include "base/line_end.h"

#include <courtesy/types.h>

enum { TAB_STOP = 8, LARGEST_INDENT = 255 };

static bool is_ascii_blank(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Blanks that mail programs write into lines that look empty. */
static const char *const wide_blanks[] = {
    "\xc2\xa0",     /* U+00A0 no-break space */
    "\xe2\x80\x8b", /* U+200B zero width space */
    "\xe3\x80\x80", /* U+3000 ideographic space */
    "\xef\xbb\xbf", /* U+FEFF byte order mark */
};

enum { WIDE_BLANKS = sizeof wide_blanks / sizeof wide_blanks[0] };

size_t mail_blank_size(struct base_slice text) {
  if (text.size == 0) {
    return 0;
  }
  if ((unsigned char)text.bytes[0] < 0x80) {
    return is_ascii_blank(text.bytes[0]) ? 1 : 0;
  }
  for (size_t i = 0; i < WIDE_BLANKS; i++) {
    size_t size = strlen(wide_blanks[i]);
    if (text.size >= size && memcmp(text.bytes, wide_blanks[i], size) == 0) {
      return size;
    }
  }
  return 0;
}

size_t mail_blanks_size(struct base_slice text) {
  size_t size = 0;
  for (size_t one = mail_blank_size(text); one > 0;
       one = mail_blank_size(
           (struct base_slice){text.bytes + size, text.size - size})) {
    size += one;
  }
  return size;
}

/* The bytes of the blank at the end of `text`, or 0. */
static size_t last_blank_size(struct base_slice text) {
  if (text.size == 0) {
    return 0;
  }
  const char *end = text.bytes + text.size;
  if ((unsigned char)end[-1] < 0x80) {
    return is_ascii_blank(end[-1]) ? 1 : 0;
  }
  for (size_t i = 0; i < WIDE_BLANKS; i++) {
    size_t size = strlen(wide_blanks[i]);
    if (text.size >= size && memcmp(end - size, wide_blanks[i], size) == 0) {
      return size;
    }
  }
  return 0;
}

static struct base_slice trim_start(struct base_slice text) {
  while (text.size > 0 && is_ascii_blank(text.bytes[0])) {
    text.bytes++;
    text.size--;
  }
  for (size_t size = mail_blank_size(text); size > 0;
       size = mail_blank_size(text)) {
    text.bytes += size;
    text.size -= size;
  }
  return text;
}

/* Most lines neither begin nor end with a blank. */
static bool may_be_blank(char byte) {
  return (signed char)byte <= ' ';
}

struct base_slice mail_trim(struct base_slice text) {
  if (text.size > 0 && !may_be_blank(text.bytes[0]) &&
      !may_be_blank(text.bytes[text.size - 1])) {
    return text;
  }
  text = trim_start(text);
  if (text.size > 0 && !may_be_blank(text.bytes[text.size - 1])) {
    return text;
  }
  for (size_t size = last_blank_size(text); size > 0;
       size = last_blank_size(text)) {
    text.size -= size;
  }
  return text;
}

size_t mail_line_size(struct base_slice text, size_t *next) {
  size_t end = base_line_size(text);
  *next = end;
  if (end < text.size) {
    bool two = text.bytes[end] == '\r' && end + 1 < text.size &&
               text.bytes[end + 1] == '\n';
    *next += two ? 2 : 1;
  }
  return end;
}

static uint8_t indent_of(const char *start, const char *end) {
  unsigned column = 0;
  for (const char *at = start; at < end && column < LARGEST_INDENT; at++) {
    if (*at == '\t') {
      column += TAB_STOP - column % TAB_STOP;
    } else if ((*at & 0xc0) != 0x80) {
      column++;
    }
  }
  return (uint8_t)(column < LARGEST_INDENT ? column : LARGEST_INDENT);
}

bool mail_page_read(struct mail_page *page, const char *bytes, uint32_t size) {
  page->bytes = bytes;
  page->size = size;
  bool gap = true;
  size_t next = 0;
  for (size_t at = 0; at < size; at += next) {
    struct base_slice rest = {bytes + at, size - at};
    struct base_slice line = {rest.bytes, mail_line_size(rest, &next)};
    struct base_slice text = mail_trim(line);
    if (text.size > 0) {
      uint32_t start = (uint32_t)(text.bytes - bytes);
      mail_lines_add(&page->lines,
                     (struct mail_line){
                         .start = start,
                         .end = start + (uint32_t)text.size,
                         .indent = indent_of(rest.bytes, text.bytes),
                         .zone = COURTESY_ZONE_BODY,
                         .gap = gap,
                     });
    }
    gap = text.size == 0;
  }
  return !page->lines.failed;
}

void mail_page_destroy(struct mail_page *page) {
  mail_lines_destroy(&page->lines);
}

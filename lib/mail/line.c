/* SPDX-License-Identifier: MIT */
#include "mail/line.h"

#include "base/line_end.h"

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

struct base_slice mail_trim_blanks(struct base_slice text) {
  text = trim_start(text);
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

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

static bool is_wide(char byte) {
  return (byte & 0x80) != 0;
}

static size_t wide_blank_size(struct base_slice text) {
  bool may_be = text.size > 0 && is_wide(text.bytes[0]);
  for (size_t i = 0; may_be && i < WIDE_BLANKS; i++) {
    size_t size = strlen(wide_blanks[i]);
    if (text.size >= size && memcmp(text.bytes, wide_blanks[i], size) == 0) {
      return size;
    }
  }
  return 0;
}

static size_t last_wide_blank_size(struct base_slice text) {
  bool may_be = text.size > 0 && is_wide(text.bytes[text.size - 1]);
  for (size_t i = 0; may_be && i < WIDE_BLANKS; i++) {
    size_t size = strlen(wide_blanks[i]);
    if (text.size >= size &&
        memcmp(text.bytes + text.size - size, wide_blanks[i], size) == 0) {
      return size;
    }
  }
  return 0;
}

size_t mail_blank_size(struct base_slice text) {
  if (text.size > 0 && is_ascii_blank(text.bytes[0])) {
    return 1;
  }
  return wide_blank_size(text);
}

size_t mail_blanks_size(struct base_slice text) {
  size_t size = 0;
  size_t wide = 1;
  while (wide > 0) {
    while (size < text.size && is_ascii_blank(text.bytes[size])) {
      size++;
    }
    wide = wide_blank_size(
        (struct base_slice){text.bytes + size, text.size - size});
    size += wide;
  }
  return size;
}

/* `text` without the blanks at its end. */
static struct base_slice cut_last_blanks(struct base_slice text) {
  size_t wide = 0;
  do {
    while (text.size > 0 && is_ascii_blank(text.bytes[text.size - 1])) {
      text.size--;
    }
    wide = last_wide_blank_size(text);
    text.size -= wide;
  } while (wide > 0);
  return text;
}

struct base_slice mail_trim_blanks(struct base_slice text) {
  text = cut_last_blanks(text);
  bool starts = text.size > 0 && (signed char)text.bytes[0] <= ' ';
  size_t blanks = starts ? mail_blanks_size(text) : 0;
  return (struct base_slice){text.bytes + blanks, text.size - blanks};
}

size_t mail_small_words(struct base_slice text, size_t most) {
  size_t count = 0;
  char before = ' ';
  for (size_t i = 0; i < text.size && count < most; i++) {
    count += before == ' ' && text.bytes[i] >= 'a' && text.bytes[i] <= 'z';
    before = text.bytes[i];
  }
  return count;
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

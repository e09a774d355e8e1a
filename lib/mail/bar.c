/* SPDX-License-Identifier: MIT */
#include "mail/bar.h"

#include "mail/line.h"
#include "mail/phrase.h"

size_t mail_bar_mark_size(struct base_slice text) {
  if (text.size > 0 && mail_is_rule_mark(text.bytes[0])) {
    return 1;
  }
  /* U+2010 to U+2015, dashes of all lengths, and U+2500, a line of a box. */
  bool dash = text.size >= 3 && base_slice_begins(text, "\xe2\x80") &&
              (unsigned char)text.bytes[2] >= 0x90 &&
              (unsigned char)text.bytes[2] <= 0x95;
  return dash || base_slice_begins(text, "\xe2\x94\x80") ? 3 : 0;
}

/* The bytes of a mark at the start of `text` that is no word, or 0. */
static size_t ornament_size(struct base_slice text) {
  switch (text.size > 0 ? text.bytes[0] : '\0') {
  case '#':
  case '(':
  case '"':
    return 1;
  default:
    return mail_bar_mark_size(text);
  }
}

struct base_slice mail_skip_bar(struct base_slice line) {
  for (size_t size = ornament_size(line); size > 0;
       size = ornament_size(line)) {
    line = mail_skip(line, size);
  }
  return mail_trim(line);
}

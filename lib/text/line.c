/* SPDX-License-Identifier: MIT */
#include "text/line.h"

#include "text/blank.h"
#include "text/letters.h"
#include "text/unicode.h"

#include <string.h>

static bool is_blank(char byte) {
  return text_byte_is(byte, TEXT_BYTE_BLANK);
}

/* Of a line with a byte at least: one that ends with the limit has no end of
 * its own, which is no branch. */
static uint32_t find_end(const struct text_source *source, uint32_t start,
                         uint32_t limit, uint32_t *next) {
  uint32_t end = text_source_line_end(source, start, limit);
  uint32_t ends = end < limit; /* 0 or 1 */
  const char *last = source->bytes + end - 1 + ends;
  *next = end + ends;
  if (*last == '\r') {
    *next = end + (uint32_t)base_line_end_size(
                      (struct base_slice){source->bytes + end, limit - end});
  }
  return end;
}

/* `> ` and `| `, any number of them; a bar needs a blank behind it. */
static void read_indent(const char *bytes, struct text_line *line) {
  uint32_t at = text_skip_blanks(bytes, line->start, line->end);
  line->indent_start = line->indent_end = at;
  while (at < line->end && (bytes[at] == '>' ||
                            (bytes[at] == '|' &&
                             (at + 1 == line->end || is_blank(bytes[at + 1]) ||
                              bytes[at + 1] == '|' || bytes[at + 1] == '>')))) {
    line->indent_end = at + 1;
    at = text_skip_blanks(bytes, at + 1, line->end);
  }
  line->content = at;
}

/* 1. 12) (3) a) (b) a. but not A., an initial, nor p. for a page */
static uint32_t list_number_end(const char *bytes, uint32_t at, uint32_t end) {
  enum { DIGITS = 3 };
  bool bracket = at < end && bytes[at] == '(';
  at += bracket ? 1 : 0;
  uint32_t from = at;
  while (at < end && at - from < DIGITS &&
         text_byte_is(bytes[at], TEXT_BYTE_DIGIT)) {
    at++;
  }
  bool digits = at > from;
  bool early = at < end && bytes[at] >= 'a' && bytes[at] <= 'h';
  if (!digits && at < end && text_byte_is(bytes[at], TEXT_BYTE_LETTER)) {
    at++;
  }
  if (at == from || at >= end) {
    return 0;
  }
  bool dotted = bytes[at] == '.' && (digits || early) && !bracket;
  return bytes[at] == ')' || dotted ? at + 1 : 0;
}

static bool is_bullet_sign(uint32_t code) {
  switch (code) {
  case 0xB7: /* · • ‣ ⁃ ▪ ▸ ► ○ ● ◦ ✓ ✔ ➢ */
  case 0x2022:
  case 0x2023:
  case 0x2043:
  case 0x25AA:
  case 0x25B8:
  case 0x25BA:
  case 0x25CB:
  case 0x25CF:
  case 0x25E6:
  case 0x2713:
  case 0x2714:
  case 0x27A2:
    return true;
  default:
    return false;
  }
}

/* Something must follow a bullet, behind a blank if it is a sign that has
 * other uses. */
static void read_bullet(const char *bytes, struct text_line *line) {
  uint32_t at = line->content;
  line->bullet_end = at;
  line->bullet_sure = false;
  if (at == line->end) {
    return;
  }
  uint32_t code;
  uint32_t end = at + text_decode(bytes + at, line->end - at, &code);
  bool alone = is_bullet_sign(code);
  bool sign = code == '-' || code == '+' || code == '*' || code == 0x2013 ||
              code == 0x2014;
  if (!sign && !alone) {
    end = list_number_end(bytes, at, line->end);
  }
  if (end == 0 || end == line->end ||
      (!alone && text_skip_blanks(bytes, end, line->end) == end)) {
    return;
  }
  line->bullet_end = end;
  line->bullet_sure = alone || code == '*';
}

/* A letter that numbers no item stands at the very start. */
static bool begins_plain(const char *bytes, const struct text_line *line) {
  if (line->end - line->start < 2) {
    return false;
  }
  return text_byte_is(bytes[line->start], TEXT_BYTE_LETTER)
             ? bytes[line->start + 1] != ')' && bytes[line->start + 1] != '.'
             : text_letters_end_before(bytes, line->start + 2);
}

void text_line_read(const struct text_source *source, uint32_t start,
                    uint32_t limit, struct text_line *line) {
  const char *bytes = source->bytes;
  line->start = start;
  line->end = text_trim_blanks(bytes, start,
                               find_end(source, start, limit, &line->next));
  line->is_plain = begins_plain(bytes, line);
  if (line->is_plain) {
    line->indent_start = line->indent_end = start;
    line->content = line->bullet_end = start;
    line->bullet_sure = false;
  } else {
    read_indent(bytes, line);
    read_bullet(bytes, line);
  }
}

/* The length of the longest line, in bytes. */
static uint32_t longest_line(const struct text_source *source, uint32_t start,
                             uint32_t limit) {
  uint32_t longest = 0;
  while (start < limit) {
    uint32_t next;
    uint32_t end = find_end(source, start, limit, &next);
    if (end - start > longest) {
      longest = end - start;
    }
    start = next;
  }
  return longest;
}

static bool begins_upper(const char *bytes, const struct text_line *line) {
  uint32_t code = 0;
  if (line->content < line->end) {
    text_decode(bytes + line->content, line->end - line->content, &code);
  }
  return text_is_upper(code);
}

static bool ends_key(char byte) {
  return text_byte_is(byte, TEXT_BYTE_MARK) || byte == ';' || byte == '"' ||
         byte == '\0';
}

/* A few words without a mark. */
static bool is_key(const char *bytes, size_t size) {
  enum { KEY_BLANKS = 3 };
  int blanks = 0;
  for (size_t i = 0; i < size; i++) {
    blanks += is_blank(bytes[i]) ? 1 : 0;
    if (blanks > KEY_BLANKS || ends_key(bytes[i])) {
      return false;
    }
  }
  return true;
}

/* `Room:` or `Date and time: noon`. */
static bool is_table_row(const char *bytes, const struct text_line *line) {
  enum { KEY_BYTES = 30 };
  const char *content = bytes + line->content;
  size_t size = line->end - line->content;
  const char *colon =
      memchr(content, ':', size > KEY_BYTES ? KEY_BYTES + 1 : size);
  if (colon == NULL || !begins_upper(bytes, line)) {
    return false;
  }
  bool apart = colon + 1 == content + size || is_blank(colon[1]);
  return apart && is_key(content, (size_t)(colon - content));
}

static uint32_t first_word_size(const char *bytes,
                                const struct text_line *line) {
  uint32_t at = line->content;
  while (at < line->end && !is_blank(bytes[at])) {
    at++;
  }
  return at - line->content;
}

/* No full stop, comma or the like, and no opening bracket at the end. */
static bool ends_open(const char *bytes, const struct text_line *line) {
  uint32_t code;
  text_decode_before(bytes, line->end, &code);
  return text_is_letter(code) || text_is_digit(code) || code == ')' ||
         code == ':' || code == '*' || code == '_';
}

static uint32_t count_words(const char *bytes, const struct text_line *line,
                            uint32_t most) {
  uint32_t words = 0;
  for (uint32_t at = line->content; at < line->end && words <= most;) {
    while (at < line->end && !is_blank(bytes[at])) {
      at++;
    }
    at = text_skip_blanks(bytes, at, line->end);
    words++;
  }
  return words;
}

/* Whether a short line looks like a heading or an item over `line`. */
static bool may_head(const char *bytes, const struct text_line *before) {
  enum { HEADING_WORDS = 4 };
  return (begins_upper(bytes, before) ||
          before->bullet_end > before->content) &&
         ends_open(bytes, before) &&
         count_words(bytes, before, HEADING_WORDS) <= HEADING_WORDS;
}

bool text_line_ends_block(struct text_line_frame *frame,
                          const struct text_line *before,
                          const struct text_line *line) {
  const char *bytes = frame->source->bytes;
  if (!begins_upper(bytes, line)) {
    return false;
  }
  if (is_table_row(bytes, before) && is_table_row(bytes, line)) {
    return true;
  }
  if (!may_head(bytes, before)) {
    return false;
  }
  if (frame->longest == 0) {
    frame->longest = longest_line(frame->source, frame->start, frame->end);
  }
  uint32_t size = before->end - before->start;
  return size <= frame->longest / 2 &&
         size + 1 + first_word_size(bytes, line) <= frame->longest;
}

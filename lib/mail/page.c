/* SPDX-License-Identifier: MIT */
#include "mail/page.h"

#include "base/eight.h"
#include "base/either.h"
#include "base/line_end.h"
#include "mail/line.h"
#include "text/unicode.h"

#include <courtesy/types.h>

enum { TAB_STOP = 8, LARGEST_INDENT = 255 };

/* By the first byte. */
static const uint16_t first_traits[256] = {
    ['-'] = MAIL_STARTS_BAR | MAIL_STARTS_FILE | MAIL_STARTS_LINK,
    ['='] = MAIL_STARTS_BAR | MAIL_STARTS_FILE,
    ['_'] = MAIL_STARTS_BAR,
    ['*'] = MAIL_STARTS_BAR,
    ['#'] = MAIL_STARTS_BAR | MAIL_STARTS_CODE,
    ['('] = MAIL_STARTS_BAR,
    ['['] = MAIL_STARTS_LINK,
    ['"'] = MAIL_STARTS_BAR,
    [0xe2] = MAIL_STARTS_BAR, /* dashes, lines of boxes */
    ['b'] = MAIL_STARTS_FILE,
    ['>'] = MAIL_STARTS_QUOTE,
    ['|'] = MAIL_STARTS_QUOTE,
    ['`'] = MAIL_STARTS_FENCE,
    ['~'] = MAIL_STARTS_FENCE,
};

/* The second bytes of traces, patches and prompts, by their first ones, with
 * which every fourth line of prose begins. */
static const char code_seconds[256] = {
    ['a'] = 't', ['.'] = '.', ['C'] = 'a', ['T'] = 'r', ['E'] = 'x',
    ['F'] = 'i', ['d'] = 'i', ['@'] = '@', ['$'] = ' ', ['-'] = '-',
};

/* By the last one. */
static const uint16_t last_traits[256] = {
    [':'] = MAIL_ENDS_COLON,
    [0x9a] = MAIL_ENDS_COLON, /* of U+FF1A */
    ['{'] = MAIL_ENDS_BRACE,
};

/* The columns of the blanks at `text`. */
static uint8_t indent_of(struct base_slice text) {
  unsigned column = 0;
  for (size_t at = 0; at < text.size && column < LARGEST_INDENT; at++) {
    if (text.bytes[at] == '\t') {
      column += TAB_STOP - column % TAB_STOP;
    } else if (!text_continues(text.bytes[at])) {
      column++;
    }
  }
  return (uint8_t)(column < LARGEST_INDENT ? column : LARGEST_INDENT);
}

/* Whether no blank is among the first eight bytes of a line. Those of a shorter
 * one are read with what stands beside it, which does not count: how long lines
 * are nobody can guess. */
static inline bool starts_name(const struct mail_page *page,
                               struct base_slice text) {
  if (page->size < BASE_EIGHT) {
    return false;
  }
  const char *last = page->bytes + page->size - BASE_EIGHT;
  const char *bytes = text.bytes < last ? text.bytes : last;
  bool blank = base_eight_holds(base_eight_load(bytes, BASE_EIGHT), ' ');
  return !blank & (text.size >= BASE_EIGHT);
}

/* What the words of a line show of it, with its columns of blanks. */
static inline unsigned traits_of(const struct mail_page *page,
                                 struct base_slice text, bool has_colon,
                                 uint8_t indent) {
  uint8_t first = (uint8_t)text.bytes[0];
  uint8_t last = (uint8_t)text.bytes[text.size - 1];
  bool code = text.bytes[text.size > 1] == code_seconds[first];
  return first_traits[first] | last_traits[last] |
         (code ? MAIL_STARTS_CODE : 0u) | (has_colon ? MAIL_HAS_COLON : 0u) |
         (indent >= MAIL_CODE_INDENT ? MAIL_IS_INDENTED : 0u) |
         (starts_name(page, text) ? MAIL_STARTS_NAME : 0u);
}

/* Adds a line of the text up to its end, unless it is blank: such a line is
 * written, too, and the next one in its place. Returns whether a gap is above
 * the next one; where memory ran out, as above this one. */
static inline bool add_line(struct mail_page *page, uint32_t from, uint32_t end,
                            bool has_colon, bool gap) {
  if (!mail_lines_reserve(&page->lines)) {
    return gap;
  }
  struct base_slice whole = {page->bytes + from, end - from};
  struct base_slice text = whole.size > 0 ? mail_trim(whole) : whole;
  size_t blanks = (size_t)(text.bytes - whole.bytes);
  uint8_t indent =
      blanks == 0 ? 0 : indent_of((struct base_slice){whole.bytes, blanks});
  bool is_blank = text.size == 0;
  unsigned traits = is_blank ? 0 : traits_of(page, text, has_colon, indent);
  uint32_t start = from + (uint32_t)blanks;
  page->traits |= (uint16_t)traits;
  page->lines.items[page->lines.count] = (struct mail_line){
      .start = start,
      .end = start + (uint32_t)text.size,
      .indent = indent,
      .zone = COURTESY_ZONE_BODY,
      .traits = (uint16_t)traits,
      .gap = gap,
  };
  page->lines.count += !is_blank;
  return is_blank;
}

/* Marks line ends; false when memory ran out. *is_ascii, whether all of the
 * text is. */
static bool mark_ends(struct mail_page *page, bool *is_ascii) {
  if (!base_marks_begin(&page->ends, page->size)) {
    return false;
  }
  const char *bytes = page->bytes;
  uint32_t size = page->size;
  struct base_block all = {0};
  for (uint32_t i = 0; i <= size / BASE_BLOCK; i++) {
    uint32_t at = i * BASE_BLOCK;
    struct base_block block = base_block_start(bytes + at, size - at);
    all = base_block_or(all, block);
    base_marks_put(page->ends.items, i,
                   base_block_bits(base_block_either(block, '\n', '\r')));
  }
  base_marks_end(&page->ends, page->size);
  *is_ascii = !base_block_any(all);
  return true;
}

/* Where the next colon stands, also a full-width one; the size for none. */
static uint32_t colon_from(const struct mail_page *page, uint32_t at,
                           bool is_ascii) {
  struct base_slice rest = {page->bytes + at, page->size - at};
  return at + (uint32_t)(is_ascii ? base_slice_find(rest, ':')
                                  : base_either_at(rest, ':', '\xef'));
}

static void read_lines(struct mail_page *page, bool is_ascii) {
  const struct base_marked *ends = page->ends.items;
  uint32_t colon = colon_from(page, 0, is_ascii);
  bool gap = true;
  for (uint32_t at = 0; at < page->size;) {
    uint32_t end = base_marks_next(ends, at);
    bool has_colon = colon < end;
    if (has_colon) {
      colon = colon_from(page, end, is_ascii);
    }
    gap = add_line(page, at, end, has_colon, gap);
    struct base_slice below = {page->bytes + end, page->size - end};
    at = end + (uint32_t)base_line_end_size(below);
  }
}

void mail_page_read(struct mail_page *page, const char *bytes, uint32_t size) {
  bool is_ascii;
  page->bytes = bytes;
  page->size = size;
  if (mark_ends(page, &is_ascii)) {
    read_lines(page, is_ascii);
  } else {
    page->lines.failed = true;
  }
}

void mail_page_destroy(struct mail_page *page) {
  mail_lines_destroy(&page->lines);
  base_marks_destroy(&page->ends);
}

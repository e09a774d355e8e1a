/* SPDX-License-Identifier: MIT */
#include "mail/page.h"

#include "base/block.h"
#include "mail/line.h"
#include "text/unicode.h"

#include <courtesy/types.h>

enum {
  TAB_STOP = 8,
  LARGEST_INDENT = 255,
  SHORT_LINE = 32,  /* bytes: lines of real texts are longer on the average */
  MOST_LINES = 4096 /* that room is made for at once */
};

/* By the first byte. */
static const uint16_t first_traits[256] = {
    ['-'] = MAIL_STARTS_BAR | MAIL_STARTS_FILE | MAIL_STARTS_CODE |
            MAIL_STARTS_LINK,
    ['='] = MAIL_STARTS_BAR | MAIL_STARTS_FILE,
    ['_'] = MAIL_STARTS_BAR,
    ['*'] = MAIL_STARTS_BAR,
    ['#'] = MAIL_STARTS_BAR | MAIL_STARTS_CODE,
    ['('] = MAIL_STARTS_BAR,
    ['['] = MAIL_STARTS_LINK,
    ['"'] = MAIL_STARTS_BAR,
    [0xe2] = MAIL_STARTS_BAR, /* U+2010 to U+2015, dashes */
    ['b'] = MAIL_STARTS_FILE,
    ['>'] = MAIL_STARTS_QUOTE,
    ['|'] = MAIL_STARTS_QUOTE,
    ['`'] = MAIL_STARTS_FENCE,
    ['~'] = MAIL_STARTS_FENCE,
    ['a'] = MAIL_STARTS_CODE,
    ['.'] = MAIL_STARTS_CODE,
    ['C'] = MAIL_STARTS_CODE,
    ['T'] = MAIL_STARTS_CODE,
    ['E'] = MAIL_STARTS_CODE,
    ['F'] = MAIL_STARTS_CODE,
    ['d'] = MAIL_STARTS_CODE,
    ['@'] = MAIL_STARTS_CODE,
    ['$'] = MAIL_STARTS_CODE,
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

/* What is known of the line that is being read. */
struct reader {
  struct mail_page *page;
  bool has_returns; /* anywhere in the text */
  uint32_t start;
  bool gap;
  bool has_colon;
};

/* A line of what is no blank. */
static inline void add_line(const struct reader *reader, struct base_slice text,
                            uint8_t indent) {
  struct mail_page *page = reader->page;
  if (!mail_lines_reserve(&page->lines)) {
    return;
  }
  uint32_t start = (uint32_t)(text.bytes - page->bytes);
  unsigned traits = first_traits[(uint8_t)text.bytes[0]] |
                    last_traits[(uint8_t)text.bytes[text.size - 1]] |
                    (reader->has_colon ? MAIL_HAS_COLON : 0u) |
                    (indent >= MAIL_CODE_INDENT ? MAIL_IS_INDENTED : 0u);
  page->traits |= (uint16_t)traits;
  page->lines.items[page->lines.count++] = (struct mail_line){
      .start = start,
      .end = start + (uint32_t)text.size,
      .indent = indent,
      .zone = COURTESY_ZONE_BODY,
      .traits = (uint16_t)traits,
      .gap = reader->gap,
  };
}

/* The line ends at `end`; the next one starts behind it. */
static inline void end_line(struct reader *reader, uint32_t end) {
  struct base_slice whole = {reader->page->bytes + reader->start,
                             end - reader->start};
  whole.size -= whole.size > 0 && whole.bytes[whole.size - 1] == '\r';
  struct base_slice text = whole.size > 0 ? mail_trim(whole) : whole;
  if (text.size > 0) {
    size_t blanks = (size_t)(text.bytes - whole.bytes);
    add_line(reader, text,
             blanks == 0 ? 0
                         : indent_of((struct base_slice){whole.bytes, blanks}));
  }
  reader->gap = text.size == 0;
  reader->start = end + 1;
  reader->has_colon = false;
}

/* Whether the text goes on with CRLF from `at` on. */
static bool pair_follows(const struct mail_page *page, size_t at) {
  return page->size > at + 1 && page->bytes[at] == '\r' &&
         page->bytes[at + 1] == '\n';
}

/* Where lines end at a CR in a block that holds LFs: unless LF or CRLF follows
 * it. */
static uint64_t return_ends(const struct mail_page *page,
                            struct base_block block, uint64_t feeds,
                            uint32_t at) {
  uint64_t last = UINT64_C(1) << (BASE_BLOCK - 1);
  uint64_t follows = feeds >> 1;
  if (page->size - at > BASE_BLOCK && page->bytes[at + BASE_BLOCK] == '\n') {
    follows |= last;
  }
  uint64_t returns = base_block_bits(base_block_equal(block, '\r'));
  uint64_t before = (returns & follows) >> 1;
  if (pair_follows(page, at + BASE_BLOCK)) {
    before |= last;
  }
  return returns & ~follows & ~before;
}

/* Where lines end in the block at `at`, the text's own end included. */
static inline uint64_t line_ends(const struct reader *reader,
                                 struct base_block block, uint32_t at) {
  uint32_t left = reader->page->size - at;
  uint64_t ends = base_block_bits(base_block_equal(block, '\n'));
  if (reader->has_returns) {
    ends |= return_ends(reader->page, block, ends, at);
  }
  return left < BASE_BLOCK ? ends | UINT64_C(1) << left : ends;
}

/* Reads the lines that end in the block at `at`. */
static inline void read_block(struct reader *reader, struct base_block block,
                              uint32_t at) {
  uint64_t colons = /* also of U+FF1A */
      base_block_bits(base_block_either(block, ':', '\xef'));
  uint64_t ends = line_ends(reader, block, at);
  for (; ends != 0; ends &= ends - 1) {
    uint64_t before = ends ^ (ends - 1);
    reader->has_colon |= (colons & before) != 0;
    colons &= ~before;
    end_line(reader, at + (uint32_t)__builtin_ctzll(ends));
  }
  reader->has_colon |= colons != 0;
}

void mail_page_read(struct mail_page *page, const char *bytes, uint32_t size) {
  page->bytes = bytes;
  page->size = size;
  struct reader reader = {
      .page = page,
      .has_returns = size > 0 && memchr(bytes, '\r', size) != NULL,
      .gap = true,
  };
  size_t lines = size / SHORT_LINE + 1;
  mail_lines_make_room(&page->lines, lines < MOST_LINES ? lines : MOST_LINES);
  for (size_t at = 0; at <= size; at += BASE_BLOCK) {
    struct base_block block = base_block_start(bytes + at, size - at);
    read_block(&reader, block, (uint32_t)at);
  }
}

void mail_page_destroy(struct mail_page *page) {
  mail_lines_destroy(&page->lines);
}

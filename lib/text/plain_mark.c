/* SPDX-License-Identifier: MIT */
#include "text/plain.h"

/* What a mark is when it is taken. */
enum how {
  LEAVE, /* not here: what is around it decides */
  ALWAYS,
  ALONE,        /* unless it stands twice */
  BEFORE_BLANK, /* a smiley may begin with it */
  INSIDE,       /* a smiley may begin with it behind a blank */
};

struct mark {
  uint16_t mark; /* of the token */
  uint8_t kind;
  uint8_t how;
};

#define STOP(sign)                                                             \
  { sign, TEXT_PUNCTUATION, ALONE }
#define COLON(sign)                                                            \
  { sign, TEXT_PUNCTUATION, BEFORE_BLANK }
#define BRACKET                                                                \
  { 0, TEXT_BRACKET, ALWAYS }
#define QUOTE(sign, how)                                                       \
  { sign, TEXT_SKIPPED, how }
#define OTHER                                                                  \
  { 0, TEXT_OTHER, ALONE }

static const struct mark ascii[128] = {
    [','] = STOP(','),
    ['.'] = STOP('.'),
    ['?'] = STOP('?'),
    ['!'] = STOP('!'),
    ['/'] = STOP('/'),
    ['&'] = STOP('&'),
    [':'] = COLON(':'),
    [';'] = COLON(';'),
    ['('] = BRACKET,
    [')'] = BRACKET,
    ['['] = BRACKET,
    [']'] = BRACKET,
    ['{'] = BRACKET,
    ['}'] = BRACKET,
    ['>'] = BRACKET,
    ['"'] = QUOTE('"', ALWAYS),
    ['\''] = QUOTE('\'', ALONE),
    ['`'] = QUOTE('`', ALONE),
    ['='] = {0, TEXT_OTHER, INSIDE},
    ['#'] = OTHER,
    ['$'] = OTHER,
    ['%'] = OTHER,
    ['+'] = OTHER,
    ['\\'] = OTHER,
    ['^'] = OTHER,
    ['|'] = OTHER,
    ['~'] = OTHER,
};

/* U+2000 and on. */
static const struct mark typographic[64] = {
    [0x12] = {0x2013, TEXT_PUNCTUATION, ALWAYS},
    [0x13] = {0x2013, TEXT_PUNCTUATION, ALWAYS},
    [0x14] = {0x2014, TEXT_PUNCTUATION, ALWAYS},
    [0x15] = {0x2014, TEXT_PUNCTUATION, ALWAYS},
    [0x18] = QUOTE('\'', ALWAYS),
    [0x19] = QUOTE('\'', ALWAYS),
    [0x1A] = QUOTE('\'', ALWAYS),
    [0x1B] = QUOTE('\'', ALWAYS),
    [0x1C] = QUOTE(0x201C, ALWAYS),
    [0x1D] = QUOTE(0x201D, ALWAYS),
    [0x1E] = QUOTE(0x201E, ALWAYS),
    [0x1F] = QUOTE(0x201F, ALWAYS),
    [0x26] = {0x2026, TEXT_PUNCTUATION, ALWAYS},
};

static bool stands_alone(const struct text_scan *scan) {
  return scan->at + 1 >= scan->end ||
         scan->bytes[scan->at + 1] != scan->bytes[scan->at];
}

static bool is_for_us(const struct text_scan *scan, const struct mark *mark) {
  switch (mark->how) {
  case ALWAYS:
    return true;
  case ALONE:
    return stands_alone(scan);
  case BEFORE_BLANK:
    return (text_plain_class(scan, scan->at + 1) & TEXT_BYTE_BLANK) != 0;
  case INSIDE:
    return !scan->blank && stands_alone(scan);
  default:
    return false;
  }
}

static void put(struct text_scan *scan, const struct mark *mark,
                uint32_t size) {
  bool quotes = mark->kind == TEXT_SKIPPED;
  text_plain_put(scan, (struct text_token){
                           .start = scan->at,
                           .end = scan->at + size,
                           .written = scan->written > 0 ? scan->written - 1 : 0,
                           .mark = mark->mark,
                           .kind = mark->kind,
                           .flags = (uint8_t)(text_plain_blank(scan) |
                                              (quotes ? TEXT_QUOTE_MARK : 0)),
                       });
  scan->quotes |= quotes && mark->mark != '\'';
  text_plain_go_on(scan, scan->at + size);
}

/* A hyphen between two words, or between blanks, where it is a dash. */
static bool take_hyphen(struct text_scan *scan) {
  static const struct mark dash = {0x2013, TEXT_PUNCTUATION, ALWAYS};
  static const struct mark hyphen = {0, TEXT_HYPHEN, ALWAYS};
  unsigned next = text_plain_class(scan, scan->at + 1);
  if (scan->blank) {
    if ((next & TEXT_BYTE_BLANK) == 0) {
      return false;
    }
    put(scan, &dash, 1);
    return true;
  }
  if ((next & TEXT_BYTE_WORD) == 0 || !text_scan_follows_word(scan)) {
    return false;
  }
  put(scan, &hyphen, 1);
  scan->hyphen = scan->count;
  return true;
}

bool text_plain_take_mark(struct text_scan *scan) {
  unsigned char byte = (unsigned char)scan->bytes[scan->at];
  if (byte == '-') {
    return take_hyphen(scan);
  }
  bool is_ascii = byte < 0x80;
  unsigned last = is_ascii ? 0 : text_plain_typographic(scan, scan->at);
  const struct mark *mark = is_ascii ? &ascii[byte] : &typographic[last & 0x3F];
  if (!is_for_us(scan, mark)) {
    return false;
  }
  put(scan, mark, is_ascii ? 1 : 3);
  return true;
}

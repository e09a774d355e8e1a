/* SPDX-License-Identifier: MIT */
#include "text/plain_mark.h"

#define PUNCTUATION(code, when)                                                \
  {                                                                            \
    TEXT_SIGN_OF_KIND(TEXT_PUNCTUATION) | TEXT_SIGN_OF_MARK(code), code,       \
        TEXT_PUNCTUATION, 0, when, false, true                                 \
  }
#define COMMA                                                                  \
  {                                                                            \
    TEXT_SIGN_OF_KIND(TEXT_PUNCTUATION) | TEXT_SIGN_OF_MARK(',') |             \
        TEXT_SIGN_PASSED,                                                      \
        ',', TEXT_PUNCTUATION, 0, TEXT_UNLESS_TWICE, false, true               \
  }
#define QUOTE(code, when, quotes)                                              \
  {                                                                            \
    TEXT_SIGN_OF_KIND(TEXT_SKIPPED) | TEXT_SIGN_PASSED, code, TEXT_SKIPPED,    \
        TEXT_QUOTE_MARK, when, quotes, false                                   \
  }
#define OF_KIND(kind, when)                                                    \
  { TEXT_SIGN_OF_KIND(kind), 0, kind, 0, when, false, true }
#define STOP(code) PUNCTUATION(code, TEXT_UNLESS_TWICE)
#define COLON(code) PUNCTUATION(code, TEXT_BEFORE_BLANK)
#define DASH(code) PUNCTUATION(code, TEXT_ALWAYS)
#define BRACKET OF_KIND(TEXT_BRACKET, TEXT_ALWAYS)
#define OTHER OF_KIND(TEXT_OTHER, TEXT_UNLESS_TWICE)
#define APOSTROPHE QUOTE('\'', TEXT_ALWAYS, false)

const struct text_plain_mark text_plain_marks[256] = {
    [','] = COMMA,
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
    ['"'] = QUOTE('"', TEXT_ALWAYS, true),
    ['\''] = QUOTE('\'', TEXT_UNLESS_TWICE, false),
    ['`'] = QUOTE('`', TEXT_UNLESS_TWICE, true),
    ['='] = OF_KIND(TEXT_OTHER, TEXT_INSIDE),
    ['#'] = OTHER,
    ['$'] = OTHER,
    ['%'] = OTHER,
    ['+'] = OTHER,
    ['\\'] = OTHER,
    ['^'] = OTHER,
    ['|'] = OTHER,
    ['~'] = OTHER,
};

const struct text_plain_mark text_plain_typographic_marks[64] = {
    [0x10] = PUNCTUATION('-', TEXT_BEHIND_BLANK),
    [0x11] = PUNCTUATION('-', TEXT_BEHIND_BLANK),
    [0x12] = DASH(0x2013),
    [0x13] = DASH(0x2013),
    [0x14] = DASH(0x2014),
    [0x15] = DASH(0x2014),
    [0x18] = APOSTROPHE,
    [0x19] = APOSTROPHE,
    [0x1A] = APOSTROPHE,
    [0x1B] = APOSTROPHE,
    [0x1C] = QUOTE(0x201C, TEXT_ALWAYS, true),
    [0x1D] = QUOTE(0x201D, TEXT_ALWAYS, true),
    [0x1E] = QUOTE(0x201E, TEXT_ALWAYS, true),
    [0x1F] = QUOTE(0x201F, TEXT_ALWAYS, true),
    [0x26] = DASH(0x2026),
};

/* SPDX-License-Identifier: MIT */
/* What a byte can be, for the tokenizer's ASCII road. */
#ifndef COURTESY_TEXT_BYTE_CLASS_H
#define COURTESY_TEXT_BYTE_CLASS_H

#include <stdbool.h>
#include <stdint.h>

enum text_byte_class {
  TEXT_BYTE_UPPER = 1 << 0,
  TEXT_BYTE_LOWER = 1 << 1,
  TEXT_BYTE_DIGIT = 1 << 2,
  TEXT_BYTE_BLANK = 1 << 3,  /* space and control characters */
  TEXT_BYTE_HIGH = 1 << 4,   /* not ASCII */
  TEXT_BYTE_JOINER = 1 << 5, /* may join a word: ' ` . & / _ : and not ASCII */
  TEXT_BYTE_MARK = 1 << 6,   /* , . ? ! */
  TEXT_BYTE_APART = 1 << 7,  /* never belongs to a word or number before it */
  TEXT_BYTE_LETTER = TEXT_BYTE_UPPER | TEXT_BYTE_LOWER,
  TEXT_BYTE_WORD = TEXT_BYTE_LETTER | TEXT_BYTE_DIGIT,
};

extern const uint8_t text_byte_classes[256];

static inline bool text_byte_is(char byte, unsigned classes) {
  return (text_byte_classes[(unsigned char)byte] & classes) != 0;
}

/* The lower-case form of an ASCII letter; digits stay. */
static inline char text_byte_lower(char byte) {
  return (char)((unsigned char)byte | 0x20);
}

/* U+00A0, with which HTML mail fills lines: a blank, too. */
static inline bool text_is_no_break_space(const char *bytes) {
  return bytes[0] == '\xC2' && bytes[1] == '\xA0';
}

#endif

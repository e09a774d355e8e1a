/* SPDX-License-Identifier: MIT */
/*
 * Code points and what Unicode says of them. The one place that knows
 * utf8proc.
 */
#ifndef COURTESY_TEXT_UNICODE_H
#define COURTESY_TEXT_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
  TEXT_REPLACEMENT = 0xFFFD,       /* what a byte that is not UTF-8 reads as */
  TEXT_OBJECT_REPLACEMENT = 0xFFFC /* stands for a template's placeholder */
};

/* Decodes the code point at `bytes`; `size` is not 0. Returns its length. A
 * byte that does not begin well-formed UTF-8 is U+FFFD of length 1. */
uint32_t text_decode(const char *bytes, size_t size, uint32_t *code);

/* Decodes the code point that ends right before bytes[at]; `at` is not 0. */
uint32_t text_decode_before(const char *bytes, size_t at, uint32_t *code);

/* Writes a code point as UTF-8 and returns its length. */
uint32_t text_encode(uint32_t code, char out[4]);

bool text_is_letter(uint32_t code); /* general category L* */
bool text_is_upper(uint32_t code);  /* Lu, Lt */
bool text_is_lower(uint32_t code);  /* Ll */
bool text_is_mark(uint32_t code);   /* M*: joins the code point before */
bool text_is_digit(uint32_t code);  /* Nd */
bool text_is_blank(uint32_t code);  /* Z*, tab to carriage return, NEL */

/* Simple case mappings; a code point without one is its own. */
uint32_t text_to_upper(uint32_t code);
uint32_t text_to_lower(uint32_t code);

/* Default_Ignorable_Code_Point: soft hyphen, zero-width characters,
 * variation selectors, … */
bool text_is_ignorable(uint32_t code);

/* Extended_Pictographic or a regional indicator; without the three ASCII-like
 * signs © ® ™. */
bool text_is_emoji(uint32_t code);

/* ' and the five code points that are typed for it. */
bool text_is_apostrophe(uint32_t code);

/* Replaces codes[0, count) by its NFC, and by its full case folding first
 * when `fold` says so; ignorable code points are dropped. Returns the new
 * count, or 0 when `room` (in code points) is too small. Its cost is quadratic
 * in the length of a run of combining marks: callers keep `count` small. */
size_t text_compose(uint32_t *codes, size_t count, size_t room, bool fold);

/* The Word_Break property, UAX #29 §4.1. */
enum text_word_break {
  TEXT_WB_OTHER = 0,
  TEXT_WB_CR,
  TEXT_WB_LF,
  TEXT_WB_NEWLINE,
  TEXT_WB_EXTEND,
  TEXT_WB_ZWJ,
  TEXT_WB_FORMAT,
  TEXT_WB_REGIONAL_INDICATOR,
  TEXT_WB_KATAKANA,
  TEXT_WB_HEBREW_LETTER,
  TEXT_WB_ALETTER,
  TEXT_WB_SINGLE_QUOTE,
  TEXT_WB_DOUBLE_QUOTE,
  TEXT_WB_MID_NUM_LET,
  TEXT_WB_MID_LETTER,
  TEXT_WB_MID_NUM,
  TEXT_WB_NUMERIC,
  TEXT_WB_EXTEND_NUM_LET,
  TEXT_WB_SEGMENT_SPACE,
  TEXT_WB_PICTOGRAPH, /* Other, but Extended_Pictographic: rule WB3c */
};

enum text_word_break text_word_break_of(uint32_t code);

#endif

/* SPDX-License-Identifier: MIT */
/*
 * Code points and what Unicode says of them: by tables, which are made of what
 * utf8proc says when the library is built.
 *
 *     code point    0 … 0 1 0 0 1 1 1 0 | 0 1 0 0 1 1 0      U+0426, Ц
 *                   └ place: its block    └ its place there
 *     properties    letter, upper, folds to itself + 32, ALetter
 */
#ifndef COURTESY_TEXT_UNICODE_H
#define COURTESY_TEXT_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
  TEXT_REPLACEMENT = 0xFFFD,        /* what a byte that is not UTF-8 reads as */
  TEXT_OBJECT_REPLACEMENT = 0xFFFC, /* stands for a template's placeholder */
  TEXT_CODE_POINTS = 0x110000,
};

enum text_class {
  TEXT_IS_LETTER = 1 << 0, /* general category L* */
  TEXT_IS_UPPER = 1 << 1,  /* Lu, Lt */
  TEXT_IS_LOWER = 1 << 2,  /* Ll */
  TEXT_IS_MARK = 1 << 3,   /* M*: joins the code point before */
  TEXT_IS_DIGIT = 1 << 4,  /* Nd */
  TEXT_IS_BLANK = 1 << 5,  /* Z*, tab to carriage return, NEL */
  /* Default_Ignorable_Code_Point: soft hyphen, zero-width characters,
   * variation selectors, … */
  TEXT_IS_IGNORABLE = 1 << 6,
  /* Extended_Pictographic or a regional indicator; without the three
   * ASCII-like signs © ® ™. */
  TEXT_IS_EMOJI = 1 << 7,
  TEXT_FOLDS_ALONE = 1 << 8, /* `fold` says all, whatever stands beside it */
};

struct text_property {
  int32_t fold; /* what to add to the code point for its key (text/fold.h) */
  uint16_t classes;
  uint8_t word_break;  /* enum text_word_break */
  uint8_t typed_break; /* the same, tailored (text/word_break.h) */
};

enum { TEXT_BLOCK = 128 }; /* code points */
extern const struct text_property text_properties[];
extern const uint16_t text_property_blocks[][TEXT_BLOCK];
extern const uint16_t text_property_places[];

/* What is beyond Unicode is as its last code point, which is none. */
static inline const struct text_property *text_property_of(uint32_t code) {
  code = code < TEXT_CODE_POINTS ? code : TEXT_CODE_POINTS - 1;
  uint16_t block = text_property_places[code / TEXT_BLOCK];
  return &text_properties[text_property_blocks[block][code % TEXT_BLOCK]];
}

static inline bool text_is(uint32_t code, unsigned classes) {
  return (text_property_of(code)->classes & classes) != 0;
}

/* Of text_decode, what neither one byte nor two tell. */
uint32_t text_decode_long(const char *bytes, size_t size, uint32_t *code);

/* Decodes the code point at `bytes`; `size` is not 0. Returns its length. A
 * byte that does not begin well-formed UTF-8 is U+FFFD of length 1. */
static inline uint32_t text_decode(const char *bytes, size_t size,
                                   uint32_t *code) {
  unsigned first = (unsigned char)bytes[0];
  if (first < 0x80) {
    *code = first;
    return 1;
  }
  if (first - 0xC2 <= 0xDF - 0xC2 && size >= 2) {
    unsigned second = (unsigned char)bytes[1] ^ 0x80U;
    if (second < 0x40) {
      *code = (first & 0x1F) << 6 | second;
      return 2;
    }
  }
  return text_decode_long(bytes, size, code);
}

/* Whether a byte goes on with a character that began before it. */
static inline bool text_continues(char byte) {
  return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Decodes the code point that ends right before bytes[at]; `at` is not 0. */
uint32_t text_decode_before(const char *bytes, size_t at, uint32_t *code);

/* Of text_encode, what takes more than two bytes. */
uint32_t text_encode_long(uint32_t code, char out[4]);

/* Writes a code point as UTF-8 and returns its length; 0 beyond Unicode. */
static inline uint32_t text_encode(uint32_t code, char out[4]) {
  if (code < 0x80) {
    out[0] = (char)code;
    return 1;
  }
  if (code < 0x800) {
    out[0] = (char)(0xC0 | code >> 6);
    out[1] = (char)(0x80 | (code & 0x3F));
    return 2;
  }
  return text_encode_long(code, out);
}

static inline bool text_is_letter(uint32_t code) {
  return text_is(code, TEXT_IS_LETTER);
}
static inline bool text_is_upper(uint32_t code) {
  return text_is(code, TEXT_IS_UPPER);
}
static inline bool text_is_lower(uint32_t code) {
  return text_is(code, TEXT_IS_LOWER);
}
static inline bool text_is_mark(uint32_t code) {
  return text_is(code, TEXT_IS_MARK);
}
static inline bool text_is_digit(uint32_t code) {
  return text_is(code, TEXT_IS_DIGIT);
}
static inline bool text_is_blank(uint32_t code) {
  return text_is(code, TEXT_IS_BLANK);
}
static inline bool text_is_ignorable(uint32_t code) {
  return text_is(code, TEXT_IS_IGNORABLE);
}
static inline bool text_is_emoji(uint32_t code) {
  return text_is(code, TEXT_IS_EMOJI);
}

/* Simple case mappings; a code point without one is its own. */
uint32_t text_to_upper(uint32_t code);
uint32_t text_to_lower(uint32_t code);

/* ' and the five code points that are typed for it. */
bool text_is_apostrophe(uint32_t code);

/* The sign that stands for this one in keys: one apostrophe, one hyphen. */
uint32_t text_fold_sign(uint32_t code);

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

#endif

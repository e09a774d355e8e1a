/* SPDX-License-Identifier: MIT */
#include "text/unicode_derive.h"

#include <utf8proc.h>

#define BIT(category) (1u << (category))

enum {
  UPPER = BIT(UTF8PROC_CATEGORY_LU) | BIT(UTF8PROC_CATEGORY_LT),
  LETTER = UPPER | BIT(UTF8PROC_CATEGORY_LL) | BIT(UTF8PROC_CATEGORY_LM) |
           BIT(UTF8PROC_CATEGORY_LO),
  MARK = BIT(UTF8PROC_CATEGORY_MN) | BIT(UTF8PROC_CATEGORY_MC) |
         BIT(UTF8PROC_CATEGORY_ME),
  SEPARATOR = BIT(UTF8PROC_CATEGORY_ZS) | BIT(UTF8PROC_CATEGORY_ZL) |
              BIT(UTF8PROC_CATEGORY_ZP),
};

static bool has_category(uint32_t code, unsigned categories) {
  return (BIT(utf8proc_category((utf8proc_int32_t)code)) & categories) != 0;
}

static bool is_pictograph(uint32_t code) {
  return utf8proc_get_property((utf8proc_int32_t)code)->boundclass ==
         UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

static bool is_regional_indicator(uint32_t code) {
  return code >= 0x1F1E6 && code <= 0x1F1FF;
}

struct range {
  uint32_t first;
  uint32_t last;
};

static bool in_ranges(uint32_t code, const struct range *ranges, size_t count) {
  size_t low = 0;
  while (low < count) {
    size_t middle = low + (count - low) / 2;
    if (code > ranges[middle].last) {
      low = middle + 1;
    } else if (code < ranges[middle].first) {
      count = middle;
    } else {
      return true;
    }
  }
  return false;
}

#define IN(code, ranges)                                                       \
  in_ranges(code, ranges, sizeof(ranges) / sizeof((ranges)[0]))

/* Letters that are no ALetter: ideographs, Hiragana, and the South East Asian
 * scripts, whose words have no blanks between them (Line_Break SA). Coarse:
 * it is asked of letters only. */
static const struct range unspaced_letters[] = {
    {0xE00, 0xEFF},     {0x1000, 0x109F},   {0x1780, 0x17FF},
    {0x1950, 0x19DF},   {0x1A20, 0x1AAF},   {0x3006, 0x3007},
    {0x3021, 0x3029},   {0x3038, 0x303A},   {0x3041, 0x309F},
    {0x3400, 0x9FFF},   {0xA9E0, 0xA9FF},   {0xAA60, 0xAADF},
    {0xF900, 0xFAFF},   {0x11700, 0x1174F}, {0x17000, 0x18D7F},
    {0x1B001, 0x1B11F}, {0x1B132, 0x1B152}, {0x1B170, 0x1B2FF},
    {0x20000, 0x3FFFF},
};

/* ALetter by name in UAX #29 or by Other_Alphabetic, though no letter. */
static const struct range letter_like[] = {
    {0x2C2, 0x2C5},     {0x2D2, 0x2D7},     {0x2DE, 0x2DF},
    {0x2E5, 0x2EB},     {0x2ED, 0x2ED},     {0x2EF, 0x2FF},
    {0x55A, 0x55C},     {0x55E, 0x55E},     {0x58A, 0x58A},
    {0x5F3, 0x5F3},     {0x24B6, 0x24E9},   {0xA708, 0xA716},
    {0xA720, 0xA721},   {0xA789, 0xA78A},   {0xAB5B, 0xAB5B},
    {0x1F130, 0x1F149}, {0x1F150, 0x1F169}, {0x1F170, 0x1F189},
};

static const struct range hebrew_letters[] = {
    {0x5D0, 0x5EA},   {0x5EF, 0x5F2},   {0xFB1D, 0xFB1D},
    {0xFB1F, 0xFB28}, {0xFB2A, 0xFB4F},
};

static const struct range katakana[] = {
    {0x3031, 0x3035},   {0x309B, 0x309C},   {0x30A0, 0x30FA},
    {0x30FC, 0x30FF},   {0x31F0, 0x31FF},   {0x32D0, 0x32FE},
    {0x3300, 0x3357},   {0xFF66, 0xFF9D},   {0x1AFF0, 0x1AFF3},
    {0x1AFF5, 0x1AFFB}, {0x1AFFD, 0x1AFFE}, {0x1B000, 0x1B000},
    {0x1B120, 0x1B122}, {0x1B155, 0x1B155}, {0x1B164, 0x1B167},
};

/* The closed lists of UAX #29 table 3, and the no-break spaces, which are no
 * WSegSpace. */
static const struct {
  uint16_t code;
  uint8_t property;
} listed[] = {
    {0xA, TEXT_WB_LF},
    {0xB, TEXT_WB_NEWLINE},
    {0xC, TEXT_WB_NEWLINE},
    {0xD, TEXT_WB_CR},
    {0x22, TEXT_WB_DOUBLE_QUOTE},
    {0x27, TEXT_WB_SINGLE_QUOTE},
    {0x2C, TEXT_WB_MID_NUM},
    {0x2E, TEXT_WB_MID_NUM_LET},
    {0x3A, TEXT_WB_MID_LETTER},
    {0x3B, TEXT_WB_MID_NUM},
    {0x5F, TEXT_WB_EXTEND_NUM_LET},
    {0x85, TEXT_WB_NEWLINE},
    {0xA0, TEXT_WB_OTHER},
    {0xB7, TEXT_WB_MID_LETTER},
    {0x37E, TEXT_WB_MID_NUM},
    {0x387, TEXT_WB_MID_LETTER},
    {0x55F, TEXT_WB_MID_LETTER},
    {0x589, TEXT_WB_MID_NUM},
    {0x5F4, TEXT_WB_MID_LETTER},
    {0x60C, TEXT_WB_MID_NUM},
    {0x60D, TEXT_WB_MID_NUM},
    {0x66B, TEXT_WB_NUMERIC},
    {0x66C, TEXT_WB_MID_NUM},
    {0x7F8, TEXT_WB_MID_NUM},
    {0x2007, TEXT_WB_OTHER},
    {0x200B, TEXT_WB_OTHER},
    {0x200C, TEXT_WB_EXTEND},
    {0x200D, TEXT_WB_ZWJ},
    {0x2018, TEXT_WB_MID_NUM_LET},
    {0x2019, TEXT_WB_MID_NUM_LET},
    {0x2024, TEXT_WB_MID_NUM_LET},
    {0x2027, TEXT_WB_MID_LETTER},
    {0x2028, TEXT_WB_NEWLINE},
    {0x2029, TEXT_WB_NEWLINE},
    {0x202F, TEXT_WB_EXTEND_NUM_LET},
    {0x203F, TEXT_WB_EXTEND_NUM_LET},
    {0x2040, TEXT_WB_EXTEND_NUM_LET},
    {0x2044, TEXT_WB_MID_NUM},
    {0x2054, TEXT_WB_EXTEND_NUM_LET},
    {0xFE10, TEXT_WB_MID_NUM},
    {0xFE13, TEXT_WB_MID_LETTER},
    {0xFE14, TEXT_WB_MID_NUM},
    {0xFE33, TEXT_WB_EXTEND_NUM_LET},
    {0xFE34, TEXT_WB_EXTEND_NUM_LET},
    {0xFE4D, TEXT_WB_EXTEND_NUM_LET},
    {0xFE4E, TEXT_WB_EXTEND_NUM_LET},
    {0xFE4F, TEXT_WB_EXTEND_NUM_LET},
    {0xFE50, TEXT_WB_MID_NUM},
    {0xFE52, TEXT_WB_MID_NUM_LET},
    {0xFE54, TEXT_WB_MID_NUM},
    {0xFE55, TEXT_WB_MID_LETTER},
    {0xFF07, TEXT_WB_MID_NUM_LET},
    {0xFF0C, TEXT_WB_MID_NUM},
    {0xFF0E, TEXT_WB_MID_NUM_LET},
    {0xFF1A, TEXT_WB_MID_LETTER},
    {0xFF1B, TEXT_WB_MID_NUM},
    {0xFF3F, TEXT_WB_EXTEND_NUM_LET},
    {0xFF9E, TEXT_WB_EXTEND},
    {0xFF9F, TEXT_WB_EXTEND},
};

static bool find_listed(uint32_t code, enum text_word_break *property) {
  size_t low = 0;
  size_t high = sizeof listed / sizeof listed[0];
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (listed[middle].code == code) {
      *property = (enum text_word_break)listed[middle].property;
      return true;
    }
    if (listed[middle].code < code) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return false;
}

static enum text_word_break letter_word_break(uint32_t code) {
  if (IN(code, hebrew_letters)) {
    return TEXT_WB_HEBREW_LETTER;
  }
  if (IN(code, katakana)) {
    return TEXT_WB_KATAKANA;
  }
  return IN(code, unspaced_letters) ? TEXT_WB_OTHER : TEXT_WB_ALETTER;
}

static enum text_word_break word_break_of(uint32_t code) {
  enum text_word_break property;
  if (find_listed(code, &property)) {
    return property;
  }
  switch (utf8proc_category((utf8proc_int32_t)code)) {
  case UTF8PROC_CATEGORY_LU:
  case UTF8PROC_CATEGORY_LL:
  case UTF8PROC_CATEGORY_LT:
  case UTF8PROC_CATEGORY_LM:
  case UTF8PROC_CATEGORY_LO:
  case UTF8PROC_CATEGORY_NL:
    return letter_word_break(code);
  case UTF8PROC_CATEGORY_MN:
  case UTF8PROC_CATEGORY_MC:
  case UTF8PROC_CATEGORY_ME:
    return TEXT_WB_EXTEND;
  case UTF8PROC_CATEGORY_ND:
    return TEXT_WB_NUMERIC;
  case UTF8PROC_CATEGORY_CF:
    return code >= 0xE0020 && code <= 0xE007F ? TEXT_WB_EXTEND /* tags */
                                              : TEXT_WB_FORMAT;
  case UTF8PROC_CATEGORY_ZS:
    return TEXT_WB_SEGMENT_SPACE;
  default:
    break;
  }
  if (IN(code, letter_like)) {
    return TEXT_WB_ALETTER;
  }
  if (IN(code, katakana)) {
    return TEXT_WB_KATAKANA;
  }
  if (is_regional_indicator(code)) {
    return TEXT_WB_REGIONAL_INDICATOR;
  }
  if (code >= 0x1F3FB && code <= 0x1F3FF) { /* Emoji_Modifier */
    return TEXT_WB_EXTEND;
  }
  return is_pictograph(code) ? TEXT_WB_PICTOGRAPH : TEXT_WB_OTHER;
}

/* As words are typed: text/word_break.h says how. */
static enum text_word_break typed_break_of(uint32_t code) {
  switch (code) {
  case '.':
  case ':':
    return TEXT_WB_MID_NUM;
  case '_':
    return TEXT_WB_MID_NUM_LET;
  case 0x202F:
    return TEXT_WB_OTHER;
  case '`':
  case 0xB4:
    return TEXT_WB_MID_LETTER;
  case 0x200B:
    return TEXT_WB_FORMAT;
  default:
    return word_break_of(code);
  }
}

/* Control characters are blanks: a NUL between two words must not keep a
 * phrase from being met. */
static bool is_blank(uint32_t code) {
  if (code < 0x80) {
    return code <= ' ' || code == 0x7F;
  }
  return code == 0x85 || has_category(code, SEPARATOR);
}

static bool is_ignorable(uint32_t code) {
  return code >= 0x80 &&
         utf8proc_get_property((utf8proc_int32_t)code)->ignorable;
}

/* All but the three ASCII-like signs © ® ™. */
static bool is_emoji(uint32_t code) {
  return code > 0xAE && code != 0x2122 &&
         (is_pictograph(code) || is_regional_indicator(code));
}

static unsigned classes_of(uint32_t code) {
  return (has_category(code, LETTER) ? TEXT_IS_LETTER : 0U) |
         (has_category(code, UPPER) ? TEXT_IS_UPPER : 0U) |
         (has_category(code, BIT(UTF8PROC_CATEGORY_LL)) ? TEXT_IS_LOWER : 0U) |
         (has_category(code, MARK) ? TEXT_IS_MARK : 0U) |
         (has_category(code, BIT(UTF8PROC_CATEGORY_ND)) ? TEXT_IS_DIGIT : 0U) |
         (is_blank(code) ? TEXT_IS_BLANK : 0U) |
         (is_ignorable(code) ? TEXT_IS_IGNORABLE : 0U) |
         (is_emoji(code) ? TEXT_IS_EMOJI : 0U);
}

/* Enough for any code point: U+FDFA has 18. */
enum { DECOMPOSED = 24 };

static size_t decompose(uint32_t code, bool fold,
                        utf8proc_int32_t parts[DECOMPOSED]) {
  int boundary = 0;
  utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE |
                              UTF8PROC_IGNORE | (fold ? UTF8PROC_CASEFOLD : 0);
  utf8proc_ssize_t count = utf8proc_decompose_char(
      (utf8proc_int32_t)code, parts, DECOMPOSED, options, &boundary);
  return count < 0 || count > DECOMPOSED ? 0 : (size_t)count;
}

void text_derive_joining(bool joining[TEXT_CODE_POINTS]) {
  joining[0x11A7] = true; /* no trailing jamo, but utf8proc takes it for one */
  for (uint32_t code = 0; code < TEXT_CODE_POINTS; code++) {
    utf8proc_int32_t parts[DECOMPOSED];
    size_t count = decompose(code, false, parts);
    for (size_t i = 1; i < count; i++) {
      joining[parts[i]] = true;
    }
    if (utf8proc_get_property((utf8proc_int32_t)code)->combining_class != 0) {
      joining[code] = true;
    }
  }
}

/* Whether a code point is folded to one whatever stands beside it: it is not
 * dropped, and nothing of it can go together with what stands before. */
static bool fold_alone(uint32_t code, const bool joining[TEXT_CODE_POINTS],
                       uint32_t *folded) {
  utf8proc_int32_t parts[DECOMPOSED];
  size_t count = decompose(code, true, parts);
  if (count == 0 || joining[parts[0]]) {
    return false;
  }
  uint32_t codes[DECOMPOSED] = {code};
  if (text_compose(codes, 1, DECOMPOSED, true) != 1) {
    return false;
  }
  *folded = codes[0];
  return true;
}

struct text_property text_derive_property(
    uint32_t code, const bool joining[TEXT_CODE_POINTS]) {
  uint32_t folded = code;
  unsigned classes = classes_of(code);
  uint32_t sign = is_blank(code) ? ' ' : text_fold_sign(code);
  classes |= fold_alone(sign, joining, &folded) ? TEXT_FOLDS_ALONE : 0U;
  return (struct text_property){
      .fold = (int32_t)folded - (int32_t)code,
      .classes = (uint16_t)classes,
      .word_break = (uint8_t)word_break_of(code),
      .typed_break = (uint8_t)typed_break_of(code),
  };
}

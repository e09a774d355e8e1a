/* SPDX-License-Identifier: MIT */
#include "text/unicode.h"

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

uint32_t text_decode(const char *bytes, size_t size, uint32_t *code) {
  unsigned char first = (unsigned char)bytes[0];
  if (first < 0x80) {
    *code = first;
    return 1;
  }
  utf8proc_int32_t decoded;
  utf8proc_ssize_t length =
      utf8proc_iterate((const utf8proc_uint8_t *)bytes,
                       size < 4 ? (utf8proc_ssize_t)size : 4, &decoded);
  if (length <= 0) {
    *code = TEXT_REPLACEMENT;
    return 1;
  }
  *code = (uint32_t)decoded;
  return (uint32_t)length;
}

uint32_t text_decode_before(const char *bytes, size_t at, uint32_t *code) {
  size_t most = at < 4 ? at : 4;
  for (size_t back = 1; back <= most; back++) {
    if (((unsigned char)bytes[at - back] & 0xC0) != 0x80) {
      uint32_t length = text_decode(bytes + at - back, back, code);
      if (length == back) {
        return length;
      }
      break;
    }
  }
  *code = TEXT_REPLACEMENT;
  return 1;
}

uint32_t text_encode(uint32_t code, char out[4]) {
  return (uint32_t)utf8proc_encode_char((utf8proc_int32_t)code,
                                        (utf8proc_uint8_t *)out);
}

static bool has_category(uint32_t code, unsigned categories) {
  return (BIT(utf8proc_category((utf8proc_int32_t)code)) & categories) != 0;
}

bool text_is_letter(uint32_t code) {
  return code < 0x80 ? (code | 0x20) - 'a' < 26U : has_category(code, LETTER);
}

bool text_is_upper(uint32_t code) {
  return code < 0x80 ? code - 'A' < 26U : has_category(code, UPPER);
}

bool text_is_lower(uint32_t code) {
  return has_category(code, BIT(UTF8PROC_CATEGORY_LL));
}

bool text_is_mark(uint32_t code) {
  return code >= 0x300 && has_category(code, MARK);
}

bool text_is_digit(uint32_t code) {
  return code < 0x80 ? code - '0' < 10U
                     : has_category(code, BIT(UTF8PROC_CATEGORY_ND));
}

uint32_t text_to_upper(uint32_t code) {
  return (uint32_t)utf8proc_toupper((utf8proc_int32_t)code);
}

uint32_t text_to_lower(uint32_t code) {
  return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code);
}

bool text_is_blank(uint32_t code) {
  if (code < 0x80) {
    return code == ' ' || (code >= '\t' && code <= '\r');
  }
  return code == 0x85 || has_category(code, SEPARATOR);
}

bool text_is_ignorable(uint32_t code) {
  return code >= 0x80 &&
         utf8proc_get_property((utf8proc_int32_t)code)->ignorable;
}

static bool is_pictograph(uint32_t code) {
  return utf8proc_get_property((utf8proc_int32_t)code)->boundclass ==
         UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

static bool is_regional_indicator(uint32_t code) {
  return code >= 0x1F1E6 && code <= 0x1F1FF;
}

bool text_is_emoji(uint32_t code) {
  if (code <= 0xAE || code == 0x2122 /* ™ */) {
    return false;
  }
  return is_pictograph(code) || is_regional_indicator(code);
}

bool text_is_apostrophe(uint32_t code) {
  switch (code) {
  case '\'':
  case '`':
  case 0xB4:
  case 0x2BC:
  case 0x2018:
  case 0x2019:
    return true;
  default:
    return false;
  }
}

/* Canonical ordering (Unicode §3.11): marks behind a starter are sorted by
 * combining class, equal ones keep their order. */
static void order_marks(uint32_t *codes, size_t count) {
  for (size_t i = 1; i < count; i++) {
    uint32_t code = codes[i];
    utf8proc_propval_t rank =
        utf8proc_get_property((utf8proc_int32_t)code)->combining_class;
    size_t place = i;
    while (rank > 0 && place > 0 &&
           utf8proc_get_property((utf8proc_int32_t)codes[place - 1])
                   ->combining_class > rank) {
      codes[place] = codes[place - 1];
      place--;
    }
    codes[place] = code;
  }
}

/* Enough for the longest full decomposition of one code point (18, U+FDFA,
 * were it compatible; 4 canonically). */
enum { DECOMPOSED = 24 };

size_t text_compose(uint32_t *codes, size_t count, size_t room, bool fold) {
  utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE |
                              UTF8PROC_IGNORE | (fold ? UTF8PROC_CASEFOLD : 0);
  /* The input moves to the end of the room, the output grows from its
   * start and must not overtake it. */
  size_t unread = room - count;
  for (size_t i = count; i > 0; i--) {
    codes[unread + i - 1] = codes[i - 1];
  }
  size_t made = 0;
  for (; unread < room; unread++) {
    utf8proc_int32_t parts[DECOMPOSED];
    int boundary = 0;
    utf8proc_ssize_t length = utf8proc_decompose_char(
        (utf8proc_int32_t)codes[unread], parts, DECOMPOSED, options, &boundary);
    if (length < 0 || length > DECOMPOSED ||
        made + (size_t)length > unread + 1) {
      return 0;
    }
    for (utf8proc_ssize_t i = 0; i < length; i++) {
      codes[made++] = (uint32_t)parts[i];
    }
  }
  order_marks(codes, made);
  utf8proc_ssize_t size = utf8proc_normalize_utf32(
      (utf8proc_int32_t *)codes, (utf8proc_ssize_t)made,
      UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  return size < 0 ? 0 : (size_t)size;
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

enum text_word_break text_word_break_of(uint32_t code) {
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

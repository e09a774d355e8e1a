/* SPDX-License-Identifier: MIT */
#include "text/unicode.h"

#include <utf8proc.h>

/* The six bits of a byte that goes on; more when it does not. */
static uint32_t next_bits(char byte) {
  return (unsigned char)byte ^ 0x80U;
}

/* Well-formed UTF-8 after Unicode table 3-7: no overlong forms, no surrogates,
 * nothing beyond U+10FFFF. */
uint32_t text_decode_long(const char *bytes, size_t size, uint32_t *code) {
  uint32_t first = (unsigned char)bytes[0];
  *code = TEXT_REPLACEMENT;
  if (first < 0xE0 || size < 3) {
    return 1;
  }
  uint32_t second = next_bits(bytes[1]);
  uint32_t third = next_bits(bytes[2]);
  if ((second | third) >= 0x40) {
    return 1;
  }
  if (first < 0xF0) {
    uint32_t value = (first & 0x0F) << 12 | second << 6 | third;
    bool formed = value >= 0x800 && (value < 0xD800 || value > 0xDFFF);
    *code = formed ? value : TEXT_REPLACEMENT;
    return formed ? 3 : 1;
  }
  uint32_t fourth = size > 3 ? next_bits(bytes[3]) : 0x40;
  uint32_t value = (first & 0x0F) << 18 | second << 12 | third << 6 | fourth;
  bool formed = fourth < 0x40 && value >= 0x10000 && value < TEXT_CODE_POINTS;
  *code = formed ? value : TEXT_REPLACEMENT;
  return formed ? 4 : 1;
}

uint32_t text_decode_before(const char *bytes, size_t at, uint32_t *code) {
  size_t most = at < 4 ? at : 4;
  for (size_t back = 1; back <= most; back++) {
    if (!text_continues(bytes[at - back])) {
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

uint32_t text_encode_long(uint32_t code, char out[4]) {
  return (uint32_t)utf8proc_encode_char((utf8proc_int32_t)code,
                                        (utf8proc_uint8_t *)out);
}

/* ASCII needs no tables, which then need not be in memory. */

uint32_t text_to_upper(uint32_t code) {
  if (code < 0x80) {
    return code >= 'a' && code <= 'z' ? code - 'a' + 'A' : code;
  }
  return (uint32_t)utf8proc_toupper((utf8proc_int32_t)code);
}

uint32_t text_to_lower(uint32_t code) {
  if (code < 0x80) {
    return code >= 'A' && code <= 'Z' ? code - 'A' + 'a' : code;
  }
  return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code);
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

uint32_t text_fold_sign(uint32_t code) {
  if (text_is_apostrophe(code)) {
    return '\'';
  }
  if (code == 0x2010 || code == 0x2011) {
    return '-';
  }
  return code;
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

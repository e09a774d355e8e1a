/* SPDX-License-Identifier: MIT */
#include "text/letters.h"

#include "text/byte_class.h"
#include "text/token.h"

#include <string.h>

/* What the table says of the two bytes, 0 when they are no code point. */
static inline uint32_t pair_at(const char *bytes) {
  unsigned first = (unsigned char)bytes[0];
  unsigned second = (unsigned char)bytes[1];
  uint32_t code = (first & 0x1F) << 6 | (second & 0x3F);
  bool is_pair = (first & 0xE0) == 0xC0 && (second & 0xC0) == 0x80;
  return is_pair ? text_pairs[code] : 0;
}

/* Signs of ASCII that end a word of letters whatever follows, although words
 * and numbers of ASCII may go on over them. */
static bool ends_letters(unsigned char byte) {
  static const uint64_t signs = UINT64_C(1) << '%' | UINT64_C(1) << '&' |
                                UINT64_C(1) << ',' | UINT64_C(1) << '/' |
                                UINT64_C(1) << ':';
  return byte < 64 && (signs >> byte & 1) != 0;
}

static bool is_apart(const char *bytes) {
  return text_byte_is(*bytes, TEXT_BYTE_APART) ||
         ends_letters((unsigned char)*bytes) ||
         (pair_at(bytes) & TEXT_PAIR_APART) != 0;
}

/* How many letters there are, and how many of them are capitals. */
struct count {
  uint32_t letters;
  uint32_t upper;
};

static uint32_t read_letters(const char *bytes, char *folded,
                             struct count *count) {
  uint32_t at = 0;
  while (at < TEXT_LETTERS_MAX) {
    uint32_t pair = pair_at(bytes + at);
    if ((pair & TEXT_PAIR_LETTER) != 0) {
      folded[at] = (char)pair;
      folded[at + 1] = (char)(pair >> 8);
      count->upper += pair / TEXT_PAIR_UPPER & 1;
      at += 2;
    } else if (text_byte_is(bytes[at], TEXT_BYTE_LETTER)) {
      folded[at] = text_byte_lower(bytes[at]);
      count->upper += text_byte_is(bytes[at], TEXT_BYTE_UPPER);
      at++;
    } else {
      break;
    }
    count->letters++;
  }
  return at;
}

static unsigned capitals_of(const char *bytes, const struct count *count) {
  bool first = text_byte_is(*bytes, TEXT_BYTE_UPPER) ||
               (pair_at(bytes) & TEXT_PAIR_UPPER) != 0;
  bool all = count->upper == count->letters && count->upper > 1;
  return (first ? TEXT_CAPITALISED : 0U) | (all ? TEXT_ALL_CAPITALS : 0U);
}

bool text_letters_end_before(const char *bytes, uint32_t at) {
  return at >= 2 && (pair_at(bytes + at - 2) & TEXT_PAIR_LETTER) != 0;
}

void text_letters_read(const char *bytes, struct text_letters *letters) {
  struct count count = {0};
  memset(letters->folded, 0, TEXT_KEY_MAX);
  uint32_t size = read_letters(bytes, letters->folded, &count);
  letters->capitals =
      (uint16_t)(count.upper == 0 ? 0 : capitals_of(bytes, &count));
  letters->is_apart = is_apart(bytes + size);
  letters->size = size < TEXT_LETTERS_MAX ? size : 0;
}

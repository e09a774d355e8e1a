/* SPDX-License-Identifier: MIT */
#include "text/letters.h"

#include "text/byte_class.h"
#include "text/token.h"

#include <string.h>

/* What the table says of the two bytes, 0 when they are no code point. */
static inline uint32_t pair_at(const char *bytes) {
  enum { LEAD = 0xC0, TRAIL = 0x80, NO_LEAD = 0xE0, NO_TRAIL = 0xC0 };
  uint32_t both = (unsigned char)bytes[0] | (uint32_t)(unsigned char)bytes[1]
                                                << 8;
  uint32_t bits = both ^ (LEAD | TRAIL << 8);
  return (bits & (NO_LEAD | NO_TRAIL << 8)) == 0
             ? text_pairs[(bits << 6 & 0x7C0) | bits >> 8]
             : 0;
}

/* Signs of ASCII that end a word whatever follows, some of them unless all of
 * the word is ASCII: that may go on over them (and/or, R&D, http://). */
static bool ends_letters(unsigned char byte, bool is_ascii) {
  static const uint64_t always = UINT64_C(1) << '%' | UINT64_C(1) << ',';
  static const uint64_t joiners =
      UINT64_C(1) << '&' | UINT64_C(1) << '/' | UINT64_C(1) << ':';
  uint64_t signs = is_ascii ? always : always | joiners;
  return byte < 64 && (signs >> byte & 1) != 0;
}

static bool is_apart(const char *bytes, bool is_ascii) {
  return text_byte_is(*bytes, TEXT_BYTE_APART) ||
         ends_letters((unsigned char)*bytes, is_ascii) ||
         (pair_at(bytes) & TEXT_PAIR_APART) != 0;
}

/* A word while it is read. */
struct reading {
  uint32_t size;
  uint32_t upper;         /* letters */
  uint32_t short_letters; /* of one byte */
};

/* Letters of one script follow each other: each kind has its loop. */
static inline void read_pairs(const char *bytes, char *folded,
                              struct reading *reading) {
  uint32_t size = reading->size;
  uint32_t upper = 0;
  while (size < TEXT_LETTERS_MAX) {
    uint32_t pair = pair_at(bytes + size);
    if ((pair & TEXT_PAIR_LETTER) == 0) {
      break;
    }
    folded[size] = (char)pair;
    folded[size + 1] = (char)(pair >> 8);
    upper += pair / TEXT_PAIR_UPPER % 2;
    size += 2;
  }
  reading->size = size;
  reading->upper += upper;
}

static inline void read_short(const char *bytes, char *folded,
                              struct reading *reading) {
  uint32_t first = reading->size;
  uint32_t size = first;
  while (size < TEXT_LETTERS_MAX &&
         text_byte_is(bytes[size], TEXT_BYTE_LETTER)) {
    folded[size] = text_byte_lower(bytes[size]);
    reading->upper += text_byte_is(bytes[size], TEXT_BYTE_UPPER);
    size++;
  }
  reading->size = size;
  reading->short_letters += size - first;
}

static unsigned capitals_of(const char *bytes, const struct reading *reading) {
  uint32_t letters = (reading->size + reading->short_letters) / 2;
  bool first = text_byte_is(*bytes, TEXT_BYTE_UPPER) ||
               (pair_at(bytes) & TEXT_PAIR_UPPER) != 0;
  bool all = reading->upper == letters && letters > 1;
  return (first ? TEXT_CAPITALISED : 0U) | (all ? TEXT_ALL_CAPITALS : 0U);
}

bool text_letters_end_before(const char *bytes, uint32_t at) {
  return at >= 2 && (pair_at(bytes + at - 2) & TEXT_PAIR_LETTER) != 0;
}

void text_letters_read(const char *bytes, struct text_letters *letters) {
  struct reading reading = {0};
  uint32_t before = TEXT_LETTERS_MAX;
  memset(letters->folded, 0, TEXT_KEY_MAX);
  read_pairs(bytes, letters->folded, &reading);
  while (!text_byte_is(bytes[reading.size], TEXT_BYTE_APART) &&
         reading.size != before) {
    before = reading.size;
    read_short(bytes, letters->folded, &reading);
    read_pairs(bytes, letters->folded, &reading);
  }
  letters->capitals =
      (uint16_t)(reading.upper == 0 ? 0 : capitals_of(bytes, &reading));
  letters->is_apart =
      is_apart(bytes + reading.size, reading.short_letters == reading.size);
  letters->size = reading.size < TEXT_LETTERS_MAX ? reading.size : 0;
}

/* SPDX-License-Identifier: MIT */
#include "text/letters.h"

#include "text/letter_block.h"
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

bool text_letters_are_apart(const struct text_letters *letters,
                            const char *behind) {
  return text_byte_is(*behind, TEXT_BYTE_APART) ||
         ends_letters((unsigned char)*behind, letters->is_ascii) ||
         (pair_at(behind) & TEXT_PAIR_APART) != 0;
}

/* A word while it is read. */
struct reading {
  uint32_t size;
  uint64_t upper; /* bit i: byte i is of a capital, */
  uint64_t wide;  /* or of a letter of two bytes */
};

static inline uint64_t bits_below(uint32_t size) {
  return (UINT64_C(1) << size) - 1;
}

static inline void read_block(const char *bytes, char *folded,
                              struct reading *reading) {
  uint32_t size = reading->size;
  struct text_letter_block block = text_letter_block_read(bytes + size);
  memcpy(folded + size, &block.folded, sizeof block.folded);
  reading->upper |= (uint64_t)block.upper << size;
  reading->wide |= (uint64_t)block.wide << size;
  reading->size = size + block.size;
}

/* Letters of two bytes that a block leaves. */
static inline void read_pairs(const char *bytes, char *folded,
                              struct reading *reading) {
  uint32_t size = reading->size;
  uint64_t upper = 0;
  while (size < TEXT_LETTERS_MAX) {
    uint32_t pair = pair_at(bytes + size);
    if ((pair & TEXT_PAIR_LETTER) == 0) {
      break;
    }
    folded[size] = (char)pair;
    folded[size + 1] = (char)(pair >> 8);
    upper |= (uint64_t)(pair / TEXT_PAIR_UPPER % 2) << size;
    size += 2;
  }
  reading->upper |= upper | upper << 1;
  reading->wide |= bits_below(size) ^ bits_below(reading->size);
  reading->size = size;
}

static unsigned capitals_of(const struct reading *reading) {
  uint32_t first = (reading->wide & 1) != 0 ? 2 : 1;
  bool all = reading->upper == bits_below(reading->size);
  return ((reading->upper & 1) != 0 ? TEXT_CAPITALISED : 0U) |
         (all && reading->size > first ? TEXT_ALL_CAPITALS : 0U);
}

bool text_letters_end_before(const char *bytes, uint32_t at) {
  return at >= 2 && (pair_at(bytes + at - 2) & TEXT_PAIR_LETTER) != 0;
}

/* What the first look leaves of a word, of few. The other words are read more
 * quickly when this is by itself. */
static __attribute__((noinline)) void read_rest(const char *bytes, char *folded,
                                                struct reading *reading) {
  uint32_t before;
  do {
    before = reading->size;
    read_block(bytes, folded, reading);
    if (text_letters_go_on(bytes[reading->size])) {
      read_pairs(bytes, folded, reading);
    }
  } while (reading->size > before && reading->size < TEXT_LETTERS_MAX &&
           text_letters_go_on(bytes[reading->size]));
}

void text_letters_read(const char *bytes, struct text_letters *letters) {
  struct reading reading = {0};
  read_block(bytes, letters->folded, &reading);
  if (text_letters_go_on(bytes[reading.size])) {
    read_rest(bytes, letters->folded, &reading);
  }
  if (reading.size >= TEXT_LETTERS_MAX) {
    letters->size = 0;
    return;
  }
  letters->size = reading.size;
  letters->capitals =
      (uint16_t)(reading.upper == 0 ? 0 : capitals_of(&reading));
  letters->is_ascii = reading.wide == 0;
}

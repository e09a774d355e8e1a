/* SPDX-License-Identifier: MIT */
#include "text/word.h"

#include "text/byte_class.h"
#include "text/unicode.h"
#include "text/vocabulary.h"

#include <string.h>

static uint8_t capital_flags(const char *bytes, uint32_t size) {
  uint32_t upper = 0;
  uint32_t lower = 0;
  bool first = false;
  for (uint32_t at = 0; at < size;) {
    uint32_t code;
    uint32_t length = text_decode(bytes + at, size - at, &code);
    if (text_is_upper(code)) {
      first = first || at == 0;
      upper++;
    } else if (text_is_letter(code)) {
      lower++;
    }
    at += length;
  }
  return (uint8_t)((first ? TEXT_CAPITALISED : 0) |
                   (lower == 0 && upper >= 2 ? TEXT_ALL_CAPITALS : 0));
}

/* Eight bytes from `at` on, the first in the lowest bits; zeros behind the end
 * of the line. */
static uint64_t load(const struct text_scan *scan, uint32_t at) {
  uint64_t bytes = 0;
  uint32_t left = scan->end - at;
  if (scan->size - at >= sizeof bytes) {
    memcpy(&bytes, scan->bytes + at, sizeof bytes);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    bytes = __builtin_bswap64(bytes);
#endif
    return left >= sizeof bytes ? bytes
                                : bytes & ((UINT64_C(1) << (8 * left)) - 1);
  }
  for (uint32_t i = 0; i < left; i++) {
    bytes |= (uint64_t)(unsigned char)scan->bytes[at + i] << (8 * i);
  }
  return bytes;
}

#define EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

/* How many of the eight bytes, from the lowest on, are ASCII letters or
 * digits. Each byte is compared with both ends of a range by adding what
 * makes bit 0x80 tell; without their own bit 0x80 none carries over. */
static unsigned leading_word_bytes(uint64_t bytes) {
  uint64_t seven = bytes & EACH_BYTE(0x7F);
  uint64_t small = seven | EACH_BYTE(0x20);
  uint64_t letter =
      (small + EACH_BYTE(0x80 - 'a')) & ~(small + EACH_BYTE(0x80 - 'z' - 1));
  uint64_t digit =
      (seven + EACH_BYTE(0x80 - '0')) & ~(seven + EACH_BYTE(0x80 - '9' - 1));
  uint64_t other = (~(letter | digit) | bytes) & EACH_BYTE(0x80);
  return other == 0 ? 8 : (unsigned)__builtin_ctzll(other) / 8;
}

/* The reverse of load, eight bytes always. */
static void store(char *place, uint64_t bytes) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  bytes = __builtin_bswap64(bytes);
#endif
  memcpy(place, &bytes, sizeof bytes);
}

/* The flags of an ASCII word without small letters. */
static uint8_t all_capital_flags(const char *bytes, uint32_t size) {
  uint32_t letters = 0;
  for (uint32_t i = 0; i < size; i++) {
    letters += text_byte_is(bytes[i], TEXT_BYTE_LETTER) ? 1 : 0;
  }
  bool first = text_byte_is(bytes[0], TEXT_BYTE_UPPER);
  return (uint8_t)((first ? TEXT_CAPITALISED : 0) |
                   (letters >= 2 ? TEXT_ALL_CAPITALS : 0));
}

/* Eight at a time. Bit 0x20 is set in letters and digits but capitals, and
 * makes those small; bit 0x40 is set in letters alone. */
bool text_word_read_plain(const struct text_scan *scan,
                          struct text_word *word) {
  uint32_t at = scan->at;
  uint64_t hash = 0;
  uint64_t capitals = 0;
  uint64_t small = 0;
  for (unsigned count = 8; count == 8;) {
    uint64_t bytes = load(scan, at);
    count = leading_word_bytes(bytes);
    if (count == 0) {
      break;
    }
    uint32_t size = at - scan->at;
    if (size + count > TEXT_FOLD_MAX) {
      return false;
    }
    uint64_t mask = EACH_BYTE(0xFF) >> (64 - 8 * count);
    capitals |= ~bytes & mask & EACH_BYTE(0x20);
    small |= bytes & bytes << 1 & mask & EACH_BYTE(0x40);
    bytes = (bytes | EACH_BYTE(0x20)) & mask;
    hash = text_hash_step(hash, bytes);
    store(word->key + size, bytes);
    at += count;
  }
  word->start = scan->at;
  word->end = at;
  word->size = at - scan->at;
  word->hash = hash;
  word->apostrophe = false;
  const char *first = scan->bytes + scan->at;
  word->flags = text_byte_is(*first, TEXT_BYTE_UPPER) ? TEXT_CAPITALISED : 0;
  if (capitals != 0 && small == 0) {
    word->flags = all_capital_flags(first, word->size);
  }
  return true;
}

void text_word_read(const struct text_scan *scan, uint32_t start, uint32_t end,
                    struct text_word *word) {
  struct text_folded folded;
  text_fold((struct base_slice){scan->bytes + start, end - start}, &folded);
  word->start = start;
  word->end = end;
  word->size = folded.size;
  memcpy(word->key, folded.bytes, folded.size);
  word->hash = text_hash(word->key, word->size);
  word->flags = capital_flags(scan->bytes + start, end - start);
  word->apostrophe = memchr(word->key, '\'', word->size) != NULL;
}

uint32_t text_word_find(const struct text_scan *scan,
                        const struct text_word *word) {
  if (word->size == 0) {
    return TEXT_NO_WORD;
  }
  return text_vocabulary_find_folded(scan->lexicon->vocabulary, word->key,
                                     word->size, word->hash);
}

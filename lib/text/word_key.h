/* SPDX-License-Identifier: MIT */
/*
 * Folded words as numbers: a short word is two of them, and compared without
 * a look at its bytes.
 *
 *     "please"    low   p  l  e  a  s  e  0  0
 *                 high  0  0  0  0  0  0  0  0
 *                       └ lowest bits
 *
 * A longer word has the key zero, which no short one has, and so has one that
 * holds a zero byte: its bytes tell it from others.
 */
#ifndef COURTESY_TEXT_WORD_KEY_H
#define COURTESY_TEXT_WORD_KEY_H

#include "base/eight.h"
#include "base/sixteen.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TEXT_KEY_MAX = 16 }; /* bytes of a short word */

struct text_word_key {
  uint64_t low;
  uint64_t high;
};

static inline bool text_word_key_is(struct text_word_key one,
                                    struct text_word_key other) {
  return ((one.low ^ other.low) | (one.high ^ other.high)) == 0;
}

/* The high bits are the ones to use: each depends on the whole key. The factors
 * were found by a search among random ones: common words of mail share few
 * places with others of the pack. */
static inline uint64_t text_word_key_hash(struct text_word_key key) {
  return (key.low * UINT64_C(0x45583EA63F815821)) ^
         (key.high * UINT64_C(0xE9C97EF574771749));
}

/* The key of a folded word with zeros behind it. */
static inline struct text_word_key text_word_key_sixteen(base_sixteen bytes) {
  return (struct text_word_key){base_sixteen_half(bytes, 0),
                                base_sixteen_half(bytes, 1)};
}

/* The key of a folded word without a zero byte; of bytes with zeros behind
 * them, sixteen in all. */
static inline struct text_word_key text_word_key_padded(const char *bytes,
                                                        size_t size) {
  struct text_word_key key = {
      base_eight_load(bytes, BASE_EIGHT),
      base_eight_load(bytes + BASE_EIGHT, BASE_EIGHT),
  };
  return size <= TEXT_KEY_MAX ? key : (struct text_word_key){0};
}

struct text_word_key text_word_key_of(const char *bytes, size_t size);

/* Of a word of any size: that of its first sixteen bytes. */
uint64_t text_word_hash(const char *bytes, size_t size);

/* Of all its bytes. */
uint64_t text_word_hash_all(const char *bytes, size_t size);

#endif

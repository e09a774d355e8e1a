/* SPDX-License-Identifier: MIT */
/*
 * The word of ASCII letters and digits at a place, seen by one look at the
 * sixteen bytes from there on:
 *
 *     bytes    S e n d   A n n ' s   l i s t .
 *     word     ■ ■ ■ ■ · ■ ■ ■ · ■ · ■ ■ ■ ■ ·    one bit a byte
 *     size     4: the bits set from the first on
 *     upper    ■ · · ·
 *     lower    · ■ ■ ■
 *     key      s e n d 0 0 0 0 | 0 0 0 0 0 0 0 0
 */
#ifndef COURTESY_TEXT_PEEK_H
#define COURTESY_TEXT_PEEK_H

#include "base/sixteen.h"
#include "text/word_key.h"

enum { TEXT_PEEK_SIZE = BASE_SIXTEEN };

struct text_peek {
  struct text_word_key key; /* folded */
  uint32_t size;            /* TEXT_PEEK_SIZE: the word may go on */
  uint32_t upper;           /* bit i: byte i of the word is a capital, */
  uint32_t lower;           /* or a small letter */
};

/* As many bytes of ones as the word has, then zeros. */
static inline base_sixteen text_peek_mask(uint32_t size) {
  static const unsigned char ones[2 * TEXT_PEEK_SIZE] = {
      255, 255, 255, 255, 255, 255, 255, 255,
      255, 255, 255, 255, 255, 255, 255, 255,
  };
  uint32_t from = TEXT_PEEK_SIZE - size;
  return base_sixteen_load(ones + from);
}

/* Marks bytes by one of their lower bits, so many below the top. */
static inline uint32_t text_peek_bits(base_sixteen bytes, unsigned below) {
  return base_sixteen_bits((base_sixteen)((base_pairs)bytes << below));
}

/* Reads the first `size` bytes of the text as a word. */
static inline void text_peek_first(base_sixteen text, base_sixteen folded,
                                   uint32_t size, struct text_peek *peek) {
  base_sixteen mask = text_peek_mask(size);
  /* Of letters and digits, capitals alone are without bit 0x20. */
  peek->upper = text_peek_bits(~text & mask, 2);
  /* And small letters alone have 0x40 beside it. */
  peek->lower =
      text_peek_bits(text & mask & (base_sixteen)((base_pairs)text << 1), 1);
  peek->size = size;
  peek->key = text_word_key_sixteen(folded & mask);
}

/* How many bytes are marked from the first one on. */
static inline uint32_t text_peek_run(uint32_t bits) {
  return (uint32_t)__builtin_ctz(~bits);
}

/* Reads the word at `bytes`, of which TEXT_PEEK_SIZE can be read. */
static inline void text_peek(const char *bytes, struct text_peek *peek) {
  base_sixteen text = base_sixteen_load(bytes);
  base_sixteen folded = text | base_sixteen_each(0x20);
  base_sixteen word =
      base_sixteen_range(folded, 'a', 26) | base_sixteen_range(text, '0', 10);
  text_peek_first(text, folded, text_peek_run(base_sixteen_bits(word)), peek);
}

/* The same without digits. */
static inline void text_peek_letters(const char *bytes,
                                     struct text_peek *peek) {
  base_sixteen text = base_sixteen_load(bytes);
  base_sixteen folded = text | base_sixteen_each(0x20);
  base_sixteen letters = base_sixteen_range(folded, 'a', 26);
  text_peek_first(text, folded, text_peek_run(base_sixteen_bits(letters)),
                  peek);
}

/* The same with marks between two digits, as in 1,000.5 or 10:30pm; one that
 * is the last byte may be another. Folding leaves them as they are. */
static inline void text_peek_number(const char *bytes, struct text_peek *peek) {
  base_sixteen text = base_sixteen_load(bytes);
  base_sixteen folded = text | base_sixteen_each(0x20);
  base_sixteen digits = base_sixteen_range(text, '0', 10);
  base_sixteen marks =
      base_sixteen_equal(text, '.') | base_sixteen_equal(text, ',') |
      base_sixteen_equal(text, ':') | base_sixteen_equal(text, '\'');
  uint32_t numbers = base_sixteen_bits(digits);
  uint32_t inner = base_sixteen_bits(marks) & numbers << 1 & numbers >> 1;
  uint32_t word =
      base_sixteen_bits(digits | base_sixteen_range(folded, 'a', 26));
  text_peek_first(text, folded, text_peek_run(word | inner), peek);
}

/* The same at `at`, among the last bytes of a text of `size`. */
static inline void text_peek_last(const char *bytes, uint32_t size, uint32_t at,
                                  struct text_peek *peek) {
  char padded[2 * TEXT_PEEK_SIZE] = {0};
  uint32_t behind = 0;
  if (size >= TEXT_PEEK_SIZE) {
    /* Copies what stands before, too: a size that the compiler knows. */
    behind = TEXT_PEEK_SIZE - (size - at);
    memcpy(padded, bytes + size - TEXT_PEEK_SIZE, TEXT_PEEK_SIZE);
  } else {
    memcpy(padded, bytes + at, size - at);
  }
  text_peek(padded + behind, peek);
}

/* The same anywhere in a text: at <= size. */
static inline void text_peek_within(const char *bytes, uint32_t size,
                                    uint32_t at, struct text_peek *peek) {
  if (size - at >= TEXT_PEEK_SIZE) {
    text_peek(bytes + at, peek);
  } else {
    text_peek_last(bytes, size, at, peek);
  }
}

#endif

/* SPDX-License-Identifier: MIT */
/*
 * A block of sixty-four bytes looked at at once. A question is answered by a
 * block of marks, the top bits of its bytes, and these as the bits of a number,
 * the first byte's lowest:
 *
 *     bytes     T o m : ␣ 9 ⏎ A n n a ␣ …
 *     letters   ■ ■ ■ · · · · ■ ■ ■ ■ · …
 *     ':'       · · · ■ · · · · · · · · …
 *     either    ■ ■ ■ ■ · · · ■ ■ ■ ■ · …   bits …11110001111
 *
 * The bytes themselves mark what is no ASCII.
 */
#ifndef COURTESY_BASE_BLOCK_H
#define COURTESY_BASE_BLOCK_H

#include "base/sixteen.h"

#include <stdbool.h>
#include <stddef.h>

enum { BASE_BLOCK = 4 * BASE_SIXTEEN };

struct base_block {
  base_sixteen quarters[4];
};

static inline struct base_block base_block_load(const char *bytes) {
  return (struct base_block){{
      base_sixteen_load(bytes),
      base_sixteen_load(bytes + BASE_SIXTEEN),
      base_sixteen_load(bytes + 2 * BASE_SIXTEEN),
      base_sixteen_load(bytes + 3 * BASE_SIXTEEN),
  }};
}

static inline uint64_t base_block_bits(struct base_block marks) {
  return base_sixteen_bits(marks.quarters[0]) |
         (uint64_t)base_sixteen_bits(marks.quarters[1]) << 16 |
         (uint64_t)base_sixteen_bits(marks.quarters[2]) << 32 |
         (uint64_t)base_sixteen_bits(marks.quarters[3]) << 48;
}

/* Whether there is a mark at all. */
static inline bool base_block_any(struct base_block marks) {
  return base_sixteen_bits(marks.quarters[0] | marks.quarters[1] |
                           marks.quarters[2] | marks.quarters[3]) != 0;
}

static inline struct base_block base_block_or(struct base_block marks,
                                              struct base_block others) {
  for (unsigned i = 0; i < 4; i++) {
    marks.quarters[i] |= others.quarters[i];
  }
  return marks;
}

static inline struct base_block base_block_equal(struct base_block block,
                                                 char byte) {
  for (unsigned i = 0; i < 4; i++) {
    block.quarters[i] = base_sixteen_equal(block.quarters[i], byte);
  }
  return block;
}

/* The bytes from `first` on, `count` of them. */
static inline struct base_block base_block_range(struct base_block block,
                                                 char first, unsigned count) {
  for (unsigned i = 0; i < 4; i++) {
    block.quarters[i] = base_sixteen_range(block.quarters[i], first, count);
  }
  return block;
}

/* The block with small letters; other bytes may become others, none a
 * letter. */
static inline struct base_block base_block_small(struct base_block block) {
  for (unsigned i = 0; i < 4; i++) {
    block.quarters[i] |= base_sixteen_each(0x20);
  }
  return block;
}

/* How many bytes of so many blocks in a row are this one. A counter is a byte,
 * and grows by four a block at most: it is read before it can overflow. */
static inline uint32_t base_blocks_count(const char *bytes, size_t blocks,
                                         char byte) {
  enum { MOST = UINT8_MAX / 4 };
  uint32_t count = 0;
  while (blocks > 0) {
    size_t end = blocks > MOST ? blocks - MOST : 0;
    base_sixteen counters = {0};
    for (; blocks > end; blocks--, bytes += BASE_BLOCK) {
      struct base_block found = base_block_equal(base_block_load(bytes), byte);
      for (unsigned i = 0; i < 4; i++) { /* what is equal is -1 */
        counters -= found.quarters[i];
      }
    }
    for (unsigned i = 0; i < BASE_SIXTEEN; i++) {
      count += counters[i];
    }
  }
  return count;
}

static inline struct base_block base_block_either(struct base_block block,
                                                  char one, char other) {
  return base_block_or(base_block_equal(block, one),
                       base_block_equal(block, other));
}

/* ASCII letters. */
static inline struct base_block base_block_letters(struct base_block block) {
  return base_block_range(base_block_small(block), 'a', 26);
}

static inline struct base_block base_block_digits(struct base_block block) {
  return base_block_range(block, '0', 10);
}

/* The first of `size` bytes, sixty-four at most, with zeros behind them. */
static inline struct base_block base_block_start(const char *bytes,
                                                 size_t size) {
  if (size >= BASE_BLOCK) {
    return base_block_load(bytes);
  }
  char copy[BASE_BLOCK] = {0};
  memcpy(copy, bytes, size);
  return base_block_load(copy);
}

#endif

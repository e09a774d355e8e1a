/* SPDX-License-Identifier: MIT */
/*
 * Where bytes of a kind stand in a text: all are marked once, and the next one
 * from any place is told by a look at its block, and without a branch. How long
 * a line is nobody can guess.
 *
 *     bytes    H i , ⏎ T h e … │ s o u p , … │ i s . ⏎
 *     bits     · · · ■ · · · … │ · · · · · … │ · · · ■    line ends
 *     before   0                4             4
 *     next     131              131           the size
 */
#ifndef COURTESY_BASE_BYTE_MARKS_H
#define COURTESY_BASE_BYTE_MARKS_H

#include "base/block.h"
#include "base/vector.h"

/* Of a block of BASE_BLOCK bytes. */
struct base_marked {
  uint64_t bits;   /* its marks */
  uint32_t before; /* behind the last mark before the block, or 0 */
  uint32_t next;   /* the first mark behind the block, or the text's size */
};

BASE_VECTOR(base_marks, struct base_marked);

/* Begins to mark a text of so many bytes; false when memory ran out. */
bool base_marks_begin(struct base_marks *marks, uint32_t size);

/* Whether there is a mark or not: the one place, or the other. Arithmetic,
 * since compilers make a branch of a choice. */
static inline uint32_t base_marks_choose(uint64_t bits, uint32_t there_is,
                                         uint32_t there_is_none) {
  uint32_t none = -(uint32_t)(bits == 0);
  return there_is ^ ((there_is ^ there_is_none) & none);
}

/* Where the first mark of these stands, counted from the lowest bit, and behind
 * the last one; any number for none. */
static inline uint32_t base_marks_first(uint64_t bits) {
  return (uint32_t)__builtin_ctzll(bits | UINT64_C(1) << (BASE_BLOCK - 1));
}
static inline uint32_t base_marks_behind(uint64_t bits) {
  return BASE_BLOCK - (uint32_t)__builtin_clzll(bits | 1);
}

/* Notes the marks of a block, the next one of a text: all are put, up to that
 * which holds the text's end or begins there. */
static inline void base_marks_put(struct base_marked *blocks, uint32_t number,
                                  uint64_t bits) {
  struct base_marked *block = &blocks[number];
  uint32_t behind = number * BASE_BLOCK + base_marks_behind(bits);
  block->bits = bits;
  block[1].before = base_marks_choose(bits, behind, block->before);
}

/* Tells the blocks what marks are behind them, once all are there. */
void base_marks_end(struct base_marks *marks, uint32_t size);

/* The first mark at a place of the text, or behind it; else the text's size. */
static inline uint32_t base_marks_next(const struct base_marked *blocks,
                                       uint32_t at) {
  const struct base_marked *block = &blocks[at / BASE_BLOCK];
  uint64_t bits = block->bits >> at % BASE_BLOCK;
  return base_marks_choose(bits, at + base_marks_first(bits), block->next);
}

/* Behind the last mark before a place of the text, or 0. */
static inline uint32_t base_marks_before(const struct base_marked *blocks,
                                         uint32_t at) {
  const struct base_marked *block = &blocks[at / BASE_BLOCK];
  uint32_t start = at - at % BASE_BLOCK;
  uint64_t bits = block->bits & ((UINT64_C(1) << at % BASE_BLOCK) - 1);
  return base_marks_choose(bits, start + base_marks_behind(bits),
                           block->before);
}

#endif

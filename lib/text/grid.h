/* SPDX-License-Identifier: MIT */
/*
 * The keys of a drawer as a grid: of each bit that the sign of a neighbour may
 * have, a row tells which of the keys it fits. The few bits that a neighbour
 * has then tell which of all keys fit it, however many there are:
 *
 *     key           0 1 2 3 4 5 6 7 8 …
 *     could         ■ · · ■ · ■ · · ·
 *     capitalised   · · ■ · · ■ · · ·
 *     Could         ■ · ■ ■ · ■ · · ·      either of them
 *
 * There are rows for the token before the word, then those for the one behind.
 */
#ifndef COURTESY_TEXT_GRID_H
#define COURTESY_TEXT_GRID_H

#include "base/eight.h"
#include "text/prefilter.h"
#include "text/sign.h"

enum {
  TEXT_GRID_LEAST = 8,                 /* keys of a drawer that is worth it, */
  TEXT_GRID_MOST = 64,                 /* and that a row has bits for */
  TEXT_GRID_ROWS = 64,                 /* on either side */
  TEXT_GRID_UNIT = 2 * TEXT_GRID_ROWS, /* bytes of a grid, for each of a row */
  TEXT_GRID_BEHIND = BASE_EIGHT - 1    /* that are read behind the last */
};

static inline bool text_grid_is_worth_it(size_t keys) {
  return keys >= TEXT_GRID_LEAST && keys <= TEXT_GRID_MOST;
}

/* The bytes of a row, and so the units of a grid. */
static inline size_t text_grid_width(size_t keys) {
  return (keys + 7) / 8;
}

/* The grid of a number: how many units stand before it, and one. */
static inline const uint8_t *text_grid_of(const uint8_t *grids,
                                          uint16_t number) {
  return grids + (size_t)(number - 1) * TEXT_GRID_UNIT;
}

/* Fills a grid of zeros. */
void text_grid_fill(uint8_t *grid, const struct text_key *keys, size_t count);

/* The rows of the sign's bits together. */
static inline uint64_t text_grid_rows(const uint8_t *rows, size_t width,
                                      uint64_t sign) {
  uint64_t keys = 0;
  for (; sign != 0; sign &= sign - 1) {
    const uint8_t *row = rows + (size_t)__builtin_ctzll(sign) * width;
    keys |= base_eight_load((const char *)row, BASE_EIGHT);
  }
  return keys;
}

/* Which of so many keys fit between neighbours of these signs, as bits. */
static inline uint64_t text_grid_fit(const uint8_t *grid, size_t keys,
                                     uint64_t before, uint64_t behind) {
  size_t width = text_grid_width(keys);
  uint64_t fit = text_grid_rows(grid, width, before) &
                 text_grid_rows(grid + TEXT_GRID_ROWS * width, width, behind);
  return fit & (UINT64_MAX >> (TEXT_GRID_MOST - keys));
}

#endif

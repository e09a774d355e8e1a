/* SPDX-License-Identifier: MIT */
#include "text/grid.h"

static void fill(uint8_t *rows, size_t width, size_t key, uint64_t sign) {
  for (; sign != 0; sign &= sign - 1) {
    size_t row = (size_t)__builtin_ctzll(sign);
    rows[row * width + key / 8] |= (uint8_t)(1U << key % 8);
  }
}

void text_grid_fill(uint8_t *grid, const struct text_key *keys, size_t count) {
  size_t width = text_grid_width(count);
  for (size_t i = 0; i < count; i++) {
    fill(grid, width, i, keys[i].before);
    fill(grid + TEXT_GRID_ROWS * width, width, i, keys[i].behind);
  }
}

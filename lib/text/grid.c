/* SPDX-License-Identifier: MIT */
#include "text/grid.h"

static void fill(uint8_t *rows, size_t width, size_t key, uint64_t sign) {
  bool any_word = (sign & TEXT_SIGN_WRITTEN) != 0;
  uint64_t bits = sign | (any_word ? TEXT_SIGN_ALL_WORDS : 0);
  for (; bits != 0; bits &= bits - 1) {
    size_t row = (size_t)__builtin_ctzll(bits);
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

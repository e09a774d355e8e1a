/* SPDX-License-Identifier: MIT */
/* How far bytes are ASCII, and whether they are UTF-8: asked of every draft. */
#ifndef COURTESY_MAIL_UTF8_H
#define COURTESY_MAIL_UTF8_H

#include "base/block.h"
#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

enum { MAIL_ESCAPE = 0x1b };

/* What is no ASCII, or an escape if these are asked for. */
static inline struct base_block mail_ascii_ends(struct base_block block,
                                                bool escapes) {
  return escapes ? base_block_or(block, base_block_equal(block, MAIL_ESCAPE))
                 : block;
}

/* The bytes of ASCII at the start, up to an escape if one ends them. */
static inline size_t mail_ascii_size(const char *bytes, size_t size,
                                     bool escapes) {
  size_t last = size < BASE_BLOCK ? 0 : size - BASE_BLOCK;
  for (size_t at = 0; at < last; at += BASE_BLOCK) {
    struct base_block ends =
        mail_ascii_ends(base_block_load(bytes + at), escapes);
    if (base_block_any(ends)) {
      return at + (size_t)__builtin_ctzll(base_block_bits(ends));
    }
  }
  /* What is left, and mostly some before it again. */
  uint64_t ends = base_block_bits(
      mail_ascii_ends(base_block_start(bytes + last, size - last), escapes));
  return ends == 0 ? size : last + (size_t)__builtin_ctzll(ends);
}

/* The offset of the first byte that means nothing in UTF-8; SIZE_MAX for none.
 */
size_t mail_utf8_damage(struct base_slice bytes);

#endif

/* SPDX-License-Identifier: MIT */
/* How far bytes are ASCII, and whether they are UTF-8: asked of every draft. */
#ifndef COURTESY_MAIL_UTF8_H
#define COURTESY_MAIL_UTF8_H

#include "base/block.h"
#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

enum { MAIL_ESCAPE = 0x1b };

/* The bytes of ASCII at the start, up to an escape if one ends them. */
static inline size_t mail_ascii_size(const char *bytes, size_t size,
                                     bool escapes) {
  for (size_t at = 0; at < size; at += BASE_BLOCK) {
    struct base_block block = base_block_start(bytes + at, size - at);
    if (escapes) {
      block = base_block_or(block, base_block_equal(block, MAIL_ESCAPE));
    }
    if (base_block_any(block)) {
      return at + (size_t)__builtin_ctzll(base_block_bits(block));
    }
  }
  return size;
}

/* The offset of the first byte that means nothing in UTF-8; SIZE_MAX for none.
 */
size_t mail_utf8_damage(struct base_slice bytes);

#endif

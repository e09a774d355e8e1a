/* SPDX-License-Identifier: MIT */
#include "base/byte_marks.h"

bool base_marks_begin(struct base_marks *marks, uint32_t size) {
  uint32_t blocks = size / BASE_BLOCK + 1;
  if (!base_marks_make_room(marks, blocks + 1)) {
    return false;
  }
  marks->count = blocks;
  marks->items[0].before = 0;
  return true;
}

void base_marks_end(struct base_marks *marks, uint32_t size) {
  uint32_t next = size;
  for (size_t i = marks->count; i > 0; i--) {
    struct base_marked *block = &marks->items[i - 1];
    uint32_t start = (uint32_t)(i - 1) * BASE_BLOCK;
    block->next = next;
    next = base_marks_choose(block->bits, start + base_marks_first(block->bits),
                             next);
  }
}

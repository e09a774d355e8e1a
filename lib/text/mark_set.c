/* SPDX-License-Identifier: MIT */
#include "text/mark_set.h"

#include "base/block.h"

/* Where marks stand in ASCII, one run behind the other. */
enum {
  FIRST_RUN = '/' - '!' + 1,
  SECOND_RUN = '@' - ':' + 1,
  THIRD_RUN = '`' - '[' + 1,
  FOURTH_RUN = '~' - '{' + 1,
};

/* Of a byte that is a mark. */
static uint32_t bit_of(char mark) {
  int bit = mark - '!';
  bit -= mark >= ':' ? ':' - '/' - 1 : 0;
  bit -= mark >= '[' ? '[' - '@' - 1 : 0;
  bit -= mark >= '{' ? '{' - '`' - 1 : 0;
  return UINT32_C(1) << bit;
}

static uint64_t where_marks_are(struct base_block block) {
  struct base_block marks = base_block_range(block, '!', FIRST_RUN);
  marks = base_block_or(marks, base_block_range(block, ':', SECOND_RUN));
  marks = base_block_or(marks, base_block_range(block, '[', THIRD_RUN));
  marks = base_block_or(marks, base_block_range(block, '{', FOURTH_RUN));
  return base_block_bits(marks);
}

uint32_t text_mark_bit(char byte) {
  return text_mark_set(&byte, 1);
}

/* By blocks of sixty-four bytes, so that it is asked less often whether there
 * is another mark, which is hard to foretell. */
uint32_t text_mark_set(const char *bytes, size_t size) {
  uint32_t marks = 0;
  for (size_t at = 0; at < size; at += BASE_BLOCK) {
    size_t count = size - at < BASE_BLOCK ? size - at : BASE_BLOCK;
    uint64_t places = where_marks_are(base_block_start(bytes + at, count));
    for (; places != 0; places &= places - 1) {
      marks |= bit_of(bytes[at + (size_t)__builtin_ctzll(places)]);
    }
  }
  return marks;
}

/* SPDX-License-Identifier: MIT */
#include "text/mark_set.h"

#include "base/sixteen.h"

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

static uint32_t where_marks_are(base_sixteen all) {
  return base_sixteen_bits(base_sixteen_range(all, '!', FIRST_RUN) |
                           base_sixteen_range(all, ':', SECOND_RUN) |
                           base_sixteen_range(all, '[', THIRD_RUN) |
                           base_sixteen_range(all, '{', FOURTH_RUN));
}

static uint32_t in_sixteen(const char *bytes) {
  uint32_t marks = 0;
  uint32_t places = where_marks_are(base_sixteen_load(bytes));
  for (; places != 0; places &= places - 1) {
    marks |= bit_of(bytes[__builtin_ctz(places)]);
  }
  return marks;
}

uint32_t text_mark_bit(char byte) {
  return text_mark_set(&byte, 1);
}

uint32_t text_mark_set(const char *bytes, size_t size) {
  uint32_t marks = 0;
  size_t at = 0;
  for (; size - at >= BASE_SIXTEEN; at += BASE_SIXTEEN) {
    marks |= in_sixteen(bytes + at);
  }
  char rest[BASE_SIXTEEN] = {0};
  memcpy(rest, bytes + at, size - at);
  return marks | in_sixteen(rest);
}

/* SPDX-License-Identifier: MIT */
#include "base/byte_marks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { LONGEST = 3 * BASE_BLOCK + 1 };

/* Marks the commas of a text. */
static struct base_marks marks_of(const char *text, uint32_t size) {
  struct base_marks marks = {0};
  assert_true(base_marks_begin(&marks, size));
  for (uint32_t i = 0; i <= size / BASE_BLOCK; i++) {
    uint32_t at = i * BASE_BLOCK;
    struct base_block block = base_block_start(text + at, size - at);
    base_marks_put(marks.items, i,
                   base_block_bits(base_block_equal(block, ',')));
  }
  base_marks_end(&marks, size);
  return marks;
}

static uint32_t next_comma(const char *text, uint32_t size, uint32_t at) {
  while (at < size && text[at] != ',') {
    at++;
  }
  return at;
}

static uint32_t behind_comma(const char *text, uint32_t at) {
  while (at > 0 && text[at - 1] != ',') {
    at--;
  }
  return at;
}

static void assert_marked(const char *text, uint32_t size) {
  struct base_marks marks = marks_of(text, size);
  for (uint32_t at = 0; at <= size; at++) {
    assert_int_equal(base_marks_next(marks.items, at),
                     next_comma(text, size, at));
    assert_int_equal(base_marks_before(marks.items, at),
                     behind_comma(text, at));
  }
  base_marks_destroy(&marks);
}

static void marks_are_found_from_every_place(void **state) {
  (void)state;
  for (uint32_t size = 0; size <= LONGEST; size++) {
    char text[LONGEST] = {0};
    assert_marked(text, size);
    for (uint32_t at = 0; at < size; at++) {
      text[at] = ',';
      assert_marked(text, size);
      text[at / 2] = ',';
      assert_marked(text, size);
      text[at] = text[at / 2] = 'x';
    }
  }
}

/* Those of a shorter text are forgotten. */
static void a_second_text_is_marked_anew(void **state) {
  (void)state;
  char text[LONGEST];
  memset(text, ',', sizeof text);
  struct base_marks marks = marks_of(text, LONGEST);
  assert_true(base_marks_begin(&marks, 1));
  base_marks_put(marks.items, 0, 0);
  base_marks_end(&marks, 1);
  assert_int_equal(marks.count, 1);
  assert_int_equal(base_marks_next(marks.items, 0), 1);
  assert_int_equal(base_marks_before(marks.items, 1), 0);
  base_marks_destroy(&marks);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(marks_are_found_from_every_place),
      cmocka_unit_test(a_second_text_is_marked_anew),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

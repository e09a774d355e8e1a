/* SPDX-License-Identifier: MIT */
#include "base/slice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static const struct base_slice nothing = {NULL, 0};

static void a_slice_may_begin_with_a_string(void **state) {
  (void)state;
  struct base_slice text = base_slice_of("good morning");
  assert_true(base_slice_begins(text, "good"));
  assert_true(base_slice_begins(text, "good morning"));
  assert_true(base_slice_begins(text, ""));
  assert_false(base_slice_begins(text, "morning"));
  assert_false(base_slice_begins(text, "good mornings"));
}

static void a_slice_may_end_with_a_string(void **state) {
  (void)state;
  struct base_slice text = base_slice_of("good morning");
  assert_true(base_slice_ends(text, "morning"));
  assert_true(base_slice_ends(text, "good morning"));
  assert_false(base_slice_ends(text, "good"));
  assert_false(base_slice_ends(text, "a good morning"));
}

static void slices_of_the_same_bytes_are_the_same(void **state) {
  (void)state;
  struct base_slice tea = base_slice_of("tea");
  assert_true(base_slice_same(tea, (struct base_slice){"teapot", 3}));
  assert_false(base_slice_same(tea, base_slice_of("teapot")));
  assert_false(base_slice_same(tea, base_slice_of("ten")));
  assert_true(base_slice_equals(tea, "tea"));
  assert_false(base_slice_equals(tea, "te"));
}

static void a_byte_is_found_where_it_first_stands(void **state) {
  (void)state;
  struct base_slice text = base_slice_of("teapot");
  assert_int_equal(base_slice_find(text, 't'), 0);
  assert_int_equal(base_slice_find(text, 'o'), 4);
  assert_int_equal(base_slice_find(text, 'x'), text.size);
  assert_int_equal(base_slice_find(text, '\0'), text.size);
  assert_true(base_slice_holds(text, 'p'));
  assert_false(base_slice_holds(text, 'x'));
}

static void nothing_has_no_bytes(void **state) {
  (void)state;
  assert_true(base_slice_same(nothing, nothing));
  assert_true(base_slice_equals(nothing, ""));
  assert_false(base_slice_begins(nothing, "a"));
  assert_false(base_slice_ends(nothing, "a"));
  assert_false(base_slice_holds(nothing, 'a'));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_slice_may_begin_with_a_string),
      cmocka_unit_test(a_slice_may_end_with_a_string),
      cmocka_unit_test(slices_of_the_same_bytes_are_the_same),
      cmocka_unit_test(a_byte_is_found_where_it_first_stands),
      cmocka_unit_test(nothing_has_no_bytes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

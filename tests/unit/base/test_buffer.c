/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void stays_terminated_while_it_grows(void **state) {
  (void)state;
  struct base_buffer buffer = {0};
  for (int i = 0; i < 1000; i++) {
    base_buffer_add_string(&buffer, "ab");
    base_buffer_add_byte(&buffer, 'c');
    base_buffer_add(&buffer, "de", 1);
    assert_int_equal(buffer.bytes[buffer.size], '\0');
  }
  assert_int_equal(buffer.size, 4000);
  assert_memory_equal(buffer.bytes + 3996, "abcd", 4);
  assert_false(buffer.failed);
  base_buffer_destroy(&buffer);
  assert_null(buffer.bytes);
}

static void an_empty_addition_leaves_an_empty_string(void **state) {
  (void)state;
  struct base_buffer buffer = {0};
  base_buffer_add(&buffer, NULL, 0);
  assert_string_equal(buffer.bytes, "");
  base_buffer_destroy(&buffer);
}

static void a_failure_sticks_until_reset(void **state) {
  (void)state;
  struct base_buffer buffer = {0};
  base_buffer_add_string(&buffer, "kept");
  base_buffer_add(&buffer, "x", SIZE_MAX / 2);
  assert_true(buffer.failed);
  base_buffer_add_string(&buffer, "lost");
  assert_string_equal(buffer.bytes, "kept");
  base_buffer_reset(&buffer);
  base_buffer_add_string(&buffer, "new");
  assert_string_equal(buffer.bytes, "new");
  base_buffer_destroy(&buffer);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(stays_terminated_while_it_grows),
      cmocka_unit_test(an_empty_addition_leaves_an_empty_string),
      cmocka_unit_test(a_failure_sticks_until_reset),
  };
  return cmocka_run_group_tests_name("buffer", tests, NULL, NULL);
}

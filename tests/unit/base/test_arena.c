/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void hands_out_zeroed_aligned_memory(void **state) {
  (void)state;
  struct base_arena arena = {0};
  for (size_t size = 1; size < 100000; size = size * 3 + 1) {
    unsigned char *place = base_arena_alloc(&arena, size);
    assert_non_null(place);
    assert_int_equal((uintptr_t)place % 16, 0);
    for (size_t i = 0; i < size; i++) {
      assert_int_equal(place[i], 0);
      place[i] = 0xFF;
    }
  }
  base_arena_destroy(&arena);
  assert_null(arena.blocks);
}

static void copies_and_formats_strings(void **state) {
  (void)state;
  struct base_arena arena = {0};
  assert_string_equal(base_arena_copy(&arena, "kindly", 4), "kind");
  assert_string_equal(base_arena_string(&arena, "thanks"), "thanks");
  assert_null(base_arena_string(&arena, NULL));
  assert_string_equal(base_arena_format(&arena, "%d %s", 2, "cups"), "2 cups");
  assert_false(arena.failed);
  base_arena_destroy(&arena);
}

static void joins_strings(void **state) {
  (void)state;
  struct base_arena arena = {0};
  static const char *const pieces[] = {"two", " ", "", "cups"};
  assert_string_equal(base_arena_join(&arena, pieces, 4), "two cups");
  assert_string_equal(base_arena_join(&arena, pieces, 0), "");
  base_arena_destroy(&arena);
}

static void reset_forgets_what_was_there(void **state) {
  (void)state;
  struct base_arena arena = {0};
  memset(base_arena_alloc(&arena, 5000), 'x', 5000);
  base_arena_reset(&arena);
  assert_int_equal(*(char *)base_arena_alloc(&arena, 1), 0);
  base_arena_destroy(&arena);
}

static void a_failure_sticks_until_reset(void **state) {
  (void)state;
  struct base_arena arena = {0};
  assert_null(base_arena_alloc(&arena, SIZE_MAX - 8));
  assert_true(arena.failed);
  assert_null(base_arena_string(&arena, "after the failure"));
  base_arena_reset(&arena);
  assert_non_null(base_arena_string(&arena, "after the reset"));
  base_arena_destroy(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(hands_out_zeroed_aligned_memory),
      cmocka_unit_test(copies_and_formats_strings),
      cmocka_unit_test(joins_strings),
      cmocka_unit_test(reset_forgets_what_was_there),
      cmocka_unit_test(a_failure_sticks_until_reset),
  };
  return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/* Each pattern is tried once on a sentence, run by run. */
#include "match/tries.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { PATTERNS = 1000 };

static void a_pattern_is_tried_once_on_a_sentence(void **state) {
  (void)state;
  struct match_tries tries = {0};
  uint32_t untried;
  assert_true(match_tries_begin(&tries, PATTERNS, 5));
  for (uint32_t pattern = 0; pattern <= PATTERNS; pattern += 125) {
    assert_true(match_tries_take(&tries, pattern, 1, &untried));
    assert_int_equal(untried, 0);
    assert_false(match_tries_take(&tries, pattern, 1, &untried));
    assert_true(match_tries_take(&tries, pattern, 4, &untried));
    assert_int_equal(untried, 2);
    assert_false(match_tries_take(&tries, pattern, 3, &untried));
  }
  match_tries_destroy(&tries);
}

static void the_next_run_begins_anew(void **state) {
  (void)state;
  struct match_tries tries = {0};
  uint32_t untried;
  for (int run = 0; run < 3; run++) {
    assert_true(match_tries_begin(&tries, PATTERNS, 5));
    assert_true(match_tries_take(&tries, 7, 0, &untried));
    assert_true(match_tries_take(&tries, 7, 4, &untried));
    assert_int_equal(untried, 1);
  }
  match_tries_destroy(&tries);
}

static void so_it_does_when_the_numbers_are_used_up(void **state) {
  (void)state;
  struct match_tries tries = {0};
  uint32_t untried;
  assert_true(match_tries_begin(&tries, PATTERNS, UINT32_MAX - 9));
  assert_true(match_tries_take(&tries, 7, UINT32_MAX - 10, &untried));
  assert_true(match_tries_begin(&tries, PATTERNS, 20));
  assert_true(match_tries_take(&tries, 7, 15, &untried));
  assert_int_equal(untried, 0);
  assert_false(match_tries_take(&tries, 7, 15, &untried));
  match_tries_destroy(&tries);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_pattern_is_tried_once_on_a_sentence),
      cmocka_unit_test(the_next_run_begins_anew),
      cmocka_unit_test(so_it_does_when_the_numbers_are_used_up),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

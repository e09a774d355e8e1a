/* SPDX-License-Identifier: MIT */
#include "text/prefilter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void add(struct text_prefilter *prefilter, uint32_t word,
                uint32_t pattern) {
  struct text_key key = text_key_of(pattern);
  assert_true(text_prefilter_add(prefilter, word, &key));
}

static void patterns_are_found_by_word(void **state) {
  (void)state;
  struct text_prefilter *prefilter = text_prefilter_create();
  assert_non_null(prefilter);
  add(prefilter, 7, 104);
  add(prefilter, 7, 100);
  add(prefilter, 2, 101);
  add(prefilter, 7, 102);
  assert_true(text_prefilter_add_always(prefilter, 103));
  assert_true(text_prefilter_finish(prefilter, 8));
  size_t count = 0;
  const struct text_key *keys = text_prefilter_of(prefilter, 7, &count);
  assert_int_equal(count, 3);
  assert_int_equal(keys[0].pattern, 100);
  assert_int_equal(keys[1].pattern, 102);
  assert_int_equal(keys[2].pattern, 104);
  keys = text_prefilter_of(prefilter, 2, &count);
  assert_int_equal(count, 1);
  assert_int_equal(keys[0].pattern, 101);
  const uint32_t *patterns = text_prefilter_always(prefilter, &count);
  assert_int_equal(count, 1);
  assert_int_equal(patterns[0], 103);
  text_prefilter_destroy(prefilter);
}

static void other_words_have_none(void **state) {
  (void)state;
  struct text_prefilter *prefilter = text_prefilter_create();
  assert_non_null(prefilter);
  add(prefilter, 3, 1);
  assert_true(text_prefilter_finish(prefilter, 4));
  for (uint32_t word = 0; word < 9; word++) {
    size_t count = 99;
    text_prefilter_of(prefilter, word, &count);
    assert_int_equal(count, word == 3 ? 1 : 0);
  }
  text_prefilter_destroy(prefilter);
}

static void an_empty_one_answers(void **state) {
  (void)state;
  struct text_prefilter *prefilter = text_prefilter_create();
  assert_non_null(prefilter);
  assert_true(text_prefilter_finish(prefilter, 0));
  size_t count = 99;
  text_prefilter_of(prefilter, 0, &count);
  assert_int_equal(count, 0);
  text_prefilter_always(prefilter, &count);
  assert_int_equal(count, 0);
  text_prefilter_destroy(prefilter);
  text_prefilter_destroy(NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(patterns_are_found_by_word),
      cmocka_unit_test(other_words_have_none),
      cmocka_unit_test(an_empty_one_answers),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

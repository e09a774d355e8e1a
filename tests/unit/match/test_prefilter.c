/* SPDX-License-Identifier: MIT */
#include "text/prefilter.h"

#include "text/sign.h"

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
  add(prefilter, 7, 104); /* a word may stand in a phrase twice */
  assert_true(text_prefilter_add_always(prefilter, 103));
  assert_true(text_prefilter_finish(prefilter, 8, NULL));
  size_t count = 0;
  const struct text_key *keys = text_prefilter_of(prefilter, 0, 7, &count);
  assert_int_equal(count, 3);
  assert_int_equal(keys[0].pattern, 100);
  assert_int_equal(keys[1].pattern, 102);
  assert_int_equal(keys[2].pattern, 104);
  keys = text_prefilter_of(prefilter, 0, 2, &count);
  assert_int_equal(count, 1);
  assert_int_equal(keys[0].pattern, 101);
  const uint32_t *patterns = text_prefilter_always(prefilter, 0, &count);
  assert_int_equal(count, 1);
  assert_int_equal(patterns[0], 103);
  text_prefilter_destroy(prefilter);
}

static void a_pattern_is_looked_up_under_a_word(void **state) {
  (void)state;
  struct text_prefilter *prefilter = text_prefilter_create();
  assert_non_null(prefilter);
  for (uint32_t i = 0; i < 9; i++) {
    add(prefilter, 1, 2 * i); /* the even ones */
  }
  assert_true(text_prefilter_finish(prefilter, 3, NULL));
  for (uint32_t pattern = 0; pattern < 20; pattern++) {
    bool is_there = pattern % 2 == 0 && pattern < 18;
    assert_int_equal(text_prefilter_holds(prefilter, 0, 1, pattern), is_there);
    assert_false(text_prefilter_holds(prefilter, 0, 2, pattern));
  }
  text_prefilter_destroy(prefilter);
}

static void other_words_have_none(void **state) {
  (void)state;
  struct text_prefilter *prefilter = text_prefilter_create();
  assert_non_null(prefilter);
  add(prefilter, 3, 1);
  assert_true(text_prefilter_finish(prefilter, 4, NULL));
  for (uint32_t word = 0; word < 9; word++) {
    size_t count = 99;
    text_prefilter_of(prefilter, 0, word, &count);
    assert_int_equal(count, word == 3 ? 1 : 0);
  }
  text_prefilter_destroy(prefilter);
}

static void an_empty_one_answers(void **state) {
  (void)state;
  struct text_prefilter *prefilter = text_prefilter_create();
  assert_non_null(prefilter);
  assert_true(text_prefilter_finish(prefilter, 0, NULL));
  size_t count = 99;
  text_prefilter_of(prefilter, 0, 0, &count);
  assert_int_equal(count, 0);
  text_prefilter_always(prefilter, 0, &count);
  assert_int_equal(count, 0);
  text_prefilter_destroy(prefilter);
  text_prefilter_destroy(NULL);
}

/* A pattern under each word, as many as there is room for; then one more. */
static void too_many_drawers_are_told(void **state) {
  (void)state;
  for (uint32_t words = TEXT_DRAWERS_MAX; words <= TEXT_DRAWERS_MAX + 1U;
       words++) {
    struct text_prefilter *prefilter = text_prefilter_create();
    assert_non_null(prefilter);
    for (uint32_t word = 0; word < words; word++) {
      add(prefilter, word, word + 1);
    }
    assert_true(text_prefilter_finish(prefilter, words, NULL));
    bool fits = words == TEXT_DRAWERS_MAX;
    assert_int_equal(text_prefilter_is_overfull(prefilter), !fits);
    assert_int_equal(text_prefilter_holds(prefilter, 0, words - 1, words),
                     fits);
    text_prefilter_destroy(prefilter);
  }
}

/* A cabinet holds its own patterns, and a drawer the signs of all in it. */
static void cabinets_stand_apart(void **state) {
  (void)state;
  static const uint8_t cabinet_of[] = {1, 0, 1, 2};
  struct text_prefilter *prefilter = text_prefilter_create();
  assert_non_null(prefilter);
  for (uint32_t pattern = 0; pattern < 3; pattern++) {
    struct text_key key = {
        .before = 1U << pattern, .behind = 16U << pattern, .pattern = pattern};
    assert_true(text_prefilter_add(prefilter, 5, &key));
  }
  assert_true(text_prefilter_add_always(prefilter, 3));
  assert_true(text_prefilter_finish(prefilter, 6, cabinet_of));
  size_t count = 0;
  const struct text_key *keys = text_prefilter_of(prefilter, 1, 5, &count);
  assert_int_equal(count, 2);
  assert_int_equal(keys[0].pattern, 0);
  assert_int_equal(keys[1].pattern, 2);
  text_prefilter_of(prefilter, 2, 5, &count);
  assert_int_equal(count, 0);
  struct text_prefilter_tables tables = text_prefilter_tables(prefilter);
  const struct text_drawer *drawer =
      &tables.drawers[tables.places[1 * tables.words + 5]];
  assert_true(drawer->before == (1 | 4 | TEXT_SIGN_PASSED));
  assert_true(drawer->behind == (16 | 64 | TEXT_SIGN_PASSED));
  text_prefilter_always(prefilter, 0, &count);
  assert_int_equal(count, 0);
  assert_int_equal(text_prefilter_always(prefilter, 2, &count)[0], 3);
  assert_int_equal(count, 1);
  text_prefilter_destroy(prefilter);
}

static struct text_drawer drawer_at(const struct text_prefilter *prefilter,
                                    size_t row, uint32_t word) {
  struct text_prefilter_tables tables = text_prefilter_tables(prefilter);
  return tables.drawers[tables.places[row * tables.words + word]];
}

/* One look tells of both: a word that both have has a drawer more, and others
 * have the one that there is. */
static void the_first_two_cabinets_open_together(void **state) {
  (void)state;
  static const uint8_t cabinet_of[] = {1, 0, 1, 0, 2};
  static const uint32_t word_of[] = {5, 5, 4, 3, 5};
  struct text_prefilter *prefilter = text_prefilter_create();
  assert_non_null(prefilter);
  for (uint32_t pattern = 0; pattern < 5; pattern++) {
    struct text_key key = {
        .before = 1U << pattern, .behind = 32U << pattern, .pattern = pattern};
    assert_true(text_prefilter_add(prefilter, word_of[pattern], &key));
  }
  assert_true(text_prefilter_finish(prefilter, 6, cabinet_of));
  struct text_prefilter_tables tables = text_prefilter_tables(prefilter);
  struct text_drawer both = drawer_at(prefilter, TEXT_TOGETHER, 5);
  assert_int_equal(both.end - both.first, 2);
  assert_int_equal(tables.keys[both.first].pattern, 1);
  assert_int_equal(tables.keys[both.first + 1].pattern, 0);
  assert_true(both.before == (1 | 2 | TEXT_SIGN_PASSED));
  assert_true(both.behind == (32 | 64 | TEXT_SIGN_PASSED));
  for (uint32_t word = 3; word <= 4; word++) {
    struct text_drawer drawer = drawer_at(prefilter, TEXT_TOGETHER, word);
    assert_int_equal(drawer.end - drawer.first, 1);
    assert_int_equal(tables.keys[drawer.first].pattern, 6 - word);
  }
  struct text_drawer none = drawer_at(prefilter, TEXT_TOGETHER, 2);
  assert_int_equal(none.end - none.first, 0);
  text_prefilter_destroy(prefilter);
}

/* Of all marks that are tokens. */
static void frequent_marks_share_no_sign(void **state) {
  (void)state;
  static const uint32_t marks[] = {'.', ',', '?',    '!',    0x2026, ':',
                                   ';', '/', 0x2013, 0x2014, '&'};
  enum { MARKS = sizeof marks / sizeof marks[0], FREQUENT = 5 };
  for (size_t i = 0; i < FREQUENT; i++) {
    for (size_t k = i + 1; k < MARKS; k++) {
      assert_true(text_sign_of_mark(marks[i]) != text_sign_of_mark(marks[k]));
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(patterns_are_found_by_word),
      cmocka_unit_test(a_pattern_is_looked_up_under_a_word),
      cmocka_unit_test(other_words_have_none),
      cmocka_unit_test(an_empty_one_answers),
      cmocka_unit_test(too_many_drawers_are_told),
      cmocka_unit_test(cabinets_stand_apart),
      cmocka_unit_test(the_first_two_cabinets_open_together),
      cmocka_unit_test(frequent_marks_share_no_sign),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

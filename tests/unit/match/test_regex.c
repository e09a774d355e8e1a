/* SPDX-License-Identifier: MIT */
#include "text/regex.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void good_patterns_pass(void **state) {
  (void)state;
  static const char *const patterns[] = {"told|rocket", "\\d+ (minutes|hours)",
                                         "gr\xC3\xBC\xC3\x9F(e|st)",
                                         "(?<!not )sorry"};
  for (size_t i = 0; i < sizeof patterns / sizeof patterns[0]; i++) {
    struct text_regex_marks marks;
    size_t offset = 0;
    char message[128];
    assert_true(text_regex_check(patterns[i], &marks, &offset, message,
                                 sizeof message));
  }
}

static void expect_refusal(const char *pattern, size_t at, const char *part) {
  struct text_regex_marks marks;
  size_t offset = 99;
  char message[256];
  assert_false(
      text_regex_check(pattern, &marks, &offset, message, sizeof message));
  assert_int_equal(offset, at);
  assert_non_null(strstr(message, part));
}

static void bad_patterns_are_refused(void **state) {
  (void)state;
  expect_refusal("", 0, "is empty");
  expect_refusal("(*LIMIT_MATCH=9)a", 0, "may not begin");
  expect_refusal("told (you", 9, "missing closing parenthesis");
  expect_refusal("a*", 0, "matches the empty text");
  expect_refusal("a\\C", 3, "not valid");
  expect_refusal("(?:(?:red|blue){200}){10}", 0, "too large");
  char *pattern = calloc(1, TEXT_REGEX_PATTERN_BYTES + 2);
  assert_non_null(pattern);
  memset(pattern, 'a', TEXT_REGEX_PATTERN_BYTES + 1);
  expect_refusal(pattern, 0, "longer than 4096");
  free(pattern);
}

struct finder {
  struct text_regex *regex;
  struct text_regex_scratch *scratch;
  struct text_regex_match match;
};

static void create(struct finder *f, const char *pattern) {
  f->regex = text_regex_create(pattern);
  f->scratch = text_regex_scratch_create();
  assert_non_null(f->regex);
  assert_non_null(f->scratch);
}

static void destroy(struct finder *f) {
  text_regex_destroy(f->regex);
  text_regex_scratch_destroy(f->scratch);
}

static void matches_follow_each_other(void **state) {
  (void)state;
  struct finder f;
  create(&f, "t[aeo]ld?");
  const char *text = "We told you, and we TELL you.";
  assert_int_equal(
      text_regex_find(f.regex, f.scratch, text, strlen(text), 0, &f.match),
      TEXT_REGEX_FOUND);
  assert_int_equal(f.match.start, 3);
  assert_int_equal(f.match.end, 7);
  assert_int_equal(
      text_regex_find(f.regex, f.scratch, text, strlen(text), 7, &f.match),
      TEXT_REGEX_FOUND);
  assert_int_equal(f.match.start, 20);
  assert_int_equal(
      text_regex_find(f.regex, f.scratch, text, strlen(text), 23, &f.match),
      TEXT_REGEX_NONE);
  destroy(&f);
}

/* Windows meet in the middle of a two-byte letter, and behind the last. */
static void windows_miss_nothing(void **state) {
  (void)state;
  enum { SIZE = 3 * TEXT_REGEX_WINDOW };
  struct finder f;
  create(&f, "b+");
  char *text = malloc(SIZE + 1);
  assert_non_null(text);
  text[0] = 'x';
  for (size_t i = 1; i + 1 < SIZE; i += 2) {
    memcpy(text + i, "\xC3\xA4", 2);
  }
  text[SIZE - 1] = 'x';
  for (size_t at = 1; at + 1 < SIZE; at += 2) {
    memcpy(text + at, "bb", 2);
    assert_int_equal(
        text_regex_find(f.regex, f.scratch, text, SIZE, 0, &f.match),
        TEXT_REGEX_FOUND);
    assert_int_equal(f.match.start, at);
    assert_int_equal(f.match.end, at + 2);
    memcpy(text + at, "\xC3\xA4", 2);
  }
  text[SIZE - 1] = 'b';
  assert_int_equal(text_regex_find(f.regex, f.scratch, text, SIZE, 0, &f.match),
                   TEXT_REGEX_FOUND);
  assert_int_equal(f.match.start, SIZE - 1);
  free(text);
  destroy(&f);
}

static void fill(char *text, size_t size, const char *unit) {
  for (size_t i = 0; i < size; i++) {
    text[i] = unit[i % strlen(unit)];
  }
}

/* Wherever in its last window a text ends that is looked at closely. */
static void close_windows_end_with_the_text(void **state) {
  (void)state;
  enum { LEAST = TEXT_REGEX_WINDOW / 2, MOST = 2 * TEXT_REGEX_WINDOW };
  for (size_t size = LEAST; size <= MOST; size++) {
    struct finder f;
    char text[MOST];
    create(&f, "[a-z ]*[xy]{3}");
    fill(text, size, "a");
    assert_int_equal(
        text_regex_find(f.regex, f.scratch, text, size, 0, &f.match),
        TEXT_REGEX_NONE);
    destroy(&f);
  }
}

/* With the interpreter and, after some uses, with the JIT. */
static void hostile_searches_give_up(void **state) {
  (void)state;
  enum { SIZE = 8192 };
  struct finder f;
  create(&f, "(?:(a)|b)*(?:(a)|b)*(?:(a)|b)*c|d");
  char *text = malloc(SIZE);
  assert_non_null(text);
  memset(text, 'a', SIZE);
  for (int i = 0; i < 2 * TEXT_REGEX_USES_BEFORE_JIT; i++) {
    assert_int_equal(
        text_regex_find(f.regex, f.scratch, text, SIZE, 1, &f.match),
        TEXT_REGEX_GAVE_UP);
  }
  free(text);
  destroy(&f);
}

/* Where the interpreter goes back more often than the JIT. */
static void first_searches_end_as_later_ones(void **state) {
  (void)state;
  enum { SIZE = 6000 };
  struct finder f;
  char text[SIZE];
  create(&f, "^(?:.*\\b(?:now|soon)\\b)");
  fill(text, SIZE, "so ");
  enum text_regex_result first =
      text_regex_find(f.regex, f.scratch, text, SIZE, 0, &f.match);
  for (int i = 0; i < TEXT_REGEX_USES_BEFORE_JIT; i++) {
    text_regex_begin_text(f.scratch);
    assert_int_equal(
        text_regex_find(f.regex, f.scratch, text, SIZE, 0, &f.match), first);
  }
  destroy(&f);
}

/* Each search stays under all limits of one, and takes its part off what the
 * regex may cost in a text. */
static void many_searches_give_up_in_the_end(void **state) {
  (void)state;
  enum { SIZE = 1000, MANY = 1000 };
  static const char *const patterns[] = {"[a-z ]*[xy]{3}",
                                         "(?:a*+[xy]|a)+[xz]"};
  for (size_t i = 0; i < sizeof patterns / sizeof patterns[0]; i++) {
    struct finder f;
    char text[SIZE];
    enum text_regex_result result = TEXT_REGEX_NONE;
    create(&f, patterns[i]);
    fill(text, SIZE, "a");
    size_t searches = 0;
    while (result == TEXT_REGEX_NONE && searches < MANY) {
      result = text_regex_find(f.regex, f.scratch, text, SIZE, 0, &f.match);
      searches++;
    }
    assert_int_equal(result, TEXT_REGEX_GAVE_UP);
    assert_true(searches > 5);
    text_regex_begin_text(f.scratch);
    assert_int_equal(
        text_regex_find(f.regex, f.scratch, text, SIZE, 0, &f.match),
        TEXT_REGEX_NONE);
    destroy(&f);
  }
}

/* However many sentences of usual size a text has. */
static void usual_searches_cost_no_patience(void **state) {
  (void)state;
  enum { SIZE = 200, MANY = 20000 };
  struct finder f;
  char text[SIZE];
  create(&f, "\\bplease\\b.*\\bnow\\b");
  fill(text, SIZE, "please send it, ");
  for (int i = 0; i < MANY; i++) {
    assert_int_equal(
        text_regex_find(f.regex, f.scratch, text, SIZE, 0, &f.match),
        TEXT_REGEX_NONE);
  }
  destroy(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(good_patterns_pass),
      cmocka_unit_test(bad_patterns_are_refused),
      cmocka_unit_test(matches_follow_each_other),
      cmocka_unit_test(windows_miss_nothing),
      cmocka_unit_test(close_windows_end_with_the_text),
      cmocka_unit_test(hostile_searches_give_up),
      cmocka_unit_test(first_searches_end_as_later_ones),
      cmocka_unit_test(many_searches_give_up_in_the_end),
      cmocka_unit_test(usual_searches_cost_no_patience),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/* Guards of regexes: what a sentence must hold before one is searched for.
 * Breaks for guard.c, and for the marks that text_regex_check tells. */
#include "building.h"

#include "rules/guard.h"
#include "text/mark_set.h"

#include <string.h>

static bool lets(const struct rules_guard *guard, const char *sentence) {
  size_t size = strlen(sentence);
  return rules_guard_lets(guard, text_mark_set(sentence, size), sentence, size);
}

static struct rules_guard guard_of(const char *pattern) {
  struct rules_guard guard = {0};
  size_t offset = 0;
  char message[256];
  assert_true(
      text_regex_check(pattern, &guard.sure, &offset, message, sizeof message));
  return guard;
}

static void test_no_marks_let_everything(void **state) {
  (void)state;
  struct rules_guard guard = guard_of("a+rgh+");
  rules_guard_add(&guard, "argh");
  assert_true(lets(&guard, "The rocket is ready"));
  assert_true(lets(&guard, ""));
}

static void test_a_pattern_tells_its_first_and_last_mark(void **state) {
  (void)state;
  struct rules_guard guard = guard_of("\\[your [a-z]+\\]");
  assert_true(lets(&guard, "Dear [your name],"));
  assert_false(lets(&guard, "Dear [Robin,"));
  assert_false(lets(&guard, "Dear your name,"));
}

static void test_a_match_may_begin_with_one_of_several_marks(void **state) {
  (void)state;
  struct rules_guard guard = guard_of("[[<]{1,2}your|(?<!\\w)\\*\\|?\\w+\\*");
  assert_true(lets(&guard, "Dear <your name>,"));
  assert_true(lets(&guard, "Dear [[your name]],"));
  assert_true(lets(&guard, "Dear *name*,"));
  assert_false(lets(&guard, "Dear your name},"));
  guard = guard_of("[[y]our");
  assert_true(lets(&guard, "Dear your name,"));
}

/* The normal form writes ' and - for others: they may not stand in the text. */
static void test_marks_with_other_spellings_are_not_sure(void **state) {
  (void)state;
  struct rules_guard guard = guard_of("-told-");
  assert_true(lets(&guard, "so\xE2\x80\x90told\xE2\x80\x90you"));
  guard = guard_of("'told'");
  assert_true(lets(&guard, "so \xE2\x80\x99told\xE2\x80\x99 you"));
  guard = guard_of("['*]told");
  assert_true(lets(&guard, "so \xE2\x80\x99told"));
}

static void test_one_of_the_named_marks_will_do(void **state) {
  (void)state;
  struct rules_guard guard = {0};
  rules_guard_add(&guard, "rocket");
  rules_guard_add(&guard, "*");
  rules_guard_add(&guard, "*");
  rules_guard_add(&guard, "\\");
  assert_true(lets(&guard, "The r*cket"));
  assert_true(lets(&guard, "C:\\rocket"));
  assert_false(lets(&guard, "The rocket!"));
}

static void test_a_run_is_as_long_as_the_shortest_named(void **state) {
  (void)state;
  struct rules_guard guard = {0};
  rules_guard_add(&guard, "!!!!");
  rules_guard_add(&guard, "!!!");
  rules_guard_add(&guard, "%");
  assert_true(lets(&guard, "Is the rocket ready?!?"));
  assert_true(lets(&guard, "At 100% now"));
  assert_false(lets(&guard, "Is the rocket ready?? Yes!!"));
}

static void test_a_run_may_be_anywhere(void **state) {
  (void)state;
  static const char *const runs[] = {"!!!",   "Now!?!", "!!!now",    "a!!!",
                                     "ab!!!", "!! !!!", "!a!!a!?!a", "!!!!!!"};
  static const char *const others[] = {"",      "!",         "!!",
                                       "!!a!!", "a!!a!?a?!", "now"};
  struct rules_guard guard = {0};
  rules_guard_add(&guard, "!!!");
  for (size_t i = 0; i < sizeof runs / sizeof runs[0]; i++) {
    assert_true(lets(&guard, runs[i]));
  }
  for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
    assert_false(lets(&guard, others[i]));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_no_marks_let_everything),
      cmocka_unit_test(test_a_pattern_tells_its_first_and_last_mark),
      cmocka_unit_test(test_a_match_may_begin_with_one_of_several_marks),
      cmocka_unit_test(test_marks_with_other_spellings_are_not_sure),
      cmocka_unit_test(test_one_of_the_named_marks_will_do),
      cmocka_unit_test(test_a_run_is_as_long_as_the_shortest_named),
      cmocka_unit_test(test_a_run_may_be_anywhere),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/* Names: looking them up, and telling what a wrong one was meant to be.
 * Breaks for index.c and nearest.c. */
#include "building.h"

#include "rules/index.h"
#include "rules/nearest.h"

static void test_an_empty_index_knows_nothing(void **state) {
  (void)state;
  struct rules_index index = {0};
  assert_int_equal(rules_index_get(&index, "please"), RULES_NOT_FOUND);
  rules_index_destroy(&index);
}

static void test_an_index_grows_and_keeps_all_names(void **state) {
  (void)state;
  enum { NAMES = 1000 };
  static char names[NAMES][8];
  struct rules_index index = {0};
  for (uint32_t i = 0; i < NAMES; i++) {
    snprintf(names[i], sizeof names[i], "n%u", (unsigned)i);
    rules_index_put(&index, names[i], i);
  }
  for (uint32_t i = 0; i < NAMES; i++) {
    assert_int_equal(rules_index_get(&index, names[i]), i);
  }
  assert_int_equal(index.names.count, NAMES);
  rules_index_put(&index, "n7", 70);
  assert_int_equal(rules_index_get(&index, "n7"), 70);
  assert_int_equal(index.names.count, NAMES);
  assert_int_equal(rules_index_get(&index, "n1000"), RULES_NOT_FOUND);
  assert_false(index.failed);
  rules_index_destroy(&index);
}

static const char *nearest_to(const char *wrong) {
  static const char *const known[] = {"severity", "message", "suppressible",
                                      "find", "in"};
  struct rules_nearest nearest = rules_nearest_to(wrong);
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
    rules_nearest_offer(&nearest, known[i]);
  }
  return nearest.best;
}

static void test_the_nearest_name(void **state) {
  (void)state;
  assert_string_equal(nearest_to("sevrity"), "severity");
  assert_string_equal(nearest_to("mesage"), "message");
  assert_string_equal(nearest_to("fidn"), "find");
  assert_string_equal(nearest_to("supressable"), "suppressible");
  assert_string_equal(nearest_to("massages"), "message");
  assert_null(nearest_to("kindness"));
  assert_null(nearest_to("to"));
  assert_null(nearest_to(""));
}

static void test_very_long_names_have_no_nearest(void **state) {
  (void)state;
  char wrong[200];
  memset(wrong, 'x', sizeof wrong - 1);
  wrong[sizeof wrong - 1] = '\0';
  assert_null(nearest_to(wrong));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_an_empty_index_knows_nothing),
      cmocka_unit_test(test_an_index_grows_and_keeps_all_names),
      cmocka_unit_test(test_the_nearest_name),
      cmocka_unit_test(test_very_long_names_have_no_nearest),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

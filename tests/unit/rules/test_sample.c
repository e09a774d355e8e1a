/* SPDX-License-Identifier: MIT */
/* From a phrase back to a text that it matches. */
#include "building.h"

static char sample[64];

/* The text of one phrase that is all of a rule; "none" when there is none. */
static const char *sample_of(const char *key, const char *phrase,
                             unsigned variant, size_t size) {
  char file[512];
  struct building building;
  snprintf(file, sizeof file,
           "language: en\ngroup: g\nlists:\n  guests: []\n"
           "  kinds: [black, green, iced, red, white, yellow]\n"
           "rules:\n  r:\n    severity: warning\n" FULL "    %s: |\n      %s\n",
           key, phrase);
  building_start(&building);
  building_add(&building, "a.yaml", file);
  building_finish(&building);
  assert_int_equal(building.status, COURTESY_OK);
  const struct courtesy_rule *rule =
      courtesy_ruleset_find(building.ruleset, "r");
  if (!courtesy_rule_sample(building.ruleset, rule, 0, variant, sample, size)) {
    strcpy(sample, "none");
  }
  building_end(&building);
  return sample;
}

static void assert_sample(const char *phrase, const char *text) {
  assert_string_equal(sample_of("find", phrase, 0, sizeof sample), text);
}

static void test_words_stand_between_blanks(void **state) {
  (void)state;
  assert_sample("tea is ready", "tea is ready");
}

static void test_what_is_optional_is_left_out(void **state) {
  (void)state;
  assert_sample("tea is [almost|nearly] ready", "tea is ready");
}

static void test_marks_stand_as_they_are_written(void **state) {
  (void)state;
  assert_sample("tea , not coffee ?", "tea, not coffee?");
  assert_sample("well-known tea", "well-known tea");
}

static void test_classes_have_a_token_each(void **state) {
  (void)state;
  assert_sample("<Name>'s <number> cups", "Anna's 7 cups");
  assert_sample("* sends <url>", "word sends https://example.org");
  assert_sample("<step> pour the tea", "1. pour the tea");
}

static void test_exact_words_keep_their_capitals(void **state) {
  (void)state;
  assert_sample("ask =IT", "ask IT");
}

static void test_variants_take_other_ways(void **state) {
  (void)state;
  char first[sizeof sample];
  strcpy(first, sample_of("find", "(green|black) tea", 0, sizeof sample));
  sample_of("find", "(green|black) tea", 1, sizeof sample);
  assert_string_not_equal(first, sample);
  assert_non_null(strstr(first, " tea"));
  assert_non_null(strstr(sample, " tea"));
}

static void test_few_variants_go_all_ways_behind_a_long_list(void **state) {
  (void)state;
  bool exclaims = false;
  for (unsigned variant = 0; variant < 4; variant++) {
    sample_of("find", "{kinds} tea (!|,)", variant, sizeof sample);
    exclaims |= strchr(sample, '!') != NULL;
  }
  assert_true(exclaims);
}

static void test_a_list_that_is_empty_has_none(void **state) {
  (void)state;
  assert_sample("{guests} like tea", "none");
  assert_sample("({guests}|we) like tea", "we like tea");
}

static void test_a_regex_and_a_small_buffer_have_none(void **state) {
  (void)state;
  assert_string_equal(sample_of("regex", "te+a", 0, sizeof sample), "none");
  assert_string_equal(sample_of("find", "green tea", 0, 9), "none");
  assert_string_equal(sample_of("find", "green tea", 0, 10), "green tea");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_words_stand_between_blanks),
      cmocka_unit_test(test_what_is_optional_is_left_out),
      cmocka_unit_test(test_marks_stand_as_they_are_written),
      cmocka_unit_test(test_classes_have_a_token_each),
      cmocka_unit_test(test_exact_words_keep_their_capitals),
      cmocka_unit_test(test_variants_take_other_ways),
      cmocka_unit_test(test_few_variants_go_all_ways_behind_a_long_list),
      cmocka_unit_test(test_a_list_that_is_empty_has_none),
      cmocka_unit_test(test_a_regex_and_a_small_buffer_have_none),
  };
  return cmocka_run_group_tests_name("sample", tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/* `when` and `unless`. Breaks for read_conditions.c. */
#include "building.h"

#include <float.h>

static void build(struct building *building, const char *conditions) {
  char text[512];
  snprintf(text, sizeof text,
           "rules:\n  x:\n    severity: off\n" FULL
           "    find: ['so']\n    when: {%s}\n",
           conditions);
  building_of(building, text);
}

static void test_numbers_are_ranges(void **state) {
  (void)state;
  static const struct {
    const char *condition;
    enum courtesy_fact fact;
    double low;
    double high;
  } cases[] = {
      {"words: 25", COURTESY_FACT_WORDS, 25, 25},
      {"words: '>= 25'", COURTESY_FACT_WORDS, 25, DBL_MAX},
      {"words: '>25'", COURTESY_FACT_WORDS, 26, DBL_MAX},
      {"words: '< 25'", COURTESY_FACT_WORDS, -DBL_MAX, 24},
      {"words: '<= 25'", COURTESY_FACT_WORDS, -DBL_MAX, 25},
      {"recipients: '= 2'", COURTESY_FACT_RECIPIENTS, 2, 2},
      {"recipients: 2-5", COURTESY_FACT_RECIPIENTS, 2, 5},
      {"attachments: 0", COURTESY_FACT_ATTACHMENTS, 0, 0},
      {"quote-age: '>= 7'", COURTESY_FACT_QUOTE_AGE, 7, DBL_MAX},
      {"links: 0", COURTESY_FACT_LINKS, 0, 0},
      {"time: '15:00-24:00'", COURTESY_FACT_TIME, 900, 1440},
      {"time: '22:30-6:05'", COURTESY_FACT_TIME, 1350, 365},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct building building;
    build(&building, cases[i].condition);
    const struct courtesy_rule *rule = building_rule(&building, "x");
    assert_int_equal(rule->when.count, 1);
    const struct courtesy_condition *condition =
        building_when(&building, rule).items;
    assert_int_equal(condition->fact, cases[i].fact);
    assert_null(condition->words);
    assert_true(condition->low == cases[i].low);
    assert_true(condition->high == cases[i].high);
    building_end(&building);
  }
}

static void test_names_are_lists(void **state) {
  (void)state;
  struct building building;
  build(&building, "kind: [draft, mail], audience: internal, language: en, "
                   "reply: true, automatic: no, greets: stranger");
  struct rules_conditions when =
      building_when(&building, building_rule(&building, "x"));
  assert_int_equal(when.count, 6);
  assert_int_equal(when.items[0].fact, COURTESY_FACT_KIND);
  assert_int_equal(when.items[0].word_count, 2);
  assert_string_equal(when.items[0].words[1], "mail");
  assert_string_equal(when.items[1].words[0], "internal");
  assert_string_equal(when.items[2].words[0], "en");
  assert_string_equal(when.items[3].words[0], "yes");
  assert_string_equal(when.items[4].words[0], "no");
  assert_string_equal(when.items[5].words[0], "stranger");
  building_end(&building);
}

static void test_names_that_nothing_can_have_are_refused(void **state) {
  (void)state;
  static const char *const conditions[] = {
      "kind: letter",    "kind: [mail, letter]", "kind: []",
      "language: []",    "language: english",    "language: [de, EN]",
      "audience: staff",
  };
  for (size_t i = 0; i < sizeof conditions / sizeof conditions[0]; i++) {
    struct building building;
    build(&building, conditions[i]);
    assert_int_equal(building.status, COURTESY_BAD_RULES);
    building_end(&building);
  }
}

static void test_ranges_that_make_no_sense_are_refused(void **state) {
  (void)state;
  static const char *const conditions[] = {
      "words: '> '",        "words: '=> 3'",       "words: '3 -'",
      "words: '5-2'",       "words: '-3'",         "words: '3 words'",
      "words: ''",          "words: [1, 2]",       "time: '15:00'",
      "time: '25:00-3:00'", "time: '15:60-16:00'", "time: '15:00-24:01'",
      "time: '-'",
  };
  for (size_t i = 0; i < sizeof conditions / sizeof conditions[0]; i++) {
    struct building building;
    build(&building, conditions[i]);
    assert_int_equal(building.status, COURTESY_BAD_RULES);
    building_end(&building);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_numbers_are_ranges),
      cmocka_unit_test(test_names_are_lists),
      cmocka_unit_test(test_names_that_nothing_can_have_are_refused),
      cmocka_unit_test(test_ranges_that_make_no_sense_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

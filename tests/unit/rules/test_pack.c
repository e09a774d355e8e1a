/* SPDX-License-Identifier: MIT */
/* The pack that is built in. Breaks for rules/embed.py, rules/meson.build and
 * the names that others rely on. */
#include "building.h"

#include "rules/pack.h"

static void test_the_pack_has_no_mistake(void **state) {
  (void)state;
  struct building building;
  building_start(&building);
  assert_int_equal(courtesy_builder_add_pack(building.builder, "en"),
                   COURTESY_OK);
  building_finish(&building);
  assert_null(strstr(building.diagnostics, ": error: "));
  assert_int_equal(building.status, COURTESY_OK);
  building_end(&building);
}

static void test_unknown_packs_are_told(void **state) {
  (void)state;
  struct building building;
  building_start(&building);
  assert_int_equal(courtesy_builder_add_pack(building.builder, "e"),
                   COURTESY_UNKNOWN_NAME);
  assert_int_equal(courtesy_builder_add_pack(building.builder, "xx"),
                   COURTESY_UNKNOWN_NAME);
  assert_int_equal(courtesy_builder_add_pack(building.builder, "zones"),
                   COURTESY_UNKNOWN_NAME);
  courtesy_builder_destroy(building.builder);
}

static void test_the_files_are_named_below_their_language(void **state) {
  (void)state;
  assert_true(rules_pack_file_count > 1);
  assert_string_equal(rules_pack_files[0].name, "en/lists.yaml");
  for (size_t i = 0; i < rules_pack_file_count; i++) {
    assert_true(rules_pack_files[i].size > 0);
    const char *name = rules_pack_files[i].name;
    assert_true(strncmp(name, "en/", 3) == 0 ||
                strncmp(name, "zones/", 6) == 0);
  }
}

static void test_names_that_others_rely_on(void **state) {
  (void)state;
  static const char *const markers[] = {
      "greeting",       "farewell",        "thanks", "please",
      "request",        "apology",         "praise", "offer-help",
      "hedged-request", "attachment-claim"};
  static const char *const rules[] = {"no-greeting", "no-farewell",
                                      "demand-without-please",
                                      "request-without-thanks"};
  struct building building;
  building_start(&building);
  courtesy_builder_add_pack(building.builder, "en");
  building_finish(&building);
  assert_int_equal(building.status, COURTESY_OK);
  const struct courtesy_ruleset *ruleset = building.ruleset;
  for (size_t i = 0; i < sizeof markers / sizeof markers[0]; i++) {
    const struct courtesy_rule *rule =
        courtesy_ruleset_find(ruleset, markers[i]);
    assert_non_null(rule);
    assert_int_equal(rule->facts.rule_class, COURTESY_MARKER);
  }
  for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
    const struct courtesy_rule *rule = courtesy_ruleset_find(ruleset, rules[i]);
    assert_non_null(rule);
    assert_int_equal(rule->facts.severity, COURTESY_SUGGESTION);
  }
  building_end(&building);
}

/* As the signs of words expect (text/sign.h). */
static void test_common_words_come_first(void **state) {
  (void)state;
  static const char *const words[] = {"the", "and", "to", "please", "can"};
  struct building building;
  building_start(&building);
  courtesy_builder_add_pack(building.builder, "en");
  building_finish(&building);
  assert_int_equal(building.status, COURTESY_OK);
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    uint32_t word = text_vocabulary_find(building.ruleset->vocabulary,
                                         base_slice_of(words[i]));
    assert_in_range(word, TEXT_FIRST_WORD, TEXT_COMMON_WORDS - 1);
  }
  building_end(&building);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_the_pack_has_no_mistake),
      cmocka_unit_test(test_unknown_packs_are_told),
      cmocka_unit_test(test_the_files_are_named_below_their_language),
      cmocka_unit_test(test_names_that_others_rely_on),
      cmocka_unit_test(test_common_words_come_first),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

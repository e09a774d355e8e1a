/* SPDX-License-Identifier: MIT */
/* House files, profiles and severities. Breaks for overlay.c, severities.c,
 * read_file.c, builder.c. */
#include "building.h"

static const char base[] = "group: tone\n"
                           "lists:\n"
                           "  offices: ['purchasing', 'legal']\n"
                           "markers:\n"
                           "  thanks:\n"
                           "    find: ['thank you']\n"
                           "rules:\n"
                           "  told-you:\n"
                           "    severity: warning\n" FULL "    find: |\n"
                           "      like I told you\n"
                           "      as I told you\n"
                           "    except: |\n"
                           "      told you the news\n"
                           "    when: {kind: mail}\n"
                           "  per-my-mail:\n"
                           "    severity: suggestion\n" FULL "    find: |\n"
                           "      per my last mail\n";

static void test_a_house_file_changes_a_rule(void **state) {
  (void)state;
  struct building building;
  building_of_two(&building, base,
                  "rules:\n"
                  "  told-you:\n"
                  "    find+: ['once again']\n"
                  "    find-: ['like I told you']\n"
                  "    except+: |\n"
                  "      once again welcome\n"
                  "    severity: error\n"
                  "    message: our words\n"
                  "    when: {}\n"
                  "    in: body\n"
                  "    weight: -2\n"
                  "    bad+: ['Once again, no.']\n"
                  "    good-: ['three', 'four']\n");
  const struct courtesy_rule *rule = building_rule(&building, "told-you");
  assert_int_equal(rule->find.count, 2);
  assert_string_equal(building_phrase(&building, rule, 0).text,
                      "as I told you");
  struct courtesy_phrase added = building_phrase(&building, rule, 1);
  assert_string_equal(added.text, "once again");
  assert_string_equal(added.file, "b.yaml");
  assert_int_equal(added.line, 3);
  assert_int_equal(rule->except.count, 2);
  assert_int_equal(rule->facts.severity, COURTESY_ERROR);
  struct courtesy_rule_facts facts = building_facts(&building, rule);
  assert_string_equal(facts.message, "our words");
  assert_string_equal(facts.why, "w");
  assert_string_equal(facts.file, "a.yaml");
  assert_int_equal(rule->when.count, 0);
  assert_int_equal(rule->zones, 1U << COURTESY_ZONE_BODY);
  assert_float_equal(rule->facts.weight, -2, 1e-9);
  assert_int_equal(courtesy_rule_example_count(rule), 4);
  assert_int_equal(building_example(&building, rule, 0).layer, 0);
  assert_string_equal(building_example(&building, rule, 2).text,
                      "Once again, no.");
  assert_int_equal(building_example(&building, rule, 2).layer, 1);
  assert_string_equal(building_example(&building, rule, 3).text, "five");
  building_end(&building);
}

static void test_a_house_file_changes_markers_and_lists(void **state) {
  (void)state;
  struct building building;
  building_of_two(&building, base,
                  "lists:\n"
                  "  offices+: ['front desk']\n"
                  "  offices-: ['legal']\n"
                  "markers:\n"
                  "  thanks:\n"
                  "    find+: ['cheers {offices}']\n"
                  "    shown: no\n"
                  "    found+: ['Cheers, front desk!']\n");
  const struct courtesy_rule *rule = building_rule(&building, "thanks");
  assert_int_equal(rule->find.count, 2);
  assert_false(rule->facts.shown);
  assert_int_equal(courtesy_rule_example_count(rule), 1);
  building_end(&building);
}

static void test_a_house_file_replaces_a_rule(void **state) {
  (void)state;
  struct building building;
  building_of_two(&building, base,
                  "rules:\n  told-you:\n    replaces: yes\n"
                  "    severity: error\n" FULL "    find: ['only this']\n");
  const struct courtesy_rule *rule = building_rule(&building, "told-you");
  assert_int_equal(rule->index, 1);
  assert_int_equal(rule->facts.phrase_count, 1);
  struct courtesy_rule_facts facts = building_facts(&building, rule);
  assert_string_equal(facts.file, "b.yaml");
  assert_string_equal(facts.group, "other");
  building_end(&building);
}

static const struct {
  const char *overlay;
  const char *diagnostics;
} mistakes[] = {
    {"rules:\n  told-you:\n    severity: error\n" FULL "    find: ['x']\n",
     "b.yaml:2:3: error: `told-you` exists already (a.yaml:8): change it with "
     "`find+`, `find-`, …, or say `replaces: yes`\n"},
    {"rules:\n  told-yuo:\n    severity: off\n",
     "b.yaml:2:3: error: no rule is called `told-yuo`: did you mean "
     "`told-you`?\n"},
    {"rules:\n  thanks:\n    severity: off\n",
     "b.yaml:2:3: error: `thanks` is a marker already (a.yaml:5): choose "
     "another name\n"},
    {"rules:\n  told-you:\n    find-: ['never there']\n",
     "b.yaml:3:13: warning: `find-`: there is no “never there” to take "
     "away\n"},
    {"rules:\n  told-you:\n    bad-: ['never there']\n",
     "b.yaml:3:12: warning: `bad-`: there is no “never there” to take "
     "away\n"},
    {"lists:\n  offices-: ['nowhere']\n",
     "b.yaml:2:14: warning: `offices-`: there is no “nowhere” to take away\n"},
    {"lists:\n  offices: ['nowhere']\n",
     "b.yaml:2:3: error: `offices` exists already (a.yaml:3): write "
     "`offices+` or `offices-`\n"},
    {"lists:\n  ofices+: ['nowhere']\n",
     "b.yaml:2:3: error: there is no `ofices` to change: did you mean "
     "`offices`?\n"},
    {"rules:\n  told-you:\n    find+: ['as i told you']\n",
     "b.yaml:3:13: warning: this phrase is never reached: it stands in "
     "a.yaml:17 already\n"},
    {"rules:\n  new-rule:\n    replaces: yes\n    severity: off\n" FULL
     "    find: ['x']\n",
     "b.yaml:2:3: warning: `new-rule` does not exist: there is nothing that it "
     "replaces\n"},
    {"rules:\n  no-thanks:\n    severity: off\n" FULL
     "    missing: thanks\n    at: closing\n"
     "profiles:\n  internal:\n    no-thanks: {find+: ['so']}\n",
     "b.yaml:13:5: error: `no-thanks`: `find` does not go with `missing`\n"},
    {"profiles:\n  internal:\n    thanks: {severity: off}\n",
     "b.yaml:3:5: error: `thanks` cannot have `severity`\n"},
    {"profiles:\n  mine:\n    severities:\n      told-you: off\n",
     "b.yaml:3:5: error: `severities` is no rule: write `told-you: …` right "
     "below the profile's name\n"},
    {"severities:\n  group/tome: off\n",
     "b.yaml:2:3: error: no group is called `tome`: did you mean "
     "`group/tone`?\n"},
    {"severities:\n  thanks: off\n",
     "b.yaml:2:3: error: no rule is called `thanks`\n"},
};

static void test_each_mistake_of_an_overlay(void **state) {
  (void)state;
  size_t wrong = 0;
  for (size_t i = 0; i < sizeof mistakes / sizeof mistakes[0]; i++) {
    struct building building;
    building_of_two(&building, base, mistakes[i].overlay);
    if (strcmp(building.diagnostics, mistakes[i].diagnostics) != 0) {
      print_error("%s\nexpected:\n%s\nfound:\n%s\n", mistakes[i].overlay,
                  mistakes[i].diagnostics, building.diagnostics);
      wrong++;
    }
    building_end(&building);
  }
  assert_int_equal(wrong, 0);
}

/* -------------------------------------------------------------- profiles */

static const char profiles[] =
    "profiles:\n"
    "  quiet:\n"
    "    suggestion: off\n"
    "  loud:\n"
    "    group/tone: error\n"
    "    per-my-mail: warning\n"
    "  strict:\n"
    "    told-you: {when: {kind: [draft, mail]}, severity: error,\n"
    "               find+: ['I told you']}\n"
    "    thanks: {find+: ['cheers']}\n";

static void build_profile(struct building *building, const char *profile) {
  building_start(building);
  building_add(building, "a.yaml", base);
  building_add(building, "b.yaml", profiles);
  assert_int_equal(courtesy_builder_set_profile(building->builder, profile),
                   COURTESY_OK);
  building_finish(building);
}

static enum courtesy_severity severity_of(const struct building *building,
                                          const char *id) {
  return building_rule(building, id)->facts.severity;
}

static void test_a_profile_maps_severities(void **state) {
  (void)state;
  struct building building;
  build_profile(&building, "quiet");
  assert_int_equal(severity_of(&building, "told-you"), COURTESY_WARNING);
  assert_int_equal(severity_of(&building, "per-my-mail"), COURTESY_OFF);
  building_end(&building);
  build_profile(&building, "loud");
  assert_int_equal(severity_of(&building, "told-you"), COURTESY_ERROR);
  assert_int_equal(severity_of(&building, "per-my-mail"), COURTESY_WARNING);
  assert_float_equal(building_rule(&building, "told-you")->facts.weight, -1.5,
                     1e-9);
  building_end(&building);
}

static void test_a_profile_changes_rules(void **state) {
  (void)state;
  struct building building;
  build_profile(&building, "strict");
  const struct courtesy_rule *rule = building_rule(&building, "told-you");
  assert_int_equal(rule->facts.severity, COURTESY_ERROR);
  assert_int_equal(rule->find.count, 3);
  assert_int_equal(rule->when.count, 1);
  assert_int_equal(building_when(&building, rule).items[0].word_count, 2);
  assert_int_equal(building_rule(&building, "thanks")->find.count, 2);
  building_end(&building);
  build_profile(&building, "internal");
  rule = building_rule(&building, "told-you");
  assert_int_equal(rule->find.count, 2);
  assert_int_equal(building_when(&building, rule).items[0].word_count, 1);
  building_end(&building);
}

static void test_all_profiles_are_listed_with_their_severities(void **state) {
  (void)state;
  struct building building;
  build_profile(&building, "quiet");
  const struct courtesy_rule *rule = building_rule(&building, "per-my-mail");
  static const char *const names[] = {"internal", "loud", "quiet", "strict"};
  static const enum courtesy_severity severities[] = {
      COURTESY_SUGGESTION, COURTESY_WARNING, COURTESY_OFF, COURTESY_SUGGESTION};
  assert_string_equal(courtesy_ruleset_profile(building.ruleset), "quiet");
  assert_int_equal(courtesy_ruleset_profile_count(building.ruleset), 4);
  for (size_t i = 0; i < 4; i++) {
    enum courtesy_severity severity;
    assert_string_equal(courtesy_ruleset_profile_name(building.ruleset, i),
                        names[i]);
    assert_int_equal(
        courtesy_rule_severity_in(building.ruleset, rule, names[i], &severity),
        COURTESY_OK);
    assert_int_equal(severity, severities[i]);
  }
  enum courtesy_severity severity;
  assert_int_equal(
      courtesy_rule_severity_in(building.ruleset, rule, "none", &severity),
      COURTESY_UNKNOWN_NAME);
  building_end(&building);
}

static void test_an_unknown_profile_is_told(void **state) {
  (void)state;
  struct building building;
  build_profile(&building, "silent");
  assert_int_equal(building.status, COURTESY_UNKNOWN_NAME);
  building_end(&building);
}

static void test_files_outrank_profiles_and_the_host_all(void **state) {
  (void)state;
  struct building building;
  building_start(&building);
  building_add(&building, "a.yaml", base);
  building_add(&building, "b.yaml", profiles);
  building_add(&building, "c.yaml",
               "severities: {told-you: suggestion, per-my-mail: error}\n");
  courtesy_builder_set_profile(building.builder, "loud");
  courtesy_builder_set_severity(building.builder, "per-my-mail", COURTESY_OFF);
  building_finish(&building);
  assert_int_equal(severity_of(&building, "told-you"), COURTESY_SUGGESTION);
  assert_int_equal(severity_of(&building, "per-my-mail"), COURTESY_OFF);
  building_end(&building);
}

static void test_what_the_host_sets_must_exist(void **state) {
  (void)state;
  struct building building;
  building_start(&building);
  building_add(&building, "a.yaml", base);
  courtesy_builder_set_severity(building.builder, "tol-you", COURTESY_OFF);
  courtesy_builder_extend_list(building.builder, "floors", "third");
  building_finish(&building);
  assert_string_equal(building.diagnostics,
                      "(settings):1:1: error: there is no list `floors` to "
                      "extend\n"
                      "(settings):1:1: error: no rule is called `tol-you`: "
                      "did you mean `told-you`?\n");
  building_end(&building);
}

static void test_a_list_that_a_house_breaks_is_told_once(void **state) {
  (void)state;
  struct building building;
  building_of_two(&building,
                  "lists:\n  floors: |\n    the attic\n"
                  "rules:\n  a:\n    severity: off\n" FULL
                  "    find: |\n      up to {floors}\n      {floors} again\n",
                  "lists:\n  floors+: |\n    the ground (floor)\n"
                  "  floors-: |\n    the attic (old)\n");
  assert_string_equal(building.diagnostics,
                      "b.yaml:3:16: error: an entry of a list holds words "
                      "only; write a line for each\n"
                      "b.yaml:5:5: warning: `floors-`: there is no “the attic "
                      "(old)” to take away\n");
  building_end(&building);
}

static void test_what_a_host_adds_is_words_or_left_out(void **state) {
  (void)state;
  struct building building;
  building_start(&building);
  building_add(&building, "a.yaml", base);
  courtesy_builder_extend_list(building.builder, "colleagues", "Ana (Rome)");
  building_finish(&building);
  assert_int_equal(building.status, COURTESY_OK);
  assert_string_equal(building.diagnostics,
                      "(settings):1:1: warning: `Ana (Rome)` is left out of "
                      "`colleagues`: an entry of a list holds words only; "
                      "write a line for each\n");
  building_end(&building);
}

static void test_a_builder_finishes_once(void **state) {
  (void)state;
  struct building building;
  building_of(&building, base);
  struct courtesy_ruleset *ruleset = NULL;
  assert_int_equal(courtesy_builder_finish(building.builder, &ruleset),
                   COURTESY_INVALID_ARGUMENT);
  assert_int_equal(courtesy_builder_add_file(building.builder, "x", "", 0),
                   COURTESY_INVALID_ARGUMENT);
  assert_int_equal(courtesy_builder_add_pack(building.builder, "en"),
                   COURTESY_INVALID_ARGUMENT);
  assert_int_equal(courtesy_builder_set_profile(building.builder, "quiet"),
                   COURTESY_INVALID_ARGUMENT);
  assert_int_equal(
      courtesy_builder_extend_list(building.builder, "colleagues", "Ana"),
      COURTESY_INVALID_ARGUMENT);
  assert_int_equal(
      courtesy_builder_set_severity(building.builder, "bare", COURTESY_OFF),
      COURTESY_INVALID_ARGUMENT);
  building_end(&building);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_house_file_changes_a_rule),
      cmocka_unit_test(test_a_house_file_changes_markers_and_lists),
      cmocka_unit_test(test_a_house_file_replaces_a_rule),
      cmocka_unit_test(test_each_mistake_of_an_overlay),
      cmocka_unit_test(test_a_profile_maps_severities),
      cmocka_unit_test(test_a_profile_changes_rules),
      cmocka_unit_test(test_all_profiles_are_listed_with_their_severities),
      cmocka_unit_test(test_an_unknown_profile_is_told),
      cmocka_unit_test(test_files_outrank_profiles_and_the_host_all),
      cmocka_unit_test(test_what_the_host_sets_must_exist),
      cmocka_unit_test(test_a_list_that_a_house_breaks_is_told_once),
      cmocka_unit_test(test_what_a_host_adds_is_words_or_left_out),
      cmocka_unit_test(test_a_builder_finishes_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/* What the ruleset says of rules, markers and signals: facts, defaults,
 * examples. Breaks for compile_entry.c, read_samples.c, keys.c, ruleset.c. */
#include "building.h"
#include "text/vocabulary.h"

#define RULE(keys)                                                             \
  "group: tone\n"                                                              \
  "markers:\n  thanks:\n    find: |\n      thank you\n"                        \
  "rules:\n  kind-rule:\n    severity: warning\n" FULL keys

enum { OWN_ZONES = 0x1F };

static void test_facts_of_a_rule(void **state) {
  (void)state;
  struct building building;
  building_of(&building, RULE("    find: |\n"
                              "      # a comment\n"
                              "      how often\n"
                              "\n"
                              "      again and again\n"
                              "    except: |\n"
                              "      how often do\n"));
  const struct courtesy_rule *rule = building_rule(&building, "kind-rule");
  struct courtesy_rule_facts facts = building_facts(&building, rule);
  assert_int_equal(facts.rule_class, COURTESY_RULE);
  assert_string_equal(facts.id, "kind-rule");
  assert_string_equal(facts.group, "tone");
  assert_string_equal(facts.language, "en");
  assert_int_equal(facts.severity, COURTESY_WARNING);
  assert_string_equal(facts.message, "m");
  assert_string_equal(facts.why, "w");
  assert_string_equal(facts.instead, "i");
  assert_true(facts.suppressible);
  assert_string_equal(facts.file, "a.yaml");
  assert_int_equal(facts.line, 7);
  assert_int_equal(facts.phrase_count, 3);
  struct courtesy_phrase phrase = building_phrase(&building, rule, 1);
  assert_string_equal(phrase.text, "again and again");
  assert_int_equal(phrase.line, 18);
  assert_int_equal(phrase.column, 7);
  phrase = building_phrase(&building, rule, 2);
  assert_int_equal(phrase.role, COURTESY_PHRASE_EXCEPT);
  assert_false(courtesy_rule_phrase(building.ruleset, rule, 3, &phrase));
  assert_int_equal(rule->zones, OWN_ZONES);
  assert_int_equal(rule->find.count, 2);
  assert_int_equal(rule->except.count, 1);
  assert_int_equal(rule->except_here.count, 0);
  assert_false(rule->message_level);
  building_end(&building);
}

static void test_strings_outlive_the_builder(void **state) {
  (void)state;
  struct building building;
  building_of(&building, RULE("    find: |\n      how often\n"));
  building_rule(&building, "kind-rule");
  courtesy_builder_destroy(building.builder);
  building.builder = NULL;
  const struct courtesy_rule *rule =
      courtesy_ruleset_find(building.ruleset, "kind-rule");
  assert_string_equal(building_facts(&building, rule).why, "w");
  building_end(&building);
}

static void test_entries_keep_the_order_of_the_files(void **state) {
  (void)state;
  struct building building;
  building_of(&building, RULE("    find: |\n      how often\n"));
  assert_int_equal(courtesy_ruleset_rule_count(building.ruleset), 2);
  assert_ptr_equal(courtesy_ruleset_rule(building.ruleset, 0),
                   building_rule(&building, "thanks"));
  assert_ptr_equal(courtesy_ruleset_rule(building.ruleset, 1),
                   building_rule(&building, "kind-rule"));
  assert_null(courtesy_ruleset_rule(building.ruleset, 2));
  assert_null(courtesy_ruleset_find(building.ruleset, "kind"));
  assert_null(courtesy_ruleset_find(building.ruleset, "zzz"));
  building_end(&building);
}

static void test_weights_follow_class_and_severity(void **state) {
  (void)state;
  static const struct {
    const char *text;
    double weight;
  } cases[] = {
      {"rules:\n  x:\n    severity: error\n" FULL "    find: ['so']\n", -1.5},
      {"rules:\n  x:\n    severity: warning\n" FULL "    find: ['so']\n", -0.8},
      {"rules:\n  x:\n    severity: suggestion\n" FULL "    find: ['so']\n",
       -0.3},
      {"rules:\n  x:\n    severity: error\n    weight: 0.25\n" FULL
       "    find: ['so']\n",
       0.25},
      {"markers:\n  x:\n    find: ['so']\n", 0.3},
      {"markers:\n  x:\n    shown: no\n    find: ['so']\n", 0},
      {"signals:\n  x:\n    weight: -0.1\n    find: ['so']\n", -0.1},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct building building;
    building_of(&building, cases[i].text);
    assert_float_equal(building_rule(&building, "x")->facts.weight,
                       cases[i].weight, 1e-9);
    building_end(&building);
  }
}

static void test_markers_have_facts_of_their_own(void **state) {
  (void)state;
  struct building building;
  building_of(&building, "group: tone\n"
                         "markers:\n"
                         "  please:\n"
                         "    find: ['please']\n"
                         "  request:\n"
                         "    shown: no\n"
                         "    in: [body, subject]\n"
                         "    quoted: yes\n"
                         "    find: ['could you']\n");
  const struct courtesy_rule *please = building_rule(&building, "please");
  assert_true(please->facts.shown);
  struct courtesy_rule_facts facts = building_facts(&building, please);
  assert_string_equal(facts.group, "");
  assert_string_equal(facts.message, "");
  const struct courtesy_rule *request = building_rule(&building, "request");
  assert_false(request->facts.shown);
  assert_true(request->quoted);
  assert_int_equal(request->zones,
                   1U << COURTESY_ZONE_BODY | 1U << COURTESY_ZONE_SUBJECT);
  building_end(&building);
}

static void test_greeting_and_farewell_are_known_to_the_ruleset(void **state) {
  (void)state;
  struct building building;
  building_of(&building, "markers:\n"
                         "  greeting:\n    find: ['hello']\n"
                         "  farewell:\n    find: ['bye']\n");
  building_rule(&building, "greeting");
  assert_int_equal(building.ruleset->greeting, 0);
  assert_int_equal(building.ruleset->farewell, 1);
  building_end(&building);
  building_of(&building, "markers:\n  thanks:\n    find: ['thanks']\n");
  building_rule(&building, "thanks");
  assert_int_equal(building.ruleset->greeting, RULES_NO_ENTRY);
  building_end(&building);
}

static void test_what_makes_a_rule_message_level(void **state) {
  (void)state;
  static const struct {
    const char *keys;
    bool message_level;
  } cases[] = {
      {"    find: ['so']\n", false},
      {"    find: ['so']\n    when: {language: en}\n", false},
      {"    find: ['so']\n    when: {kind: mail}\n", true},
      {"    find: ['so']\n    unless: {reply: yes}\n", true},
      {"    find: ['so']\n    at-least: 3\n", true},
      {"    find: ['so']\n    share: 50%\n", true},
      {"    each: thanks\n", false},
      {"    each: thanks\n    within: sentence\n", false},
      {"    each: thanks\n    within: paragraph\n", true},
      {"    missing: thanks\n    at: message\n", true},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    char text[512];
    snprintf(text, sizeof text, "%s%s", RULE(""), cases[i].keys);
    struct building building;
    building_of(&building, text);
    assert_int_equal(building_rule(&building, "kind-rule")->message_level,
                     cases[i].message_level);
    building_end(&building);
  }
}

static void test_forms_name_the_entries_that_they_are_about(void **state) {
  (void)state;
  struct building building;
  building_of(&building, RULE("    each: thanks\n    without: [please]\n"
                              "    within: message\n"
                              "  no-please:\n    severity: off\n" FULL
                              "    missing: please\n    at: closing\n") "\n");
  assert_string_equal(building.diagnostics,
                      "a.yaml:15:15: error: no marker or rule is called "
                      "`please`\n"
                      "a.yaml:24:14: error: no marker is called `please`\n");
  building_end(&building);

  building_of(&building, "markers:\n"
                         "  please:\n    find: ['please']\n    shown: no\n"
                         "  request:\n    find: ['could you']\n"
                         "rules:\n"
                         "  bare:\n    severity: off\n" FULL
                         "    each: request\n    without: please\n"
                         "    within: message\n"
                         "  none:\n    severity: off\n" FULL
                         "    missing: please\n    at: closing\n");
  const struct courtesy_rule *bare = building_rule(&building, "bare");
  assert_int_equal(bare->form, COURTESY_FORM_EACH);
  assert_int_equal(bare->subject, 1);
  assert_int_equal(bare->without.count, 1);
  assert_int_equal(rules_without(building.ruleset, bare)[0], 0);
  assert_int_equal(bare->within, COURTESY_WITHIN_MESSAGE);
  const struct courtesy_rule *none = building_rule(&building, "none");
  assert_int_equal(none->form, COURTESY_FORM_MISSING);
  assert_int_equal(none->subject, 0);
  assert_int_equal(none->at, COURTESY_AT_CLOSING);
  building_end(&building);
}

/* What listings and explanations are told. */
static void test_triggers(void **state) {
  (void)state;
  struct building building;
  building_of(&building, "markers:\n"
                         "  please:\n    find: ['please']\n    shown: no\n"
                         "  thanks:\n    find: ['thanks']\n    shown: no\n"
                         "  request:\n    find: ['could you']\n"
                         "rules:\n"
                         "  bare:\n    severity: off\n" FULL
                         "    each: request\n    without: [please, thanks]\n"
                         "    within: paragraph\n"
                         "    when: {words: '>= 25'}\n"
                         "    unless: {reply: yes, automatic: yes}\n"
                         "  none:\n    severity: off\n" FULL
                         "    missing: please\n    at: subject\n");
  const struct courtesy_ruleset *ruleset = building.ruleset;
  const struct courtesy_rule *bare = building_rule(&building, "bare");
  struct courtesy_rule_trigger trigger;
  courtesy_rule_describe_trigger(ruleset, bare, &trigger);
  assert_int_equal(trigger.form, COURTESY_FORM_EACH);
  assert_ptr_equal(trigger.subject, building_rule(&building, "request"));
  assert_int_equal(trigger.within, COURTESY_WITHIN_PARAGRAPH);
  assert_int_equal(trigger.without_count, 2);
  assert_ptr_equal(courtesy_rule_without(ruleset, bare, 1),
                   building_rule(&building, "thanks"));
  assert_null(courtesy_rule_without(ruleset, bare, 2));
  assert_int_equal(trigger.when_count, 1);
  assert_int_equal(trigger.when[0].fact, COURTESY_FACT_WORDS);
  assert_int_equal(trigger.unless_count, 2);
  assert_string_equal(trigger.unless[1].words[0], "yes");
  courtesy_rule_describe_trigger(ruleset, building_rule(&building, "none"),
                                 &trigger);
  assert_int_equal(trigger.form, COURTESY_FORM_MISSING);
  assert_int_equal(trigger.at, COURTESY_AT_SUBJECT);
  courtesy_rule_describe_trigger(ruleset, building_rule(&building, "please"),
                                 &trigger);
  assert_int_equal(trigger.form, COURTESY_FORM_FIND);
  assert_null(trigger.subject);
  assert_null(trigger.replace);
  building_end(&building);
}

static void test_edits(void **state) {
  (void)state;
  struct building building;
  building_of(&building, RULE("    find: ['asap']\n    replace: 'by noon'\n"
                              "    safe: yes\n"
                              "  shorter:\n    severity: off\n" FULL
                              "    find: ['so']\n    replace: ''\n"));
  const struct courtesy_rule *rule = building_rule(&building, "kind-rule");
  assert_string_equal(rules_noted(building.ruleset, rule->replace), "by noon");
  assert_true(rule->safe);
  const struct courtesy_rule *shorter = building_rule(&building, "shorter");
  assert_string_equal(rules_noted(building.ruleset, shorter->replace), "");
  assert_int_equal(building_rule(&building, "thanks")->replace, RULES_NO_NOTE);
  building_end(&building);
}

static void test_capitals_count_where_a_phrase_looks_at_them(void **state) {
  (void)state;
  struct building building;
  building_of(&building, "lists:\n  offices: |\n    =IT\n"
                         "markers:\n"
                         "  plain:\n    find: ['so']\n"
                         "  name:\n    find: ['<Name> so']\n"
                         "  veto:\n    find: ['so']\n    except: ['=So']\n"
                         "  list:\n    find: ['{offices} so']\n"
                         "  regex:\n    regex: ['so+']\n    words: so\n");
  assert_true(courtesy_rule_ignores_case(building_rule(&building, "plain")));
  assert_false(courtesy_rule_ignores_case(building_rule(&building, "name")));
  assert_false(courtesy_rule_ignores_case(building_rule(&building, "veto")));
  assert_false(courtesy_rule_ignores_case(building_rule(&building, "list")));
  assert_false(courtesy_rule_ignores_case(building_rule(&building, "regex")));
  building_end(&building);
}

/* -------------------------------------------------------------- examples */

static void test_examples_with_marks(void **state) {
  (void)state;
  struct building building;
  building_of(&building, "markers:\n"
                         "  thanks:\n"
                         "    find: ['thanks']\n"
                         "    found:\n"
                         "      - \"Many [[thanks]], [[thanks]].\"\n"
                         "      - 'Thanks'\n"
                         "      - '[[]]Thanks'\n"
                         "    not-found: |\n"
                         "      No word of it.\n");
  const struct courtesy_rule *rule = building_rule(&building, "thanks");
  assert_int_equal(courtesy_rule_example_count(rule), 4);
  struct courtesy_example example = building_example(&building, rule, 0);
  assert_true(example.bad);
  assert_string_equal(example.text, "Many thanks, thanks.");
  assert_int_equal(example.size, 20);
  assert_true(example.spans_given);
  assert_int_equal(example.span_count, 2);
  static const size_t spans[] = {5, 6, 13, 6};
  assert_memory_equal(example.spans, spans, sizeof spans);
  assert_int_equal(example.kind, COURTESY_TEXT);
  assert_int_equal(example.line, 5);
  assert_int_equal(example.column, 9);
  assert_false(building_example(&building, rule, 1).spans_given);
  example = building_example(&building, rule, 2);
  assert_true(example.spans_given);
  assert_int_equal(example.span_count, 1);
  assert_int_equal(example.spans[0], 0);
  assert_int_equal(example.spans[1], 0);
  example = building_example(&building, rule, 3);
  assert_false(example.bad);
  assert_string_equal(example.text, "No word of it.");
  assert_false(courtesy_rule_example(building.ruleset, rule, 4, &example));
  building_end(&building);
}

static void test_examples_with_facts(void **state) {
  (void)state;
  struct building building;
  building_of(&building, "markers:\n"
                         "  thanks:\n"
                         "    find: ['thanks']\n"
                         "    found:\n"
                         "      - text: |\n"
                         "          Hello,\n"
                         "          [[thanks]].\n"
                         "        kind: draft\n"
                         "        subject: 'Re: files'\n"
                         "        to: sam@example.org\n"
                         "        from: ana@example.org\n"
                         "        reply: yes\n"
                         "        automatic: no\n"
                         "        date: 2027-03-01T22:15\n"
                         "        attachments: [plan.pdf]\n"
                         "      - {text: 'thanks', attachments: none}\n");
  const struct courtesy_rule *rule = building_rule(&building, "thanks");
  struct courtesy_example example = building_example(&building, rule, 0);
  assert_string_equal(example.text, "Hello,\nthanks.\n");
  assert_int_equal(example.spans[0], 7);
  assert_int_equal(example.kind, COURTESY_DRAFT);
  assert_string_equal(example.subject, "Re: files");
  assert_string_equal(example.to, "sam@example.org");
  assert_string_equal(example.from, "ana@example.org");
  assert_int_equal(example.reply, COURTESY_YES);
  assert_int_equal(example.automatic, COURTESY_NO);
  assert_string_equal(example.date, "2027-03-01T22:15");
  assert_true(example.attachments_given);
  assert_int_equal(example.attachment_count, 1);
  assert_string_equal(example.attachments[0], "plan.pdf");
  example = building_example(&building, rule, 1);
  assert_true(example.attachments_given);
  assert_int_equal(example.attachment_count, 0);
  assert_int_equal(example.reply, COURTESY_UNKNOWN);
  building_end(&building);
}

/* --------------------------------------------------------------- lexicon */

static bool has_word(const struct building *building,
                     const struct text_word_set *set, const char *word) {
  return text_word_set_has(
      set,
      text_vocabulary_find(building->ruleset->vocabulary, base_slice_of(word)));
}

static bool is_abbreviation(const struct building *building, const char *word) {
  const struct text_vocabulary *vocabulary = building->ruleset->vocabulary;
  return text_word_is_abbreviation(
      text_vocabulary_tables(vocabulary),
      text_vocabulary_find(vocabulary, base_slice_of(word)));
}

static void test_lists_fill_the_lexicon(void **state) {
  (void)state;
  struct building building;
  building_start(&building);
  building_add(&building, "a.yaml",
               "lists:\n"
               "  abbreviations: ['vs.', 'etc']\n"
               "  not-names: ['Hello']\n"
               "  weekdays: ['monday']\n"
               "  departments: ['Purchasing', 'front desk']\n"
               "markers:\n  x:\n    find: ['so']\n");
  assert_int_equal(courtesy_builder_extend_list(building.builder, "colleagues",
                                                "Maria Lopez"),
                   COURTESY_OK);
  building_finish(&building);
  building_rule(&building, "x");
  const struct text_lexicon *lexicon = &building.ruleset->lexicon;
  assert_true(is_abbreviation(&building, "VS"));
  assert_false(is_abbreviation(&building, "so"));
  assert_true(has_word(&building, &lexicon->not_names, "hello"));
  assert_true(has_word(&building, &lexicon->not_names, "Monday"));
  assert_true(has_word(&building, &lexicon->not_names, "purchasing"));
  assert_false(has_word(&building, &lexicon->not_names, "front"));
  assert_true(has_word(&building, &lexicon->names, "maria"));
  assert_true(has_word(&building, &lexicon->names, "Lopez"));
  assert_int_equal(lexicon->names.count, 2);
  building_end(&building);
}

static void test_lists_belong_to_their_language(void **state) {
  (void)state;
  struct building building;
  building_of_two(&building,
                  "language: en\nlists:\n  greetings: ['hello']\n"
                  "markers:\n  greeting:\n    find: ['{greetings}']\n",
                  "language: fr\nlists:\n  greetings: ['bonjour']\n"
                  "markers:\n  greeting:\n    find: ['{greetings}']\n");
  building_rule(&building, "greeting");
  assert_int_equal(courtesy_ruleset_rule_count(building.ruleset), 2);
  const struct courtesy_rule *french =
      courtesy_ruleset_rule(building.ruleset, 1);
  assert_string_equal(building_facts(&building, french).language, "fr");
  building_end(&building);
}

/* Number of patterns filed under a word, or always when it is NULL. */
static size_t filed(const struct building *building, const char *word) {
  const struct courtesy_ruleset *ruleset = building->ruleset;
  size_t all = 0;
  for (uint8_t cabinet = 0; cabinet < TEXT_CABINETS; cabinet++) {
    size_t count = 0;
    if (word == NULL) {
      count = ruleset->prefilter.always_count[cabinet];
    } else {
      text_prefilter_of(
          &ruleset->prefilter, cabinet,
          text_vocabulary_find(ruleset->vocabulary, base_slice_of(word)),
          &count);
    }
    all += count;
  }
  return all;
}

/* What most messages ask for is filed apart from what few do, from what is
 * searched for in others' words alone, and from greeting and farewell. */
static void test_patterns_are_in_the_cabinet_of_their_entry(void **state) {
  (void)state;
  struct building building;
  building_of(&building, "group: tone\n"
                         "markers:\n"
                         "  greeting:\n    find: ['hello']\n"
                         "  thanks:\n    find: ['thanks']\n    shown: no\n"
                         "  please:\n    find: ['please']\n    shown: no\n"
                         "  wish:\n    find: ['wish']\n    weight: 1\n"
                         "  anger:\n    find: ['shame']\n    in: [quote]\n"
                         "rules:\n  kind-rule:\n    severity: warning\n" FULL
                         "    each: please\n    without: [thanks]\n");
  building_rule(&building, "kind-rule");
  const struct courtesy_ruleset *ruleset = building.ruleset;
  static const struct {
    const char *word;
    uint8_t cabinet;
  } cases[] = {
      {"hello", RULES_CABINET_FORMS},  {"thanks", RULES_CABINET_ASKED},
      {"please", RULES_CABINET_USUAL}, {"wish", RULES_CABINET_USUAL},
      {"shame", RULES_CABINET_OTHERS},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    for (uint8_t cabinet = 0; cabinet < TEXT_CABINETS; cabinet++) {
      size_t count = 0;
      text_prefilter_of(&ruleset->prefilter, cabinet,
                        text_vocabulary_find(ruleset->vocabulary,
                                             base_slice_of(cases[i].word)),
                        &count);
      assert_int_equal(count, cabinet == cases[i].cabinet);
    }
  }
  building_end(&building);
}

static void test_patterns_are_filed_under_their_words(void **state) {
  (void)state;
  struct building building;
  building_of(&building, "markers:\n"
                         "  x:\n"
                         "    find: ['thank you', '* $']\n"
                         "    except: ['hardly']\n"
                         "    regex: ['thank+s']\n"
                         "    words: [thanks, thankks]\n");
  building_rule(&building, "x");
  assert_int_equal(filed(&building, "thank") + filed(&building, "you"), 1);
  assert_int_equal(filed(&building, "hardly"), 0);
  assert_int_equal(filed(&building, "thanks"), 1);
  assert_int_equal(filed(&building, "thankks"), 1);
  assert_int_equal(filed(&building, NULL), 1);
  building_end(&building);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_facts_of_a_rule),
      cmocka_unit_test(test_strings_outlive_the_builder),
      cmocka_unit_test(test_entries_keep_the_order_of_the_files),
      cmocka_unit_test(test_weights_follow_class_and_severity),
      cmocka_unit_test(test_markers_have_facts_of_their_own),
      cmocka_unit_test(test_greeting_and_farewell_are_known_to_the_ruleset),
      cmocka_unit_test(test_what_makes_a_rule_message_level),
      cmocka_unit_test(test_forms_name_the_entries_that_they_are_about),
      cmocka_unit_test(test_triggers),
      cmocka_unit_test(test_edits),
      cmocka_unit_test(test_capitals_count_where_a_phrase_looks_at_them),
      cmocka_unit_test(test_examples_with_marks),
      cmocka_unit_test(test_examples_with_facts),
      cmocka_unit_test(test_lists_fill_the_lexicon),
      cmocka_unit_test(test_lists_belong_to_their_language),
      cmocka_unit_test(test_patterns_are_filed_under_their_words),
      cmocka_unit_test(test_patterns_are_in_the_cabinet_of_their_entry),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

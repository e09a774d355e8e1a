/* SPDX-License-Identifier: MIT */
/* What is asked for past the end is told to be nothing. */
#include "lab.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const char rules[] = "language: en\n"
                            "group: test\n"
                            "markers:\n"
                            "  thanks:\n"
                            "    find: ['thank you']\n"
                            "rules:\n"
                            "  late:\n"
                            "    severity: warning\n"
                            "    message: '“{text}”'\n"
                            "    why: 'A test.'\n"
                            "    instead: 'Try kinder words.'\n"
                            "    find: ['too late']\n";

static const size_t far[] = {1, 2, 1000, SIZE_MAX};
enum { FAR = sizeof far / sizeof far[0] };

/* A place that was asked for is where the next search begins. */
static void results_are_read_in_any_order(void **state) {
  (void)state;
  struct lab lab;
  struct courtesy_sentence first;
  struct courtesy_sentence last;
  struct courtesy_sentence again;
  lab_rules(&lab, rules);
  lab_lint(&lab, COURTESY_DRAFT, "It is here.\nThank you. It is late.");
  assert_true(courtesy_session_sentence(lab.session, 0, &first));
  assert_true(courtesy_session_sentence(lab.session, 2, &last));
  assert_true(courtesy_session_sentence(lab.session, 0, &again));
  assert_int_equal(last.span.line, 2);
  assert_int_equal(last.span.column, 12);
  assert_int_equal(again.span.line, 1);
  assert_int_equal(again.span.column, first.span.column);
  assert_int_equal(again.span.end_column, first.span.end_column);
  lab_close(&lab);
}

static void results_end(void **state) {
  (void)state;
  struct lab lab;
  struct courtesy_mark mark;
  struct courtesy_zone_span zone;
  struct courtesy_sentence sentence;
  struct courtesy_token token;
  lab_rules(&lab, rules);
  lab_lint(&lab, COURTESY_TEXT, "Thank you, but it is too late.");
  assert_non_null(courtesy_session_finding(lab.session, 0));
  assert_true(courtesy_session_mark(lab.session, 0, &mark));
  assert_true(courtesy_session_zone(lab.session, 0, &zone));
  assert_true(courtesy_session_sentence(lab.session, 0, &sentence));
  assert_true(courtesy_session_token(lab.session, 0, 0, &token));
  assert_non_null(courtesy_session_score_part(lab.session, 0));
  for (size_t i = 0; i < FAR; i++) {
    assert_null(courtesy_session_finding(lab.session, far[i]));
    assert_false(courtesy_session_mark(lab.session, far[i], &mark));
    assert_false(courtesy_session_zone(lab.session, far[i], &zone));
    assert_false(courtesy_session_sentence(lab.session, far[i], &sentence));
    assert_int_equal(courtesy_session_token_count(lab.session, far[i]), 0);
    assert_false(courtesy_session_token(lab.session, far[i], 0, &token));
    assert_null(courtesy_session_problem(lab.session, far[i]));
  }
  assert_false(courtesy_session_token(lab.session, 0, 1000, &token));
  assert_null(courtesy_session_score_part(lab.session, 1000));
  lab_close(&lab);
}

/* A marker that makes zones has an entry for each language: equal in weight,
 * and of one id. */
static void each_score_part_can_be_asked_for(void **state) {
  (void)state;
  static const char english[] = "language: en\n"
                                "group: test\n"
                                "markers:\n"
                                "  farewell: {find: [cheers], weight: 0.3}\n";
  static const char german[] = "language: de\n"
                               "group: test\n"
                               "markers:\n"
                               "  farewell: {find: [servus], weight: 0.3}\n";
  struct lab lab;
  lab_rules_of(&lab, (const char *const[]){english, german}, 2);
  lab_lint(&lab, COURTESY_DRAFT, "The soup is ready.\n\nServus\n>\nCheers\n");
  size_t count = courtesy_session_score_part_count(lab.session);
  assert_int_equal(count, 2);
  const struct courtesy_score_part *first =
      courtesy_session_score_part(lab.session, 0);
  const struct courtesy_score_part *second =
      courtesy_session_score_part(lab.session, 1);
  assert_non_null(first);
  assert_non_null(second);
  assert_ptr_not_equal(first, second);
  lab_close(&lab);
}

static void a_session_that_linted_nothing_has_no_results(void **state) {
  (void)state;
  struct lab lab;
  struct courtesy_mark mark;
  struct courtesy_zone_span zone;
  struct courtesy_sentence sentence;
  lab_rules(&lab, rules);
  assert_null(courtesy_session_finding(lab.session, 0));
  assert_null(courtesy_session_problem(lab.session, 0));
  assert_null(courtesy_session_score_part(lab.session, 0));
  assert_false(courtesy_session_mark(lab.session, 0, &mark));
  assert_false(courtesy_session_zone(lab.session, 0, &zone));
  assert_false(courtesy_session_sentence(lab.session, 0, &sentence));
  assert_int_equal(courtesy_session_token_count(lab.session, 0), 0);
  lab_close(&lab);
}

static void messages_and_rulesets_end(void **state) {
  (void)state;
  struct lab lab;
  struct courtesy_phrase phrase;
  struct courtesy_example example;
  char text[32];
  lab_rules(&lab, rules);
  lab_lint(&lab, COURTESY_MAIL, "Subject: soup\n\nSoup?");
  const struct courtesy_rule *rule = courtesy_ruleset_find(lab.ruleset, "late");
  for (size_t i = 0; i < FAR; i++) {
    assert_null(courtesy_message_part(lab.message, far[i]));
    assert_null(courtesy_message_problem(lab.message, far[i]));
    assert_null(courtesy_ruleset_rule(lab.ruleset, far[i] > 1 ? far[i] : 2));
    assert_null(courtesy_ruleset_profile_name(lab.ruleset, far[i]));
    assert_null(courtesy_rule_without(lab.ruleset, rule, far[i]));
    assert_false(courtesy_rule_phrase(lab.ruleset, rule, far[i], &phrase));
    assert_false(courtesy_rule_example(lab.ruleset, rule, far[i], &example));
    assert_false(
        courtesy_rule_sample(lab.ruleset, rule, far[i], 0, text, sizeof text));
  }
  lab_close(&lab);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(results_are_read_in_any_order),
      cmocka_unit_test(results_end),
      cmocka_unit_test(each_score_part_can_be_asked_for),
      cmocka_unit_test(a_session_that_linted_nothing_has_no_results),
      cmocka_unit_test(messages_and_rulesets_end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

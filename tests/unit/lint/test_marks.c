/* SPDX-License-Identifier: MIT */
/* Who wants fewer marks gets the same findings and the same score. */
#include "lab.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char rules[] =
    "language: en\n"
    "group: forms\n"
    "markers:\n"
    "  thanks:\n    find: |\n      thanks\n"
    "  order:\n    shown: no\n    find: |\n      send me\n"
    "  reason:\n    shown: no\n    find: |\n      because\n"
    "signals:\n"
    "  first:\n    weight: 0.2\n    find: |\n      ^ we\n"
    "rules:\n"
    "  hurry:\n    severity: off\n    message: \"“{text}”\"\n"
    "    why: \"w\"\n    instead: \"i\"\n"
    "    find: |\n      quickly\n"
    "  bare:\n    severity: suggestion\n    message: \"“{text}”\"\n"
    "    why: \"w\"\n    instead: \"i\"\n"
    "    each: order\n    without: [thanks, reason, hurry]\n"
    "    within: paragraph\n";

static void only_the_marks_that_are_wanted_come(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, rules);
  const char *text = "Send me the list, because it is late. Thanks, Ana.";
  lab_lint(&lab, COURTESY_DRAFT, text);
  assert_string_equal(lab_marks(&lab), "order@0+7 reason@18+7 thanks@38+6");
  courtesy_session_want_marks(lab.session, COURTESY_MARKS_SHOWN);
  lab_lint(&lab, COURTESY_DRAFT, text);
  assert_string_equal(lab_marks(&lab), "thanks@38+6");
  courtesy_session_want_marks(lab.session, COURTESY_MARKS_NONE);
  lab_lint(&lab, COURTESY_DRAFT, text);
  assert_string_equal(lab_marks(&lab), "");
  courtesy_session_want_marks(lab.session, COURTESY_MARKS_ALL);
  lab_lint(&lab, COURTESY_DRAFT, text);
  assert_string_equal(lab_marks(&lab), "order@0+7 reason@18+7 thanks@38+6");
  lab_close(&lab);
}

/* They are listed when somebody looks at them. */
static void marks_are_those_that_the_lint_was_to_find(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, rules);
  courtesy_session_want_marks(lab.session, COURTESY_MARKS_SHOWN);
  lab_lint(&lab, COURTESY_DRAFT,
           "Send me the list, because it is late. Thanks.");
  courtesy_session_want_marks(lab.session, COURTESY_MARKS_ALL);
  assert_int_equal(courtesy_session_mark_count(lab.session), 1);
  assert_string_equal(lab_marks(&lab), "thanks@38+6");
  lab_close(&lab);
}

static void what_softens_is_found_where_it_matters(void **state) {
  (void)state;
  struct lab lab;
  lab_rules(&lab, rules);
  courtesy_session_want_marks(lab.session, COURTESY_MARKS_NONE);
  lab_lint(&lab, COURTESY_DRAFT, "Send me the list. It is late.");
  assert_string_equal(lab_findings(&lab), "bare@1:1+7");
  lab_lint(&lab, COURTESY_DRAFT, "Send me the list, because it is late.");
  assert_string_equal(lab_findings(&lab), "");
  lab_lint(&lab, COURTESY_DRAFT,
           "Send me the list quickly.\n\nBecause it is late, send me two.\n\n"
           "Thanks. Send me three.\n\nSend me four.");
  assert_string_equal(lab_findings(&lab), "bare@7:1+7");
  lab_close(&lab);
}

/* One of the B's may stand in what is quoted: then that is read after all. */
static void others_words_are_read_for_who_asks(void **state) {
  (void)state;
  static const char in_quotes[] =
      "language: en\ngroup: forms\n"
      "markers:\n"
      "  claim:\n    shown: no\n    find: |\n      here is the list\n"
      "  list:\n    shown: no\n    in: [body, quote, signature]\n"
      "    find: |\n      <number> rows\n      <url>\n"
      "  anger:\n    shown: no\n    in: [quote]\n"
      "    find: |\n      shame on you\n"
      "rules:\n"
      "  no-list:\n    severity: warning\n    message: \"“{text}”\"\n"
      "    why: \"w\"\n    instead: \"i\"\n"
      "    each: claim\n    without: [list]\n    within: message\n"
      "  angry:\n    severity: warning\n    message: \"“{text}”\"\n"
      "    why: \"w\"\n    instead: \"i\"\n"
      "    each: anger\n    in: [quote]\n    when: {reply: yes}\n";
  struct lab lab;
  lab_rules(&lab, in_quotes);
  const enum courtesy_marks wanted[] = {COURTESY_MARKS_NONE,
                                        COURTESY_MARKS_ALL};
  for (size_t i = 0; i < 2; i++) {
    courtesy_session_want_marks(lab.session, wanted[i]);
    lab_lint(&lab, COURTESY_DRAFT, "Here is the list.\n\n> Two of them.");
    assert_string_equal(lab_findings(&lab), "no-list@1:1+16");
    lab_lint(&lab, COURTESY_DRAFT,
             "Here is the list.\n\n> It has 12 rows.\n\nHere is the list.");
    assert_string_equal(lab_findings(&lab), "");
    lab_lint(&lab, COURTESY_DRAFT,
             "Yes.\n\n> It has 12 rows.\n\n> Shame on you.\n\nNo.");
    assert_string_equal(lab_findings(&lab), "angry@5:3+12");
    lab_lint(&lab, COURTESY_DRAFT, "Shame on you.\n\n> Shame on us.");
    assert_string_equal(lab_findings(&lab), "");
  }
  lab_close(&lab);
}

static void what_is_missing_may_be_in_quotes_besides(void **state) {
  (void)state;
  static const char missing[] =
      "language: en\ngroup: forms\n"
      "markers:\n"
      "  number:\n    shown: no\n    in: [body, quote]\n"
      "    find: |\n      order <number>\n"
      "rules:\n"
      "  no-number:\n    severity: warning\n    message: \"No number.\"\n"
      "    why: \"w\"\n    instead: \"i\"\n"
      "    missing: number\n    at: message\n";
  const struct courtesy_facts facts = {.language = "en"};
  struct lab lab;
  lab_rules(&lab, missing);
  courtesy_session_want_marks(lab.session, COURTESY_MARKS_NONE);
  lab_lint_with(&lab, COURTESY_DRAFT, "It is order 12.\n\n> Which?", &facts);
  assert_string_equal(lab_findings(&lab), "");
  lab_lint_with(&lab, COURTESY_DRAFT, "Yes.\n\n> It is order 12.", &facts);
  assert_string_equal(lab_findings(&lab), "no-number@1:1+0");
  lab_close(&lab);
}

static void count_steps(void *context, const struct courtesy_trace *step) {
  size_t *steps = context;
  *steps += step->step == COURTESY_TRACE_MATCHED;
}

static void a_trace_tells_of_all(void **state) {
  (void)state;
  size_t steps = 0;
  struct lab lab;
  lab_rules(&lab, rules);
  courtesy_session_want_marks(lab.session, COURTESY_MARKS_NONE);
  courtesy_session_set_trace(lab.session, count_steps, &steps);
  lab_lint(&lab, COURTESY_DRAFT, "We came quickly, because it was late.");
  assert_int_equal(steps, 3); /* of first, hurry and reason */
  assert_string_equal(lab_marks(&lab), "");
  courtesy_session_set_trace(lab.session, NULL, NULL);
  lab_lint(&lab, COURTESY_DRAFT, "We came quickly, because it was late.");
  assert_int_equal(steps, 3);
  lab_close(&lab);
}

/* ------------------------------------------------ the pack, on many letters */

struct both {
  struct lab all;  /* marks are wanted */
  struct lab none; /* none are */
  char findings[4096];
  size_t found;
};

static void open_both(struct both *both) {
  struct lab *labs[] = {&both->all, &both->none};
  *both = (struct both){0};
  for (size_t i = 0; i < 2; i++) {
    assert_int_equal(courtesy_ruleset_create_pack("en", "", &labs[i]->ruleset),
                     COURTESY_OK);
    assert_int_equal(
        courtesy_session_create(labs[i]->ruleset, &labs[i]->session),
        COURTESY_OK);
  }
  courtesy_session_want_marks(both->none.session, COURTESY_MARKS_NONE);
}

static void expect_the_same(struct both *both, enum courtesy_kind kind,
                            const char *text,
                            const struct courtesy_facts *facts) {
  int score = 0;
  int other = 0;
  lab_lint_with(&both->all, kind, text, facts);
  lab_lint_with(&both->none, kind, text, facts);
  strcpy(both->findings, lab_findings(&both->all));
  assert_string_equal(lab_findings(&both->none), both->findings);
  courtesy_session_score(both->all.session, &score);
  courtesy_session_score(both->none.session, &other);
  assert_int_equal(other, score);
  both->found += courtesy_session_finding_count(both->none.session);
}

/* The examples of all entries, one after the other. Returns false behind the
 * last. */
static bool example_of(const struct courtesy_ruleset *ruleset, size_t number,
                       struct courtesy_example *example) {
  for (size_t i = 0; i < courtesy_ruleset_rule_count(ruleset); i++) {
    const struct courtesy_rule *rule = courtesy_ruleset_rule(ruleset, i);
    size_t count = courtesy_rule_example_count(rule);
    if (number < count) {
      return courtesy_rule_example(ruleset, rule, number, example);
    }
    number -= count;
  }
  return false;
}

static void the_pack_says_the_same(void **state) {
  (void)state;
  enum { ROOM = 4096, TOGETHER = 5 };
  const struct courtesy_facts facts = {.attachments_known = true};
  struct courtesy_example example;
  struct both both;
  open_both(&both);
  char letter[ROOM] = "";
  for (size_t i = 0; example_of(both.all.ruleset, i, &example); i++) {
    expect_the_same(&both, example.kind, example.text, &facts);
    expect_the_same(&both, COURTESY_DRAFT, example.text, &facts);
    if (strlen(letter) + example.size + 3 < ROOM) {
      strcat(strcat(letter, example.text), i % 3 == 0 ? "\n\n" : " ");
    }
    if (i % TOGETHER == 0) {
      expect_the_same(&both, COURTESY_DRAFT, letter, &facts);
      letter[0] = '\0';
    }
  }
  assert_true(both.found > 1000); /* else nothing was compared */
  lab_close(&both.all);
  lab_close(&both.none);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(only_the_marks_that_are_wanted_come),
      cmocka_unit_test(marks_are_those_that_the_lint_was_to_find),
      cmocka_unit_test(what_softens_is_found_where_it_matters),
      cmocka_unit_test(others_words_are_read_for_who_asks),
      cmocka_unit_test(what_is_missing_may_be_in_quotes_besides),
      cmocka_unit_test(a_trace_tells_of_all),
      cmocka_unit_test(the_pack_says_the_same),
  };
  return cmocka_run_group_tests_name("marks", tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/* Of a message that is made to be expensive the gravest is told, and that there
 * is more. */
#include "lab.h"

#include "mail/body.h"
#include "match/engine.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define SAID                                                                   \
  "    message: \"“{text}”\"\n"                                            \
  "    why: \"A test.\"\n"                                                     \
  "    instead: \"Something kinder.\"\n"

static const char rules[] =
    "language: en\ngroup: test\nrules:\n"
    "  tut:\n    severity: suggestion\n" SAID "    find: |\n      tut\n"
    "  fool:\n    severity: error\n" SAID "    find: |\n      you fool\n";

/* That many times a unit, and what comes last. */
static char *repeated(const char *unit, size_t count, const char *last) {
  size_t size = strlen(unit);
  char *text = malloc(count * size + strlen(last) + 1);
  assert_non_null(text);
  for (size_t i = 0; i < count; i++) {
    memcpy(text + i * size, unit, size);
  }
  strcpy(text + count * size, last);
  return text;
}

static void lint(struct lab *lab, const char *unit, size_t count,
                 const char *last) {
  char *text = repeated(unit, count, last);
  lab_rules(lab, rules);
  lab_lint(lab, COURTESY_TEXT, text);
  free(text);
}

static void expect_problem(const struct lab *lab, size_t index,
                           const char *code, const char *message) {
  const struct courtesy_problem *problem =
      courtesy_session_problem(lab->session, index);
  assert_non_null(problem);
  assert_string_equal(problem->code, code);
  assert_string_equal(problem->message, message);
}

static void as_many_as_allowed_are_all_told(void **state) {
  (void)state;
  struct lab lab;
  lint(&lab, "Tut!\n", COURTESY_FINDINGS_MAX, "");
  assert_int_equal(courtesy_session_finding_count(lab.session),
                   COURTESY_FINDINGS_MAX);
  assert_int_equal(courtesy_session_problem_count(lab.session), 0);
  lab_close(&lab);
}

static void of_too_many_findings_the_gravest_are_told(void **state) {
  (void)state;
  struct lab lab;
  lint(&lab, "Tut!\n", COURTESY_FINDINGS_MAX + 7, "You fool.");
  size_t count = courtesy_session_finding_count(lab.session);
  assert_int_equal(count, COURTESY_FINDINGS_MAX);
  const struct courtesy_finding *last =
      courtesy_session_finding(lab.session, count - 1);
  assert_string_equal(last->rule, "fool");
  /* of the others the first */
  assert_int_equal(courtesy_session_finding(lab.session, count - 2)->span.line,
                   count - 1);
  assert_int_equal(courtesy_session_problem_count(lab.session), 1);
  expect_problem(&lab, 0, "finding-limit",
                 "there are more than 10000 findings: the gravest are told, of "
                 "those the first");
  assert_false(courtesy_session_problem(lab.session, 0)->has_offset);
  assert_null(courtesy_session_problem(lab.session, 1));
  lab_close(&lab);
}

static void count_left_out(void *context, const struct courtesy_trace *step) {
  size_t *count = context;
  *count += step->step == COURTESY_TRACE_CONDITION &&
            strcmp(step->detail, "there are too many findings") == 0;
}

static void the_trace_tells_what_is_left_out(void **state) {
  (void)state;
  struct lab lab;
  size_t left_out = 0;
  char *text = repeated("Tut!\n", COURTESY_FINDINGS_MAX + 3, "");
  lab_rules(&lab, rules);
  courtesy_session_set_trace(lab.session, count_left_out, &left_out);
  lab_lint(&lab, COURTESY_TEXT, text);
  assert_int_equal(left_out, 3);
  free(text);
  lab_close(&lab);
}

static void what_is_left_out_takes_its_followers_along(void **state) {
  (void)state;
  struct lab lab;
  char *text = repeated("Tut tut!\n", COURTESY_FINDINGS_MAX + 1, "");
  lab_rules(&lab, "language: en\ngroup: test\nrules:\n"
                  "  tut-tut:\n    severity: suggestion\n" SAID
                  "    find: |\n      tut tut\n"
                  "  tut:\n    severity: suggestion\n" SAID
                  "    find: |\n      tut\n");
  lab_lint(&lab, COURTESY_TEXT, text);
  assert_int_equal(courtesy_session_finding_count(lab.session),
                   COURTESY_FINDINGS_MAX);
  for (size_t i = 0; i < COURTESY_FINDINGS_MAX; i++) {
    const struct courtesy_finding *finding =
        courtesy_session_finding(lab.session, i);
    assert_string_equal(finding->rule, "tut-tut");
    assert_int_equal(finding->also_count, 1);
  }
  free(text);
  lab_close(&lab);
}

static void what_fits_everywhere_hides_nothing(void **state) {
  (void)state;
  struct lab lab;
  lint(&lab, "Tut!\n", MATCH_ENTRY_MAX + 100, "You fool.");
  size_t count = courtesy_session_finding_count(lab.session);
  assert_string_equal(courtesy_session_finding(lab.session, count - 1)->rule,
                      "fool");
  assert_string_equal(courtesy_session_finding(lab.session, 0)->text, "Tut");
  assert_int_equal(courtesy_session_problem_count(lab.session), 2);
  expect_problem(&lab, 0, "match-limit",
                 "tut fits more than 262144 times: from line 262145 on it was "
                 "not looked for");
  assert_int_equal(courtesy_session_problem(lab.session, 0)->offset,
                   5 * MATCH_ENTRY_MAX);
  /* The next message is as good as ever. */
  lab_lint(&lab, COURTESY_TEXT, "Tut, you fool.");
  assert_string_equal(lab_findings(&lab), "tut@1:1+3 fool@1:6+8");
  assert_int_equal(courtesy_session_problem_count(lab.session), 0);
  lab_close(&lab);
}

/* In a message in another language nothing is looked for, so that there is
 * nothing to leave out. */
static void what_nobody_may_say_has_no_limit(void **state) {
  (void)state;
  struct lab lab;
  char *text = repeated("Tut!\n", MATCH_ENTRY_MAX + 100, "");
  lab_rules(&lab, rules);
  lab_lint_with(&lab, COURTESY_DRAFT, text,
                &(struct courtesy_facts){.language = "nl"});
  assert_int_equal(courtesy_session_problem_count(lab.session), 1);
  expect_problem(&lab, 0, "other-language",
                 "this looks Dutch; the rules are English");
  free(text);
  lab_lint(&lab, COURTESY_DRAFT, "Tut, you fool.");
  assert_string_equal(lab_findings(&lab), "tut@1:1+3 fool@1:6+8");
  lab_close(&lab);
}

/* A list of recipients may be longer than what of a header is read. */
static void what_a_cut_header_lacks_is_not_missing(void **state) {
  (void)state;
  enum { RECIPIENTS = 12000 };
  struct lab lab;
  char *to = repeated("<team@acme.example>,\n\t", RECIPIENTS,
                      "<sam@acme.example>\nSubject: keys\n\nHi.\n");
  char *mail = malloc(sizeof "To: " + strlen(to));
  assert_non_null(mail);
  strcat(strcpy(mail, "To: "), to);
  lab_rules(&lab, "language: en\ngroup: test\n"
                  "markers:\n  topic:\n    in: [subject]\n"
                  "    find: |\n      *\n"
                  "rules:\n  empty:\n    severity: suggestion\n"
                  "    message: No subject.\n    why: A test.\n"
                  "    instead: Keys.\n"
                  "    missing: topic\n    at: subject\n");
  lab_lint(&lab, COURTESY_MAIL, mail);
  assert_string_equal(lab_findings(&lab), "");
  const struct courtesy_facts *facts = courtesy_message_facts(lab.message);
  assert_int_equal(facts->reply, COURTESY_UNKNOWN);
  assert_int_equal(facts->automatic, COURTESY_UNKNOWN);
  assert_string_equal(courtesy_message_problem(lab.message, 0)->code,
                      "header-limit");
  free(mail);
  free(to);
  lab_close(&lab);
}

static void what_a_cut_text_lacks_at_its_end_is_not_missing(void **state) {
  (void)state;
  enum { LINES = MAIL_TEXT_MAX / 8 }; /* bytes of a line */
  struct lab lab;
  char *text = repeated("The tea\n", LINES, "\nKind regards\n");
  lab_rules(&lab, "language: en\ngroup: test\n"
                  "markers:\n  greeting:\n    find: |\n      ^^ hello\n"
                  "  farewell:\n    find: |\n      kind regards\n"
                  "rules:\n"
                  "  no-greeting:\n    severity: suggestion\n"
                  "    message: m\n    why: w\n    instead: i\n"
                  "    missing: greeting\n    at: opening\n"
                  "  no-farewell:\n    severity: suggestion\n"
                  "    message: m\n    why: w\n    instead: i\n"
                  "    missing: farewell\n    at: closing\n");
  lab_lint(&lab, COURTESY_DRAFT, text);
  assert_string_equal(courtesy_message_problem(lab.message, 0)->code,
                      "text-limit");
  assert_int_equal(courtesy_session_finding_count(lab.session), 1);
  assert_string_equal(courtesy_session_finding(lab.session, 0)->rule,
                      "no-greeting");
  free(text);
  lab_close(&lab);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(as_many_as_allowed_are_all_told),
      cmocka_unit_test(of_too_many_findings_the_gravest_are_told),
      cmocka_unit_test(the_trace_tells_what_is_left_out),
      cmocka_unit_test(what_is_left_out_takes_its_followers_along),
      cmocka_unit_test(what_fits_everywhere_hides_nothing),
      cmocka_unit_test(what_nobody_may_say_has_no_limit),
      cmocka_unit_test(what_a_cut_header_lacks_is_not_missing),
      cmocka_unit_test(what_a_cut_text_lacks_at_its_end_is_not_missing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

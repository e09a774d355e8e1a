/* SPDX-License-Identifier: MIT */
/* Whom a greeting names. Breaks for greets.c and the lists it asks. */
#include "lab.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define SAID                                                                   \
  "    severity: suggestion\n    message: m\n    why: w\n    instead: i\n"     \
  "    each: greeting\n"

static const char rules[] =
    "language: en\ngroup: test\n"
    "lists:\n"
    "  greetings: [\"hi\", \"dear\"]\n"
    "  addressees: [\"all\", \"team\"]\n"
    "  titles: [\"ms\"]\n"
    "  nicknames: [\"Bob Robert\", \"Peggy Margaret\"]\n"
    "markers:\n"
    "  greeting:\n    find: |\n"
    "      ^^ {greetings} <Capital> [<Capital>] [and <Capital>]\n"
    "      ^^ {greetings} Bob Joe Max Zoe [Eva]\n"
    "rules:\n"
    "  known:\n" SAID "    when: {greets: recipient}\n"
    "  wrong:\n" SAID "    when: {greets: stranger}\n";

/* The rule that speaks of a greeting in a mail to somebody, or "". */
static void assert_greets(const char *greeting, const char *to,
                          const char *expected) {
  struct lab lab;
  lab_rules(&lab, rules);
  lab_lint_with(&lab, COURTESY_DRAFT, greeting,
                &(struct courtesy_facts){.from = "Tom Park <tp@acme.example>",
                                         .to = to,
                                         .cc = "Kim Roth <kr@acme.example>"});
  if (courtesy_session_finding_count(lab.session) == 0) {
    assert_string_equal("", expected);
  } else {
    assert_string_equal(courtesy_session_finding(lab.session, 0)->rule,
                        expected);
  }
  lab_close(&lab);
}

static const char ana[] = "Ana Lima <al@acme.example>";

static void a_name_of_to_or_cc_is_a_recipient(void **state) {
  (void)state;
  assert_greets("Hi Ana,\n\nsoup?", ana, "known");
  assert_greets("Hi KIM,\n\nsoup?", ana, "known");
  assert_greets("Dear Ms Lima,\n\nsoup?", ana, "known");
  assert_greets("Hi Ana and Bob,\n\nsoup?", ana, "known");
}

static void another_name_is_a_stranger(void **state) {
  (void)state;
  assert_greets("Hi Bob,\n\nsoup?", ana, "wrong");
  assert_greets("Dear Ms Baker,\n\nsoup?", ana, "wrong");
}

static void a_short_form_is_the_same_person(void **state) {
  (void)state;
  assert_greets("Hi Bob,\n\nsoup?", "robert.hill@acme.example", "known");
  assert_greets("Hi Margaret,\n\nsoup?", "peggy.hill@acme.example", "known");
  assert_greets("Hi Joh,\n\nsoup?", "johanna.hill@acme.example", "known");
}

static void what_may_be_a_form_of_a_name_is_not_told(void **state) {
  (void)state;
  assert_greets("Hi Jim,\n\nsoup?", "james.hill@acme.example", "");
  assert_greets("Hi Jo,\n\nsoup?", "johanna.hill@acme.example", "");
  assert_greets("Hi Tom,\n\nsoup?", ana, ""); /* the sender */
}

static void a_roll_call_tells_nothing(void **state) {
  (void)state;
  assert_greets("Hi Bob, Joe, Max, Zoe,\n\nsoup?", ana, "wrong");
  assert_greets("Hi Bob, Joe, Max, Zoe, Eva,\n\nsoup?", ana, "");
}

static void nobody_is_named_or_known(void **state) {
  (void)state;
  assert_greets("Hi Team,\n\nsoup?", ana, "");
  assert_greets("Hi Bob,\n\nsoup?", NULL, "");
  assert_greets("Hi Bob,\n\nsoup?", "", ""); /* not filled in yet */
  assert_greets("Hi Bob,\n\nsoup?", "Sales Team <sales@acme.example>", "");
  assert_greets("Hi Bob,\n\nsoup?", "al@acme.example", "");
  assert_greets("Soup for Bob?", ana, "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_name_of_to_or_cc_is_a_recipient),
      cmocka_unit_test(another_name_is_a_stranger),
      cmocka_unit_test(a_short_form_is_the_same_person),
      cmocka_unit_test(what_may_be_a_form_of_a_name_is_not_told),
      cmocka_unit_test(a_roll_call_tells_nothing),
      cmocka_unit_test(nobody_is_named_or_known),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "mail/domain.h"
#include "mail/message.h"

static const char *const ours[] = {"acme.example", "ACME.test"};

/* Where the addresses of a list lie: i, o and n for each. */
static void assert_reach(const char *list, const char *expected) {
  struct mail_reach reach = {0};
  mail_reach_add(&reach, list, ours, 2);
  assert_int_equal(reach.inside, strchr(expected, 'i') != NULL);
  assert_int_equal(reach.outside, strchr(expected, 'o') != NULL);
  assert_int_equal(reach.nowhere, strchr(expected, 'n') != NULL);
}

static void domains_and_those_below_are_inside(void **state) {
  (void)state;
  assert_reach("ana@acme.example", "i");
  assert_reach("Ana Lima <ana@Acme.Example>", "i");
  assert_reach("ana@mail.acme.example, tom@acme.test.", "i");
  assert_reach("ana@acme.example (Ana, of other.example)", "i");
  assert_reach("\"ana lima\"@acme.example", "i");
}

static void others_are_outside(void **state) {
  (void)state;
  assert_reach("kim@other.example", "o");
  assert_reach("kim@notacme.example", "o");
  assert_reach("kim@acme.example.org", "o");
  assert_reach("ana@acme.example, kim@other.example", "io");
  assert_reach("Team: ana@acme.example, kim@other.example;", "io");
}

static void names_that_look_like_addresses_do_not_count(void **state) {
  (void)state;
  assert_reach("\"ana@acme.example\" <kim@other.example>", "o");
  assert_reach("ana@acme.example <kim@other.example>", "o");
  assert_reach("<kim@other.example> ana@acme.example", "o");
}

static void who_has_no_domain_is_nowhere(void **state) {
  (void)state;
  assert_reach("ana", "n");
  assert_reach("Ana Lima, tom@acme.example", "in");
  assert_reach("undisclosed-recipients:;", "");
  assert_reach(" , ;, ", "");
  assert_reach("Ana <", "n");
}

static void a_domain_has_labels(void **state) {
  (void)state;
  assert_true(mail_is_domain("acme.example"));
  assert_true(mail_is_domain("localhost"));
  assert_true(mail_is_domain("m\xc3\xbcller.example"));
  assert_false(mail_is_domain(""));
  assert_false(mail_is_domain("@acme.example"));
  assert_false(mail_is_domain(".example"));
  assert_false(mail_is_domain("acme..example"));
  assert_false(mail_is_domain("acme.example."));
  assert_false(mail_is_domain("*.acme.example"));
}

/* The audience of a mail with these fields, when ours are known. */
static void assert_audience(const char *fields, const char *expected) {
  const struct courtesy_facts given = {.internal_domains = ours,
                                       .internal_domain_count = 2};
  struct courtesy_message *message = message_of(COURTESY_MAIL, fields, &given);
  const char *audience = courtesy_message_audience(message);
  if (expected == NULL) {
    assert_null(audience);
  } else {
    assert_non_null(audience);
    assert_string_equal(audience, expected);
  }
  courtesy_message_destroy(message);
}

static void one_outside_makes_a_message_external(void **state) {
  (void)state;
  assert_audience("To: ana@acme.example\n\nHi", "internal");
  assert_audience("To: ana@acme.example\nCc: tom@acme.test\n\nHi", "internal");
  assert_audience("To: ana@acme.example\nBcc: kim@other.example\n\nHi",
                  "external");
  assert_audience("To: ana, kim@other.example\n\nHi", "external");
}

static void what_cannot_be_told_is_unknown(void **state) {
  (void)state;
  assert_audience("From: ana@acme.example\n\nHi", NULL);
  assert_audience("To: ana\nCc: tom@acme.example\n\nHi", NULL);
  struct courtesy_message *message =
      message_of(COURTESY_MAIL, "To: ana@acme.example\n\nHi", NULL);
  assert_null(courtesy_message_audience(message));
  courtesy_message_destroy(message);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(domains_and_those_below_are_inside),
      cmocka_unit_test(others_are_outside),
      cmocka_unit_test(names_that_look_like_addresses_do_not_count),
      cmocka_unit_test(who_has_no_domain_is_nowhere),
      cmocka_unit_test(a_domain_has_labels),
      cmocka_unit_test(one_outside_makes_a_message_external),
      cmocka_unit_test(what_cannot_be_told_is_unknown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

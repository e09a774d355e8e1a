/* SPDX-License-Identifier: MIT */
#include "date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void test_digits(void **state) {
  (void)state;
  assert_true(cli_is_date("2026-05-04"));
  assert_true(cli_is_date("2026-05-04T16:30"));
  assert_true(cli_is_date("2026-05-04 16:30:59"));
  assert_true(cli_is_date("2026-05-04T16:30:00.125Z"));
  assert_true(cli_is_date("2026-05-04T16:30:00+02:00"));
  assert_true(cli_is_date("2026-05-04T16:30:00+00:00"));
}

static void test_as_in_a_mail(void **state) {
  (void)state;
  assert_true(cli_is_date("4 May 2026"));
  assert_true(cli_is_date("Mon, 4 May 2026 16:30:00 +0200 (CEST)"));
  assert_true(cli_is_date("Mon,  4 may 2026 9:05 GMT"));
  assert_true(cli_is_date("Thu, 29 Feb 96 12:00:00 EST"));
}

/* The calendar decides, not the shape. */
static void test_days_that_are_none(void **state) {
  (void)state;
  assert_true(cli_is_date("2024-02-29"));
  assert_true(cli_is_date("2000-02-29"));
  assert_false(cli_is_date("2026-02-29"));
  assert_false(cli_is_date("1900-02-29"));
  assert_false(cli_is_date("2026-13-04"));
  assert_false(cli_is_date("2026-00-04"));
  assert_false(cli_is_date("2026-05-00"));
  assert_false(cli_is_date("2026-04-31"));
  assert_false(cli_is_date("31 Apr 2026"));
}

static void test_times_that_are_none(void **state) {
  (void)state;
  assert_true(cli_is_date("2016-12-31T23:59:60Z")); /* a leap second */
  assert_false(cli_is_date("2026-05-04T24:00"));
  assert_false(cli_is_date("2026-05-04T16:60"));
  assert_false(cli_is_date("2026-05-04T16:30:61"));
  assert_false(cli_is_date("2026-05-04T16"));
  assert_false(cli_is_date("2026-05-04T"));
  assert_false(cli_is_date("2026-05-04T16:30+25:00"));
  assert_false(cli_is_date("4 May 2026 16:30 +02"));
}

static void test_other_words(void **state) {
  (void)state;
  assert_false(cli_is_date(""));
  assert_false(cli_is_date("yesterday"));
  assert_false(cli_is_date("4.5.2026"));
  assert_false(cli_is_date("05/04/2026"));
  assert_false(cli_is_date("2026-5-4"));
  assert_false(cli_is_date("2026-05-04x"));
  assert_false(cli_is_date("Mon 4 May 2026"));
  assert_false(cli_is_date("4 Mai 2026"));
  assert_false(cli_is_date("4 May 2026, noon"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_digits),
      cmocka_unit_test(test_as_in_a_mail),
      cmocka_unit_test(test_days_that_are_none),
      cmocka_unit_test(test_times_that_are_none),
      cmocka_unit_test(test_other_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

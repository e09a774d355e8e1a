/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "mail/stamp.h"

static void minutes_of_the_dates_own_clock(void **state) {
  (void)state;
  assert_int_equal(mail_minutes("Mon, 9 Jul 2001 13:05:00 -0700 (PDT)"),
                   13 * 60 + 5);
  assert_int_equal(mail_minutes("9 Jul 01 06:07"), 6 * 60 + 7);
  assert_int_equal(mail_minutes("2017-05-03T23:59:10"), 23 * 60 + 59);
  assert_int_equal(mail_minutes("2017-05-03 00:00"), 0);
}

static void no_time_is_no_minutes(void **state) {
  (void)state;
  assert_int_equal(mail_minutes("2017-05-03"), -1);
  assert_int_equal(mail_minutes("9 Jul 2001 24:00:00"), -1);
  assert_int_equal(mail_minutes("9 Jul 2001 12:60"), -1);
  assert_int_equal(mail_minutes(""), -1);
  assert_int_equal(mail_minutes("tomorrow"), -1);
}

static size_t date_size(const char *text) {
  return mail_date_size(base_slice_of(text));
}

static void dates_in_digits(void **state) {
  (void)state;
  assert_int_equal(date_size("2001-07-09 x"), 10);
  assert_int_equal(date_size("7/9/01"), 6);
  assert_int_equal(date_size("09.07.2001,"), 10);
  assert_int_equal(date_size("1.2.3"), 0);
  assert_int_equal(date_size("7/9"), 0);
  assert_int_equal(date_size("7/9-01"), 0);
  assert_int_equal(date_size("2001-20-09"), 0);
  assert_int_equal(date_size("127.0.0.1"), 0);
}

static void times_with_and_without_seconds(void **state) {
  (void)state;
  bool seconds = true;
  assert_int_equal(mail_time_size(base_slice_of("6:07 PM x"), &seconds), 7);
  assert_false(seconds);
  assert_int_equal(mail_time_size(base_slice_of("18:07:30"), &seconds), 8);
  assert_true(seconds);
  assert_int_equal(mail_time_size(base_slice_of("18h07"), &seconds), 5);
  assert_int_equal(mail_time_size(base_slice_of("1:2"), &seconds), 0);
}

static void digits_are_found_wherever_they_stand(void **state) {
  (void)state;
  char text[140];
  memset(text, 'x', sizeof text);
  for (size_t at = 0; at < sizeof text; at++) {
    text[at] = '7';
    assert_int_equal(mail_digit_at((struct base_slice){text, sizeof text}), at);
    assert_int_equal(mail_digit_at((struct base_slice){text, at}), at);
    text[at] = 'x';
  }
}

static bool is_stamped(const char *text, size_t expected) {
  size_t start = 0;
  return mail_ends_with_stamp(base_slice_of(text), &start) && start == expected;
}

static void stamps_at_the_end_of_a_line(void **state) {
  (void)state;
  assert_true(is_stamped("Ana on 07/02/2001 06:07 PM CDT", 7));
  assert_true(is_stamped("07/02/2001\n06:07:31", 0));
  assert_true(is_stamped("Ana on 07/02/2001 06:07 +0200", 7));
  assert_false(is_stamped("07/02/2001 06:07, ok", 0));
  assert_false(is_stamped("07/02/2001 06:07 PM in room 12", 0));
  assert_false(is_stamped("07/02/2001", 0));
}

static void what_a_text_holds(void **state) {
  (void)state;
  assert_true(mail_holds_date(base_slice_of("on 3 May 2017 at noon")));
  assert_true(mail_holds_date(base_slice_of("2017年5月3日")));
  assert_false(mail_holds_date(base_slice_of("room 3015 or 12")));
  assert_true(mail_holds_time(base_slice_of("at 18:16, Ana")));
  assert_false(mail_holds_time(base_slice_of("note 3: tea")));
}

static bool is_ctime(const char *text) {
  return mail_ends_with_ctime(base_slice_of(text));
}

static void mailboxes_write_dates_as_ctime_does(void **state) {
  (void)state;
  assert_true(is_ctime("From ana@acme.example Mon Jul  9 14:03:00 2001"));
  assert_true(is_ctime(" 14:03:00 2001"));
  assert_false(is_ctime("14:03:00 2001"));
  assert_false(is_ctime("Mon Jul  9 25:03:00 2001"));
  assert_false(is_ctime("Mon Jul  9 14:03:00 1901"));
  assert_false(is_ctime("Mon Jul  9 14:03 2001"));
  assert_false(is_ctime("Mon Jul  9 14:03:00-2001"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(minutes_of_the_dates_own_clock),
      cmocka_unit_test(no_time_is_no_minutes),
      cmocka_unit_test(mailboxes_write_dates_as_ctime_does),
      cmocka_unit_test(dates_in_digits),
      cmocka_unit_test(times_with_and_without_seconds),
      cmocka_unit_test(digits_are_found_wherever_they_stand),
      cmocka_unit_test(stamps_at_the_end_of_a_line),
      cmocka_unit_test(what_a_text_holds),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

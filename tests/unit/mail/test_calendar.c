/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "mail/calendar.h"

/* -1 for no date. */
static long day_of(const char *text) {
  long day;
  return mail_day_of(base_slice_of(text), &day) ? day : -1;
}

static void days_are_counted_from_1970(void **state) {
  (void)state;
  assert_int_equal(day_of("1970-01-01"), 0);
  assert_int_equal(day_of("1972-02-29"), 365 + 365 + 31 + 28);
  assert_int_equal(day_of("2000-03-01"), 11017);
  assert_int_equal(day_of("2017-05-03T18:16"), 17289);
}

static void a_date_is_read_however_it_is_written(void **state) {
  (void)state;
  static const char *const dates[] = {
      "Wed, 3 May 2017 18:16:00 +0200",
      "On Wed, May 3, 2017 at 6:16 PM Ana <ana@acme.example> wrote:",
      "On May 3rd, 2017, Ana wrote:",
      "Sent: Wednesday, May 03, 2017 6:16 PM",
      "Am 3. Mai 2017 um 18:16 schrieb Ana:",
      "Le 3 mai 2017 à 18:16, Ana a écrit :",
      "El 3 de mayo de 2017, Ana escribió:",
      "Op 3 mei 2017 schreef Ana:",
      "On 3-May-17, Ana wrote:",
      "Am 03.05.2017 um 18:16 schrieb Ana:",
      "On 2017/05/03 18:16, Ana wrote:",
      "On Wednesday the 3 of May 2017",
  };
  for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++) {
    assert_int_equal(day_of(dates[i]), 17289);
  }
  assert_int_equal(day_of("13/05/2017"), 17299);
  assert_int_equal(day_of("05/13/2017"), 17299);
  assert_int_equal(day_of("5/5/2017"), 17291);
  assert_int_equal(day_of("3 cups by May 5, 2017"), 17291);
}

static void what_may_mean_two_days_is_none(void **state) {
  (void)state;
  assert_int_equal(day_of("On 03/05/2017 18:16, Ana wrote:"), -1);
  assert_int_equal(day_of("On 03/05/2017, of 13 May 2017"), -1);
}

static void what_is_no_date_is_none(void **state) {
  (void)state;
  static const char *const texts[] = {
      "",           "Ana wrote:",  "in May",        "room 2017",
      "3 May",      "May 2017",    "marching 2017", "32 May 2017",
      "3 May 1805", "12:30 3 20 ", "may 5 and 6",
  };
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    assert_int_equal(day_of(texts[i]), -1);
  }
}

static void a_week_has_five_working_days(void **state) {
  (void)state;
  long wednesday = day_of("2017-05-03");
  assert_int_equal(mail_working_days(wednesday, wednesday), 0);
  assert_int_equal(mail_working_days(wednesday, wednesday + 1), 1);
  assert_int_equal(mail_working_days(wednesday, wednesday + 2), 2);
  assert_int_equal(mail_working_days(wednesday, wednesday + 4), 2);
  assert_int_equal(mail_working_days(wednesday, wednesday + 5), 3);
  assert_int_equal(mail_working_days(wednesday, wednesday + 14), 10);
  assert_int_equal(mail_working_days(wednesday + 3, wednesday + 4), 0);
  assert_int_equal(mail_working_days(wednesday, wednesday - 7), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(days_are_counted_from_1970),
      cmocka_unit_test(a_date_is_read_however_it_is_written),
      cmocka_unit_test(what_may_mean_two_days_is_none),
      cmocka_unit_test(what_is_no_date_is_none),
      cmocka_unit_test(a_week_has_five_working_days),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

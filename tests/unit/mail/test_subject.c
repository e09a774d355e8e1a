/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "mail/subject.h"

static struct mail_prefix prefix_of(const char *subject) {
  return mail_prefix_of(base_slice_of(subject));
}

static void reply_marks(void **state) {
  (void)state;
  assert_int_equal(prefix_of("Re: soup").size, 4);
  assert_true(prefix_of("Re: soup").answers);
  assert_int_equal(prefix_of("AW: WG: soup").size, 8);
  assert_true(prefix_of("Re[2]: soup").answers);
  assert_true(prefix_of("Odg: juha").answers);
  assert_true(prefix_of("Posr: juha").forwards);
  assert_true(prefix_of("RE : soup").answers);
  assert_true(prefix_of("回复：soup").answers);
}

static void forward_marks(void **state) {
  (void)state;
  assert_true(prefix_of("Fwd: soup").forwards);
  assert_false(prefix_of("Fwd: soup").answers);
  assert_true(prefix_of("Fwd: Re: soup").answers);
  assert_false(prefix_of("Re: Fwd: soup").forwards);
}

static void an_automatic_answer(void **state) {
  (void)state;
  assert_true(prefix_of("Automatic reply: soup").automatic);
  assert_true(prefix_of("Automatic reply: soup").answers);
  assert_int_equal(prefix_of("Automatic reply: Re: soup").size, 21);
  assert_true(prefix_of("Réponse automatique : soupe").automatic);
  assert_true(prefix_of("[EXTERNAL] Out of Office AutoReply: soup").automatic);
  assert_true(prefix_of("Abwesenheitsnotiz").automatic);
  assert_true(prefix_of("自动回复：汤").automatic);
}

static void talk_of_being_away_is_no_automatic_answer(void **state) {
  (void)state;
  assert_false(prefix_of("Out of office").automatic);
  assert_false(prefix_of("Out of office on Friday").automatic);
  assert_int_equal(prefix_of("Out of office on Friday").size, 0);
  assert_false(prefix_of("Automatic replies: how to").automatic);
  assert_false(prefix_of("Re: Automatic reply: soup").automatic);
  assert_false(prefix_of("Fwd: Automatic reply: soup").automatic);
}

static void a_gateways_mark_is_not_the_authors(void **state) {
  (void)state;
  assert_int_equal(prefix_of("[EXTERNAL] Re: soup").size, 15);
}

static void plain_subjects_have_no_prefix(void **state) {
  (void)state;
  assert_int_equal(prefix_of("Regarding: soup").size, 0);
  assert_int_equal(prefix_of("Re soup").size, 0);
  assert_int_equal(prefix_of("[team] soup").size, 0);
  assert_int_equal(prefix_of("").size, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reply_marks),
      cmocka_unit_test(forward_marks),
      cmocka_unit_test(an_automatic_answer),
      cmocka_unit_test(talk_of_being_away_is_no_automatic_answer),
      cmocka_unit_test(a_gateways_mark_is_not_the_authors),
      cmocka_unit_test(plain_subjects_have_no_prefix),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

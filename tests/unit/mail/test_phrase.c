/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "mail/phrase.h"

#include <string.h>

static void any_case_blank_and_apostrophe_fit(void **state) {
  (void)state;
  struct base_slice text = base_slice_of("MESSAGE \n D\u2019ORIGINE:");
  assert_int_equal(mail_phrase_size(text, "message d'origine"),
                   strlen("MESSAGE \n D\u2019ORIGINE"));
  assert_true(mail_phrase_size(base_slice_of("ÖFFNEN"), "öffnen") > 0);
  assert_true(mail_phrase_size(base_slice_of("ŁĄKA"), "łąka") > 0);
  assert_true(mail_phrase_size(base_slice_of("ŽENA"), "žena") > 0);
  assert_true(mail_phrase_size(base_slice_of("ТЕМА"), "тема") > 0);
}

static void a_phrase_ends_with_its_word(void **state) {
  (void)state;
  assert_int_equal(mail_phrase_size(base_slice_of("onto"), "on"), 0);
  assert_int_equal(mail_phrase_size(base_slice_of("oné"), "on"), 0);
  assert_int_equal(mail_phrase_size(base_slice_of("on"), "on"), 2);
  assert_int_equal(mail_phrase_size(base_slice_of("on,"), "on"), 2);
  assert_int_equal(mail_phrase_size(base_slice_of("o"), "on"), 0);
  assert_int_equal(mail_phrase_size(base_slice_of("写道们"), "写道"), 6);
}

static void the_phrase_that_takes_most_wins(void **state) {
  (void)state;
  static const char *const phrases[] = {"il", "il giorno"};
  assert_int_equal(
      mail_phrases_size(base_slice_of("Il giorno 3"), MAIL_PHRASES(phrases)),
      9);
  assert_true(mail_phrases_equal(base_slice_of("IL"), MAIL_PHRASES(phrases)));
  assert_false(
      mail_phrases_equal(base_slice_of("il 3"), MAIL_PHRASES(phrases)));
  assert_false(mail_phrases_equal(base_slice_of(""), MAIL_PHRASES(phrases)));
}

static void phrases_are_found_from_a_word_on(void **state) {
  (void)state;
  static const char *const phrases[] = {"wrote", "写道"};
  struct mail_phrases list = MAIL_PHRASES(phrases);
  assert_true(mail_phrases_within(base_slice_of("Ana wrote:"), list));
  assert_true(mail_phrases_within(base_slice_of("周三写道："), list));
  assert_false(mail_phrases_within(base_slice_of("rewrote"), list));
  assert_false(mail_phrases_within(base_slice_of("éwrote"), list));
}

static void colons_may_be_wide(void **state) {
  (void)state;
  struct base_slice before;
  assert_true(mail_ends_with_colon(base_slice_of("写道："), &before));
  assert_true(base_slice_equals(before, "写道"));
  assert_true(mail_ends_with_colon(base_slice_of("a écrit :"), &before));
  assert_true(base_slice_equals(before, "a écrit"));
  assert_false(mail_ends_with_colon(base_slice_of("wrote"), &before));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(any_case_blank_and_apostrophe_fit),
      cmocka_unit_test(a_phrase_ends_with_its_word),
      cmocka_unit_test(the_phrase_that_takes_most_wins),
      cmocka_unit_test(phrases_are_found_from_a_word_on),
      cmocka_unit_test(colons_may_be_wide),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

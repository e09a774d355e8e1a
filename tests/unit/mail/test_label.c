/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "mail/label.h"

static enum mail_role role_of(const char *line) {
  return mail_role_of(base_slice_of(line));
}

static void labels_in_many_languages(void **state) {
  (void)state;
  assert_int_equal(role_of("From: Ana"), MAIL_ROLE_FROM);
  assert_int_equal(role_of("Gesendet: Montag"), MAIL_ROLE_SENT);
  assert_int_equal(role_of("À : Tom"), MAIL_ROLE_TO);
  assert_int_equal(role_of("Asunto: sopa"), MAIL_ROLE_SUBJECT);
  assert_int_equal(role_of("Копия: Ким"), MAIL_ROLE_CC);
  assert_int_equal(role_of("件名：スープ"), MAIL_ROLE_SUBJECT);
  assert_int_equal(role_of("发件人: Ana"), MAIL_ROLE_FROM);
  assert_int_equal(role_of("Από: Ana"), MAIL_ROLE_FROM);
  assert_int_equal(role_of("Odoslané: utorok"), MAIL_ROLE_SENT);
  assert_int_equal(role_of("אל: Tom"), MAIL_ROLE_TO);
  assert_int_equal(role_of("Chủ đề: soup"), MAIL_ROLE_SUBJECT);
  assert_int_equal(role_of("Másolatot kap: Kim"), MAIL_ROLE_CC);
  assert_int_equal(role_of("받는 사람: Tom"), MAIL_ROLE_TO);
  assert_int_equal(role_of("Од: Kim"), MAIL_ROLE_FROM);
  assert_int_equal(role_of("За: Tom"), MAIL_ROLE_TO);
  assert_int_equal(role_of("Kuupäev: 3. mai"), MAIL_ROLE_SENT);
  assert_int_equal(role_of("Tēma: tēja"), MAIL_ROLE_SUBJECT);
  assert_int_equal(role_of("Kopija: Ana"), MAIL_ROLE_CC);
  assert_int_equal(role_of("Sent by: Tom"), MAIL_ROLE_OTHER);
}

static void labels_may_be_emphasised(void **state) {
  (void)state;
  assert_int_equal(role_of("*From:* Ana"), MAIL_ROLE_FROM);
  assert_int_equal(role_of("*Subject*: soup"), MAIL_ROLE_SUBJECT);
}

static void other_words_before_a_colon_are_none(void **state) {
  (void)state;
  assert_int_equal(role_of("Russell: could you"), MAIL_ROLE_NONE);
  assert_int_equal(role_of("From here on: soup"), MAIL_ROLE_NONE);
  assert_int_equal(role_of("No: 4711"), MAIL_ROLE_NONE);
  assert_int_equal(role_of("12:00 soup"), MAIL_ROLE_NONE);
  assert_int_equal(role_of(":"), MAIL_ROLE_NONE);
  assert_int_equal(role_of("From Ana"), MAIL_ROLE_NONE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(labels_in_many_languages),
      cmocka_unit_test(labels_may_be_emphasised),
      cmocka_unit_test(other_words_before_a_colon_are_none),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

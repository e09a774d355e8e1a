/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "mail/person.h"

static void a_full_name_is_a_persons(void **state) {
  (void)state;
  assert_true(mail_all_persons("Ana Lima <al@acme.example>"));
  assert_true(mail_all_persons("\"Lima, Ana\" <al@acme.example>"));
  assert_true(mail_all_persons("ana.lima@acme.example"));
  assert_true(mail_all_persons("al@acme.example (Ana Lima)"));
  assert_true(mail_all_persons(
      "ana.lima@acme.example, Tom Park <tp@acme.example>; kim.o'hara@x"));
  assert_true(mail_all_persons(""));
}

static void who_goes_by_one_word_may_be_anybody(void **state) {
  (void)state;
  assert_false(mail_all_persons("ana@acme.example"));
  assert_false(mail_all_persons("Ana <al@acme.example>"));
  assert_false(mail_all_persons("A. Lima <al@acme.example>"));
  assert_false(mail_all_persons("ana.lima@acme.example, tom@acme.example"));
  assert_false(mail_all_persons("tom@acme.example, ana.lima@acme.example"));
  assert_false(mail_all_persons("Lima, Ana <al@acme.example>"));
}

static void a_mailbox_of_many_is_no_person(void **state) {
  (void)state;
  assert_false(mail_all_persons("Sales Team <st@acme.example>"));
  assert_false(mail_all_persons("all-staff@acme.example"));
  assert_false(mail_all_persons("undisclosed-recipients:;"));
  assert_false(mail_all_persons("Friends: ana.lima@acme.example;"));
  assert_false(mail_all_persons("Ana and Tom Lima <at@acme.example>"));
}

static void a_placeholder_is_no_person(void **state) {
  (void)state;
  assert_false(mail_all_persons("{{ user.email }}"));
  assert_false(mail_all_persons("<%= @user.email %>"));
  assert_false(mail_all_persons("*|MERGE EMAIL|*"));
  assert_false(mail_all_persons("Ana Lima <al@acme.example>, ${user.email}"));
}

static void assert_first_name(const char *list, const char *name) {
  struct base_slice found = mail_only_first_name(list);
  assert_int_equal(found.size, strlen(name));
  assert_memory_equal(found.bytes, name, found.size);
}

static void one_person_is_called_by_the_first_name(void **state) {
  (void)state;
  assert_first_name("Ana Lima <al@acme.example>", "Ana");
  assert_first_name("\"Lima, Ana\" <al@acme.example>", "Ana");
  assert_first_name("Zo\xc3\xab Lima <zl@acme.example>", "Zo\xc3\xab");
  assert_first_name("Ana-Maria Lima <al@acme.example>", "Ana-Maria");
}

static void nobody_is_called_by_a_guess(void **state) {
  (void)state;
  assert_first_name("Ana <al@acme.example>", "");
  assert_first_name("ana.lima@acme.example", "");
  assert_first_name("Ana Lima <al@x.example>, Tom Park <tp@x.example>", "");
  assert_first_name("Sales Team <st@acme.example>", "");
  assert_first_name("Dr. Ana Lima <al@acme.example>", "");
  assert_first_name("ANA LIMA <al@acme.example>", "");
  assert_first_name("ana lima <al@acme.example>", "");
  assert_first_name("Ana & Tom <at@acme.example>", "");
  assert_first_name("Ana/Tom Lima <at@acme.example>", "");
  assert_first_name("Ana + Tom Lima <at@acme.example>", "");
  assert_first_name("", "");
}

/* A directory may sort its people by family name, without a comma. */
static void the_address_tells_which_name_is_first(void **state) {
  (void)state;
  assert_first_name("Ana Lima <ana.lima@acme.example>", "Ana");
  assert_first_name("Ana Lima <Lima.Ana@acme.example>", "");
  assert_first_name("Lima Ana <ana.lima@acme.example>", "");
  assert_first_name("Lima Ana Maria <ANA.LIMA@acme.example>", "");
  assert_first_name("Ana Lima <lima@acme.example>", "Ana");
  assert_first_name("\"Lima, Ana\" <lima@acme.example>", "Ana");
}

static void what_never_ends_is_read_once(void **state) {
  (void)state;
  assert_true(mail_all_persons("\"Ana Lima"));
  assert_false(mail_all_persons("(Ana \\"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_full_name_is_a_persons),
      cmocka_unit_test(who_goes_by_one_word_may_be_anybody),
      cmocka_unit_test(a_mailbox_of_many_is_no_person),
      cmocka_unit_test(a_placeholder_is_no_person),
      cmocka_unit_test(one_person_is_called_by_the_first_name),
      cmocka_unit_test(nobody_is_called_by_a_guess),
      cmocka_unit_test(the_address_tells_which_name_is_first),
      cmocka_unit_test(what_never_ends_is_read_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "mail/address.h"

static size_t read_list(const char *list, const char *const *expected,
                        size_t count) {
  struct mail_name_reader reader = mail_name_reader_of(base_slice_of(list));
  struct base_slice name;
  for (size_t i = 0; i < count; i++) {
    assert_true(mail_name_next(&reader, &name));
    assert_true(base_slice_equals(name, expected[i]));
  }
  assert_false(mail_name_next(&reader, &name));
  return mail_addresses_count(base_slice_of(list));
}

static void display_names_and_local_parts(void **state) {
  (void)state;
  const char *const names[] = {"Ana",    "O'Brien", "ana",
                               "obrien", "tom",     "Park"};
  assert_int_equal(read_list("\"Ana O'Brien\" <ana.obrien@acme.example>, "
                             "tom1@acme.example (Park)",
                             names, 6),
                   2);
}

static void groups_count_by_their_members(void **state) {
  (void)state;
  const char *const names[] = {"ana", "tom"};
  assert_int_equal(
      read_list("Team: ana@acme.example, tom@acme.example;", names, 2), 2);
  assert_int_equal(read_list("undisclosed-recipients:;", NULL, 0), 0);
}

static void enclosed_commas_do_not_separate(void **state) {
  (void)state;
  const char *const names[] = {"Lima", "Ana", "ana"};
  assert_int_equal(read_list("\"Lima, Ana\" <ana@acme.example>", names, 3), 1);
  const char *const more[] = {"ana", "Lima", "of", "Acme"};
  assert_int_equal(read_list("ana@acme.example (Lima (of, Acme))", more, 4), 1);
}

static void names_of_notes(void **state) {
  (void)state;
  const char *const names[] = {"Ana", "Lima", "Sales", "Acme"};
  assert_int_equal(read_list("Ana Lima/Sales/Acme@ACME", names, 4), 1);
}

static void broken_lists_come_to_an_end(void **state) {
  (void)state;
  const char *const names[] = {"ana"};
  assert_int_equal(read_list("", NULL, 0), 0);
  assert_int_equal(read_list(" , ;, ", NULL, 0), 0);
  assert_int_equal(read_list(")>ana@(\"\\", names, 1), 1);
}

static void encoded_words_are_no_names(void **state) {
  (void)state;
  const char *const names[] = {"ana"};
  assert_int_equal(
      read_list("=?utf-8?Q?=C3=84nne?= <ana@acme.example>", names, 1), 1);
}

static void the_first_local_part(void **state) {
  (void)state;
  assert_true(base_slice_equals(
      mail_first_local_part("Ana <no-reply@acme.example>"), "no-reply"));
  assert_int_equal(mail_first_local_part("Ana").size, 0);
}

static void a_list_may_name_one_address_only(void **state) {
  (void)state;
  static const char ana[] = "Ana <ana@acme.example>";
  assert_true(mail_is_only_address("\"A.\" <ANA@Acme.example>", ana));
  assert_true(mail_is_only_address("ana@acme.example", ana));
  assert_false(mail_is_only_address("Ana <tom@acme.example>", ana));
  assert_false(mail_is_only_address("Ana <lana@acme.example>", ana));
  assert_false(mail_is_only_address("Ana <ana@b.example>", ana));
  assert_false(mail_is_only_address("ana@acme.example, b@b.example", ana));
  assert_false(mail_is_only_address("Ana", ana));
  assert_false(mail_is_only_address(ana, "Ana"));
  assert_false(mail_is_only_address("@b", "@b"));
}

static bool holds_address(const char *text) {
  return mail_holds_address(base_slice_of(text));
}

static void an_at_sign_between_words_is_an_address(void **state) {
  (void)state;
  assert_true(holds_address("<ana@acme.example>"));
  assert_true(holds_address("a@b"));
  assert_true(holds_address("room @ 3, ask ana@7.acme.example"));
  assert_false(holds_address("noon @ the canteen"));
  assert_false(holds_address("ana@ or @ana"));
  assert_false(holds_address("<@acme> (@acme)"));
  assert_false(holds_address("@b"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(display_names_and_local_parts),
      cmocka_unit_test(groups_count_by_their_members),
      cmocka_unit_test(enclosed_commas_do_not_separate),
      cmocka_unit_test(names_of_notes),
      cmocka_unit_test(broken_lists_come_to_an_end),
      cmocka_unit_test(encoded_words_are_no_names),
      cmocka_unit_test(the_first_local_part),
      cmocka_unit_test(a_list_may_name_one_address_only),
      cmocka_unit_test(an_at_sign_between_words_is_an_address),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "mail/line.h"

static void keeps_lines_that_are_not_blank(void **state) {
  (void)state;
  const char text[] = "\xef\xbb\xbfone \n\n\t two\r\n \xc2\xa0\rthree";
  struct mail_page page = {0};
  assert_true(mail_page_read(&page, text, sizeof text - 1));
  assert_int_equal(page.lines.count, 3);
  assert_true(base_slice_equals(mail_page_line(&page, 0), "one"));
  assert_true(base_slice_equals(mail_page_line(&page, 1), "two"));
  assert_true(base_slice_equals(mail_page_line(&page, 2), "three"));
  assert_int_equal(page.lines.items[1].indent, 9);
  assert_true(page.lines.items[0].gap);
  assert_true(page.lines.items[1].gap);
  assert_true(page.lines.items[2].gap);
  mail_page_destroy(&page);
}

static void a_gap_is_a_blank_line_before(void **state) {
  (void)state;
  const char text[] = "one\r\ntwo\n \nthree";
  struct mail_page page = {0};
  assert_true(mail_page_read(&page, text, sizeof text - 1));
  assert_false(page.lines.items[1].gap);
  assert_true(page.lines.items[2].gap);
  assert_true(base_slice_equals(mail_page_lines(&page, 0, 1), "one\r\ntwo"));
  mail_page_destroy(&page);
}

static void trims_blanks_of_many_kinds(void **state) {
  (void)state;
  struct base_slice text =
      mail_trim(base_slice_of(" \t\xc2\xa0kind\xe3\x80\x80\r\n"));
  assert_true(base_slice_equals(text, "kind"));
  assert_int_equal(mail_trim(base_slice_of(" \n ")).size, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keeps_lines_that_are_not_blank),
      cmocka_unit_test(a_gap_is_a_blank_line_before),
      cmocka_unit_test(trims_blanks_of_many_kinds),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

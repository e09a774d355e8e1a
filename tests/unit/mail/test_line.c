/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "mail/line.h"

static void trims_blanks_of_many_kinds(void **state) {
  (void)state;
  struct base_slice text =
      mail_trim(base_slice_of(" \t\xc2\xa0kind\xe3\x80\x80\r\n"));
  assert_true(base_slice_equals(text, "kind"));
  assert_int_equal(mail_trim(base_slice_of(" \n ")).size, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(trims_blanks_of_many_kinds),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

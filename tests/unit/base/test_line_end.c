/* SPDX-License-Identifier: MIT */
#include "base/line_end.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static size_t line_size(const char *text) {
  return base_line_size(base_slice_of(text));
}

static size_t last_line(const char *text) {
  return base_last_line(base_slice_of(text));
}

static void a_line_ends_before_lf_cr_or_crlf(void **state) {
  (void)state;
  assert_int_equal(line_size(""), 0);
  assert_int_equal(line_size("\nsoup"), 0);
  assert_int_equal(line_size("soup\nbread"), 4);
  assert_int_equal(line_size("soup, bread and\r\nbutter"), 15);
  assert_int_equal(line_size("soup, bread\tand\rbutter"), 15);
  assert_int_equal(line_size("soup, bread and butter"), 22);
}

static void the_last_line_starts_behind_the_last_end(void **state) {
  (void)state;
  assert_int_equal(last_line(""), 0);
  assert_int_equal(last_line("soup"), 0);
  assert_int_equal(last_line("soup\n"), 5);
  assert_int_equal(last_line("soup\nbread"), 5);
  assert_int_equal(last_line("soup\rbread\tand butter"), 5);
  assert_int_equal(last_line("soup, bread and\r\nbutter"), 17);
}

static size_t end_size(const char *text) {
  return base_line_end_size(base_slice_of(text));
}

static void blanks_are_passed_over(void **state) {
  (void)state;
  struct base_slice text = base_slice_of("a \t\n b");
  assert_int_equal(base_skip_blanks(text, 1), 3);
  assert_int_equal(base_skip_space(text, 1), 5);
  assert_int_equal(base_blanks_begin(text, 3), 1);
  assert_int_equal(base_skip_space(base_slice_of(" \n"), 0), 2);
  assert_int_equal(base_blanks_begin(base_slice_of("  "), 2), 0);
}

/* Transports that take LF alone for a line end make CR CR LF of CRLF. */
static void an_end_that_was_mangled_is_one(void **state) {
  (void)state;
  assert_int_equal(end_size(""), 0);
  assert_int_equal(end_size("soup"), 0);
  assert_int_equal(end_size("\n\n"), 1);
  assert_int_equal(end_size("\r\n\n"), 2);
  assert_int_equal(end_size("\r\r\n"), 3);
  assert_int_equal(end_size("\r\r"), 1);
  assert_int_equal(end_size("\r\r\r\n"), 1);
}

/* Wherever the end stands, beside bytes that are almost one. */
static void an_end_is_found_at_every_place(void **state) {
  (void)state;
  char bytes[24];
  struct base_slice text = {bytes, sizeof bytes};
  for (size_t i = 0; i < sizeof bytes; i++) {
    memset(bytes, i % 2 == 0 ? '\x0b' : '\x8a', sizeof bytes);
    bytes[i] = i % 3 == 0 ? '\r' : '\n';
    assert_int_equal(base_line_size(text), i);
    assert_int_equal(base_last_line(text), i + 1);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_line_ends_before_lf_cr_or_crlf),
      cmocka_unit_test(the_last_line_starts_behind_the_last_end),
      cmocka_unit_test(blanks_are_passed_over),
      cmocka_unit_test(an_end_that_was_mangled_is_one),
      cmocka_unit_test(an_end_is_found_at_every_place),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

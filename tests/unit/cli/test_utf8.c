/* SPDX-License-Identifier: MIT */
#include "utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct cli_character decode(const char *bytes) {
  return cli_utf8_decode(bytes, strlen(bytes));
}

static void test_each_length(void **state) {
  (void)state;
  assert_int_equal(decode("A").code_point, 'A');
  assert_int_equal(decode("é").code_point, 0xE9);
  assert_int_equal(decode("…").code_point, 0x2026);
  assert_int_equal(decode("😀").code_point, 0x1F600);
  assert_int_equal(decode("😀").size, 4);
}

/* RFC 3629: too long forms, surrogates, beyond the last, cut short. */
static void test_what_is_not_utf8_is_one_byte(void **state) {
  (void)state;
  static const char *const wrong[] = {
      "\xC0\x80",
      "\xE0\x80\x80",
      "\xED\xA0\x80",
      "\xF4\x90\x80\x80",
      "\xF0\x80\x80\x80",
      "\xE2\x80",
      "\x80",
      "\xFF",
      "\xC3(",
  };
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    assert_false(decode(wrong[i]).valid);
    assert_int_equal(decode(wrong[i]).size, 1);
  }
}

static void test_encoding_is_the_reverse(void **state) {
  (void)state;
  static const uint32_t code_points[] = {'A', 0xE9, 0x2026, 0x1F600};
  for (size_t i = 0; i < sizeof code_points / sizeof code_points[0]; i++) {
    char bytes[4];
    size_t size = cli_utf8_encode(code_points[i], bytes);
    assert_int_equal(cli_utf8_decode(bytes, size).code_point, code_points[i]);
  }
}

static void test_columns_on_a_terminal(void **state) {
  (void)state;
  assert_int_equal(cli_utf8_width('A'), 1);
  assert_int_equal(cli_utf8_width(0x0301), 0);  /* an accent by itself */
  assert_int_equal(cli_utf8_width(0x65E5), 2);  /* 日 */
  assert_int_equal(cli_utf8_width(0x1F600), 2); /* a smiley */
}

static void test_what_steers_a_terminal(void **state) {
  (void)state;
  assert_true(cli_utf8_steers(0x1B));
  assert_true(cli_utf8_steers(0x9B));
  assert_true(cli_utf8_steers(0x202E)); /* turns the writing direction */
  assert_false(cli_utf8_steers('A'));
  assert_false(cli_utf8_steers(0xA0));
}

static void test_words_whatever_their_case(void **state) {
  (void)state;
  assert_true(cli_is_word(&"Notes.TXT"[5], ".txt", 4));
  assert_true(cli_is_word("<!DOCTYPE html>", "<!doctype", 9));
  assert_false(cli_is_word("\x1ETXT", ">txt", 4)); /* no letter is as large */
  assert_false(cli_is_word(".te", ".txt", 4));
}

static void test_a_byte_order_mark(void **state) {
  (void)state;
  assert_int_equal(cli_utf8_mark_size("\xEF\xBB\xBFHi", 5), 3);
  assert_int_equal(cli_utf8_mark_size("\xEF\xBB\xBF", 3), 3);
  assert_int_equal(cli_utf8_mark_size("\xEF\xBB", 2), 0);
  assert_int_equal(cli_utf8_mark_size("Hi \xEF\xBB\xBF", 6), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_each_length),
      cmocka_unit_test(test_what_is_not_utf8_is_one_byte),
      cmocka_unit_test(test_encoding_is_the_reverse),
      cmocka_unit_test(test_columns_on_a_terminal),
      cmocka_unit_test(test_what_steers_a_terminal),
      cmocka_unit_test(test_words_whatever_their_case),
      cmocka_unit_test(test_a_byte_order_mark),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

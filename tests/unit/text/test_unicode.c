/* SPDX-License-Identifier: MIT */
#include "text/unicode.h"

#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void well_formed_text_is_decoded_both_ways(void **state) {
  (void)state;
  const char *text = "aé€😀";
  const uint32_t codes[] = {'a', 0xE9, 0x20AC, 0x1F600};
  size_t at = 0;
  for (size_t i = 0; i < 4; i++) {
    uint32_t code = 0;
    at += text_decode(text + at, strlen(text) - at, &code);
    assert_int_equal(code, codes[i]);
    uint32_t length = text_decode_before(text, at, &code);
    assert_int_equal(code, codes[i]);
    assert_int_equal(length, i + 1);
  }
  assert_int_equal(at, strlen(text));
}

static void every_other_byte_is_one_replacement(void **state) {
  (void)state;
  const char *bad[] = {
      "\x80",         "\xC3",             /* alone, cut short */
      "\xC0\xAF",     "\xE0\x80\xAF",     /* overlong */
      "\xED\xA0\x80", "\xF5\x80\x80\x80", /* surrogate, beyond Unicode */
      "\xFF",         "\xE2\x82",
  };
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    uint32_t code = 0;
    assert_int_equal(text_decode(bad[i], strlen(bad[i]), &code), 1);
    assert_int_equal(code, TEXT_REPLACEMENT);
    assert_int_equal(text_decode_before(bad[i], strlen(bad[i]), &code), 1);
    assert_int_equal(code, TEXT_REPLACEMENT);
  }
}

static void encoding_is_the_inverse(void **state) {
  (void)state;
  const uint32_t codes[] = {0, 0x7F, 0x80, 0x7FF, 0x800, 0xFFFD, 0x10FFFF};
  for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
    char bytes[4];
    uint32_t code = 0;
    uint32_t length = text_encode(codes[i], bytes);
    assert_int_equal(text_decode(bytes, length, &code), length);
    assert_int_equal(code, codes[i]);
  }
}

static void characters_have_classes(void **state) {
  (void)state;
  assert_true(text_is_letter('a') && text_is_letter(0xDF));
  assert_true(text_is_upper('A') && text_is_upper(0x416));
  assert_true(text_is_lower('a') && text_is_lower(0x436));
  assert_true(text_is_mark(0x301) && !text_is_mark('`'));
  assert_true(text_is_digit('7') && text_is_digit(0x663));
  assert_true(text_is_blank('\t') && text_is_blank(0xA0));
  assert_true(text_is_blank('\0') && text_is_blank(0x7F));
  assert_true(text_is_ignorable(0xAD) && text_is_ignorable(0x200B));
  assert_true(text_is_emoji(0x1F600) && text_is_emoji(0x1F1E6));
  assert_false(text_is_emoji(0xA9) || text_is_emoji(0x2122));
  assert_true(text_is_apostrophe(0x2019) && !text_is_apostrophe('"'));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(well_formed_text_is_decoded_both_ways),
      cmocka_unit_test(every_other_byte_is_one_replacement),
      cmocka_unit_test(encoding_is_the_inverse),
      cmocka_unit_test(characters_have_classes),
  };
  return cmocka_run_group_tests_name("unicode", tests, NULL, NULL);
}

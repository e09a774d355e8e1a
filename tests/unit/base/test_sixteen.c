/* SPDX-License-Identifier: MIT */
#include "base/sixteen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void each_byte_is_told_by_itself(void **state) {
  (void)state;
  char bytes[BASE_SIXTEEN];
  for (int byte = 0; byte < 256; byte++) {
    for (uint32_t i = 0; i < BASE_SIXTEEN; i++) {
      memset(bytes, 'a', sizeof bytes);
      bytes[i] = (char)byte;
      uint32_t bit = UINT32_C(1) << i;
      assert_int_equal(base_sixteen_line_ends(bytes),
                       byte == '\n' || byte == '\r' ? bit : 0);
    }
  }
}

static void all_bytes_are_told_at_once(void **state) {
  (void)state;
  assert_int_equal(base_sixteen_line_ends("\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r"),
                   0xffff);
  assert_int_equal(base_sixteen_line_ends("soup, bread\r\ntea"), 0x1800);
}

static void marks_are_gathered_alike_at_once_and_one_by_one(void **state) {
  (void)state;
  for (uint32_t marks = 0; marks <= UINT16_MAX; marks++) {
    base_sixteen all;
    for (uint32_t i = 0; i < BASE_SIXTEEN; i++) {
      all[i] = (uint8_t)((marks >> i & 1) << 7 | (i * 9 & 0x7f));
    }
    assert_int_equal(base_sixteen_bits(all), marks);
    assert_int_equal(base_sixteen_gather(all), marks);
  }
}

static void a_range_has_its_ends(void **state) {
  (void)state;
  static const struct {
    char first;
    unsigned count;
  } ranges[] = {{'a', 26}, {'0', 10}, {'\0', ' ' + 1}, {'\x80', 0x40}};
  for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
    unsigned first = (unsigned char)ranges[i].first;
    for (unsigned byte = 0; byte < 256; byte++) {
      base_sixteen all = base_sixteen_each((uint8_t)byte);
      bool inside = byte >= first && byte < first + ranges[i].count;
      assert_int_equal(base_sixteen_bits(base_sixteen_range(
                           all, ranges[i].first, ranges[i].count)),
                       inside ? 0xffff : 0);
    }
  }
}

static void halves_have_the_first_byte_lowest(void **state) {
  (void)state;
  base_sixteen all =
      base_sixteen_load("\x01\x02\0\0\0\0\0\0\x03\0\0\0\0\0\0\x04");
  assert_int_equal(base_sixteen_half(all, 0), 0x0201);
  assert_int_equal(base_sixteen_half(all, 1), UINT64_C(0x0400000000000003));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_byte_is_told_by_itself),
      cmocka_unit_test(all_bytes_are_told_at_once),
      cmocka_unit_test(marks_are_gathered_alike_at_once_and_one_by_one),
      cmocka_unit_test(a_range_has_its_ends),
      cmocka_unit_test(halves_have_the_first_byte_lowest),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
#include "base/eight.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void the_first_byte_is_the_lowest(void **state) {
  (void)state;
  assert_int_equal(base_eight_load("soup", 4), 0x70756f73);
  assert_int_equal(base_eight_load("soup", 2), 0x6f73);
  assert_true(base_eight_load("soup and bread", 14) ==
              UINT64_C(0x646e612070756f73));
  assert_int_equal(base_eight_first(base_eight_load("soup and", 8), 1), 's');
}

/* Every byte, between others that must not disturb it. */
static void each_byte_is_told_by_itself(void **state) {
  (void)state;
  for (unsigned byte = 0; byte < 256; byte++) {
    uint64_t eight = UINT64_C(0xff00ff000000ff41) | (uint64_t)byte << 24;
    bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    assert_int_equal(base_eight_letters(eight) >> 24 & 0xff, letter ? 0x80 : 0);
    bool digit = byte >= '0' && byte <= '9';
    assert_int_equal(base_eight_digits(eight) >> 24 & 0xff, digit ? 0x80 : 0);
    assert_int_equal(base_eight_wide(eight) >> 24 & 0xff, byte & 0x80);
    bool visible = byte > ' ' && byte < 0x80;
    assert_int_equal(base_eight_visible(eight) >> 24 & 0xff,
                     visible ? 0x80 : 0);
    assert_int_equal(base_eight_holds(eight, 'B'), byte == 'B');
    assert_true(base_eight_holds(eight, (char)byte));
    assert_int_equal(base_eight_letters(eight) & 0xff, 0x80);
    for (unsigned other = 0; other < 256; other++) {
      uint64_t same = base_eight_equal(eight, (uint8_t)other);
      assert_int_equal(same >> 24 & 0xff, byte == other ? 0x80 : 0);
      uint64_t most = base_eight_between(eight, 0x80, (uint8_t)(other | 0x80));
      assert_int_equal(most >> 24 & 0xff,
                       byte >= 0x80 && byte <= (other | 0x80) ? 0x80 : 0);
      uint64_t few = base_eight_between(eight, (uint8_t)(other | 0x80), 0xFE);
      assert_int_equal(few >> 24 & 0xff,
                       byte >= (other | 0x80) && byte <= 0xFE ? 0x80 : 0);
    }
  }
}

static void marks_are_counted_from_the_first_byte(void **state) {
  (void)state;
  uint64_t eight = base_eight_load("ready 1\n", 8);
  assert_int_equal(base_eight_leading(base_eight_letters(eight)), 5);
  eight = base_eight_load("bookcase", 8);
  assert_int_equal(base_eight_leading(base_eight_letters(eight)), 8);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_first_byte_is_the_lowest),
      cmocka_unit_test(each_byte_is_told_by_itself),
      cmocka_unit_test(marks_are_counted_from_the_first_byte),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
#include "base/block.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static bool is_between(int byte, char first, char last) {
  return byte >= first && byte <= last;
}

static void each_byte_is_told_by_itself(void **state) {
  (void)state;
  char bytes[BASE_BLOCK];
  for (int byte = 0; byte < 256; byte++) {
    bool letter = is_between(byte | 0x20, 'a', 'z');
    for (uint32_t i = 0; i < BASE_BLOCK; i++) {
      memset(bytes, ' ', sizeof bytes);
      bytes[i] = (char)byte;
      uint64_t bit = UINT64_C(1) << i;
      struct base_block block = base_block_load(bytes);
      assert_int_equal(base_block_bits(block), byte >= 0x80 ? bit : 0);
      assert_int_equal(base_block_bits(base_block_equal(block, ':')),
                       byte == ':' ? bit : 0);
      assert_int_equal(base_block_bits(base_block_either(block, ':', '\xef')),
                       byte == ':' || byte == 0xef ? bit : 0);
      assert_int_equal(
          base_block_bits(base_block_or(base_block_digits(block), block)),
          byte >= 0x80 || is_between(byte, '0', '9') ? bit : 0);
      assert_int_equal(base_block_bits(base_block_letters(block)),
                       letter ? bit : 0);
      assert_int_equal(base_block_bits(base_block_digits(block)),
                       is_between(byte, '0', '9') ? bit : 0);
    }
  }
}

static void all_bytes_are_told_at_once(void **state) {
  (void)state;
  char bytes[BASE_BLOCK];
  memset(bytes, 'x', sizeof bytes);
  struct base_block block = base_block_load(bytes);
  assert_int_equal(base_block_bits(base_block_letters(block)), UINT64_MAX);
  assert_int_equal(base_block_bits(base_block_equal(block, 'x')), UINT64_MAX);
}

static void bytes_are_counted_over_many_blocks(void **state) {
  (void)state;
  enum { MOST = 200 };
  static char bytes[MOST * BASE_BLOCK];
  memset(bytes, '\n', sizeof bytes);
  for (size_t blocks = 0; blocks <= MOST; blocks++) {
    assert_int_equal(base_blocks_count(bytes, blocks, '\n'),
                     blocks * BASE_BLOCK);
  }
  memset(bytes, 'x', BASE_BLOCK - 1);
  assert_int_equal(base_blocks_count(bytes, 2, '\n'), BASE_BLOCK + 1);
}

static void zeros_stand_behind_a_short_text(void **state) {
  (void)state;
  struct base_block block = base_block_start("Tom: 9\nAnna", 9);
  assert_int_equal(base_block_bits(base_block_letters(block)), 0x187);
  assert_int_equal(base_block_bits(base_block_digits(block)), 0x20);
  assert_int_equal(base_block_bits(base_block_equal(block, '\0')),
                   UINT64_MAX << 9);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_byte_is_told_by_itself),
      cmocka_unit_test(all_bytes_are_told_at_once),
      cmocka_unit_test(bytes_are_counted_over_many_blocks),
      cmocka_unit_test(zeros_stand_behind_a_short_text),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

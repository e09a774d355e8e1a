/* SPDX-License-Identifier: MIT */
#include "base/four.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void each_number_is_told_by_itself(void **state) {
  (void)state;
  for (uint32_t marks = 0; marks < 1 << BASE_FOUR; marks++) {
    uint32_t numbers[BASE_FOUR];
    for (uint32_t i = 0; i < BASE_FOUR; i++) {
      numbers[i] = (marks >> i & 1) != 0 ? 7 : UINT32_C(1) << 31 | 6;
    }
    base_four equal = (base_four)(base_four_load(numbers) == base_four_each(7));
    assert_int_equal(base_four_bits(equal), marks);
  }
}

static void one_bit_in_common_is_enough(void **state) {
  (void)state;
  for (unsigned bit = 0; bit < 64; bit++) {
    uint64_t bits = UINT64_C(1) << bit;
    for (uint32_t marks = 0; marks < 1 << BASE_FOUR; marks++) {
      uint64_t numbers[BASE_FOUR];
      for (uint32_t i = 0; i < BASE_FOUR; i++) {
        numbers[i] = (marks >> i & 1) != 0 ? bits : ~bits;
      }
      assert_int_equal(base_four_bits(base_four_sharing(numbers, bits)), marks);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_number_is_told_by_itself),
      cmocka_unit_test(one_bit_in_common_is_enough),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
#include "base/sort.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void numbers_are_put_in_order(void **state) {
  (void)state;
  uint32_t numbers[] = {7, UINT32_MAX, 0, 7, 3};
  const uint32_t sorted[] = {0, 3, 7, 7, UINT32_MAX};
  base_sort(numbers, 5, sizeof numbers[0], base_order_numbers);
  assert_memory_equal(numbers, sorted, sizeof sorted);
}

static void of_equal_ones_the_first_stays(void **state) {
  (void)state;
  uint32_t numbers[] = {7, 3, 7, 3, 3, 9};
  const uint32_t united[] = {3, 7, 9};
  size_t count =
      base_sort_and_unite(numbers, 6, sizeof numbers[0], base_order_numbers);
  assert_int_equal(count, 3);
  assert_memory_equal(numbers, united, sizeof united);
}

static void where_there_are_none_nothing_is_touched(void **state) {
  (void)state;
  base_sort(NULL, 0, sizeof(uint32_t), base_order_numbers);
  assert_int_equal(
      base_sort_and_unite(NULL, 0, sizeof(uint32_t), base_order_numbers), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_are_put_in_order),
      cmocka_unit_test(of_equal_ones_the_first_stays),
      cmocka_unit_test(where_there_are_none_nothing_is_touched),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
#include "base/sort.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
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

struct item {
  uint32_t key;
  uint32_t number; /* in what was given */
};

static size_t comparisons;

static int by_key(const void *left, const void *right) {
  const struct item *a = left;
  const struct item *b = right;
  comparisons++;
  return (a->key > b->key) - (a->key < b->key);
}

enum { MANY = 1000 };

/* Sorts items with these keys, and looks at what came of them. */
static void check_sorted(uint32_t (*key)(uint32_t number), size_t count) {
  struct item items[MANY];
  bool met[MANY] = {false};
  for (uint32_t i = 0; i < count; i++) {
    items[i] = (struct item){key(i), i};
  }
  comparisons = 0;
  base_sort_few(items, count, sizeof *items, by_key);
  for (size_t i = 0; i < count; i++) {
    assert_int_equal(items[i].key, key(items[i].number));
    assert_false(met[items[i].number]);
    met[items[i].number] = true;
    assert_true(i == 0 || items[i - 1].key <= items[i].key);
  }
}

static uint32_t forwards(uint32_t number) {
  return number;
}

static uint32_t backwards(uint32_t number) {
  return MANY - number;
}

static uint32_t neighbours_swapped(uint32_t number) {
  return number ^ 1;
}

static uint32_t mixed(uint32_t number) {
  return number * 7919 % 1009;
}

static uint32_t alike(uint32_t number) {
  return number % 3;
}

static void sorts_what_is_short_or_long(void **state) {
  (void)state;
  static const size_t counts[] = {0, 1, 2, 3, 16, 17, 100, MANY};
  for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
    check_sorted(forwards, counts[i]);
    check_sorted(backwards, counts[i]);
    check_sorted(neighbours_swapped, counts[i]);
    check_sorted(mixed, counts[i]);
    check_sorted(alike, counts[i]);
  }
}

static void what_is_nearly_in_order_is_looked_at_once(void **state) {
  (void)state;
  check_sorted(forwards, MANY);
  assert_in_range(comparisons, 1, MANY);
  check_sorted(neighbours_swapped, MANY);
  assert_in_range(comparisons, 1, 2 * MANY);
}

static void what_is_far_out_of_order_is_not_quadratic(void **state) {
  (void)state;
  check_sorted(backwards, MANY);
  assert_in_range(comparisons, 1, 20 * MANY);
  check_sorted(mixed, MANY);
  assert_in_range(comparisons, 1, 20 * MANY);
}

static void equal_items_of_a_few_keep_their_order(void **state) {
  (void)state;
  struct item items[] = {{2, 0}, {1, 1}, {2, 2}, {1, 3}};
  base_sort_few(items, 4, sizeof *items, by_key);
  static const uint32_t wanted[] = {1, 3, 0, 2};
  for (size_t i = 0; i < 4; i++) {
    assert_int_equal(items[i].number, wanted[i]);
  }
}

struct large {
  uint32_t key;
  char more[2 * BASE_SORT_ITEM];
};

static void items_may_be_large(void **state) {
  (void)state;
  struct large items[3] = {{.key = 3}, {.key = 2}, {.key = 1}};
  base_sort_few(items, 3, sizeof *items, by_key);
  for (uint32_t i = 0; i < 3; i++) {
    assert_int_equal(items[i].key, i + 1);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_are_put_in_order),
      cmocka_unit_test(of_equal_ones_the_first_stays),
      cmocka_unit_test(where_there_are_none_nothing_is_touched),
      cmocka_unit_test(sorts_what_is_short_or_long),
      cmocka_unit_test(what_is_nearly_in_order_is_looked_at_once),
      cmocka_unit_test(what_is_far_out_of_order_is_not_quadratic),
      cmocka_unit_test(equal_items_of_a_few_keep_their_order),
      cmocka_unit_test(items_may_be_large),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

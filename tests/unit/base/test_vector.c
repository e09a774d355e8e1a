/* SPDX-License-Identifier: MIT */
#include "base/vector.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

BASE_VECTOR(numbers, uint32_t);

static void keeps_items_while_it_grows(void **state) {
  (void)state;
  struct numbers numbers = {0};
  for (uint32_t i = 0; i < 1000; i++) {
    assert_true(numbers_add(&numbers, i * i));
  }
  assert_int_equal(numbers.count, 1000);
  for (uint32_t i = 0; i < 1000; i++) {
    assert_int_equal(numbers.items[i], i * i);
  }
  numbers_destroy(&numbers);
  assert_int_equal(numbers.count, 0);
}

static void a_pushed_item_is_zeroed(void **state) {
  (void)state;
  struct numbers numbers = {0};
  numbers_add(&numbers, 7);
  numbers.count = 0;
  assert_int_equal(*numbers_push(&numbers), 0);
  numbers_destroy(&numbers);
}

static void room_is_made_once_for_many(void **state) {
  (void)state;
  struct numbers numbers = {0};
  assert_true(numbers_make_room(&numbers, 100));
  const uint32_t *items = numbers.items;
  for (uint32_t i = 0; i < 100; i++) {
    numbers_add(&numbers, i);
  }
  assert_ptr_equal(numbers.items, items);
  assert_true(numbers_make_room(&numbers, 10)); /* is there */
  assert_int_equal(numbers.items[99], 99);
  assert_true(numbers_add(&numbers, 100));
  numbers_destroy(&numbers);
}

static void what_is_emptied_gives_back_what_is_huge(void **state) {
  (void)state;
  struct numbers numbers = {0};
  assert_true(numbers_make_room(&numbers, 1000));
  numbers_add(&numbers, 7);
  numbers.failed = true;
  numbers_empty(&numbers);
  assert_int_equal(numbers.count, 0);
  assert_int_equal(numbers.capacity, 1000);
  assert_false(numbers.failed);
  assert_true(numbers_make_room(&numbers, BASE_VECTOR_KEPT));
  numbers_empty(&numbers);
  assert_int_equal(numbers.capacity, 0);
  assert_true(numbers_add(&numbers, 7));
  numbers_destroy(&numbers);
}

static void what_is_lent_is_left_for_more_items(void **state) {
  (void)state;
  uint32_t few[4] = {0};
  struct numbers numbers = {0};
  numbers_lend(&numbers, few, 4);
  for (uint32_t i = 0; i < 4; i++) {
    assert_true(numbers_add(&numbers, i));
  }
  assert_ptr_equal(numbers.items, few);
  assert_true(numbers_add(&numbers, 4));
  assert_ptr_not_equal(numbers.items, few);
  few[0] = 7;
  for (uint32_t i = 0; i < 5; i++) {
    assert_int_equal(numbers.items[i], i);
  }
  numbers_destroy(&numbers);
}

static void what_is_lent_is_not_freed(void **state) {
  (void)state;
  uint32_t few[4] = {0};
  struct numbers numbers = {0};
  numbers_lend(&numbers, few, 4);
  assert_true(numbers_make_room(&numbers, 4)); /* is there */
  assert_ptr_equal(numbers.items, few);
  numbers_destroy(&numbers);
  assert_null(numbers.items);
  assert_false(numbers.lent);
}

static void who_is_lent_nothing_makes_room(void **state) {
  (void)state;
  struct numbers numbers = {0};
  numbers_lend(&numbers, NULL, 4);
  assert_int_equal(numbers.capacity, 0);
  assert_true(numbers_add(&numbers, 7));
  numbers_destroy(&numbers);
}

static void growing_too_far_changes_nothing(void **state) {
  (void)state;
  size_t capacity = SIZE_MAX / 8;
  bool lent = false;
  assert_null(base_vector_grow(NULL, &capacity, &lent, 64));
  assert_int_equal(capacity, SIZE_MAX / 8);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keeps_items_while_it_grows),
      cmocka_unit_test(a_pushed_item_is_zeroed),
      cmocka_unit_test(room_is_made_once_for_many),
      cmocka_unit_test(what_is_emptied_gives_back_what_is_huge),
      cmocka_unit_test(what_is_lent_is_left_for_more_items),
      cmocka_unit_test(what_is_lent_is_not_freed),
      cmocka_unit_test(who_is_lent_nothing_makes_room),
      cmocka_unit_test(growing_too_far_changes_nothing),
  };
  return cmocka_run_group_tests_name("vector", tests, NULL, NULL);
}

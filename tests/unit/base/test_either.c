/* SPDX-License-Identifier: MIT */
#include "base/either.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Nothing behind the text is looked at. */
static void the_first_of_two_is_found_anywhere(void **state) {
  (void)state;
  enum { LONGEST = 50 };
  char bytes[LONGEST + 1];
  for (size_t size = 0; size <= LONGEST; size++) {
    struct base_slice text = {bytes, size};
    memset(bytes, 'a', sizeof bytes);
    bytes[size] = '<';
    assert_int_equal(base_either_at(text, '<', '&'), size);
    for (size_t at = size; at > 0; at--) { /* before others */
      bytes[at - 1] = at % 2 == 0 ? '<' : '&';
      assert_int_equal(base_either_at(text, '<', '&'), at - 1);
    }
  }
}

static void bytes_of_any_value_are_found(void **state) {
  (void)state;
  assert_int_equal(base_either_at(base_slice_of("soup\xEF"), ':', '\xEF'), 4);
  assert_int_equal(
      base_either_at(base_slice_of("o\xC3\xA9 at the second oven\xEF\xBC\x9A"),
                     ':', '\xEF'),
      22);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_first_of_two_is_found_anywhere),
      cmocka_unit_test(bytes_of_any_value_are_found),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

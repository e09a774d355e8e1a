/* SPDX-License-Identifier: MIT */
/* Telephone numbers at the ends of lines. */
#include "lint/telephone.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void the_words_before_a_number(void **state) {
  (void)state;
  static const struct {
    const char *line, *words;
  } cases[] = {
      {"Tom Park (555) 010-0100", "Tom Park"},
      {"Tom Park, +1 555 010 0100", "Tom Park"},
      {"Eva (x5551)", "Eva"},
      {"Eva, ext. 5551", "Eva"},
      {"Eva\tx5551", "Eva"},
      {"Eva\xC2\xA0x5551", "Eva"},
      {"Eva \xC2\xA0(x5551)", "Eva"},
      {"Box5551", "Box5551"},
      {"Room 4.12", "Room 4.12"},
      {"Lunch 2001-04-12", "Lunch 2001-04-12"},
      {"job-1700000001", "job-1700000001"},
      {"+1 555 010 0100", "+1 555 010 0100"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    assert_int_equal(lint_telephone_at(base_slice_of(cases[i].line)),
                     strlen(cases[i].words));
  }
}

static void numbers_alone(void **state) {
  (void)state;
  assert_true(lint_telephone_is_all(base_slice_of("x5551")));
  assert_true(lint_telephone_is_all(base_slice_of("ext. 5551")));
  assert_true(lint_telephone_is_all(base_slice_of("+1 555 010 0100")));
  assert_false(lint_telephone_is_all(base_slice_of("12")));
  assert_false(lint_telephone_is_all(base_slice_of("Room 412")));
  assert_false(lint_telephone_is_all(base_slice_of("5551 loaves")));
}

static void numbers_that_nothing_marks(void **state) {
  (void)state;
  static const struct {
    const char *line, *words;
  } cases[] = {
      {"Tom 3-5501", "Tom"}, {"Tom Park  5501", "Tom Park"},
      {"Tom 12", "Tom 12"},  {"Tom (5501)", "Tom (5501)"},
      {"5501", "5501"},      {"Tom\xC2\xA0 5501", "Tom"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    assert_int_equal(lint_telephone_bare_at(base_slice_of(cases[i].line)),
                     strlen(cases[i].words));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_words_before_a_number),
      cmocka_unit_test(numbers_alone),
      cmocka_unit_test(numbers_that_nothing_marks),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

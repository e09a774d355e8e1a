/* SPDX-License-Identifier: MIT */
/* Sets of marks, by sixty-four bytes at once and at the end of a text. */
#include "text/mark_set.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <string.h>

#include <cmocka.h>

static void every_mark_has_a_bit_of_its_own(void **state) {
  (void)state;
  uint32_t all = 0;
  for (int byte = 0; byte <= UINT8_MAX; byte++) {
    uint32_t marks = text_mark_bit((char)byte);
    bool is_mark = byte < 0x80 && ispunct(byte) != 0;
    assert_int_equal(__builtin_popcount(marks), is_mark);
    assert_int_equal(all & marks, 0);
    all |= marks;
  }
  assert_int_equal(all, UINT32_MAX);
}

/* Nothing behind the text is looked at. */
static void marks_are_found_anywhere_in_the_text(void **state) {
  (void)state;
  enum { LONGEST = 150 };
  char text[LONGEST + 1];
  for (size_t size = 0; size <= LONGEST; size++) {
    memset(text, 'a', sizeof text);
    text[size] = '#';
    assert_int_equal(text_mark_set(text, size), 0);
    for (size_t at = 0; at < size; at++) {
      text[at] = '{';
      assert_int_equal(text_mark_set(text, size), text_mark_bit('{'));
      text[at] = 'a';
    }
  }
}

static void all_marks_of_a_text_are_in_its_set(void **state) {
  (void)state;
  static const char text[] =
      "Hi {{ name }}, your order #5 is here \xE2\x80\x93 $20!";
  uint32_t marks = text_mark_set(text, strlen(text));
  assert_int_equal(marks, text_mark_bit('{') | text_mark_bit('}') |
                              text_mark_bit(',') | text_mark_bit('#') |
                              text_mark_bit('$') | text_mark_bit('!'));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_mark_has_a_bit_of_its_own),
      cmocka_unit_test(marks_are_found_anywhere_in_the_text),
      cmocka_unit_test(all_marks_of_a_text_are_in_its_set),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

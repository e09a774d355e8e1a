/* SPDX-License-Identifier: MIT */
/* What a line looks like, without words of any language. */
#include "lint/line.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void links_bars_and_files_are_wordless(void **state) {
  (void)state;
  static const char *const lines[] = {
      "https://acme.example/menu",
      "<https://acme.example/menu>",
      "------------",
      "* * *",
      "<<Offer.doc>>",
      "[cid:logo@acme]",
      "- Offer for May.xlsx",
      "(See attached file: Offer.doc)",
      "** For internal use **",
      "=20",
  };
  for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
    assert_true(lint_line_is_wordless(base_slice_of(lines[i])));
  }
}

static void words_are_words(void **state) {
  (void)state;
  static const char *const lines[] = {
      "Tom",
      "- Tom",
      "**Tom**",
      "The menu is at https://acme.example/menu",
      "[Name]",
      "我",
      "- see Offer.doc for the rest of it.",
      "- it ends in .doc",
  };
  for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
    assert_false(lint_line_is_wordless(base_slice_of(lines[i])));
  }
}

static void names_and_titles_sign_off(void **state) {
  (void)state;
  assert_true(lint_line_is_sign_off(base_slice_of("Tom Park")));
  assert_true(lint_line_is_sign_off(base_slice_of("Sales, Room 4.12")));
  assert_true(lint_line_is_sign_off(base_slice_of("on behalf of Tom")));
  assert_false(lint_line_is_sign_off(
      base_slice_of("the list is on the share since noon")));
}

static void thoughts_end_with_marks_or_short_lines(void **state) {
  (void)state;
  assert_true(lint_line_ends_thought(base_slice_of("See you on Friday.")));
  assert_true(lint_line_ends_thought(base_slice_of("he said “fine.”")));
  assert_true(lint_line_ends_thought(base_slice_of("I will call you")));
  assert_false(lint_line_ends_thought(base_slice_of(
      "The new price list of the year was made by the friends at Best")));
  assert_false(lint_line_ends_thought(base_slice_of("Meat Loaf")));
}

static void sentences_end_with_wide_marks_too(void **state) {
  (void)state;
  assert_true(lint_line_ends_sentence(base_slice_of("Is it?")));
  assert_true(lint_line_ends_sentence(base_slice_of("茶です。")));
  assert_true(lint_line_ends_sentence(base_slice_of("是吗？")));
  assert_false(lint_line_ends_sentence(base_slice_of("Tom,")));
  assert_false(lint_line_ends_sentence(base_slice_of("小王，")));
  assert_false(lint_line_ends_sentence(base_slice_of("")));
  assert_true(lint_line_ends_thought(base_slice_of("小王，")));
  assert_true(lint_line_ends_thought(base_slice_of("Soup at noon 😊")));
  assert_true(lint_line_ends_thought(base_slice_of("👋")));
  assert_true(lint_line_ends_thought(base_slice_of("Soup at noon ☀️")));
  assert_false(lint_line_ends_thought(base_slice_of("Soup 😊 at")));
}

static void code_has_marks_of_its_own(void **state) {
  (void)state;
  assert_true(lint_line_is_code(base_slice_of("Override()")));
  assert_true(lint_line_is_code(base_slice_of("List<String>")));
  assert_false(lint_line_is_code(base_slice_of("Tom (Sales)")));
}

static void names_in_small_letters(void **state) {
  (void)state;
  assert_int_equal(lint_line_small_name(base_slice_of("tom")), 0);
  assert_int_equal(lint_line_small_name(base_slice_of("Is it?  tp")), 8);
  assert_int_equal(lint_line_small_name(base_slice_of("See you. --tp")), 11);
  assert_int_equal(lint_line_small_name(base_slice_of("at ten p.m. or so")),
                   17);
  assert_int_equal(lint_line_small_name(base_slice_of("See you. ok")), 11);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(links_bars_and_files_are_wordless),
      cmocka_unit_test(words_are_words),
      cmocka_unit_test(names_and_titles_sign_off),
      cmocka_unit_test(thoughts_end_with_marks_or_short_lines),
      cmocka_unit_test(sentences_end_with_wide_marks_too),
      cmocka_unit_test(code_has_marks_of_its_own),
      cmocka_unit_test(names_in_small_letters),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

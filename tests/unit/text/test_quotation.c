/* SPDX-License-Identifier: MIT */
#include "text/quotation.h"

#include "describe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Asserts that of the words in the text exactly those that hold a `q` are
 * quoted. */
static void assert_quoted(const char *text) {
  struct described described;
  describe(&described, text, true);
  for (size_t i = 0; i < described.document.tokens.count; i++) {
    const struct text_token *token = &described.document.tokens.items[i];
    if (token->kind == TEXT_WORD) {
      bool expected =
          memchr(text + token->start, 'q', token->end - token->start) != NULL;
      assert_int_equal((token->flags & TEXT_QUOTED) != 0, expected);
    }
  }
  described_destroy(&described);
}

static void all_kinds_of_double_marks_count(void **state) {
  (void)state;
  assert_quoted("he said \"q q\" to me");
  assert_quoted("he said “q q” to me");
  assert_quoted("he said „q q“ to me");
  assert_quoted("he said ”q q” to me");
  assert_quoted("he said «q q» to me");
  assert_quoted("he said « q q » to me");
  assert_quoted("he said »q q« to me");
}

static void backticks_count(void **state) {
  (void)state;
  assert_quoted("it prints `q q` and ```q q``` here");
  assert_quoted("don`t say so` or `so");
}

static void single_marks_never_count(void **state) {
  (void)state;
  assert_quoted("he said 'so so' and ‘so so’");
}

static void marks_open_behind_a_blank_or_bracket(void **state) {
  (void)state;
  assert_quoted("\"q\" (\"q\") *\"q\"*");
  assert_quoted("a 5\" screen and a 7\" one");
  assert_quoted("he said \" no \" so");
}

static void a_mark_without_partner_quotes_nothing(void **state) {
  (void)state;
  assert_quoted("he said \"no to me");
  assert_quoted("he said \"no\n\nand left\" so");
  assert_quoted("- he said \"no\n- and left\" so");
}

static void a_quotation_may_wrap_and_hold_another(void **state) {
  (void)state;
  assert_quoted("he said “q\nq \"q\" q” to me");
}

static void a_new_opening_mark_replaces_the_old(void **state) {
  (void)state;
  assert_quoted("he said \"no and \"q q\" to me");
}

/* Tokens are looked at in sixty-fours. */
static void it_does_not_matter_where_marks_stand(void **state) {
  (void)state;
  char text[600] = "";
  for (size_t i = 0; i < 140; i++) {
    size_t before = strlen(text);
    strcat(text, "“q” (“q q”) so");
    assert_quoted(text);
    text[before] = '\0';
    strcat(text, "so ");
  }
}

static void long_quotations_are_none(void **state) {
  (void)state;
  char text[TEXT_QUOTATION_MAX + 2];
  memset(text, ' ', sizeof text);
  memcpy(text, "\"q", 2);
  memcpy(text + TEXT_QUOTATION_MAX - 2, "q\"", 3);
  assert_quoted(text); /* as long as may be */
  memset(text, ' ', sizeof text);
  memcpy(text, "\"a", 2);
  memcpy(text + TEXT_QUOTATION_MAX - 1, "a\"", 3);
  assert_quoted(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(all_kinds_of_double_marks_count),
      cmocka_unit_test(backticks_count),
      cmocka_unit_test(single_marks_never_count),
      cmocka_unit_test(marks_open_behind_a_blank_or_bracket),
      cmocka_unit_test(a_mark_without_partner_quotes_nothing),
      cmocka_unit_test(a_quotation_may_wrap_and_hold_another),
      cmocka_unit_test(a_new_opening_mark_replaces_the_old),
      cmocka_unit_test(it_does_not_matter_where_marks_stand),
      cmocka_unit_test(long_quotations_are_none),
  };
  return cmocka_run_group_tests_name("quotation", tests, NULL, NULL);
}

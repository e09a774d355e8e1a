/* SPDX-License-Identifier: MIT */
#include "variants.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct cli_variant variant;

/* The variant's text, valid until the next call. */
static const char *make(enum cli_variant_id id, const char *sentence) {
  cli_variant_make(&variant, id, sentence, strlen(sentence));
  cli_bytes_add(&variant.text, "", 1);
  return variant.text.bytes;
}

static void test_wrapping_keeps_every_byte_in_its_place(void **state) {
  (void)state;
  const char *sentence =
      "Could you please bring the blue folder to the meeting room at noon?";
  assert_string_equal(make(CLI_WRAPPED, sentence),
                      "Could you please bring the blue folder\n"
                      "to the meeting room at noon?");
  assert_int_equal(variant.offsets[50], 50);
}

static void test_no_line_begins_like_a_list_item(void **state) {
  (void)state;
  assert_string_equal(
      make(CLI_WRAPPED,
           "The room on the second floor is for two - three guests."),
      "The room on the second floor is for two -\nthree guests.");
  assert_string_equal(
      make(CLI_WRAPPED, "The lift is ready, and the meeting is on 12. May."),
      "The lift is ready, and the meeting is on 12.\nMay.");
}

static void test_lines_that_are_there_stay(void **state) {
  (void)state;
  assert_string_equal(make(CLI_WRAPPED, "Hi Sam,\n\nthe lift is ready."),
                      "Hi Sam,\n\nthe lift is ready.");
}

static void test_quotes_open_and_close(void **state) {
  (void)state;
  assert_string_equal(make(CLI_CURLY, "It's \"ready\" ('now')."),
                      "It’s “ready” (‘now’).");
  /* I t ' s: the s stands two bytes later now. */
  assert_int_equal(variant.offsets[3], 5);
}

static void test_letters_come_apart(void **state) {
  (void)state;
  assert_string_equal(make(CLI_DECOMPOSED, "Zoë"), "Zoe\xCC\x88");
  assert_int_equal(variant.offsets[2], 2);
  assert_int_equal(variant.offsets[4], 5); /* the end */
}

static void test_capitals_keep_what_has_none(void **state) {
  (void)state;
  assert_string_equal(make(CLI_CAPITALS, "Straße, Zoë: 5 to 6"),
                      "STRAßE, ZOË: 5 TO 6");
}

static void test_a_quote_stands_below_a_line_of_ones_own(void **state) {
  (void)state;
  const char *quote = make(CLI_QUOTED, "One.\nTwo.");
  assert_non_null(strstr(quote, "\n\n> One.\n> Two.\n"));
  assert_memory_equal(quote + variant.offsets[5], "Two.", 4);
}

static void test_a_variant_that_changes_nothing_is_none(void **state) {
  (void)state;
  assert_false(cli_variant_make(&variant, CLI_CURLY, "Hi.", 3));
  assert_true(cli_variant_make(&variant, CLI_AS_WRITTEN, "Hi.", 3));
}

static int destroy(void **state) {
  (void)state;
  cli_variant_destroy(&variant);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_wrapping_keeps_every_byte_in_its_place),
      cmocka_unit_test(test_no_line_begins_like_a_list_item),
      cmocka_unit_test(test_lines_that_are_there_stay),
      cmocka_unit_test(test_quotes_open_and_close),
      cmocka_unit_test(test_letters_come_apart),
      cmocka_unit_test(test_capitals_keep_what_has_none),
      cmocka_unit_test(test_a_quote_stands_below_a_line_of_ones_own),
      cmocka_unit_test(test_a_variant_that_changes_nothing_is_none),
  };
  return cmocka_run_group_tests(tests, NULL, destroy);
}

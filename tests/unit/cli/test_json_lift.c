/* SPDX-License-Identifier: MIT */
#include "json_lift.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Long enough to be lifted, wherever in it something is written. */
#define LONG                                                                   \
  "The list is nearly done; Robin adds the last two rows today, and I send "   \
  "it round before lunch tomorrow. "

static struct cli_json_lifted lifted;

static bool lift(const char *json) {
  return cli_json_lift(json, strlen(json), "text", &lifted);
}

static void assert_lifted(const char *written, const char *meant) {
  char json[1000];
  snprintf(json, sizeof json, "{\"a\":[\"text\"],\"text\" : \"%s\",\"b\":1}",
           written);
  assert_true(lift(json));
  cli_bytes_add(&lifted.string, "", 1);
  cli_bytes_add(&lifted.rest, "", 1);
  assert_string_equal(lifted.string.bytes, meant);
  assert_string_equal(lifted.rest.bytes,
                      "{\"a\":[\"text\"],\"text\" : \"\",\"b\":1}");
}

static void assert_stays(const char *written) {
  char json[1000];
  snprintf(json, sizeof json, "{\"text\":%s}", written);
  assert_false(lift(json));
}

static void test_a_long_string_is_taken_out(void **state) {
  (void)state;
  assert_lifted(LONG, LONG);
  assert_lifted("\xe2\x80\x9c" LONG "\xe2\x80\x9d",
                "\xe2\x80\x9c" LONG "\xe2\x80\x9d");
}

static void test_escapes_are_undone(void **state) {
  (void)state;
  assert_lifted(LONG "\\n\\t\\r\\b\\f\\\"\\\\\\/", LONG "\n\t\r\b\f\"\\/");
  assert_lifted("\\u0041" LONG "\\u00e9\\u20AC",
                "A" LONG "\xc3\xa9\xe2\x82\xac");
  assert_lifted(LONG "\\ud83d\\ude00.", LONG "\xf0\x9f\x98\x80.");
  assert_true(lift("{\"text\":\"" LONG "\\u0000\"}"));
  assert_int_equal(lifted.string.bytes[lifted.string.size - 1], '\0');
  assert_int_equal(lifted.string.size, sizeof LONG);
}

/* All that is meant fits where escapes alone were written. */
static void test_what_is_meant_is_shorter(void **state) {
  (void)state;
  static const char *const escapes[] = {"\\n",     "\\/",     "\\u0041",
                                        "\\u00e9", "\\u20ac", "\\ud83d\\ude00"};
  for (size_t i = 0; i < sizeof escapes / sizeof escapes[0]; i++) {
    enum { TIMES = 100 };
    struct cli_bytes json = {0};
    cli_bytes_add(&json, "{\"text\":\"", 9);
    for (int time = 0; time < TIMES; time++) {
      cli_bytes_add(&json, escapes[i], strlen(escapes[i]));
    }
    cli_bytes_add(&json, "\"}", 2);
    assert_true(cli_json_lift(json.bytes, json.size, "text", &lifted));
    assert_true(lifted.string.size < TIMES * strlen(escapes[i]));
    cli_bytes_destroy(&json);
  }
}

/* So that the parser says what is wrong with it. */
static void test_what_is_not_well_formed_stays(void **state) {
  (void)state;
  assert_stays("\"" LONG);
  assert_stays("\"" LONG "\\x\"");
  assert_stays("\"" LONG "\\u00g0\"");
  assert_stays("\"" LONG "\\ud83d\"");
  assert_stays("\"" LONG "\\ud83dx\\ude00\"");
  assert_stays("\"" LONG "\\ude00\"");
  assert_stays("\"" LONG "\n\"");
  assert_stays("\"" LONG "\xff\"");
}

static void test_other_values_stay(void **state) {
  (void)state;
  assert_stays("\"Hi\"");
  assert_stays("null");
  assert_stays("[\"" LONG "\"]");
  assert_false(lift("{\"mail\":{\"text\":\"" LONG "\"}}"));
  assert_false(lift("[\"text\",\"" LONG "\"]"));
}

static int destroy(void **state) {
  (void)state;
  cli_json_lifted_destroy(&lifted);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_long_string_is_taken_out),
      cmocka_unit_test(test_escapes_are_undone),
      cmocka_unit_test(test_what_is_meant_is_shorter),
      cmocka_unit_test(test_what_is_not_well_formed_stays),
      cmocka_unit_test(test_other_values_stay),
  };
  return cmocka_run_group_tests(tests, NULL, destroy);
}

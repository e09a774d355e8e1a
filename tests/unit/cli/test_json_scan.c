/* SPDX-License-Identifier: MIT */
#include "json_scan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct cli_bytes id;

static const char *find(const char *json) {
  cli_json_find_id(json, strlen(json), &id);
  return id.bytes;
}

static void test_ids_come_back_as_they_are_written(void **state) {
  (void)state;
  assert_string_equal(find("{\"id\":1.50}"), "1.50");
  assert_string_equal(find("{\"id\" : -1E+5 }"), "-1E+5");
  assert_string_equal(find("{\"id\":12345678901234567890}"),
                      "12345678901234567890");
  assert_string_equal(find("{\"id\":\"b\\u00e9 \\\"c\\\"\"}"),
                      "\"b\\u00e9 \\\"c\\\"\"");
}

static void test_only_the_objects_own_member_counts(void **state) {
  (void)state;
  assert_string_equal(find("{\"a\":{\"id\":1},\"b\":[\"id\",{}],\"id\":2}"),
                      "2");
  assert_string_equal(find("{\"text\":\"{\\\"id\\\":1\",\"id\":3}"), "3");
  assert_string_equal(find("{\"text\":true}"), "null");
}

static void test_a_line_that_breaks_later_has_its_id(void **state) {
  (void)state;
  assert_string_equal(find("{\"id\":4,\"text\":oops"), "4");
}

static void test_what_is_no_id_is_null(void **state) {
  (void)state;
  assert_string_equal(find("{\"id\":{\"x\":1}}"), "null");
  assert_string_equal(find("{\"id\":12"), "null"); /* may be cut short */
  assert_string_equal(find("{\"id\":01}"), "null");
  assert_string_equal(find("{\"id\":1x}"), "null");
  assert_string_equal(find("{\"id\":1.}"), "null");
  assert_string_equal(find("{\"id\":1e+}"), "null");
  assert_string_equal(find("{\"id\":-}"), "null");
  assert_string_equal(find("{\"id\" 1}"), "null");
  assert_string_equal(find("{\"id\":\"\\u00g9\"}"), "null");
  assert_string_equal(find("{\"id\":\"\\x\"}"), "null");
  assert_string_equal(find("{\"id\":\"a\nb\"}"), "null");
  assert_string_equal(find("{\"id\":\"\xff\"}"), "null");
  assert_string_equal(find("[1]"), "null");
  assert_string_equal(find(""), "null");
}

static int destroy(void **state) {
  (void)state;
  cli_bytes_destroy(&id);
  return 0;
}

/* Where a person would look: at the token, or where it breaks. */
static void test_columns(void **state) {
  (void)state;
  static const char line[] = "{\"é\": tru, \"b\\q\": 1}";
  assert_int_equal(1, cli_json_column(line, strlen(line), 0));
  assert_int_equal(7, cli_json_column(line, strlen(line), 10));
  assert_int_equal(15, cli_json_column(line, strlen(line), 15));
  assert_int_equal(15, cli_json_column(line, strlen(line), strlen(line)));
}

static void test_first_byte_that_is_not_utf8(void **state) {
  (void)state;
  size_t column;
  assert_true(cli_json_is_utf8("é", 2, &column));
  assert_false(cli_json_is_utf8("é\xff", 3, &column));
  assert_int_equal(2, column);
}

static void test_what_opens_an_object(void **state) {
  (void)state;
  assert_true(cli_json_opens_object(" {", 2));
  assert_false(cli_json_opens_object(" [{", 3));
  assert_false(cli_json_opens_object("", 0));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_ids_come_back_as_they_are_written),
      cmocka_unit_test(test_only_the_objects_own_member_counts),
      cmocka_unit_test(test_a_line_that_breaks_later_has_its_id),
      cmocka_unit_test(test_what_is_no_id_is_null),
      cmocka_unit_test(test_columns),
      cmocka_unit_test(test_first_byte_that_is_not_utf8),
      cmocka_unit_test(test_what_opens_an_object),
  };
  return cmocka_run_group_tests(tests, NULL, destroy);
}

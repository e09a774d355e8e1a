/* SPDX-License-Identifier: MIT */
#include "base64.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct cli_bytes bytes;

static bool decodes_to(const char *text, const char *wanted, size_t size) {
  return cli_base64_decode(text, strlen(text), &bytes) && bytes.size == size &&
         memcmp(bytes.bytes, wanted, size) == 0;
}

/* The examples of RFC 4648 §10. */
static void test_examples_of_the_standard(void **state) {
  (void)state;
  assert_true(decodes_to("", "", 0));
  assert_true(decodes_to("Zg==", "f", 1));
  assert_true(decodes_to("Zm8=", "fo", 2));
  assert_true(decodes_to("Zm9v", "foo", 3));
  assert_true(decodes_to("Zm9vYmFy", "foobar", 6));
}

static void test_any_byte(void **state) {
  (void)state;
  assert_true(decodes_to("+/8A", "\xfb\xff\x00", 3));
}

static void test_what_is_not_well_formed(void **state) {
  (void)state;
  assert_false(cli_base64_decode("Zg", 2, &bytes));
  assert_false(cli_base64_decode("Zg=a", 4, &bytes));
  assert_false(cli_base64_decode("Zm 9", 4, &bytes));
  assert_false(cli_base64_decode("Z===", 4, &bytes));
}

static int destroy(void **state) {
  (void)state;
  cli_bytes_destroy(&bytes);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_examples_of_the_standard),
      cmocka_unit_test(test_any_byte),
      cmocka_unit_test(test_what_is_not_well_formed),
  };
  return cmocka_run_group_tests(tests, NULL, destroy);
}

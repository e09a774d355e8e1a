/* SPDX-License-Identifier: MIT */
#include "base/sixteen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void each_byte_is_told_by_itself(void **state) {
  (void)state;
  char bytes[BASE_SIXTEEN];
  for (int byte = 0; byte < 256; byte++) {
    for (uint32_t i = 0; i < BASE_SIXTEEN; i++) {
      memset(bytes, 'a', sizeof bytes);
      bytes[i] = (char)byte;
      uint32_t bit = UINT32_C(1) << i;
      assert_int_equal(base_sixteen_wide(bytes), byte >= 0x80 ? bit : 0);
      assert_int_equal(base_sixteen_line_ends(bytes),
                       byte == '\n' || byte == '\r' ? bit : 0);
    }
  }
}

static void all_bytes_are_told_at_once(void **state) {
  (void)state;
  assert_int_equal(base_sixteen_line_ends("\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r"),
                   0xffff);
  assert_int_equal(base_sixteen_line_ends("soup, bread\r\ntea"), 0x1800);
  assert_int_equal(base_sixteen_wide("r\u00f6sti, cr\u00eape, tea"), 0xc06);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_byte_is_told_by_itself),
      cmocka_unit_test(all_bytes_are_told_at_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

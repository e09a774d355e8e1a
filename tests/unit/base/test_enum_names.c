/* SPDX-License-Identifier: MIT */
#include "base/names.h"

#include <courtesy/message.h>
#include <courtesy/session.h>
#include <courtesy/types.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void a_name_stands_at_the_place_of_its_value(void **state) {
  (void)state;
  assert_string_equal(courtesy_severity_name(COURTESY_ERROR), "error");
  assert_string_equal(courtesy_kind_name(COURTESY_TEMPLATE), "template");
  assert_string_equal(courtesy_zone_name(COURTESY_ZONE_CODE), "code");
  assert_string_equal(courtesy_part_use_name(COURTESY_PART_UNREAD), "unread");
  assert_string_equal(courtesy_trace_step_name(COURTESY_TRACE_FOUND), "found");
  assert_string_equal(courtesy_trace_step_name(COURTESY_TRACE_CONDITION),
                      "silent");
  assert_string_equal(courtesy_status_text(COURTESY_TOO_LARGE),
                      "the input is larger than the limit");
}

static void what_is_no_value_is_unknown(void **state) {
  (void)state;
  assert_string_equal(courtesy_status_text((enum courtesy_status)7), "unknown");
  assert_string_equal(courtesy_severity_name((enum courtesy_severity)4),
                      "unknown");
  assert_string_equal(courtesy_kind_name((enum courtesy_kind)4), "unknown");
  assert_string_equal(courtesy_zone_name(COURTESY_ZONE_COUNT), "unknown");
  assert_string_equal(courtesy_part_use_name((enum courtesy_part_use)8),
                      "unknown");
  assert_string_equal(courtesy_trace_step_name((enum courtesy_trace_step)6),
                      "unknown");
  assert_string_equal(courtesy_trace_step_name((enum courtesy_trace_step) - 1),
                      "unknown");
}

static void names_are_read_back(void **state) {
  (void)state;
  for (int i = 0; base_severity_names[i] != NULL; i++) {
    enum courtesy_severity severity;
    assert_true(courtesy_severity_parse(base_severity_names[i], &severity));
    assert_int_equal(severity, i);
  }
  for (int i = 0; base_kind_names[i] != NULL; i++) {
    enum courtesy_kind kind;
    assert_true(courtesy_kind_parse(base_kind_names[i], &kind));
    assert_int_equal(kind, i);
  }
  for (int i = 0; base_zone_names[i] != NULL; i++) {
    enum courtesy_zone zone;
    assert_true(courtesy_zone_parse(base_zone_names[i], &zone));
    assert_int_equal(zone, i);
  }
}

static void another_name_leaves_the_value(void **state) {
  (void)state;
  enum courtesy_zone zone = COURTESY_ZONE_QUOTE;
  assert_false(courtesy_zone_parse("Quote", &zone));
  assert_int_equal(zone, COURTESY_ZONE_QUOTE);
  enum courtesy_kind kind = COURTESY_MAIL;
  assert_false(courtesy_kind_parse("", &kind));
  assert_int_equal(kind, COURTESY_MAIL);
  enum courtesy_severity severity = COURTESY_WARNING;
  assert_false(courtesy_severity_parse("warn", &severity));
  assert_int_equal(severity, COURTESY_WARNING);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_name_stands_at_the_place_of_its_value),
      cmocka_unit_test(what_is_no_value_is_unknown),
      cmocka_unit_test(names_are_read_back),
      cmocka_unit_test(another_name_leaves_the_value),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

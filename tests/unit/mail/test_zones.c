/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "mail/message.h"

static void regions_hold_no_blank_lines_and_are_trimmed(void **state) {
  (void)state;
  struct courtesy_message *message = message_of(COURTESY_DRAFT,
                                                "  Hi Ana,  \n"
                                                "\n"
                                                "one\r\n"
                                                "two \xc2\xa0\n"
                                                " \xc2\xa0 \n"
                                                "> three\n"
                                                "four",
                                                NULL);
  const struct {
    enum courtesy_zone zone;
    uint32_t start;
    uint32_t end;
  } expected[] = {
      {COURTESY_ZONE_BODY, 2, 9},
      {COURTESY_ZONE_BODY, 13, 21},
      {COURTESY_ZONE_QUOTE, 30, 37},
      {COURTESY_ZONE_BODY, 38, 42},
  };
  assert_int_equal(message->regions.count, 4);
  for (size_t i = 0; i < 4; i++) {
    const struct mail_region *region = &message->regions.items[i];
    assert_int_equal(region->zone, expected[i].zone);
    assert_int_equal(region->start, expected[i].start);
    assert_int_equal(region->end, expected[i].end);
    assert_true(region->after_blank_line);
  }
  courtesy_message_destroy(message);
}

static void loose_text_is_all_body(void **state) {
  (void)state;
  assert_zones_of(COURTESY_TEXT, "body | Subject: soup\n"
                                 "body | > indented\n"
                                 "     |\n"
                                 "body | --\n"
                                 "body | On 3 May 2017, Ana wrote:\n");
}

static void a_template_has_the_zones_of_a_draft(void **state) {
  (void)state;
  assert_zones_of(COURTESY_TEMPLATE, "     | Subject: Welcome\n"
                                     "     |\n"
                                     "body | Hello {{name}},\n"
                                     "signature | --\n"
                                     "signature | The team\n");
}

static void the_message_below_runs_to_the_end(void **state) {
  (void)state;
  assert_zones("body    | See below.\n"
               "forward | -----Original Message-----\n"
               "forward | > quoted there\n"
               "forward | --\n"
               "forward | Ana\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(regions_hold_no_blank_lines_and_are_trimmed),
      cmocka_unit_test(loose_text_is_all_body),
      cmocka_unit_test(a_template_has_the_zones_of_a_draft),
      cmocka_unit_test(the_message_below_runs_to_the_end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

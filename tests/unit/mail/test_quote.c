/* SPDX-License-Identifier: MIT */
#include "picture.h"

static void marks_of_a_quote(void **state) {
  (void)state;
  assert_zones("quote       | > Shall we meet on Tuesday?\n"
               "quote       | > > Any day is fine.\n"
               "body        | Tuesday it is.\n");
  assert_zones("quote       | | Shall we meet on Tuesday?\n"
               "body        | Tuesday it is.\n");
  assert_zones("quote       | AL> Shall we meet on Tuesday?\n"
               "quote       | AL>> Any day is fine.\n"
               "body        | Tuesday it is.\n");
}

static void answers_between_quotes_are_own(void **state) {
  (void)state;
  assert_zones("quote       | > Is the room free?\n"
               "            |\n"
               "body        | It is.\n"
               "            |\n"
               "quote       | > And the projector?\n"
               "body        | Also free.\n"
               "quote       | > Thanks!\n");
}

static void tables_and_arrows_are_no_quotes(void **state) {
  (void)state;
  assert_zones("body        | | Name | Room |\n"
               "body        | | Ana  | 12   |\n"
               "            |\n"
               "body        | Input -> output, ABCDE> is no initials.\n");
}

static void a_line_that_a_mailbox_escaped_is_own(void **state) {
  (void)state;
  assert_zones("body        | Good news:\n"
               "body        | >From today on the canteen has soup.\n"
               "body        | Enjoy.\n");
  assert_zones("quote       | > Good news:\n"
               "quote       | >From today on the canteen has soup.\n");
}

static void an_overhang_belongs_to_the_quote(void **state) {
  (void)state;
  assert_zones("quote       | > The canteen has soup from today on, and fresh "
               "bread comes with each\n"
               "quote       | bowl of it\n"
               "quote       | > at noon.\n");
  assert_zones("quote       | > The canteen has soup from today on, and fresh "
               "bread comes with each\n"
               "body        | How nice!\n"
               "quote       | > bowl of it at noon.\n");
}

static void names_before_marks(void **state) {
  (void)state;
  assert_zones("quote       | >>>>> \"Ana\" == Ana Lima <ana@acme.example> "
               "writes:\n"
               "            |\n"
               "quote       |     Ana> Is Tuesday fine?\n"
               "            |\n"
               "body        | Yes.\n"
               "            |\n"
               "quote       |     Ana> And is there soup?\n"
               "            |\n"
               "body        | Kim> has the list.\n");
  assert_zones("attribution | On 3 May 2017 18:16, Ana <ana@acme.example> "
               "said:\n"
               "            |\n"
               "quote       | ana> Is Tuesday fine?\n"
               "            |\n"
               "body        | Yes.\n");
  assert_zones("body        | This is how to see the list:\n"
               "body        | Soup> Show\n"
               "body        | Soup> List\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(marks_of_a_quote),
      cmocka_unit_test(answers_between_quotes_are_own),
      cmocka_unit_test(tables_and_arrows_are_no_quotes),
      cmocka_unit_test(a_line_that_a_mailbox_escaped_is_own),
      cmocka_unit_test(an_overhang_belongs_to_the_quote),
      cmocka_unit_test(names_before_marks),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

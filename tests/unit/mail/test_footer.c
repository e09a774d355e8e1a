/* SPDX-License-Identifier: MIT */
#include "picture.h"

static void what_lists_write_below(void **state) {
  (void)state;
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "disclaimer  | --\n"
               "disclaimer  | View this message in context: "
               "http://lists.example/1\n"
               "            |\n"
               "disclaimer  | ----------------------\n"
               "disclaimer  | To unsubscribe, mail to soup@lists.example\n");
  assert_zones("body        | See you on Tuesday.\n"
               "disclaimer  | ______________________\n"
               "disclaimer  | Soup mailing list -- soup@lists.example\n"
               "disclaimer  | To unsubscribe send an email to "
               "soup-leave@lists.example\n"
               "disclaimer  | https://lists.example/soup\n");
  assert_zones("body        | See you on Tuesday.\n"
               "disclaimer  | ______________________\n"
               "disclaimer  | This email has been scanned for viruses.\n"
               "disclaimer  | ______________________\n");
  assert_zones("body        | Bis Dienstag.\n"
               "            |\n"
               "disclaimer  | Bitte antworten Sie nicht auf diese E-Mail.\n");
  assert_zones(
      "body        | Hasta el martes.\n"
      "            |\n"
      "disclaimer  | Has recibido este mensaje porque estás suscrito al "
      "grupo.\n");
  assert_zones(
      "body        | Hasta el martes.\n"
      "            |\n"
      "body        | Has recibido este mensaje porque vienes a comer.\n");
  assert_zones("body        | To unsubscribe is easy:\n"
               "            |\n"
               "body        | press the button.\n");
}

static void long_footers_below_a_bar(void **state) {
  (void)state;
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "disclaimer  | ______________________\n"
               "disclaimer  | Soup mailing list -- soup@lists.example\n"
               "disclaimer  | To unsubscribe send an email to "
               "soup-leave@lists.example\n"
               "disclaimer  | Code of conduct: https://lists.example/kind\n"
               "disclaimer  | Guidelines: https://lists.example/guide\n"
               "disclaimer  | Archives: https://lists.example/soup\n"
               "disclaimer  | Report spam: https://lists.example/spam\n");
  assert_zones("body        | To unsubscribe is easy, as you will see:\n"
               "body        | take the form,\n"
               "body        | fill it in,\n"
               "body        | sign it,\n"
               "body        | send it.\n");
}

static void what_is_all_of_a_message_is_no_footer(void **state) {
  (void)state;
  assert_zones("body        | You are receiving this since you have a key.\n"
               "body        | Could you bring it on Tuesday?\n");
  assert_zones("body        | You're receiving this since you have a key.\n"
               "            |\n"
               "body        | Could you bring it on Tuesday?\n");
}

static void between_bars(void **state) {
  (void)state;
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "disclaimer  | -=-=-=-=-=-\n"
               "disclaimer  | Soup links: all cooks get this message.\n"
               "disclaimer  | Unsubscribe: https://lists.example/soup\n"
               "disclaimer  | Owner: owner@lists.example\n"
               "disclaimer  | Archive: https://lists.example/archive\n"
               "disclaimer  | Help: https://lists.example/help\n"
               "disclaimer  | -=-=-=-=-=-\n");
  assert_zones("body        | -=-=-=-=-=-\n"
               "body        | The soup is ready.\n"
               "body        | The tea is ready.\n"
               "body        | -=-=-=-=-=-\n");
}

static void what_ticket_systems_write_below(void **state) {
  (void)state;
  assert_zones("body        | The door is mended.\n"
               "            |\n"
               "disclaimer  | —\n"
               "disclaimer  | Reply to this email directly, view it on the "
               "page, or unsubscribe.\n"
               "disclaimer  | You are receiving this because you asked.\n");
  assert_zones("body        | The door is mended.\n"
               "            |\n"
               "disclaimer  | This email is a service from the caretakers.\n"
               "            |\n"
               "disclaimer  | [7Q2ZKD-4E8V]\n");
  assert_zones("body        | The door is mended.\n"
               "            |\n"
               "body        | [7Q2ZKD-4E8V]\n");
  assert_zones("body        | The door is mended.\n"
               "            |\n"
               "body        | This email is a service from the caretakers.\n"
               "            |\n"
               "body        | [x]\n");
  assert_zones("body        | Reply to this email directly after lunch.\n");
}

static void what_newsletters_write_below(void **state) {
  (void)state;
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "disclaimer  | Copyright © 2026 Acme Canteen\n"
               "disclaimer  | You are receiving this email because you are "
               "hungry.\n"
               "            |\n"
               "disclaimer  | Our mailing address is:\n"
               "disclaimer  | Acme Canteen\n"
               "disclaimer  | Mill Lane 12\n"
               "            |\n"
               "disclaimer  | Want to change how you receive these emails?\n"
               "disclaimer  | You can leave this list.\n");
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "disclaimer  | © 2026 Acme Canteen\n");
  assert_zones("body        | Bis Dienstag.\n"
               "            |\n"
               "disclaimer  | Informationen zum Datenschutz: acme.example\n");
}

static void what_signatures_say_to_all(void **state) {
  (void)state;
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "signature   | Tom Park\n"
               "signature   | +1 555 010 0100\n"
               "disclaimer  | My working hours may not be yours.\n");
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "body        | Tom\n"
               "disclaimer  | Book time to meet with me\n");
  assert_zones("body        | My working hours may change.\n"
               "body        | Please tell me when you need the kitchen.\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_lists_write_below),
      cmocka_unit_test(long_footers_below_a_bar),
      cmocka_unit_test(what_is_all_of_a_message_is_no_footer),
      cmocka_unit_test(between_bars),
      cmocka_unit_test(what_ticket_systems_write_below),
      cmocka_unit_test(what_newsletters_write_below),
      cmocka_unit_test(what_signatures_say_to_all),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

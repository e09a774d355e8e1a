/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include <string.h>

static void uuencoded_files(void **state) {
  (void)state;
  assert_zones(
      "body        | Here is the list.\n"
      "            |\n"
      "code        | begin 644 list.txt\n"
      "code        | "
      "M4V]U<\"!O;B!-;VYD87DL(&)R96%D(&]N(%1U97-D87DL('1E82!E=F5R>2!D\n"
      "code        | >87DL(&%N9\"!A('!I96-E(&]F(&-A:V4@9F]R(&%L\n"
      "code        | `\n"
      "code        | end\n"
      "            |\n"
      "body        | Enjoy it.\n");
}

static void a_beginning_alone_is_text(void **state) {
  (void)state;
  assert_zones("body        | begin 100 metres behind the door\n"
               "body        | and end at the garden\n");
  assert_zones("body        | begin 644 list.txt\n"
               "body        | is what the first line says.\n");
}

static void yenc_files(void **state) {
  (void)state;
  assert_zones("code        | =ybegin line=128 size=9 name=list.txt\n"
               "code        | >#=J*+\n"
               "code        | =yend size=9\n"
               "body        | Enjoy it.\n");
  assert_zones("body        | =ybegin is how it starts.\n");
}

static void armour(void **state) {
  (void)state;
  assert_zones("code        | -----BEGIN PGP SIGNED MESSAGE-----\n"
               "code        | Hash: SHA256\n"
               "            |\n"
               "body        | The list is fine.\n"
               "code        | -----BEGIN PGP SIGNATURE-----\n"
               "            |\n"
               "code        | iF0EARECAB0WIQTaJtq3VyocXyqxp0u0d2DpUYLC1QUC\n"
               "code        | =Zm9v\n"
               "code        | -----END PGP SIGNATURE-----\n");
  assert_zones("body        | -----BEGIN CERTIFICATE-----\n"
               "body        | is missing at the top of the file.\n");
}

static void files_in_the_text_are_attached(void **state) {
  (void)state;
  struct courtesy_message *message =
      message_of(COURTESY_MAIL,
                 "Subject: soup\n\nSee the list.\n\nbegin 644 my list.txt\n"
                 "#0V%T\n`\nend\n",
                 NULL);
  const struct courtesy_facts *facts = courtesy_message_facts(message);
  assert_int_equal(facts->attachment_count, 1);
  assert_string_equal(facts->attachments[0], "my list.txt");
  courtesy_message_destroy(message);
}

static void so_are_those_of_yenc(void **state) {
  (void)state;
  struct courtesy_message *message = message_of(
      COURTESY_MAIL,
      "Subject: soup\n\n=ybegin line=128 size=9 name=list.txt\n>#=J*+\n"
      "=yend size=9\n",
      NULL);
  const struct courtesy_facts *facts = courtesy_message_facts(message);
  assert_int_equal(facts->attachment_count, 1);
  assert_string_equal(facts->attachments[0], "list.txt");
  courtesy_message_destroy(message);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(uuencoded_files),
      cmocka_unit_test(a_beginning_alone_is_text),
      cmocka_unit_test(yenc_files),
      cmocka_unit_test(armour),
      cmocka_unit_test(files_in_the_text_are_attached),
      cmocka_unit_test(so_are_those_of_yenc),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

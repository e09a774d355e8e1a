/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include <string.h>

static void below_the_delimiter(void **state) {
  (void)state;
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "signature   | --\n"
               "signature   | Tom Park\n"
               "            |\n"
               "signature   | Room 12\n");
  assert_zones("body        | —\n"
               "body        | the lamp\n"
               "body        | —\n"
               "body        | the chair\n");
  assert_zones("body        | See you on Tuesday.\n"
               "signature   | --\n"
               "signature   | Tom Park\n"
               "            |\n"
               "attribution | On 3 May 2017, Ana wrote:\n"
               "quote       | > Is Tuesday fine?\n");
}

static void a_postscript_below_the_delimiter_is_own(void **state) {
  (void)state;
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "signature   | --\n"
               "signature   | Tom Park\n"
               "            |\n"
               "body        | PS: I shall bring the lamp\n"
               "body        | and the chair.\n"
               "            |\n"
               "signature   | Acme Ltd, Leeds\n");
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "signature   | --\n"
               "signature   | Tom Park\n"
               "signature   | PS Electronics\n"
               "signature   | Note: I work from Monday to Wednesday.\n"
               "body        | P.S. The lamp is for Ana.\n");
}

static void a_long_text_below_a_bar_is_no_signature(void **state) {
  (void)state;
  char picture[4000] = "body        | The plan:\n";
  strcat(picture, "signature   | --\n");
  for (int i = 0; i < 23; i++) {
    strcat(picture, "signature   | Tom Park\n");
  }
  assert_zones(picture);
  strcpy(picture, "body        | The plan:\nbody        | --\n");
  for (int i = 0; i < 24; i++) {
    strcat(picture, "body        | See you on Tuesday.\n");
  }
  assert_zones(picture);
}

static void sent_from_a_telephone(void **state) {
  (void)state;
  assert_zones("body        | Yes.\n"
               "            |\n"
               "signature   | Sent from my iPhone\n");
  assert_zones("signature   | Sent from my iPhone\n");
  assert_zones("quote       | > ____________________________\n"
               "signature   | Sent from my iPhone\n");
  assert_zones("body        | Ja.\n"
               "            |\n"
               "signature   | Von meinem iPhone gesendet\n");
  assert_zones(
      "body        | Ja.\n"
      "            |\n"
      "signature   | Outlook für iOS<https://acme.example/1> beziehen\n");
  assert_zones("body        | Oui.\n"
               "            |\n"
               "signature   | Envoyé depuis l’application du facteur\n");
  assert_zones("body        | Yes.\n"
               "            |\n"
               "body        | Sent from the kitchen at noon.\n");
  assert_zones("body        | Igen.\n"
               "            |\n"
               "signature   | iPhone-ról küldve\n");
  assert_zones("body        | 是。\n"
               "            |\n"
               "signature   | 發自我的 iPhone\n");
  assert_zones("body        | Ja.\n"
               "            |\n"
               "signature   | Poslano iz mojega telefona\n");
  assert_zones("body        | Yes.\n"
               "            |\n"
               "signature   | Sent with a program for telephones\n"
               "signature   | https://acme.example/program\n");
  assert_zones("body        | Yes.\n"
               "            |\n"
               "body        | Sent with the post on Tuesday.\n"
               "body        | Tom has it.\n");
  assert_zones("body        | Yes.\n"
               "signature   | --------------------\n"
               "signature   | Sent from my telephone\n"
               "            |\n"
               "attribution | On 3 May 2017, Ana wrote:\n"
               "quote       | > Is Tuesday fine?\n");
  assert_zones("body        | Yes.\n"
               "signature   | ____________________\n"
               "signature   | Get your free mailbox at acme.example\n"
               "            |\n"
               "body        |  - Menu for May.doc\n");
}

static void sent_from_any_program(void **state) {
  (void)state;
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "signature   | Sent from Carrier Pigeon for Android\n");
  assert_zones("body        | Bis Dienstag.\n"
               "            |\n"
               "signature   | Gesendet mit ePigeon\n");
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "body        | Sent from Rome, where it rains all day\n");
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "body        | Sent from the kitchen\n");
}

static void a_block_of_contacts(void **state) {
  (void)state;
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "signature   | Tom Park\n"
               "signature   | Tel. +1 555 0100\n"
               "signature   | tom@acme.example\n");
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "signature   | Tom Park\n"
               "signature   | https://acme.example/tom\n"
               "            |\n"
               "forward     | -----Original Message-----\n"
               "forward     | Is Tuesday fine?\n");
}

static void a_block_below_a_rule(void **state) {
  (void)state;
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "signature   | ____________________\n"
               "signature   | Tom Park\n"
               "signature   | Acme Canteen\n"
               "signature   | Room 12\n"
               "signature   | tom@acme.example\n");
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "body        | Tom Park\n"
               "body        | Acme Canteen\n"
               "body        | Room 12\n"
               "body        | tom@acme.example\n");
  assert_zones("body        | The menu\n"
               "body        | ====================\n"
               "body        | Soup\n"
               "body        | Bread\n"
               "body        | soup@acme.example\n");
}

static void a_block_below_a_line_of_dashes(void **state) {
  (void)state;
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "signature   | —————\n"
               "signature   | Tom Park\n"
               "signature   | Acme Canteen\n"
               "signature   | Room 12\n"
               "signature   | tom@acme.example\n");
}

static void pictures_below_a_block(void **state) {
  (void)state;
  assert_zones(
      "body        | See you on Tuesday.\n"
      "            |\n"
      "signature   | Tom Park\n"
      "signature   | Phone 030 5550101\n"
      "            |\n"
      "body        | [cid:image001.png@01D2C4AB]<https://acme.example>\n"
      "body        | [cid:image002.png@01D2C4AB]\n");
}

static void what_companies_must_tell(void **state) {
  (void)state;
  assert_zones("body        | Bis Dienstag.\n"
               "            |\n"
               "signature   | Sitz der Gesellschaft: Neustadt\n"
               "signature   | Registergericht: Neustadt, HRB 12345\n"
               "signature   | Geschäftsführung: Ana Lima\n");
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "signature   | Tom Park | Acme Canteen\n"
               "signature   | Acme Canteen Limited. Registered office: Mill "
               "Lane 12. Registered number: 01234567.\n");
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "body        | Tom Park\n"
               "body        | We have registered in England for 12 of the "
               "courses.\n");
}

static void what_companies_tell_in_a_paragraph(void **state) {
  (void)state;
  assert_zones("body        | Bis Dienstag.\n"
               "            |\n"
               "signature   | Acme GmbH, Sitz der Gesellschaft: Neustadt, "
               "Amtsgericht Neustadt, HRB 12345\n");
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "signature   | Tom Park\n"
               "signature   | tom@acme.example\n"
               "            |\n"
               "signature   | Acme Ltd is registered in England and Wales, "
               "number 01234567. The registered\n"
               "signature   | office is at Mill Lane 12.\n");
  assert_zones("body        | Guten Tag,\n"
               "            |\n"
               "body        | der neue Geschäftsführer kommt am 5. Mai.\n");
}

static void sentences_with_numbers_are_own(void **state) {
  (void)state;
  assert_zones("body        | Please call the desk:\n"
               "            |\n"
               "body        | Their number is 555 0100 100, and they are there "
               "until five.\n"
               "body        | Ask for Kim.\n");
  assert_zones("body        | Tom Park\n"
               "body        | tom@acme.example\n");
}

static void copied_headers_are_no_contacts(void **state) {
  (void)state;
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "body        | To: Ana Lima <ana@acme.example>\n"
               "body        | Cc: Tom Park <tom@acme.example>\n");
}

static void nothing_below_the_delimiter(void **state) {
  (void)state;
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "body        | --\n");
}

static void a_long_text_below_a_rule_is_own(void **state) {
  (void)state;
  assert_zones("body        | Minutes\n"
               "body        | --\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n"
               "body        | a line\n");
}

static void forms_logs_and_links_are_own(void **state) {
  (void)state;
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "body        | Order number : 000123456789\n"
               "body        | Ordered by : tom@acme.example\n");
  assert_zones("body        | It stopped at noon:\n"
               "            |\n"
               "body        | Job Runner\n"
               "body        | Last try of job_1700000123_0003\n");
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "body        | Tea Kitchen\n"
               "body        | 100200 Cups\n");
  assert_zones("body        | The menu is here.\n"
               "            |\n"
               "body        | https://acme.example/menu\n"
               "body        | Fresh every day\n");
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "body        | For soup please write back to\n"
               "body        | kitchen@acme.example\n");
}

static void tables_and_amounts_are_own(void **state) {
  (void)state;
  assert_zones("body        | The guests of each year:\n"
               "            |\n"
               "body        | 1999 - 2004     500\n"
               "body        | 2005 - 2009    1200\n");
  assert_zones("body        | The prices of each table:\n"
               "            |\n"
               "body        | Soup  .11    .12      .32\n"
               "body        | Bread   5.42    2.83    1.20   7.10\n");
  assert_zones("body        | The accounts:\n"
               "            |\n"
               "body        | Soup #52003000\n"
               "body        | Bread #52004500\n");
  assert_zones("body        | The amounts:\n"
               "            |\n"
               "body        | Old: 65196.80\n"
               "body        | New: 678495.5 and 678496.5\n");
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "signature   | Tom Park\n"
               "signature   | 01.23.45.67.89\n"
               "signature   | Desk# 555-010-0100  Home# 555 010 0101\n");
}

static void wrapped_sentences_are_own(void **state) {
  (void)state;
  assert_zones("body        | There is soup on Tuesday.\n"
               "            |\n"
               "body        | Please email Ana Lima (ana@acme.example) for "
               "Wednesday's\n"
               "body        | menus.\n");
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "body        | Good account of soup.\n"
               "body        | https://acme.example/soup\n");
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "signature   | Tom R. Park, Jr.\n"
               "signature   | https://acme.example/tom\n");
}

static void numbers_to_dial_in_are_own(void **state) {
  (void)state;
  assert_zones("body        | We meet on Tuesday at nine.\n"
               "            |\n"
               "body        | TOLL FREE:  1-800-555-0100 for Leeds\n"
               "body        | ACCESS CODE: 5550100\n"
               "            |\n"
               "signature   | Tom Park\n"
               "signature   | Tel. +1 555 0100\n");
  assert_zones("body        | Wir treffen uns am Dienstag.\n"
               "            |\n"
               "body        | Einwahl: +49 30 555 0100\n"
               "body        | Kenncode: 555 0100\n");
}

static void the_numbers_of_many_are_own(void **state) {
  (void)state;
  assert_zones("body        | Here is how to reach us.\n"
               "            |\n"
               "body        | Kitchen  030 5550101\n"
               "body        | Canteen  030 5550102\n"
               "body        | Garden   030 5550103\n");
  assert_zones("body        | The numbers of the week:\n"
               "            |\n"
               "body        | Kitchen, 030 5550101\n"
               "body        | Canteen, 030 5550102\n");
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "signature   | Phone 030 5550101\n"
               "signature   | Mobile 0170 5550101\n"
               "signature   | Fax 030 5550102\n");
}

static void what_mail_services_advertise(void **state) {
  (void)state;
  assert_zones("body        | The soup is leek.\n"
               "            |\n"
               "body        | Have a nice evening, Nina\n"
               "            |\n"
               "disclaimer  | ________________________________________\n"
               "disclaimer  | Send a card with a picture of your own today\n"
               "disclaimer  | https://cards.acme.example/\n");
  assert_zones("body        | The soup is leek.\n"
               "            |\n"
               "signature   | ________________________________________\n"
               "signature   | Nina Park\n"
               "signature   | https://nina.acme.example/\n");
  assert_zones(
      "body        | The soup is leek.\n"
      "            |\n"
      "body        | ________________________________________\n"
      "body        | The bread is in the hall, and you may take some.\n");
  assert_zones("body        | The soup is leek.\n"
               "            |\n"
               "body        | -----\n"
               "body        | The bread: https://bread.acme.example/\n");
}

static void a_signature_may_tell_how_to_dial_in(void **state) {
  (void)state;
  assert_zones("body        | We meet on Tuesday at nine.\n"
               "            |\n"
               "signature   | Tom Park, Canteen\n"
               "signature   | tom.park@acme.example\n"
               "signature   | +1 555 010 0100, conference code 555010\n");
  assert_zones("body        | We meet on Tuesday at nine.\n"
               "            |\n"
               "body        | Dial-in: +1 555 010 0100\n"
               "body        | tom.park@acme.example knows the code\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(below_the_delimiter),
      cmocka_unit_test(a_postscript_below_the_delimiter_is_own),
      cmocka_unit_test(a_long_text_below_a_bar_is_no_signature),
      cmocka_unit_test(sent_from_a_telephone),
      cmocka_unit_test(sent_from_any_program),
      cmocka_unit_test(a_block_of_contacts),
      cmocka_unit_test(a_block_below_a_rule),
      cmocka_unit_test(a_block_below_a_line_of_dashes),
      cmocka_unit_test(pictures_below_a_block),
      cmocka_unit_test(what_companies_must_tell),
      cmocka_unit_test(what_companies_tell_in_a_paragraph),
      cmocka_unit_test(sentences_with_numbers_are_own),
      cmocka_unit_test(copied_headers_are_no_contacts),
      cmocka_unit_test(nothing_below_the_delimiter),
      cmocka_unit_test(a_long_text_below_a_rule_is_own),
      cmocka_unit_test(forms_logs_and_links_are_own),
      cmocka_unit_test(tables_and_amounts_are_own),
      cmocka_unit_test(wrapped_sentences_are_own),
      cmocka_unit_test(numbers_to_dial_in_are_own),
      cmocka_unit_test(the_numbers_of_many_are_own),
      cmocka_unit_test(what_mail_services_advertise),
      cmocka_unit_test(a_signature_may_tell_how_to_dial_in),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

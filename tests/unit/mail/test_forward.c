/* SPDX-License-Identifier: MIT */
#include "picture.h"

static void outlook_separator(void **state) {
  (void)state;
  assert_zones("body        | See below.\n"
               "            |\n"
               "forward     |  -----Original Message-----\n"
               "forward     | From: Lima, Ana\n"
               "forward     | Sent: Wednesday, May 3, 2017 6:16 PM\n"
               "            |\n"
               "forward     | Is Tuesday fine?\n"
               "            |\n"
               "forward     | > quoted\n");
}

static void separators_in_other_languages(void **state) {
  (void)state;
  assert_zones("body        | Siehe unten.\n"
               "forward     | -----Ursprüngliche Nachricht-----\n"
               "forward     | Passt Dienstag?\n");
  assert_zones("body        | Voir ci-dessous.\n"
               "forward     | -----Message d’origine-----\n"
               "forward     | Mardi ?\n");
  assert_zones("body        | Se nedan.\n"
               "forward     | -----URSPRUNGLIGT MEDDELANDE-----\n"
               "forward     | Passar tisdag?\n");
  assert_zones("body        | См. ниже.\n"
               "forward     | -------- Пересылаемое сообщение --------\n"
               "forward     | Вторник?\n");
  assert_zones("body        | Aşağıda.\n"
               "            |\n"
               "forward     | İleti başlangıcı:\n"
               "            |\n"
               "forward     | Salı uygun mu?\n");
  assert_zones("body        | Lásd lent.\n"
               "forward     | -------- Továbbított üzenet --------\n"
               "forward     | Jó a kedd?\n");
}

static void gmail_apple_and_notes_forwards(void **state) {
  (void)state;
  assert_zones("body        | For you.\n"
               "forward     | ---------- Forwarded message ----------\n"
               "forward     | From: Ana Lima\n");
  assert_zones("body        | For you.\n"
               "            |\n"
               "forward     | Begin forwarded message:\n"
               "forward     | > From: Ana Lima\n");
  assert_zones("body        | For you.\n"
               "forward     | ---------------------- Forwarded by Tom "
               "Park/Sales/Acme on 05/03/2017\n"
               "forward     | 06:16 PM ---------------------------\n"
               "            |\n"
               "forward     | Is Tuesday fine?\n");
}

static void mail_that_came_back(void **state) {
  (void)state;
  assert_zones(
      "body        | The address does not exist.\n"
      "            |\n"
      "forward     | ------ This is a copy of the message, including all "
      "the headers. ------\n"
      "            |\n"
      "forward     | Return-path: <ana@acme.example>\n"
      "forward     | Received: from a by b\n"
      "            |\n"
      "forward     | Is Tuesday fine?\n");
  assert_zones("body        | It is gone.\n"
               "            |\n"
               "forward     | --- Below this line is a copy of the message.\n"
               "            |\n"
               "forward     | Return-Path: <ana@acme.example>\n");
}

static void header_block_without_separator(void **state) {
  (void)state;
  assert_zones("body        | See below.\n"
               "forward     | ________________________________\n"
               "forward     | From: Ana Lima <ana@acme.example>\n"
               "forward     | Sent: Wednesday, May 3, 2017 6:16 PM\n"
               "forward     | To: Tom Park\n"
               "forward     | Subject: Tuesday\n"
               "            |\n"
               "forward     | Is Tuesday fine?\n");
  assert_zones("body        | Siehe unten.\n"
               "            |\n"
               "forward     | Von: Ana Lima\n"
               "forward     | Gesendet: Mittwoch, 3. Mai 2017 18:16\n"
               "forward     | An: Tom Park\n"
               "forward     | Betreff: Dienstag\n");
  assert_zones("body        | Voir ci-dessous.\n"
               "            |\n"
               "forward     | De : Ana Lima\n"
               "forward     | Envoyé : mercredi 3 mai 2017 18:16\n"
               "forward     | À : Tom Park\n"
               "forward     | Objet : Mardi\n");
  assert_zones("body        | See below.\n"
               "            |\n"
               "forward     | *From:* Ana Lima\n"
               "forward     | *Sent:* Wednesday, May 3, 2017 6:16 PM\n"
               "forward     | *To:* Tom Park\n"
               "forward     | *Subject:* Tuesday\n");
}

static void a_header_block_from_right_to_left(void **state) {
  (void)state;
  assert_zones("body        | כן.\n"
               "            |\n"
               "forward     | מאת: \u200fAna Lima \u200f<ana@acme.example>\n"
               "forward     | נשלח:\u200f יום רביעי 03 מאי 2017 18:16\n"
               "forward     | אל\u200f: Tom Park\n"
               "forward     | נושא: יום שלישי\u200f\n");
}

static void notes_headers(void **state) {
  (void)state;
  assert_zones(
      "body        | See below.\n"
      "            |\n"
      "forward     | From:\tAna Lima/Sales/Acme on 07/02/2001 06:07 PM\n"
      "forward     | To:\tTom Park/Sales/Acme\n"
      "forward     | cc:\n"
      "            |\n"
      "forward     | Subject:\tTuesday\n");
  assert_zones(
      "body        | See below.\n"
      "            |\n"
      "forward     | \"Ana Lima\" <ana@acme.example> on 05/04/2001 04:09:43 "
      "PM\n"
      "forward     | To: Tom Park/Sales/Acme, Kim Berg/Sales/Acme, Robin\n"
      "forward     | Stone/Sales/Acme\n"
      "forward     | cc:\n"
      "            |\n"
      "forward     | Is Tuesday fine?\n");
  assert_zones("body        | See below.\n"
               "            |\n"
               "forward     | Ana Lima\n"
               "forward     | Sent by: Tom Park\n"
               "forward     | 05/04/2001 04:09 PM\n"
               "forward     | To: Tom Park/Sales/Acme\n"
               "forward     | cc:\n"
               "forward     | Subject: Tuesday\n");
  assert_zones("body        | See below.\n"
               "            |\n"
               "forward     | \"Ana Lima\" <ana@acme.example> on 05/04/2001\n"
               "forward     | 04:09:43 PM\n"
               "forward     | Please respond to <team@acme.example>\n"
               "forward     | To: Tom Park/Sales/Acme\n"
               "forward     | cc:\n");
  assert_zones("body        | See below.\n"
               "            |\n"
               "forward     | ANA\n"
               "forward     | LIMA\n"
               "forward     | 05/04/2001 04:09 PM\n"
               "forward     | To: Tom Park/Sales/Acme\n"
               "forward     | cc:\n");
  assert_zones("body        | See below.\n"
               "body        | TP\n"
               "forward     | LIMA\n"
               "forward     | 05/04/2001 04:09 PM\n"
               "forward     | To: Tom Park/Sales/Acme\n"
               "forward     | cc:\n");
  assert_zones("body        | See below.\n"
               "            |\n"
               "body        | TP\n"
               "forward     | Ana Lima\n"
               "forward     | 05/04/2001 04:09 PM\n"
               "forward     | To: Tom Park/Sales/Acme\n"
               "forward     | cc:\n");
}

static void a_department_above_a_notes_header(void **state) {
  (void)state;
  assert_zones("body        | See below.\n"
               "            |\n"
               "forward     |   The Kitchen\n"
               "forward     | From:\tKitchen@ACME on 07/02/2001 06:07 PM\n"
               "forward     | Sent by:\tAna Lima@ACME\n"
               "forward     | To:\tAll Cooks\n"
               "forward     | Subject:\tSoup\n");
  assert_zones("body        |  The soup is ready.\n"
               "            |\n"
               "forward     | From:\tKitchen@ACME on 07/02/2001 06:07 PM\n"
               "forward     | To:\tAll Cooks\n"
               "forward     | Subject:\tSoup\n");
}

static void notes_headers_on_one_line(void **state) {
  (void)state;
  assert_zones("body        | See below.\n"
               "            |\n"
               "forward     | Ana Lima@Sales 07/02/2001 06:07 PM   To: Tom "
               "Park/Sales/Acme  cc:   Subject: Tuesday\n"
               "            |\n"
               "forward     | Is Tuesday fine?\n");
  assert_zones("body        | See below.\n"
               "            |\n"
               "forward     | \"Ana Lima\" <ana@acme.example> 07/02/2001 06:07 "
               "PM \tAn: <tom@acme.example>  Kopie:  Thema: Dienstag\n"
               "forward     | Passt Dienstag?\n");
  assert_zones("body        | Bus 4 on 07/02/2001 06:07 PM To: the harbour\n"
               "body        | Bus 5 on 07/02/2001 06:17 PM To: the lake\n");
  assert_zones("body        | The dinner is moved, 07/02/2001 06:07 PM To: the "
               "hall. Subject: soup\n"
               "            |\n"
               "body        | Bring a spoon.\n");
}

static void notes_columns(void **state) {
  (void)state;
  assert_zones(
      "body        | See below.\n"
      "            |\n"
      "forward     |              Ana Lima\n"
      "forward     |              <ana@acme.ex\n"
      "forward     |              ample>                              To\n"
      "forward     |                           Tom Park\n"
      "forward     |              07/02/2001 06:07                    cc\n"
      "forward     |              PM\n"
      "            |\n"
      "forward     |                                             Subject\n"
      "forward     |                           Tuesday\n"
      "            |\n"
      "forward     | Is Tuesday fine?\n");
  assert_zones("body        | See below.\n"
               "            |\n"
               "forward     |           Ana Lima\n"
               "forward     |           <ana@acme.   To:      Tom Park\n"
               "forward     |           example>     cc:\n"
               "forward     |           07/02/2001 06:07 PM   Subject:  Soup\n"
               "            |\n"
               "forward     | Is Tuesday fine?\n");
  assert_zones("body        | See below.\n"
               "            |\n"
               "forward     | Ana Lima <ana@acme.example>\n"
               "            |\n"
               "forward     | 07/02/2001 06:07 PM\n"
               "            |\n"
               "forward     | To\n"
               "forward     | Tom Park\n"
               "forward     | cc\n"
               "            |\n"
               "forward     | Subject\n"
               "forward     | Tuesday\n"
               "            |\n"
               "forward     | Is Tuesday fine?\n");
}

static void notes_boxes(void **state) {
  (void)state;
  assert_zones("body        | See below.\n"
               "            |\n"
               "forward     | |---------+------------------------->\n"
               "forward     | |         |           Ana Lima      |\n"
               "forward     | |         |           07/02/2001    |\n"
               "forward     | |---------+------------------------->\n"
               "forward     |   >---------------------------------|\n"
               "forward     |   |       To:       Tom Park        |\n"
               "forward     |   |       Subject:  Tuesday         |\n"
               "forward     |   >---------------------------------|\n"
               "            |\n"
               "forward     | Is Tuesday fine?\n");
  assert_zones("body        | See below.\n"
               "            |\n"
               "forward     | |------------>\n"
               "forward     | | From:      |\n"
               "forward     | |------------>\n"
               "forward     |   >---------------------------------|\n"
               "forward     |   |Ana Lima <ana@acme.example>      |\n"
               "forward     |   >---------------------------------|\n"
               "forward     | |------------>\n"
               "forward     | | To:        |\n"
               "forward     | |------------>\n"
               "forward     | Is Tuesday fine?\n");
  assert_zones("body        | Soup\n"
               "body        | |---------------->\n"
               "body        | |             Tea |\n"
               "body        | |---------------->\n");
}

static void notes_sums_up(void **state) {
  (void)state;
  assert_zones("body        | See below.\n"
               "            |\n"
               "forward     | Ana Lima ---07/02/2001 06:07:31 PM---Is Tuesday "
               "fine? The soup\n"
               "            |\n"
               "forward     | From: Ana Lima/Sales/Acme\n"
               "forward     | To: Tom Park/Sales/Acme\n"
               "forward     | Date: 07/02/2001 06:07 PM\n"
               "forward     | Subject: Tuesday\n");
}

static void tables_of_times_are_no_header(void **state) {
  (void)state;
  assert_zones("body        | The last runs:\n"
               "            |\n"
               "body        |         07/02/2001 06:07 PM    To     Soup\n"
               "body        |         07/03/2001 06:07 PM    From   Soup\n"
               "            |\n"
               "body        | Fine with me.\n");
  assert_zones("body        | The next trip is on 07/02/2001 06:07 PM\n"
               "body        | To\n"
               "body        | the harbour. It is a fine walk.\n");
}

static void a_trip_is_no_header(void **state) {
  (void)state;
  assert_zones("body        | The trip:\n"
               "body        | From: Lisbon\n"
               "body        | To: Porto\n"
               "body        | Date: Tuesday 9 May\n"
               "            |\n"
               "body        | Is that fine with you?\n");
}

static void dashes_and_labels_in_prose_are_own(void **state) {
  (void)state;
  assert_zones("body        | -- the original message was lost --\n"
               "body        | To: everybody who likes soup\n"
               "body        | The canteen is open.\n");
}

static void who_wrote_between_rules(void **state) {
  (void)state;
  assert_zones(
      "body        | It is.\n"
      "            |\n"
      "forward     | -----\"Ana Lima\" <ana@acme.example> wrote: -----\n"
      "forward     | To: Tom Park\n"
      "            |\n"
      "forward     | Is Tuesday fine?\n");
  assert_zones("body        | It is.\n"
               "            |\n"
               "forward     | ---- On Wed, 03 May 2017 18:16:00 +0200 Ana Lima "
               "<ana@acme.example> wrote ---\n"
               "            |\n"
               "forward     | Is Tuesday fine?\n");
  assert_zones("body        | ---- Ana (ana@acme.example) asks ----\n"
               "body        | Is Tuesday fine?\n");
}

static void a_heading_above_a_header_block(void **state) {
  (void)state;
  assert_zones("body        | It is.\n"
               "            |\n"
               "forward     | ----- Boodskap wat jy geskryf het -----\n"
               "forward     | From: Ana Lima <ana@acme.example>\n"
               "forward     | To: Tom Park\n"
               "forward     | Subject: Tuesday\n");
  assert_zones("body        | It is.\n"
               "forward     |   Original Message\n"
               "forward     | From: Ana Lima\n"
               "forward     | Sent: Wednesday, May 3, 2017 6:16 PM\n"
               "forward     | To: Tom Park\n"
               "forward     | Subject: Tuesday\n");
  assert_zones("body        | It is.\n"
               "body        | -- Tom\n"
               "forward     | From: Ana Lima <ana@acme.example>\n"
               "forward     | To: Tom Park\n"
               "forward     | Subject: Tuesday\n");
}

static void all_of_a_header(void **state) {
  (void)state;
  assert_zones(
      "body        | The bread is below.\n"
      "            |\n"
      "body        | Tom\n"
      "forward     | Return-Path: <ana@acme.example>\n"
      "forward     | Received: from mail.acme.example by acme.example\n"
      "forward     | \twith SMTP; Thu, 3 May 2001 10:00:00 +0000\n"
      "forward     | Message-ID: <1@acme.example>\n"
      "forward     | From: Ana Lima <ana@acme.example>\n"
      "forward     | To: Tom Park\n"
      "forward     | Subject: Bread\n"
      "            |\n"
      "forward     | It is rye.\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(outlook_separator),
      cmocka_unit_test(separators_in_other_languages),
      cmocka_unit_test(gmail_apple_and_notes_forwards),
      cmocka_unit_test(mail_that_came_back),
      cmocka_unit_test(header_block_without_separator),
      cmocka_unit_test(a_header_block_from_right_to_left),
      cmocka_unit_test(notes_headers),
      cmocka_unit_test(a_department_above_a_notes_header),
      cmocka_unit_test(notes_headers_on_one_line),
      cmocka_unit_test(notes_columns),
      cmocka_unit_test(notes_boxes),
      cmocka_unit_test(notes_sums_up),
      cmocka_unit_test(tables_of_times_are_no_header),
      cmocka_unit_test(a_trip_is_no_header),
      cmocka_unit_test(dashes_and_labels_in_prose_are_own),
      cmocka_unit_test(who_wrote_between_rules),
      cmocka_unit_test(a_heading_above_a_header_block),
      cmocka_unit_test(all_of_a_header),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

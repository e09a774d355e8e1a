/* SPDX-License-Identifier: MIT */
#include "picture.h"

static void english_forms(void **state) {
  (void)state;
  assert_zones("body        | Fine with me.\n"
               "            |\n"
               "attribution | On Wed, May 3, 2017 at 6:16 PM, Ana Lima "
               "<ana@acme.example> wrote:\n"
               "            |\n"
               "quote       | > Is Tuesday fine?\n");
  assert_zones("attribution | On 3 May 2017, at 18:16, Ana Lima wrote:\n"
               "quote       | > Is Tuesday fine?\n");
  assert_zones(
      "attribution | 2017-05-03 14:54 GMT+01:00 Ana Lima <ana@acme.example>:\n"
      "            |\n"
      "quote       | > Is Tuesday fine?\n");
  assert_zones("attribution | Ana Lima wrote:\n"
               "quote       | > Is Tuesday fine?\n");
  assert_zones("attribution | Quoting Ana Lima <ana@acme.example>:\n"
               "quote       | > Is Tuesday fine?\n");
}

static void forms_of_two_and_three_lines(void **state) {
  (void)state;
  assert_zones("body        | Fine with me.\n"
               "attribution | On Wed, May 3, 2017 at 6:16 PM, Ana Lima\n"
               "attribution | <ana@acme.example> wrote:\n"
               "quote       | > Is Tuesday fine?\n");
  assert_zones("attribution | On Wednesday, May 3, 2017 at 6:16 PM,\n"
               "attribution | Ana Lima <ana@acme.example>\n"
               "attribution | wrote:\n"
               "            |\n"
               "quote       | > Is Tuesday fine?\n");
  assert_zones("attribution | --- \"Lima, Ana\" <ana@acme.example>\n"
               "attribution | wrote:\n"
               "quote       | > Is Tuesday fine?\n");
}

static void an_angle_that_was_wrapped_away(void **state) {
  (void)state;
  assert_zones("attribution | On Wed, May 3, 2017 at 6:16 PM, Ana Lima "
               "<ana@acme.example\n"
               "attribution | > wrote:\n"
               "            |\n"
               "quote       | > Is Tuesday fine?\n");
}

static void languages_with_fewer_speakers(void **state) {
  (void)state;
  assert_zones("attribution | Ana Lima <ana@acme.example> 2021. máj. 3., "
               "10:05, írta:\n"
               "quote       | > Jó a kedd?\n");
  assert_zones("attribution | În lun., 3 mai 2021 la 10:05, Ana Lima "
               "<ana@acme.example> a scris:\n"
               "forward     | E bine marți?\n");
  assert_zones("attribution | нд, 3 трав. 2021 р. о 10:05 Ana Lima "
               "<ana@acme.example> пише:\n"
               "quote       | > Вівторок?\n");
  assert_zones("attribution | Στις 3/5/2021 10:05, ο/η Άνα Λίμα έγραψε:\n"
               "quote       | > Τρίτη;\n");
  assert_zones("attribution | 2021-05-03 오전 10:05에 김아나 이(가) 쓴 글:\n"
               "quote       | > 화요일은 어때요?\n");
  assert_zones("forward     | Kimden: Ana Lima <ana@acme.example>\n"
               "forward     | Gönderildi: 3 Mayıs 2021\n"
               "forward     | Kime: Tom Park\n"
               "forward     | Konu: liste\n");
}

static void vietnamese_and_indonesian(void **state) {
  (void)state;
  assert_zones("attribution | Vào Th 4, 3 thg 5, 2017 vào lúc 18:16 Ana Lima\n"
               "attribution | <ana@acme.example> đã viết:\n"
               "            |\n"
               "quote       | > Tuesday?\n");
  assert_zones("attribution | Pada tanggal Rab, 3 Mei 2017 pukul 18.16 Ana\n"
               "attribution | <ana@acme.example> menulis:\n"
               "            |\n"
               "quote       | > Tuesday?\n");
}

static void between_marks(void **state) {
  (void)state;
  assert_zones("body        | Fine with me.\n"
               "            |\n"
               "attribution | >>> \"Lima, Ana\" <ana@acme.example> 05/03/21 "
               "06:16PM >>>\n"
               "forward     | Is Tuesday fine?\n");
}

static void behind_marks(void **state) {
  (void)state;
  assert_zones(
      "body        | Fine with me.\n"
      "            |\n"
      "attribution | >>> On 07/02/2001 at 06:07 PM, in message\n"
      "attribution | <4F55@acme.example>, Ana Lima <ana@acme.example>\n"
      "attribution | wrote:\n"
      "forward     | Is Tuesday fine?\n");
  assert_zones("attribution | >>> On 07/02/2001 at 06:07 PM, in message "
               "<4F55@acme.example>, Ana wrote:\n"
               "quote       | > Is Tuesday fine?\n"
               "body        | Yes.\n");
  assert_zones("quote       | >> Is Tuesday fine?\n"
               "quote       | >>> On 07/02/2001 at 06:07 PM, Ana wrote:\n"
               "            |\n"
               "body        | Yes.\n");
}

static void german_french_and_dutch(void **state) {
  (void)state;
  assert_zones("body        | Passt mir.\n"
               "            |\n"
               "attribution | Ana Lima <ana@acme.example> hat am 03.05.2017 "
               "18:16 CEST geschrieben:\n"
               "            |\n"
               "forward     | Passt Dienstag?\n");
  assert_zones("attribution | Am 03.05.2017 um 18:16 schrieb Ana Lima:\n"
               "quote       | > Passt Dienstag?\n");
  assert_zones("attribution | Le 3 mai 2017 à 18:16, Ana Lima "
               "<ana@acme.example> a écrit :\n"
               "quote       | > Mardi te convient ?\n");
  assert_zones("attribution | Op 3 mei 2017 om 18:16 schreef Ana Lima:\n"
               "quote       | > Schikt dinsdag?\n");
}

static void spanish_italian_and_portuguese(void **state) {
  (void)state;
  assert_zones("attribution | El 3 de mayo de 2017, 18:16, Ana Lima escribió:\n"
               "quote       | > ¿Te va bien el martes?\n");
  assert_zones(
      "attribution | Il giorno 3 maggio 2017 18:16, Ana Lima ha scritto:\n"
      "quote       | > Va bene martedì?\n");
  assert_zones("attribution | Em 3 de maio de 2017 18:16, Ana Lima escreveu:\n"
               "quote       | > Terça serve?\n");
}

static void polish_czech_and_russian(void **state) {
  (void)state;
  assert_zones("attribution | W dniu 3.05.2017 o 18:16, Ana Lima napisał(a):\n"
               "quote       | > Czy wtorek pasuje?\n");
  assert_zones("attribution | Dne 3. 5. 2017 v 18:16 Ana Lima napsal(a):\n"
               "quote       | > Hodí se úterý?\n");
  assert_zones("attribution | Ср, 3 мая 2017 18:16, Анна Лима "
               "<ana@acme.example> написала:\n"
               "quote       | > Вторник подойдёт?\n");
  assert_zones("attribution | Среда, 3 мая 2017, 18:16 +03:00 от Анны Лимы "
               "<ana@acme.example>:\n"
               "            |\n"
               "forward     | Вторник подойдёт?\n");
}

static void nordic_languages(void **state) {
  (void)state;
  assert_zones("attribution | Den 3 maj 2017 18:16 skrev Ana Lima:\n"
               "quote       | > Passar tisdag?\n");
  assert_zones("attribution | Den 3. maj 2017 kl. 18.16 skrev Ana Lima:\n"
               "quote       | > Passer tirsdag?\n");
  assert_zones(
      "attribution | ke 3. toukok. 2017 klo 18.16 Ana Lima kirjoitti:\n"
      "quote       | > Sopiiko tiistai?\n");
}

static void japanese_and_chinese(void **state) {
  (void)state;
  assert_zones("attribution | 2017年5月3日 18:16 Ana Lima <ana@acme.example>:\n"
               "quote       | > 火曜日はどうですか。\n");
  assert_zones("attribution | Ana Lima <ana@acme.example> 于2017年5月3日周三 "
               "18:16写道：\n"
               "quote       | > 星期二可以吗？\n");
}

static void written_from_right_to_left(void **state) {
  (void)state;
  assert_zones("attribution | ב-3 במאי 2017, בשעה 18:16, אנה כתב/ה:\n"
               "quote       | > Is Tuesday fine?\n");
  assert_zones("attribution | בתאריך 3 במאי 2017 מאת אנה "
               "\u200e<\u202aana@acme.example\u202c\u200f>:\u202c\n"
               "quote       | > Is Tuesday fine?\n");
  assert_zones("attribution | في ٣ مايو ٢٠١٧ تمت كتابة ما يلي بواسطة "
               "<ana@acme.example>:\n"
               "quote       | > Is Tuesday fine?\n");
  assert_zones("attribution | On Wed, May 3, 2017 at 6:16 PM Ana Lima "
               "<ana@acme.example> wrote:\u202c\n"
               "forward     | Is Tuesday fine?\n");
}

static void what_follows_without_marks_is_not_the_authors(void **state) {
  (void)state;
  assert_zones("body        | Fine with me.\n"
               "            |\n"
               "attribution | On May 3, 2017, at 18:16, Ana Lima "
               "<ana@acme.example> wrote:\n"
               "            |\n"
               "forward     | Is Tuesday fine?\n"
               "forward     | Ana\n");
}

static void a_date_without_a_year(void **state) {
  (void)state;
  assert_zones("body        | Fine with me.\n"
               "            |\n"
               "attribution | On Tue, 2 May at 10:04 AM, Ana Lima "
               "<ana@acme.example> wrote:\n"
               "forward     | Is Tuesday fine?\n");
  assert_zones("body        | On Tue, 2 May at 10:04 AM, Ana wrote:\n"
               "body        | the soup is ready.\n");
}

static void what_is_answered_goes_on_behind_the_colon(void **state) {
  (void)state;
  assert_zones("body        | It is.\n"
               "            |\n"
               "attribution | On Wed, May 3, 2017 at 6:16 PM, Ana "
               "Lima<ana@acme.example> wrote:   Is it fine?\n"
               "            |\n"
               "forward     | Ana\n");
  assert_zones("body        | Ja.\n"
               "            |\n"
               "attribution | Am Mi., 3. Mai 2017 um 18:16 schrieb Ana "
               "Lima<ana@acme.example>:   Passt es?\n");
  assert_zones(
      "body        | On Wednesday at six Ana (ana@acme.example) wrote: "
      "it is fine.\n"
      "body        | I agree.\n");
  assert_zones("body        | On May 3, 2017 Ana <ana@acme.example> asked for "
               "this: soup.\n"
               "body        | I agree.\n");
}

static void marks_further_down_leave_the_rest_to_the_author(void **state) {
  (void)state;
  assert_zones("attribution | On May 3, 2017, at 18:16, Ana Lima "
               "<ana@acme.example> wrote:\n"
               "            |\n"
               "body        | Hi Ana,\n"
               "quote       | > Is Tuesday fine?\n"
               "body        | Yes.\n");
}

static void prose_with_a_colon_is_own(void **state) {
  (void)state;
  assert_zones("body        | On Monday 3 May we talk about three things:\n"
               "            |\n"
               "body        | the room, the date, the lunch.\n");
  assert_zones(
      "body        | As Tom wrote on 3 May 2017, these are the rooms:\n"
      "            |\n"
      "body        | 12 and 14.\n");
  assert_zones("body        | These are the questions of today:\n"
               "quote       | > Is Tuesday fine?\n");
}

static void above_the_header_of_a_message(void **state) {
  (void)state;
  assert_zones("body        | Gladly.\n"
               "            |\n"
               "attribution | --- On Wed, 4/4/18, ana@acme.example wrote:\n"
               "            |\n"
               "forward     | From: ana@acme.example\n"
               "forward     | Subject: Soup\n"
               "forward     | To: tom@acme.example\n"
               "forward     | Date: Wednesday, April 4, 2018, 10:23 AM\n"
               "            |\n"
               "forward     | Is there soup?\n");
  assert_zones(
      "body        | Below is the mail of 4 May 2018 to ana@acme.example:\n"
      "            |\n"
      "forward     | From: tom@acme.example\n"
      "forward     | To: ana@acme.example\n"
      "forward     | Date: Friday, May 4, 2018, 10:23 AM\n"
      "            |\n"
      "forward     | Is there soup?\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(english_forms),
      cmocka_unit_test(forms_of_two_and_three_lines),
      cmocka_unit_test(an_angle_that_was_wrapped_away),
      cmocka_unit_test(between_marks),
      cmocka_unit_test(languages_with_fewer_speakers),
      cmocka_unit_test(vietnamese_and_indonesian),
      cmocka_unit_test(behind_marks),
      cmocka_unit_test(german_french_and_dutch),
      cmocka_unit_test(spanish_italian_and_portuguese),
      cmocka_unit_test(polish_czech_and_russian),
      cmocka_unit_test(nordic_languages),
      cmocka_unit_test(japanese_and_chinese),
      cmocka_unit_test(written_from_right_to_left),
      cmocka_unit_test(what_follows_without_marks_is_not_the_authors),
      cmocka_unit_test(a_date_without_a_year),
      cmocka_unit_test(what_is_answered_goes_on_behind_the_colon),
      cmocka_unit_test(marks_further_down_leave_the_rest_to_the_author),
      cmocka_unit_test(prose_with_a_colon_is_own),
      cmocka_unit_test(above_the_header_of_a_message),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

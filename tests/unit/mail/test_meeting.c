/* SPDX-License-Identifier: MIT */
#include "picture.h"

static void an_invitation(void **state) {
  (void)state;
  assert_zones(
      "body        | See you on Friday.\n"
      "            |\n"
      "disclaimer  | Ana Lima is inviting you to a scheduled Zoom meeting.\n"
      "            |\n"
      "disclaimer  | Topic: Menu\n"
      "disclaimer  | Time: May 5, 2017 10:00 AM Amsterdam, Rome\n"
      "disclaimer  | Join Zoom Meeting\n"
      "disclaimer  | https://zoom.acme.example/j/81234567890\n"
      "            |\n"
      "disclaimer  | Meeting ID: 812 3456 7890\n"
      "disclaimer  | Passcode: 123456\n"
      "            |\n"
      "disclaimer  | Dial by your location\n"
      "disclaimer  |     +49 30 5550100 Germany\n"
      "            |\n"
      "body        | Could you bring the list?\n");
}

static void programs_say_it_in_their_words(void **state) {
  (void)state;
  assert_zones("body        | See you on Friday.\n"
               "            |\n"
               "disclaimer  | Microsoft Teams meeting\n"
               "disclaimer  | Join on your computer, mobile app or room\n"
               "disclaimer  | Click here to join the "
               "meeting<https://acme.example/1>\n"
               "disclaimer  | Meeting ID: 234 567 890 123\n");
  assert_zones("disclaimer  | To join the video meeting, click this link: "
               "https://meet.acme.example/abc\n"
               "disclaimer  | Otherwise, to join by phone, dial +1 555 0100 "
               "and enter this PIN: 12#\n");
  assert_zones("disclaimer  | Zoom-Meeting beitreten\n"
               "disclaimer  | https://zoom.acme.example/j/81234567890\n"
               "            |\n"
               "disclaimer  | Meeting-ID: 812 3456 7890\n"
               "disclaimer  | Kenncode: 123456\n");
}

static void how_to_join_a_meeting(void **state) {
  (void)state;
  assert_zones("body        | See you on Tuesday.\n"
               "            |\n"
               "disclaimer  | ______________________\n"
               "disclaimer  | Teams meeting\n"
               "disclaimer  | Join the meeting now<https://acme.example/1>\n"
               "            |\n"
               "disclaimer  | Meeting ID: 123 456\n"
               "disclaimer  | ______________________\n"
               "body        | The list is in the calendar.\n"
               "body        | ______________________\n");
  assert_zones("body        | ______________________\n"
               "body        | The meeting is on Tuesday.\n"
               "body        | ______________________\n");
}

static void between_drawn_lines(void **state) {
  (void)state;
  assert_zones("body        | See you on Friday.\n"
               "            |\n"
               "disclaimer  | ──────────\n"
               "            |\n"
               "disclaimer  | Join Zoom Meeting\n"
               "disclaimer  | https://zoom.acme.example/j/81234567890\n"
               "            |\n"
               "disclaimer  | ──────────\n");
}

static void words_about_a_meeting_are_own(void **state) {
  (void)state;
  assert_zones("disclaimer  | Meeting ID: 812 3456 7890\n"
               "disclaimer  | Passcode: 123456\n"
               "body        | Room 12 is free, too\n");
  assert_zones("body        | Join Zoom Meeting with Ana and bring the list.\n"
               "            |\n"
               "body        | Meeting ID and passcode are in the calendar.\n"
               "body        | The room is 12.\n");
  assert_zones("body        | ______________________\n"
               "body        | Microsoft Teams is down today.\n"
               "body        | The meeting is in room 12.\n");
  assert_zones("body        | ______________________\n"
               "body        | Let us talk about the menu.\n"
               "            |\n"
               "disclaimer  | Join Zoom Meeting\n"
               "disclaimer  | https://zoom.acme.example/j/81234567890\n");
}

static void when_and_where_a_meeting_is(void **state) {
  (void)state;
  assert_zones("disclaimer  | When: Tuesday, 7 May 2024 10:00-11:00\n"
               "disclaimer  | Where: kitchen\n"
               "            |\n"
               "disclaimer  | *~*~*~*~*~*~*~*~*~*\n"
               "            |\n"
               "body        | Let us talk about the soup.\n");
  assert_zones("body        | Here is the news.\n"
               "            |\n"
               "body        | *~*~*~*~*~*~*~*~*~*\n"
               "            |\n"
               "body        | Soup: it is ready.\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_invitation),
      cmocka_unit_test(programs_say_it_in_their_words),
      cmocka_unit_test(how_to_join_a_meeting),
      cmocka_unit_test(between_drawn_lines),
      cmocka_unit_test(words_about_a_meeting_are_own),
      cmocka_unit_test(when_and_where_a_meeting_is),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

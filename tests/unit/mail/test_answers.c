/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "mail/hue.h"

#include <stdio.h>

enum { MOST_PICTURE = 2048 };

static enum mail_hue hue_of(const char *colour) {
  return mail_hue_of(base_slice_of(colour));
}

static enum mail_hue announced(const char *line) {
  return mail_hue_announced(base_slice_of(line));
}

static void colours_have_hues(void **state) {
  (void)state;
  assert_int_equal(hue_of("red"), MAIL_HUE_RED);
  assert_int_equal(hue_of("#C00000"), MAIL_HUE_RED);
  assert_int_equal(hue_of("#f00"), MAIL_HUE_RED);
  assert_int_equal(hue_of("rgb(200, 38, 19)"), MAIL_HUE_RED);
  assert_int_equal(hue_of("#0070C0"), MAIL_HUE_BLUE);
  assert_int_equal(hue_of("#00B050"), MAIL_HUE_GREEN);
  assert_int_equal(hue_of("#7030A0"), MAIL_HUE_PURPLE);
  assert_int_equal(hue_of("#ED7D31"), MAIL_HUE_ORANGE);
}

/* As programs write them besides. */
static void colours_are_spelt_in_many_ways(void **state) {
  (void)state;
  assert_int_equal(hue_of("rgba(192, 0, 0, 1)"), MAIL_HUE_RED);
  assert_int_equal(hue_of("rgb(192 0 0)"), MAIL_HUE_RED);
  assert_int_equal(hue_of("ff0000"), MAIL_HUE_RED);
  assert_int_equal(hue_of("red !important"), MAIL_HUE_RED);
  assert_int_equal(hue_of("#C00000!important"), MAIL_HUE_RED);
  assert_int_equal(hue_of("rgb(31, 73, 125)"), MAIL_HUE_PLAIN);
  assert_int_equal(hue_of("#000080 !important"), MAIL_HUE_PLAIN);
}

/* Black and grey, and what programs write by themselves. */
static void other_colours_are_plain(void **state) {
  (void)state;
  assert_int_equal(hue_of("black"), MAIL_HUE_PLAIN);
  assert_int_equal(hue_of("windowtext"), MAIL_HUE_PLAIN);
  assert_int_equal(hue_of("#44546A"), MAIL_HUE_PLAIN);
  assert_int_equal(hue_of("#1F497D"), MAIL_HUE_PLAIN);
  assert_int_equal(hue_of("#0563C1"), MAIL_HUE_PLAIN);
  assert_int_equal(hue_of("navy"), MAIL_HUE_PLAIN);
}

/* The colour around it holds on. */
static void what_names_no_colour_says_nothing(void **state) {
  (void)state;
  assert_int_equal(hue_of("inherit"), MAIL_HUE_UNSAID);
  assert_int_equal(hue_of("initial"), MAIL_HUE_UNSAID);
  assert_int_equal(hue_of("unset"), MAIL_HUE_UNSAID);
  assert_int_equal(hue_of("currentcolor"), MAIL_HUE_UNSAID);
  assert_int_equal(hue_of("var(--accent)"), MAIL_HUE_UNSAID);
  assert_int_equal(hue_of("reddish"), MAIL_HUE_UNSAID);
  assert_int_equal(hue_of("#ff"), MAIL_HUE_UNSAID);
  assert_int_equal(hue_of("rgb(200,"), MAIL_HUE_UNSAID);
  assert_int_equal(hue_of(""), MAIL_HUE_UNSAID);
}

static void authors_announce_their_answers(void **state) {
  (void)state;
  assert_int_equal(announced("My answers are in red below."), MAIL_HUE_RED);
  assert_int_equal(announced("Please see my comments in blue."), MAIL_HUE_BLUE);
  assert_int_equal(announced("Meine Antworten stehen unten in Grün."),
                   MAIL_HUE_GREEN);
  assert_int_equal(announced("Mes réponses en rouge."), MAIL_HUE_RED);
  assert_int_equal(announced("Thanks! Answers in red."), MAIL_HUE_RED);
  assert_int_equal(announced("Please see below in purple."), MAIL_HUE_PURPLE);
}

static void others_words_in_a_colour_are_theirs(void **state) {
  (void)state;
  assert_int_equal(announced("Tom's answers are in red below."),
                   MAIL_HUE_UNSAID);
  assert_int_equal(announced("Do you agree with the comments in blue?"),
                   MAIL_HUE_UNSAID);
  assert_int_equal(announced("The cups below in red are new."),
                   MAIL_HUE_UNSAID);
  assert_int_equal(announced("My answers are below."), MAIL_HUE_UNSAID);
}

/* A mail in HTML that answers what stands below its first words. */
static void assert_answers(const char *words, const char *answer) {
  char picture[MOST_PICTURE];
  snprintf(picture, sizeof picture,
           "            | Content-Type: text/html\n"
           "            |\n"
           "            | <p>\n"
           "body        | %s\n"
           "            | <div style='border:none;border-top:solid #E1E1E1 "
           "1pt'>\n"
           "forward     | From: Ana Lima &lt;ana@acme.example&gt;<br>\n"
           "forward     | Sent: Monday, May 4, 2026 9:00 AM<br>\n"
           "forward     | Subject: Bread</div>\n"
           "            | <p>\n"
           "forward     | Is the bread rye?\n"
           "            | <p><span style='color:red'>\n"
           "%s| It is.</span>\n"
           "            | <p>\n"
           "forward     | Who bakes it? <span style='color:red'>We.</span>\n"
           "            | <p><font color=\"#C00000\">\n"
           "%s| Those of us who come early.</font>\n"
           "            | <p><font color=blue>\n"
           "forward     | This was blue before.</font>\n",
           words, answer, answer);
  assert_zones_of(COURTESY_MAIL, picture);
}

static void answers_in_the_colour_that_was_announced(void **state) {
  (void)state;
  assert_answers("See my answers in red.", "body        ");
  assert_answers("See my answers in green.", "forward     ");
  assert_answers("Fine with me.", "forward     ");
}

/* A line of the answered message in HTML, and the tag it begins with, once
 * answers in red are announced. */
static void assert_red_answer(const char *zone, const char *tag,
                              const char *line) {
  char picture[MOST_PICTURE];
  snprintf(picture, sizeof picture,
           "            | Content-Type: text/html\n"
           "            |\n"
           "            | <p>\n"
           "body        | See my answers in red.\n"
           "            | <p>\n"
           "forward     | -----Original Message-----\n"
           "            | <p>\n"
           "forward     | Is the bread rye?\n"
           "            | <p>%s\n"
           "%-12s| %s\n",
           tag, zone, line);
  assert_zones_of(COURTESY_MAIL, picture);
}

static void a_word_in_black_does_not_break_an_answer(void **state) {
  (void)state;
  assert_red_answer("body", "<font color=red>",
                    "It is <font color=black>not</font> rye, but spelt."
                    "</font>");
  assert_red_answer("body", "<font color=ff0000>", "It is spelt.</font>");
  assert_red_answer("body", "<font color=red><span style='color:inherit'>",
                    "It is</span> <i style='color:unset'>spelt</i>.</font>");
  assert_red_answer("body", "<span style='color:red;color:nonsense'>",
                    "It is spelt.</span>");
}

static void a_word_in_red_makes_no_answer(void **state) {
  (void)state;
  assert_red_answer("forward", "<font color=red>",
                    "Rye</font> bread is sold out on most days of the "
                    "<font color=red>week</font>");
  assert_red_answer("forward", "", "Is it? <font color=red>It is.</font>");
  assert_red_answer("forward", "<font color=red>", "It is.</font> Is it?");
}

/* Who is answered answered somebody in red, too. */
static void answers_behind_the_question(void **state) {
  (void)state;
  assert_zones_of(COURTESY_MAIL, "            | Content-Type: text/html\n"
                                 "            |\n"
                                 "            | <p>\n"
                                 "body        | See my answers in red.\n"
                                 "            | <p>\n"
                                 "forward     | -----Original Message-----\n"
                                 "            | <p>\n"
                                 "forward     | Is the bread rye?\n"
                                 "            | <font color=red>\n"
                                 "body        | It is.</font>\n"
                                 "            | <p>\n"
                                 "forward     | Is it sold out?\n"
                                 "            | <font color=red>\n"
                                 "body        | Yes, it is\n"
                                 "body        | </font> <b><font color=red>\n"
                                 "body        | until Friday.</font></b>\n"
                                 "            | <p>\n"
                                 "forward     | I would like it by\n"
                                 "forward     | <font color=red>\n"
                                 "forward     | Friday.</font>\n");
}

static void answers_of_others_are_theirs(void **state) {
  (void)state;
  assert_zones_of(COURTESY_MAIL, "            | Content-Type: text/html\n"
                                 "            |\n"
                                 "            | <p>\n"
                                 "body        | See my answers in red.\n"
                                 "            | <p>\n"
                                 "forward     | -----Original Message-----\n"
                                 "            | <p style='color:red'>\n"
                                 "body        | We bake it.\n"
                                 "            | <p>\n"
                                 "forward     | My answers are below in red.\n"
                                 "            | <p>\n"
                                 "forward     | -----Original Message-----\n"
                                 "            | <p>\n"
                                 "forward     | Is the bread rye?\n"
                                 "            | <p style='color:red'>\n"
                                 "forward     | It is.\n");
}

/* Where no markup tells of the message below, its header does. */
static void answers_below_a_header_in_words(void **state) {
  (void)state;
  assert_zones_of(COURTESY_MAIL,
                  "            | Content-Type: text/html\n"
                  "            |\n"
                  "            | <p>\n"
                  "body        | My replies are below in blue.\n"
                  "            | <p>\n"
                  "forward     | From: Ana Lima &lt;ana@acme.example&gt;<br>\n"
                  "forward     | Sent: Monday, May 4, 2026 9:00 AM<br>\n"
                  "forward     | Subject: Bread\n"
                  "            | <p>\n"
                  "forward     | Is the bread rye?\n"
                  "            | <p style=\"color: rgb(0, 0, 255)\">\n"
                  "body        | It is.\n");
}

/* Plain text has no colours: of the two forms HTML is read. */
static void the_form_that_has_the_colours(void **state) {
  (void)state;
  assert_zones_of(COURTESY_MAIL,
                  "            | Content-Type: multipart/alternative; "
                  "boundary=b\n"
                  "            |\n"
                  "            | --b\n"
                  "            |\n"
                  "            | My answers are below in red.\n"
                  "            |\n"
                  "            | -----Original Message-----\n"
                  "            | Is the bread rye?\n"
                  "            | It is.\n"
                  "            | --b\n"
                  "            | Content-Type: text/html\n"
                  "            |\n"
                  "            | <p>\n"
                  "body        | My answers are below in red.\n"
                  "            | <p>\n"
                  "forward     | -----Original Message-----\n"
                  "            | <p>\n"
                  "forward     | Is the bread rye?\n"
                  "            | <p style='color:red'>\n"
                  "body        | It is.\n"
                  "            | --b--\n");
}

/* Plain text stays where it was another who answered in colour. */
static void the_form_without_colours_of_ones_own(void **state) {
  (void)state;
  assert_zones_of(COURTESY_MAIL,
                  "            | Content-Type: multipart/alternative; "
                  "boundary=b\n"
                  "            |\n"
                  "            | --b\n"
                  "            |\n"
                  "body        | Thank you for this.\n"
                  "            |\n"
                  "forward     | -----Original Message-----\n"
                  "forward     | My answers are below in red.\n"
                  "forward     | -----Original Message-----\n"
                  "forward     | Is the bread rye?\n"
                  "forward     | It is.\n"
                  "            | --b\n"
                  "            | Content-Type: text/html\n"
                  "            |\n"
                  "            | <p>\n"
                  "            | Thank you for this.\n"
                  "            | <p>\n"
                  "            | -----Original Message-----\n"
                  "            | <p>\n"
                  "            | My answers are below in red.\n"
                  "            | <p>\n"
                  "            | -----Original Message-----\n"
                  "            | <p>\n"
                  "            | Is the bread rye?\n"
                  "            | <p style='color:red'>\n"
                  "            | It is.\n"
                  "            | --b--\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(colours_have_hues),
      cmocka_unit_test(colours_are_spelt_in_many_ways),
      cmocka_unit_test(other_colours_are_plain),
      cmocka_unit_test(what_names_no_colour_says_nothing),
      cmocka_unit_test(authors_announce_their_answers),
      cmocka_unit_test(others_words_in_a_colour_are_theirs),
      cmocka_unit_test(answers_in_the_colour_that_was_announced),
      cmocka_unit_test(a_word_in_black_does_not_break_an_answer),
      cmocka_unit_test(a_word_in_red_makes_no_answer),
      cmocka_unit_test(answers_behind_the_question),
      cmocka_unit_test(answers_of_others_are_theirs),
      cmocka_unit_test(answers_below_a_header_in_words),
      cmocka_unit_test(the_form_that_has_the_colours),
      cmocka_unit_test(the_form_without_colours_of_ones_own),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include <stdio.h>

enum { MOST_PICTURE = 2048 };

/* A mail of Tom Park's with a word on top and an answer below, which is of a
 * zone, behind a label. */
static void assert_labelled(const char *on_top, const char *zone,
                            const char *label) {
  char picture[MOST_PICTURE];
  snprintf(picture, sizeof picture,
           "            | From: Tom Park <tom@acme.example>\n"
           "            |\n"
           "%s | %s\n"
           "            |\n"
           "forward     | From: Ana Lima <ana@acme.example>\n"
           "forward     | Sent: Tuesday, May 2, 2017 10:04 AM\n"
           "forward     | Subject: Bread\n"
           "            |\n"
           "forward     | Is the bread rye?\n"
           "%-11s | [%s It is.\n"
           "forward     | Is it fresh?\n",
           on_top[0] == '\0' ? "           " : "body       ", on_top, zone,
           label);
  assert_zones_of(COURTESY_MAIL, picture);
}

static void comments_behind_the_authors_name(void **state) {
  (void)state;
  assert_labelled("See my answers below.", "body", "Tom]");
  assert_labelled("See my answers below.", "body", "Tom Park]");
  assert_labelled("See my answers below.", "body", "Park, Tom]:");
  assert_labelled("See my answers below.", "body", "TP:]");
  assert_labelled("", "body", "Tom]");
}

static void comments_behind_other_labels(void **state) {
  (void)state;
  assert_labelled("See my answers below.", "forward", "Ana]");
  assert_labelled("See my answers below.", "forward", "Tom Lima]");
  assert_labelled("See my answers below.", "forward", "T]");
  assert_labelled("See my answers below.", "forward", "]");
  assert_labelled("Is that still so?", "forward", "Tom]");
}

static void comments_behind_the_question(void **state) {
  (void)state;
  assert_labelled("See my answers below.", "forward", "Ana] Is it? [Tom]");
  assert_zones_of(COURTESY_MAIL,
                  "            | From: Tom Park <tom@acme.example>\n"
                  "            | Content-Type: text/html\n"
                  "            |\n"
                  "            | <p>\n"
                  "body        | See my answers below.\n"
                  "            | <p>\n"
                  "forward     | -----Original Message-----\n"
                  "            | <p>\n"
                  "forward     | Is the bread rye?\n"
                  "body        | [Tom Park] It is.\n"
                  "            | <p>\n"
                  "forward     | I wrote to\n"
                  "forward     | [Tom] about it.\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(comments_behind_the_authors_name),
      cmocka_unit_test(comments_behind_other_labels),
      cmocka_unit_test(comments_behind_the_question),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

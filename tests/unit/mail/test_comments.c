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

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(comments_behind_the_authors_name),
      cmocka_unit_test(comments_behind_other_labels),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

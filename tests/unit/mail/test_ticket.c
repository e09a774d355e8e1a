/* SPDX-License-Identifier: MIT */
#include "picture.h"

static void where_an_answer_ends(void **state) {
  (void)state;
  assert_zones("body        | The soup is fine now, thank you.\n"
               "            |\n"
               "forward     | ##- Please type your reply above this line -##\n"
               "            |\n"
               "forward     | Tom Park, May 3, 2017, 11:05 CEST\n"
               "            |\n"
               "forward     | Is it hot?\n");
  assert_zones("body        | Merci, la soupe est chaude.\n"
               "            |\n"
               "forward     | ##- Veuillez saisir votre réponse au-dessus de "
               "cette ligne -##\n"
               "forward     | La soupe est-elle chaude ?\n");
}

static void only_what_was_said_last_is_own(void **state) {
  (void)state;
  assert_zones("disclaimer  | ##- Please type your reply above this line -##\n"
               "            |\n"
               "disclaimer  | You are registered on this request (12).\n"
               "            |\n"
               "disclaimer  | ----------------------------------------------\n"
               "            |\n"
               "disclaimer  | Ana Lima, May 3, 2017, 11:05 CEST\n"
               "            |\n"
               "body        | The soup is hot now.\n"
               "            |\n"
               "forward     | ----------------------------------------------\n"
               "            |\n"
               "forward     | Tom Park, May 2, 2017, 10:04 CEST\n"
               "            |\n"
               "forward     | The soup is cold.\n");
}

static void names_above_what_they_said(void **state) {
  (void)state;
  assert_zones("disclaimer  | ##- Please type your reply above this line -##\n"
               "            |\n"
               "disclaimer  | Ana Lima (Acme)\n"
               "disclaimer  | May 3, 2017, 11:05 CEST\n"
               "            |\n"
               "body        | We cook again on May 4, 2017, 10:00 AM\n"
               "            |\n"
               "forward     | Tom Park\n"
               "forward     | May 2, 2017, 10:04 CEST\n"
               "            |\n"
               "forward     | The soup is cold.\n");
}

static void words_about_a_line_are_own(void **state) {
  (void)state;
  assert_zones("body        | The form is new.\n"
               "body        | Please reply above this line of stars.\n"
               "body        | The next line is mine.\n");
  assert_zones("disclaimer  | ##- Please type your reply above this line -##\n"
               "            |\n"
               "body        | Is it hot?\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(where_an_answer_ends),
      cmocka_unit_test(only_what_was_said_last_is_own),
      cmocka_unit_test(names_above_what_they_said),
      cmocka_unit_test(words_about_a_line_are_own),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

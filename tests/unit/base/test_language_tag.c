/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/language_tag.h"

static void assert_folded(const char *tag, const char *expected) {
  char folded[32];
  strcpy(folded, tag);
  assert_true(base_language_is_tag(tag));
  base_language_fold(folded);
  assert_string_equal(folded, expected);
}

static void case_and_hyphens_do_not_matter(void **state) {
  (void)state;
  assert_folded("en", "en");
  assert_folded("EN", "en");
  assert_folded("en_US", "en-us");
  assert_folded("pt-BR", "pt-br");
  assert_folded("zh_Hant-TW", "zh-hant-tw");
  assert_folded("de-1996", "de-1996");
}

static void two_letters_stand_for_three(void **state) {
  (void)state;
  assert_folded("eng", "en");
  assert_folded("ger-AT", "de-at");
  assert_folded("DEU", "de");
  assert_folded("zxx", "zxx");
}

static void written_forms_are_one_language(void **state) {
  (void)state;
  assert_folded("nb", "no");
  assert_folded("nn_NO", "no-no");
  assert_folded("nno", "no");
}

static void names_and_pieces_are_no_tags(void **state) {
  (void)state;
  assert_false(base_language_is_tag(""));
  assert_false(base_language_is_tag("e"));
  assert_false(base_language_is_tag("english"));
  assert_false(base_language_is_tag("en-"));
  assert_false(base_language_is_tag("en--US"));
  assert_false(base_language_is_tag("en US"));
  assert_false(base_language_is_tag("-en"));
  assert_false(base_language_is_tag("en-gobbledygook"));
  assert_false(base_language_is_tag("\xc3\xa4n"));
}

static void kinds_lie_within_their_language(void **state) {
  (void)state;
  assert_true(base_language_is_within("en", "en"));
  assert_true(base_language_is_within("en-gb", "en"));
  assert_false(base_language_is_within("en", "en-gb"));
  assert_false(base_language_is_within("eno", "en"));
  assert_true(base_language_is_same("en-us", "en-gb"));
  assert_false(base_language_is_same("en", "eno"));
}

static void of_an_undetermined_language_the_script_may_be_known(void **state) {
  (void)state;
  assert_true(base_language_is_undetermined("und"));
  assert_true(base_language_is_undetermined("und-cyrl"));
  assert_true(base_language_is_undetermined("mul"));
  assert_false(base_language_is_undetermined("uk"));
  assert_false(base_language_is_undetermined("mu"));
  assert_string_equal(base_language_script_name("und-cyrl"), "Cyrillic");
  assert_null(base_language_script_name("und-zzzz"));
  assert_null(base_language_script_name("und"));
  assert_null(base_language_script_name("ru"));
  assert_true(base_language_may_be("und-cyrl", "ru"));
  assert_true(base_language_may_be("und-cyrl", "eo")); /* whose is not known */
  assert_true(base_language_may_be("und", "en"));
  assert_true(base_language_may_be("mul", "en"));
  assert_false(base_language_may_be("und-cyrl", "en-gb"));
}

static void languages_have_names(void **state) {
  (void)state;
  assert_string_equal(base_language_name("de-at"), "German");
  assert_string_equal(base_language_name("ukr"), "Ukrainian");
  assert_string_equal(base_language_name("ro"), "Romanian");
  assert_string_equal(base_language_name("hun"), "Hungarian");
  assert_null(base_language_name("eo"));
  assert_string_equal(base_language_code("english"), "en");
  assert_null(base_language_code("en"));
  assert_null(base_language_code("Englis"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(case_and_hyphens_do_not_matter),
      cmocka_unit_test(two_letters_stand_for_three),
      cmocka_unit_test(written_forms_are_one_language),
      cmocka_unit_test(names_and_pieces_are_no_tags),
      cmocka_unit_test(kinds_lie_within_their_language),
      cmocka_unit_test(of_an_undetermined_language_the_script_may_be_known),
      cmocka_unit_test(languages_have_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

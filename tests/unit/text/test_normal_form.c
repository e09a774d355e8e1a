/* SPDX-License-Identifier: MIT */
#include "text/normal_form.h"

#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* The form of the first sentence of a text. */
static struct text_normal_form form_of(const char *text) {
  struct text_vocabulary *vocabulary = text_vocabulary_create();
  const struct text_lexicon lexicon = {.vocabulary = vocabulary};
  const struct text_source source = {.bytes = text,
                                     .size = (uint32_t)strlen(text)};
  const struct text_region region = {.source = &source, .end = source.size};
  struct text_document document = {0};
  struct text_normal_form form = {0};
  assert_true(text_document_add(&document, &region, &lexicon));
  assert_true(document.sentences.count > 0);
  assert_true(text_normal_form(&form, &source, &document,
                               &document.sentences.items[0]));
  text_document_destroy(&document);
  text_vocabulary_destroy(vocabulary);
  return form;
}

static void assert_form(const char *text, const char *expected) {
  struct text_normal_form form = form_of(text);
  assert_int_equal(form.size, strlen(expected));
  assert_memory_equal(form.bytes, expected, form.size);
  assert_false(form.truncated);
  text_normal_form_destroy(&form);
}

static void blanks_wraps_and_indents_are_one_space(void **state) {
  (void)state;
  assert_form("Thanks  for \t the\u00A0list", "Thanks for the list");
  assert_form("thanks for\nthe\r\nlist", "thanks for the list");
  assert_form("> thanks for\n> > the\n| list", "thanks for the list");
}

static void a_wrap_behind_a_hyphen_is_nothing(void **state) {
  (void)state;
  assert_form("a well-\nknown\u2010\n  guest", "a well-known-guest");
  assert_form("it was -\nas agreed", "it was - as agreed");
}

static void marks_are_the_plain_ones(void **state) {
  (void)state;
  assert_form("“Don’t”, `x´ «y» „z“", "\"Don't\", 'x' \"y\" \"z\"");
}

static void letters_are_composed_and_the_invisible_goes(void **state) {
  (void)state;
  assert_form("cafe\u0301 to\u00ADmor\u200Brow", "café tomorrow");
  assert_form("\u1112\u1161\u11AB", "\uD55C"); /* a Korean syllable */
  assert_form("caf\xE9 or", "caf\uFFFD or");
}

/* Words and marks are copied many at once, up to what is written otherwise. */
static void what_is_plain_stays(void **state) {
  (void)state;
  assert_form("The list (of May) is here: 50 %, x_y.",
              "The list (of May) is here: 50 %, x_y.");
  assert_form("a  b (c  d) - e\u0301f \u00E9 ge\u0301 h\ti j",
              "a b (c d) - \u00E9f \u00E9 g\u00E9 h i j");
  assert_form("one ` two\u2019s `three` four\u00AD five",
              "one ' two's 'three' four five");
  assert_form("up > down\n> | and\n| on", "up > down and on");
}

static void every_byte_knows_where_it_comes_from(void **state) {
  (void)state;
  struct text_normal_form form = form_of("don’t \n> cafe\u0301 x");
  /* Source offsets:  d0 o1 n2 ’3 t6 ␣7 \n8 >9 ␣10 c11 a12 f13 e14 ◌́15 ␣17 x18 */
  const uint32_t origins[] = {0, 1, 2, 3, 6, 7, 11, 12, 13, 14, 14, 17, 18, 19};
  assert_int_equal(form.size, 13);
  assert_memory_equal(form.map, origins, sizeof origins);
  text_normal_form_destroy(&form);
}

static void a_long_sentence_is_cut_and_says_so(void **state) {
  (void)state;
  char text[3 * TEXT_NORMAL_FORM_MAX];
  memset(text, 'a', sizeof text);
  text[sizeof text - 1] = '\0';
  struct text_normal_form form = form_of(text);
  assert_true(form.truncated);
  assert_int_equal(form.size, TEXT_NORMAL_FORM_MAX);
  assert_int_equal(form.map[form.size], TEXT_NORMAL_FORM_MAX);
  text_normal_form_destroy(&form);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(blanks_wraps_and_indents_are_one_space),
      cmocka_unit_test(a_wrap_behind_a_hyphen_is_nothing),
      cmocka_unit_test(marks_are_the_plain_ones),
      cmocka_unit_test(letters_are_composed_and_the_invisible_goes),
      cmocka_unit_test(what_is_plain_stays),
      cmocka_unit_test(every_byte_knows_where_it_comes_from),
      cmocka_unit_test(a_long_sentence_is_cut_and_says_so),
  };
  return cmocka_run_group_tests_name("normal_form", tests, NULL, NULL);
}

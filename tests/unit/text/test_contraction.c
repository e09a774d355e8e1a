/* SPDX-License-Identifier: MIT */
#include "text/contraction.h"
#include "text/lexicon.h"

#include <stdio.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Parts as "stem · reading|reading"; a possessive ends with +. */
static void assert_parts(const char *word, const char *expected) {
  char line[200] = "";
  struct text_contraction contraction;
  if (text_contraction_split(word, strlen(word), &contraction)) {
    for (size_t i = 0; i < contraction.count; i++) {
      const struct text_contraction_part *part = &contraction.parts[i];
      strcat(line, i > 0 ? " " : "");
      if (part->readings == NULL) {
        strncat(line, word, contraction.stem);
        continue;
      }
      for (size_t k = 0; part->readings[k] != NULL; k++) {
        strcat(line, k > 0 ? "|" : "");
        strcat(line, part->readings[k]);
      }
      strcat(line, part->possessive ? "+" : "");
    }
  }
  assert_string_equal(line, expected);
}

static void endings_come_off(void **state) {
  (void)state;
  assert_parts("isn't", "is not");
  assert_parts("they're", "they are");
  assert_parts("i've", "i have");
  assert_parts("i'm", "i am");
  assert_parts("she'll", "she will");
  assert_parts("he'd", "he would|had");
  assert_parts("tom's", "tom is|has+");
}

static void irregular_words_are_known(void **state) {
  (void)state;
  assert_parts("won't", "will not");
  assert_parts("shan't", "shall not");
  assert_parts("ain't", "am|is|are not");
  assert_parts("can't", "can not");
  assert_parts("cannot", "can not");
  assert_parts("let's", "let us");
}

static void endings_nest(void **state) {
  (void)state;
  assert_parts("shouldn't've", "should not have");
  assert_parts("won't've", "will not have");
  assert_parts("y'all'd've", "y'all would|had have");
}

static void some_need_no_apostrophe(void **state) {
  (void)state;
  const char *pairs[][2] = {
      {"dont", "do not"},         {"doesnt", "does not"},
      {"didnt", "did not"},       {"isnt", "is not"},
      {"arent", "are not"},       {"wasnt", "was not"},
      {"havent", "have not"},     {"hasnt", "has not"},
      {"shouldnt", "should not"}, {"youre", "you are"},
      {"theyre", "they are"},     {"ive", "i have"},
      {"youve", "you have"},      {"thats", "that is|has"},
      {"cant", "can not"},        {"wont", "will not"},
      {"couldnt", "could not"},   {"wouldnt", "would not"},
      {"werent", "were not"},     {"hadnt", "had not"},
      {"weve", "we have"},        {"theyve", "they have"},
      {"hes", "he is|has"},       {"shes", "she is|has"},
      {"whats", "what is|has"},   {"theres", "there is|has"},
  };
  for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
    assert_parts(pairs[i][0], pairs[i][1]);
  }
}

static void as_people_say_it(void **state) {
  (void)state;
  assert_parts("gonna", "going to");
  assert_parts("wanna", "want to");
  assert_parts("gotta", "got|have to");
  assert_parts("kinda", "kind of");
  assert_parts("sorta", "sort of");
  assert_parts("gimme", "give me");
  assert_parts("lemme", "let me");
  assert_parts("c'mon", "come on");
}

/* Which is how the tokenizer tells them from all other words. */
static void those_are_in_every_vocabulary(void **state) {
  (void)state;
  struct text_vocabulary *vocabulary = text_vocabulary_create();
  for (size_t i = 0; i < TEXT_BARE_CONTRACTIONS; i++) {
    struct base_slice word = base_slice_of(text_contraction_word(i));
    struct text_contraction contraction;
    assert_true(
        text_word_is_bare_contraction(text_vocabulary_find(vocabulary, word)));
    assert_null(memchr(word.bytes, '\'', word.size));
    assert_true(text_contraction_split(word.bytes, word.size, &contraction));
  }
  uint32_t please = text_vocabulary_add(vocabulary, base_slice_of("please"));
  assert_false(text_word_is_bare_contraction(please));
  assert_false(text_word_is_bare_contraction(TEXT_NO_WORD));
  text_vocabulary_destroy(vocabulary);
}

static void words_of_their_own_stay_whole(void **state) {
  (void)state;
  const char *words[] = {"its",     "were",    "well", "ill", "im",
                         "o'clock", "o'brien", "'s",   "want"};
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    assert_parts(words[i], "");
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(endings_come_off),
      cmocka_unit_test(irregular_words_are_known),
      cmocka_unit_test(endings_nest),
      cmocka_unit_test(some_need_no_apostrophe),
      cmocka_unit_test(as_people_say_it),
      cmocka_unit_test(those_are_in_every_vocabulary),
      cmocka_unit_test(words_of_their_own_stay_whole),
  };
  return cmocka_run_group_tests_name("contraction", tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
#include "text/fold.h"
#include "text/lexicon.h"
#include "text/vocabulary.h"

#include <stdio.h>
#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void words_keep_their_ids(void **state) {
  (void)state;
  struct text_vocabulary *vocabulary = text_vocabulary_create();
  uint32_t please = text_vocabulary_add(vocabulary, base_slice_of("please"));
  uint32_t thanks = text_vocabulary_add(vocabulary, base_slice_of("Thanks"));
  assert_int_equal(please, TEXT_ADDED_WORD);
  assert_int_equal(thanks, TEXT_ADDED_WORD + 1);
  assert_int_equal(text_vocabulary_add(vocabulary, base_slice_of("PLEASE")),
                   please);
  assert_int_equal(text_vocabulary_find(vocabulary, base_slice_of("thanKS")),
                   thanks);
  assert_int_equal(text_vocabulary_find(vocabulary, base_slice_of("than")),
                   TEXT_NO_WORD);
  assert_int_equal(text_vocabulary_end(vocabulary), TEXT_ADDED_WORD + 2);
  assert_true(base_slice_equals(text_vocabulary_spelling(vocabulary, thanks),
                                "thanks"));
  assert_int_equal(text_vocabulary_spelling(vocabulary, TEXT_POSSESSIVE).size,
                   0);
  text_vocabulary_destroy(vocabulary);
}

static void many_words_are_all_found_again(void **state) {
  (void)state;
  enum { MANY = 20000 };
  struct text_vocabulary *vocabulary = text_vocabulary_create();
  for (uint32_t i = 0; i < MANY; i++) {
    char word[16];
    snprintf(word, sizeof word, "w%u", i);
    assert_int_equal(text_vocabulary_add(vocabulary, base_slice_of(word)),
                     TEXT_ADDED_WORD + i);
  }
  for (uint32_t i = 0; i < MANY; i++) {
    char word[16];
    snprintf(word, sizeof word, "W%u", i);
    assert_int_equal(text_vocabulary_find(vocabulary, base_slice_of(word)),
                     TEXT_ADDED_WORD + i);
  }
  text_vocabulary_destroy(vocabulary);
}

/* Sixteen bytes are too many for a key; the longest word has no such limit. */
static void words_of_all_sizes_are_told_apart(void **state) {
  (void)state;
  struct text_vocabulary *vocabulary = text_vocabulary_create();
  char word[TEXT_FOLD_MAX];
  memset(word, 'a', sizeof word);
  for (uint32_t size = 1; size <= TEXT_FOLD_MAX; size++) {
    assert_int_equal(
        text_vocabulary_add(vocabulary, (struct base_slice){word, size}),
        TEXT_ADDED_WORD + size - 1);
  }
  for (uint32_t size = 1; size <= TEXT_FOLD_MAX; size++) {
    struct base_slice same = {word, size};
    assert_int_equal(text_vocabulary_find(vocabulary, same),
                     TEXT_ADDED_WORD + size - 1);
    word[size - 1] = 'b';
    assert_int_equal(text_vocabulary_find(vocabulary, same), TEXT_NO_WORD);
    word[size - 1] = 'a';
  }
  text_vocabulary_destroy(vocabulary);
}

/* The first look at a longer word knows only its first sixteen bytes. */
static void a_longer_word_is_behind_its_beginning(void **state) {
  (void)state;
  struct text_vocabulary *vocabulary = text_vocabulary_create();
  const char *beginning = "characterization";
  struct text_word_key key = text_word_key_of(beginning, TEXT_KEY_MAX);
  uint32_t word = text_vocabulary_add(vocabulary, base_slice_of(beginning));
  const struct text_vocabulary_tables *tables =
      text_vocabulary_tables(vocabulary);
  assert_int_equal(text_vocabulary_look_at(tables, key, true).word, word);
  assert_int_equal(text_vocabulary_look_at(tables, key, false).word,
                   TEXT_NO_WORD);
  assert_false(text_vocabulary_look_at(tables, key, false).is_behind);
  text_vocabulary_add(vocabulary, base_slice_of("characterizations"));
  tables = text_vocabulary_tables(vocabulary);
  assert_int_equal(text_vocabulary_look_at(tables, key, true).word, word);
  assert_true(text_vocabulary_look_at(tables, key, false).is_behind);
  text_vocabulary_destroy(vocabulary);
}

/* Also when the places are given anew. */
static void an_abbreviation_stays_one(void **state) {
  (void)state;
  enum { MANY = 1000 };
  struct text_vocabulary *vocabulary = text_vocabulary_create();
  uint32_t vs = text_vocabulary_add(vocabulary, base_slice_of("vs"));
  text_vocabulary_abbreviate(vocabulary, vs);
  for (uint32_t i = 0; i < MANY; i++) {
    char word[16];
    snprintf(word, sizeof word, "w%u", i);
    text_vocabulary_add(vocabulary, base_slice_of(word));
  }
  const struct text_vocabulary_tables *tables =
      text_vocabulary_tables(vocabulary);
  assert_true(text_word_is_abbreviation(tables, vs));
  assert_false(text_word_is_abbreviation(tables, vs + 1));
  assert_false(text_word_is_abbreviation(tables, TEXT_NO_WORD));
  text_vocabulary_destroy(vocabulary);
}

/* A key ends with zeros, which must not stand for the word's own. */
static void a_zero_byte_is_part_of_a_word(void **state) {
  (void)state;
  struct text_vocabulary *vocabulary = text_vocabulary_create();
  uint32_t plain = text_vocabulary_add(vocabulary, base_slice_of("plain"));
  const struct base_slice longer = {"plain\0", 6};
  assert_int_equal(text_vocabulary_find(vocabulary, longer), TEXT_NO_WORD);
  assert_int_equal(text_vocabulary_add(vocabulary, longer), plain + 1);
  assert_int_equal(text_vocabulary_find(vocabulary, longer), plain + 1);
  text_vocabulary_destroy(vocabulary);
}

static void what_is_no_word_has_no_id(void **state) {
  (void)state;
  struct text_vocabulary *vocabulary = text_vocabulary_create();
  char word[TEXT_FOLD_MAX + 1];
  memset(word, 'a', sizeof word);
  struct base_slice longer = {word, sizeof word};
  assert_int_equal(text_vocabulary_add(vocabulary, longer), TEXT_NO_WORD);
  assert_int_equal(text_vocabulary_add(vocabulary, base_slice_of("")),
                   TEXT_NO_WORD);
  assert_int_equal(text_vocabulary_add(vocabulary, base_slice_of("\u00AD")),
                   TEXT_NO_WORD);
  assert_int_equal(text_vocabulary_end(vocabulary), TEXT_ADDED_WORD);
  text_vocabulary_destroy(vocabulary);
  text_vocabulary_destroy(NULL);
}

/* Searches need an empty slot, the tokenizer the words it knows by number. */
static void tables_from_anywhere_are_looked_at(void **state) {
  (void)state;
  struct text_vocabulary *vocabulary = text_vocabulary_create();
  struct text_vocabulary_tables tables = *text_vocabulary_tables(vocabulary);
  struct text_vocabulary_word last = tables.words[tables.end - 1];
  size_t size = last.text + last.size;
  assert_true(text_vocabulary_is_sound(&tables, size));
  assert_false(text_vocabulary_is_sound(&tables, size - 1));
  tables.mask -= 1;
  assert_false(text_vocabulary_is_sound(&tables, size));
  tables.mask = 0;
  assert_false(text_vocabulary_is_sound(&tables, size));
  tables = *text_vocabulary_tables(vocabulary);
  tables.end = TEXT_ADDED_WORD - 1;
  assert_false(text_vocabulary_is_sound(&tables, size));
  uint32_t *places = calloc(tables.mask + 1, sizeof *places);
  assert_non_null(places);
  tables.places = places;
  tables.end = TEXT_ADDED_WORD;
  assert_true(text_vocabulary_is_sound(&tables, size));
  places[1] = tables.end;
  assert_false(text_vocabulary_is_sound(&tables, size));
  for (uint32_t i = 0; i <= tables.mask; i++) {
    places[i] = TEXT_FIRST_WORD;
  }
  assert_false(text_vocabulary_is_sound(&tables, size));
  free(places);
  tables = *text_vocabulary_tables(vocabulary);
  const struct text_vocabulary_word others[TEXT_ADDED_WORD] = {{.size = 6}};
  tables.words = others;
  assert_false(text_vocabulary_is_sound(&tables, size));
  text_vocabulary_destroy(vocabulary);
}

static void a_set_knows_its_members(void **state) {
  (void)state;
  const uint32_t words[] = {2, 5, 9};
  const struct text_word_set set = {words, 3};
  const struct text_word_set empty = {0};
  for (uint32_t word = 0; word < 12; word++) {
    assert_int_equal(text_word_set_has(&set, word),
                     word == 2 || word == 5 || word == 9);
    assert_false(text_word_set_has(&empty, word));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(words_keep_their_ids),
      cmocka_unit_test(many_words_are_all_found_again),
      cmocka_unit_test(words_of_all_sizes_are_told_apart),
      cmocka_unit_test(a_longer_word_is_behind_its_beginning),
      cmocka_unit_test(an_abbreviation_stays_one),
      cmocka_unit_test(a_zero_byte_is_part_of_a_word),
      cmocka_unit_test(what_is_no_word_has_no_id),
      cmocka_unit_test(tables_from_anywhere_are_looked_at),
      cmocka_unit_test(a_set_knows_its_members),
  };
  return cmocka_run_group_tests_name("lexicon", tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "mail/phrase.h"

#include <stdio.h>
#include <string.h>

static size_t size_in(const struct mail_phrases *list, const char *text) {
  return mail_phrases_size(base_slice_of(text), list);
}

static void any_case_blank_and_apostrophe_fit(void **state) {
  (void)state;
  assert_int_equal(size_in(&mail_original_words, "MESSAGE \n D\u2019ORIGINE:"),
                   strlen("MESSAGE \n D\u2019ORIGINE"));
  assert_true(size_in(&mail_original_words, "URSPRÜNGLICHE NACHRICHT") > 0);
  assert_true(size_in(&mail_device_words, "WYSŁANO Z") > 0);
  assert_true(size_in(&mail_labels, "PŘEDMĚT") > 0);
  assert_true(size_in(&mail_labels, "ТЕМА") > 0);
  assert_true(size_in(&mail_labels, "Προς") > 0);
}

static void a_phrase_ends_with_its_word(void **state) {
  (void)state;
  assert_int_equal(size_in(&mail_attribution_openers, "onto"), 0);
  assert_int_equal(size_in(&mail_attribution_openers, "oné"), 0);
  assert_int_equal(size_in(&mail_attribution_openers, "on"), 2);
  assert_int_equal(size_in(&mail_attribution_openers, "on,"), 2);
  assert_int_equal(size_in(&mail_attribution_openers, "o"), 0);
  assert_int_equal(size_in(&mail_attribution_verbs, "写道们"), 6);
}

static void the_phrase_that_takes_most_wins(void **state) {
  (void)state;
  const struct mail_phrases *list = &mail_attribution_openers;
  assert_int_equal(mail_phrases_size(base_slice_of("Il giorno 3"), list), 9);
  assert_int_equal(mail_phrases_size(base_slice_of("Il 3 giugno"), list), 2);
  assert_non_null(mail_phrases_equal(base_slice_of("IL"), list));
  assert_null(mail_phrases_equal(base_slice_of("il 3"), list));
  assert_null(mail_phrases_equal(base_slice_of(""), list));
}

/* Of a list, all phrases are found, and in no text is more met than stands
 * there. */
static void each_phrase_of_a_list_is_found(void **state) {
  (void)state;
  const struct mail_phrases *list = &mail_legal_openers;
  for (size_t i = 0; i < list->starts[MAIL_PHRASE_GROUPS]; i++) {
    const struct mail_phrase *phrase = &mail_phrase_items[list->first + i];
    size_t size = 0;
    const struct base_slice text = mail_phrase_text(phrase);
    const struct base_slice cut = {text.bytes, text.size - 1};
    assert_ptr_equal(mail_phrases_find(text, list, &size), phrase);
    assert_ptr_equal(mail_phrases_equal(text, list), phrase);
    assert_true(mail_phrases_size(cut, list) < phrase->size);
  }
}

/* The phrase in capitals, with two blanks for one and curly apostrophes. */
static size_t write_loosely(const char *phrase, char *text) {
  size_t size = 0;
  for (; *phrase != '\0'; phrase++) {
    bool is_small = *phrase >= 'a' && *phrase <= 'z';
    if (*phrase == '\'') {
      memcpy(text + size, "\u2019", 3);
      size += 3;
    } else {
      text[size++] = is_small ? (char)(*phrase - 'a' + 'A') : *phrase;
    }
    if (*phrase == ' ') {
      text[size++] = '\n';
    }
  }
  return size;
}

static void each_is_found_however_it_is_written(void **state) {
  (void)state;
  const struct mail_phrases *lists[] = {
      &mail_legal_openers, &mail_original_words, &mail_attribution_openers};
  for (size_t i = 0; i < 3; i++) {
    for (size_t k = 0; k < lists[i]->starts[MAIL_PHRASE_GROUPS]; k++) {
      const struct mail_phrase *phrase =
          &mail_phrase_items[lists[i]->first + k];
      char bytes[200];
      const struct base_slice text = {
          bytes, write_loosely(mail_phrase_text(phrase).bytes, bytes)};
      assert_ptr_equal(mail_phrases_equal(text, lists[i]), phrase);
    }
  }
}

static void a_phrase_has_a_value(void **state) {
  (void)state;
  size_t size = 0;
  const struct mail_phrase *may =
      mail_phrases_find(base_slice_of("Mai 2001"), &mail_months, &size);
  assert_int_equal(may->value, 5);
  assert_int_equal(size, 3);
  assert_null(mail_phrases_find(base_slice_of("soup"), &mail_months, &size));
  assert_int_equal(size, 0);
}

static void phrases_are_found_from_a_word_on(void **state) {
  (void)state;
  const struct mail_phrases *list = &mail_attribution_verbs;
  assert_true(mail_phrases_within(base_slice_of("Ana wrote:"), list));
  assert_true(mail_phrases_within(base_slice_of("周三写道："), list));
  assert_false(mail_phrases_within(base_slice_of("rewrote"), list));
  assert_false(mail_phrases_within(base_slice_of("éwrote"), list));
}

static void all_phrases_are_counted(void **state) {
  (void)state;
  const struct mail_phrases *list = &mail_company_words;
  assert_int_equal(mail_phrases_count(base_slice_of("Amtsgericht"), list), 1);
  assert_int_equal(
      mail_phrases_count(
          base_slice_of("Geschäftsführer: Tom · Sitz der Gesellschaft: Dorf, "
                        "Amtsgericht Dorf, siège social"),
          list),
      4);
  assert_int_equal(mail_phrases_count(base_slice_of("A soup"), list), 0);
}

/* However far behind others it stands. */
static void phrases_are_found_anywhere(void **state) {
  (void)state;
  static const char *const befores[] = {"soup ", "é ", "no", "7",
                                        "é",     "(",  "’"};
  for (size_t i = 0; i < sizeof befores / sizeof befores[0]; i++) {
    for (int width = 0; width < 150; width++) {
      char text[200];
      snprintf(text, sizeof text, "%*s%s%swrote", width, "",
               width % 2 == 0 ? "" : "x", befores[i]);
      assert_int_equal(
          mail_phrases_within(base_slice_of(text), &mail_attribution_verbs),
          i != 2 && i != 3 && i != 4);
    }
  }
}

static void colons_may_be_wide(void **state) {
  (void)state;
  struct base_slice before;
  assert_true(mail_ends_with_colon(base_slice_of("写道："), &before));
  assert_true(base_slice_equals(before, "写道"));
  assert_true(mail_ends_with_colon(base_slice_of("a écrit :"), &before));
  assert_true(base_slice_equals(before, "a écrit"));
  assert_false(mail_ends_with_colon(base_slice_of("wrote"), &before));
}

static bool is_same(const char *one, const char *other) {
  return mail_same_nocase(base_slice_of(one), base_slice_of(other));
}

static void only_ascii_letters_have_two_cases(void **state) {
  (void)state;
  assert_true(is_same("", ""));
  assert_true(is_same("Soup", "sOUP"));
  assert_false(is_same("soup", "soups"));
  assert_true(is_same("multipart/MIXED", "Multipart/mixed"));
  assert_false(is_same("multipart/mixed", "multipart/mixes"));
  assert_false(is_same("multipart/mixed", "nultipart/mixed"));
  assert_false(is_same("multipart/mixed; [x]", "multipart/mixed; {x}"));
  assert_false(is_same("[", "{"));
  assert_false(is_same("@soup and bread", "`soup and bread"));
  assert_false(is_same("Ä", "ä"));
  assert_false(is_same("Äpfel und Birnen", "äpfel und Birnen"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(any_case_blank_and_apostrophe_fit),
      cmocka_unit_test(a_phrase_ends_with_its_word),
      cmocka_unit_test(the_phrase_that_takes_most_wins),
      cmocka_unit_test(each_phrase_of_a_list_is_found),
      cmocka_unit_test(each_is_found_however_it_is_written),
      cmocka_unit_test(a_phrase_has_a_value),
      cmocka_unit_test(phrases_are_found_from_a_word_on),
      cmocka_unit_test(all_phrases_are_counted),
      cmocka_unit_test(phrases_are_found_anywhere),
      cmocka_unit_test(colons_may_be_wide),
      cmocka_unit_test(only_ascii_letters_have_two_cases),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

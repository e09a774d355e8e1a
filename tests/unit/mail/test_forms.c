/* SPDX-License-Identifier: MIT */
#include "mail/forms.h"
#include "mail/form_order.h"

#include "mapping.h"

#include <string.h>

static enum mail_likeness compare(const char *plain, const char *html) {
  const struct mail_marks none = {0};
  struct mail_form plain_form = {base_slice_of(plain), &none};
  struct mail_form html_form = {base_slice_of(html), &none};
  struct mail_comparison comparison =
      mail_forms_compare(&plain_form, &html_form);
  assert_false(comparison.failed);
  return comparison.likeness;
}

static const char invitation[] =
    "Hi Sam, the kitchen on the third floor is painted on Monday, so we have "
    "lunch in the garden. Bring a chair if you like. Kind regards, Ana";

static void the_same_words_are_alike(void **state) {
  (void)state;
  assert_int_equal(compare(invitation, invitation), MAIL_FORMS_ALIKE);
  assert_int_equal(compare("", ""), MAIL_FORMS_ALIKE);
  assert_int_equal(compare("*Lunch* at 12\n> Where?", "Lunch\xc2\xa0"
                                                      "at 12 Where?"),
                   MAIL_FORMS_ALIKE);
  assert_int_equal(compare("\xe6\x98\xbc\xe9\xa3\x9f", "\xe6\x98\xbc \n"
                                                       "\xe9\xa3\x9f"),
                   MAIL_FORMS_ALIKE);
}

static bool has_same_order(const char *one, const char *other) {
  bool same = mail_form_order_is_same(base_slice_of(one), base_slice_of(other));
  assert_int_equal(
      mail_form_order_is_same(base_slice_of(other), base_slice_of(one)), same);
  return same;
}

static void the_order_of_words_tells_likeness(void **state) {
  (void)state;
  assert_true(has_same_order("", " \n"));
  assert_true(has_same_order("The *soup* is\nhot.", "The soup is hot"));
  assert_true(has_same_order("Your so\xe2\x80\x91"
                             "called soup",
                             "Your so-called soup"));
  assert_true(has_same_order("- don't\n\n  go", "don\xe2\x80\x99t go"));
  assert_true(
      has_same_order("the menu <https://acme.example/may> is", "the menu is"));
  assert_false(has_same_order("the soup is hot", "the soup is"));
  assert_false(has_same_order("the soup is hot", "the soup was hot"));
  assert_false(has_same_order("the soup is hot", "the hot soup is"));
  assert_false(has_same_order("the soups-", "the soup-s"));
  assert_false(has_same_order("", "soup"));
}

static void addresses_stand_in_one_form_only(void **state) {
  (void)state;
  assert_int_equal(
      compare("The menu <https://acme.example/garden/menu/may>", "The menu"),
      MAIL_FORMS_ALIKE);
  assert_int_equal(compare("Lunch", "Lunch www.acme.example/a/b/c/d/e/f/g"),
                   MAIL_FORMS_ALIKE);
}

static void an_empty_text_is_a_stub(void **state) {
  (void)state;
  assert_int_equal(compare("", invitation), MAIL_FORMS_STUB);
  assert_int_equal(compare(" \xc2\xa0\r\n", "Lunch?"), MAIL_FORMS_STUB);
  assert_int_equal(compare("Hi Sam", invitation), MAIL_FORMS_STUB);
}

static void a_notice_about_html_is_a_stub(void **state) {
  (void)state;
  assert_int_equal(
      compare("Your program does not show HTML. Please use another.",
              invitation),
      MAIL_FORMS_STUB);
}

static void nothing_gives_way_to_less(void **state) {
  (void)state;
  assert_int_equal(compare("See you at nine in the garden.", "unread"),
                   MAIL_FORMS_ALIKE);
  assert_int_equal(compare(invitation, ""), MAIL_FORMS_ALIKE);
}

static void more_words_than_in_html_may_be_what_that_hides(void **state) {
  (void)state;
  const char *other = "The room in the attic is free, too, if it should rain.";
  const char *much =
      "Whoever has a guitar may bring it, and those who sing are "
      "asked to sit near the tree, where it is not so loud.";
  char more[512];
  strcat(strcpy(more, invitation), other);
  assert_int_equal(compare(more, invitation), MAIL_FORMS_ALIKE);
  strcat(more, much);
  assert_int_equal(compare(more, invitation), MAIL_FORMS_DIFFER);
}

static void a_sentence_in_html_only_is_pointed_at(void **state) {
  (void)state;
  const struct mail_marks none = {0};
  const char *html = "See you at nine. Bring a chair if you can. Ana";
  struct mail_form plain_form = {base_slice_of("See you at nine. Ana"), &none};
  struct mail_form html_form = {base_slice_of(html), &none};
  struct mail_comparison comparison =
      mail_forms_compare(&plain_form, &html_form);
  assert_int_equal(comparison.likeness, MAIL_FORMS_HTML_MORE);
  assert_ptr_equal(html + comparison.in_html, strstr(html, "Bring"));
}

static void names_and_others_words_are_no_sentence(void **state) {
  (void)state;
  const char *plain = "Hi Sam, see you at nine. Kind regards, Ana";
  assert_int_equal(compare(plain, "Hi Sam, see you at nine. Kind regards, Ana\n"
                                  "Ana Lima, Head of Rooms, Acme Limited, Mill "
                                  "Lane 12"),
                   MAIL_FORMS_ALIKE);
  assert_int_equal(compare(plain, "Hi Sam, see you at nine. Kind regards, Ana\n"
                                  "> and when do we go home after that?"),
                   MAIL_FORMS_ALIKE);
}

static void other_words_differ(void **state) {
  (void)state;
  const char *other =
      "Dear all, nobody told me about any of this, and my desk has been moved "
      "again. Who decides such things, and when will somebody ask us first?";
  assert_int_equal(compare(other, invitation), MAIL_FORMS_STUB);
  char long_other[512];
  strcpy(long_other, other);
  strcat(long_other, " I am waiting for an answer, and so are five others in "
                     "this room, whose names stand below.");
  assert_int_equal(compare(long_other, invitation), MAIL_FORMS_BOTH_MORE);
  assert_int_equal(compare(invitation, long_other), MAIL_FORMS_STUB);
}

/* Fifty words, of which each is one that the number ends. */
static const char *words_to(char text[2048], const char *number) {
  text[0] = '\0';
  for (char letter = 'a'; letter < 'a' + 25; letter++) {
    char pair[2] = {letter, '\0'};
    strcat(strcat(strcat(text, "Cardboard"), pair), number);
    strcat(strcat(strcat(strcat(text, ", "), pair), number), "; ");
  }
  return text;
}

static void words_are_told_apart_to_their_last_letter(void **state) {
  (void)state;
  char one[2048];
  char other[2048];
  assert_int_equal(compare(words_to(one, "1"), words_to(other, "2")),
                   MAIL_FORMS_BOTH_MORE);
  assert_int_equal(
      compare(words_to(one, "\xc3\xa9"), words_to(other, "\xc3\xa8")),
      MAIL_FORMS_BOTH_MORE);
  assert_int_equal(compare(words_to(one, "x"), words_to(other, "X")),
                   MAIL_FORMS_ALIKE);
}

/* Some programs write curly marks into one form only. */
static void marks_of_all_kinds_end_a_word(void **state) {
  (void)state;
  char one[2048];
  char other[2048];
  assert_int_equal(compare(words_to(one, "\xe2\x80\x99"), words_to(other, "'")),
                   MAIL_FORMS_ALIKE);
  assert_int_equal(compare(words_to(one, "\xc2\xa0"), words_to(other, " ")),
                   MAIL_FORMS_ALIKE);
  assert_int_equal(
      compare(words_to(one, "\xe6\x98\xbc"), words_to(other, " \xe6\x98\xbc")),
      MAIL_FORMS_ALIKE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_same_words_are_alike),
      cmocka_unit_test(the_order_of_words_tells_likeness),
      cmocka_unit_test(addresses_stand_in_one_form_only),
      cmocka_unit_test(an_empty_text_is_a_stub),
      cmocka_unit_test(a_notice_about_html_is_a_stub),
      cmocka_unit_test(nothing_gives_way_to_less),
      cmocka_unit_test(more_words_than_in_html_may_be_what_that_hides),
      cmocka_unit_test(a_sentence_in_html_only_is_pointed_at),
      cmocka_unit_test(names_and_others_words_are_no_sentence),
      cmocka_unit_test(other_words_differ),
      cmocka_unit_test(words_are_told_apart_to_their_last_letter),
      cmocka_unit_test(marks_of_all_kinds_end_a_word),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

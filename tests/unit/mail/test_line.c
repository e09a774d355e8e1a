/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "mail/line.h"

static void trims_blanks_of_many_kinds(void **state) {
  (void)state;
  struct base_slice text =
      mail_trim(base_slice_of(" \t\xc2\xa0kind\xe3\x80\x80\r\n"));
  assert_true(base_slice_equals(text, "kind"));
  assert_int_equal(mail_trim(base_slice_of(" \n ")).size, 0);
}

static void trims_marks_of_direction(void **state) {
  (void)state;
  struct base_slice text =
      mail_trim(base_slice_of("\u200f\u202b kind\u202c \u2069\u200e\u200b"));
  assert_true(base_slice_equals(text, "kind"));
  text = mail_trim(base_slice_of("\u2010kind\u2026"));
  assert_true(base_slice_equals(text, "\u2010kind\u2026"));
}

/* As it is written down: letter by letter. */
static size_t count_small_words(struct base_slice text, size_t most) {
  size_t count = 0;
  bool begins = true;
  for (size_t i = 0; i < text.size && count < most; i++) {
    count += begins && text.bytes[i] >= 'a' && text.bytes[i] <= 'z';
    begins = text.bytes[i] == ' ' ||
             (i > 0 && memcmp(text.bytes + i - 1, "\xc2\xa0", 2) == 0);
  }
  return count;
}

static void counts_words_in_small_letters(void **state) {
  (void)state;
  static const char text[] =
      "see you at Ana's on Monday  at noon, \xc2\xa0where we\xc2\xa0"
      "all ate "
      "the soup \xc2\xb0of May, \xa0 \xc2 \xa0 \xc3\xa0 and\tno other.";
  for (size_t start = 0; start < sizeof text; start++) {
    for (size_t end = start; end < sizeof text; end++) {
      struct base_slice part = {text + start, end - start};
      assert_int_equal(mail_small_words(part, 5), count_small_words(part, 5));
      assert_int_equal(mail_small_words(part, SIZE_MAX),
                       count_small_words(part, SIZE_MAX));
    }
  }
}

static void postscripts_begin_with_their_words(void **state) {
  (void)state;
  assert_true(mail_is_postscript(base_slice_of("PS: bring the list")));
  assert_true(mail_is_postscript(base_slice_of("P.S. the list")));
  assert_true(mail_is_postscript(base_slice_of("P.-S. : la liste")));
  assert_true(mail_is_postscript(base_slice_of("П.С. список")));
  assert_true(mail_is_postscript(base_slice_of("NB. The list is old")));
  assert_false(mail_is_postscript(base_slice_of("Psalm")));
  assert_false(mail_is_postscript(base_slice_of("P. D. Lima")));
  assert_false(mail_is_postscript(base_slice_of("PS"))); /* initials */
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(trims_blanks_of_many_kinds),
      cmocka_unit_test(trims_marks_of_direction),
      cmocka_unit_test(counts_words_in_small_letters),
      cmocka_unit_test(postscripts_begin_with_their_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

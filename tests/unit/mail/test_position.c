/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "mail/position.h"

static void assert_position(const char *text, size_t size, size_t offset,
                            uint32_t line, uint32_t column) {
  struct courtesy_message *message = NULL;
  assert_int_equal(
      courtesy_message_create(COURTESY_TEXT, text, size, NULL, &message),
      COURTESY_OK);
  uint32_t found_line = 0;
  uint32_t found_column = 0;
  courtesy_message_position(message, offset, &found_line, &found_column);
  assert_int_equal(found_line, line);
  assert_int_equal(found_column, column);
  courtesy_message_destroy(message);
}

static void lines_end_with_lf_cr_and_crlf(void **state) {
  (void)state;
  const char text[] = "a\nb\rc\r\nd\n";
  assert_position(text, sizeof text - 1, 0, 1, 1);
  assert_position(text, sizeof text - 1, 2, 2, 1);
  assert_position(text, sizeof text - 1, 4, 3, 1);
  assert_position(text, sizeof text - 1, 5, 3, 2);
  assert_position(text, sizeof text - 1, 7, 4, 1);
  assert_position(text, sizeof text - 1, 9, 5, 1);
}

/* As Vim, Emacs and grep count them. */
static void a_mangled_line_end_is_one(void **state) {
  (void)state;
  const char text[] = "a\r\r\nb\r\r\n\r\r\nc\r\rd";
  assert_position(text, sizeof text - 1, 4, 2, 1);
  assert_position(text, sizeof text - 1, 5, 2, 2);
  assert_position(text, sizeof text - 1, 8, 3, 1);
  assert_position(text, sizeof text - 1, 11, 4, 1);
  assert_position(text, sizeof text - 1, 14, 6, 1);
}

static void columns_count_code_points(void **state) {
  (void)state;
  const char text[] = "\xc3\xa9\xe2\x82\xac\xf0\x9f\x99\x82!";
  assert_position(text, sizeof text - 1, 2, 1, 2);
  assert_position(text, sizeof text - 1, 5, 1, 3);
  assert_position(text, sizeof text - 1, 9, 1, 4);
}

static void a_byte_that_is_not_utf8_counts_one(void **state) {
  (void)state;
  /* A lone continuation, a cut sequence, an overlong form, a surrogate. */
  const char text[] = "\x80\xe2\x82!\xc0\xaf!\xed\xa0\x80!";
  assert_position(text, sizeof text - 1, 1, 1, 2);
  assert_position(text, sizeof text - 1, 3, 1, 4);
  assert_position(text, sizeof text - 1, 6, 1, 7);
  assert_position(text, sizeof text - 1, 10, 1, 11);
}

static void the_end_of_an_empty_text_is_its_start(void **state) {
  (void)state;
  assert_position("", 0, 0, 1, 1);
}

/* Notes fall at any place of a sequence and of line ends: a text that is shorter
 * by one byte in front has all of them elsewhere. */
static void notes_may_fall_anywhere(void **state) {
  (void)state;
  static const char piece[] = "ab\xc3\xa9\xe2\x82\xac\r\nkind\r\r\nwords\r\x80";
  enum { SIZE = 4 * MAIL_PLACE_STEP };
  char text[SIZE];
  for (size_t i = 0; i < SIZE; i++) {
    text[i] = piece[i % (sizeof piece - 1)];
  }
  struct base_arena arena = {0};
  const struct base_slice raw = {text, SIZE};
  const struct base_slice shifted = {text + 1, SIZE - 1};
  const struct mail_place *places = mail_places_note(&arena, raw);
  const struct mail_place *others = mail_places_note(&arena, shifted);
  for (size_t offset = 1; offset <= SIZE; offset++) {
    struct mail_place a = mail_place_of(raw, places, offset);
    struct mail_place b = mail_place_of(shifted, others, offset - 1);
    assert_int_equal(a.line, b.line);
    assert_int_equal(a.column, b.column + (a.line == 0));
    struct mail_place from = mail_place_of(raw, places, offset / 2);
    struct mail_place c =
        mail_place_behind(raw, places, from, offset / 2, offset);
    assert_memory_equal(&a, &c, sizeof a);
    size_t behind = offset + (SIZE - offset) / 2;
    from = mail_place_of(raw, places, behind);
    c = mail_place_behind(raw, places, from, behind, offset);
    assert_memory_equal(&a, &c, sizeof a);
  }
  base_arena_destroy(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(lines_end_with_lf_cr_and_crlf),
      cmocka_unit_test(a_mangled_line_end_is_one),
      cmocka_unit_test(columns_count_code_points),
      cmocka_unit_test(a_byte_that_is_not_utf8_counts_one),
      cmocka_unit_test(the_end_of_an_empty_text_is_its_start),
      cmocka_unit_test(notes_may_fall_anywhere),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

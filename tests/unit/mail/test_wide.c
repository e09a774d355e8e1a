/* SPDX-License-Identifier: MIT */
/* Drafts in UTF-16. In the pictures each character stands for a unit. */
#include "picture.h"

#include "mail/message.h"
#include "mail/wide.h"

enum { MOST_BYTES = 256 };

/* The bytes of ASCII text in UTF-16. */
static size_t widen(const char *text, bool big, char bytes[MOST_BYTES]) {
  size_t size = 0;
  for (; *text != '\0' && size + 2 <= MOST_BYTES; text++) {
    bytes[size + (big ? 1 : 0)] = *text;
    bytes[size + (big ? 0 : 1)] = '\0';
    size += 2;
  }
  return size;
}

static void assert_charset(const char *bytes, size_t size,
                           const char *expected) {
  struct base_slice charset =
      mail_wide_charset((struct base_slice){bytes, size});
  assert_true(base_slice_equals(charset, expected));
}

static void a_mark_tells_utf16(void **state) {
  (void)state;
  assert_charset("\xff\xfe", 2, "utf-16le");
  assert_charset("\xfe\xff\x26\x3a", 4, "utf-16be");
  assert_charset("\xef\xbb\xbfHi", 5, "");
  assert_charset("\xff", 1, "");
}

static void so_do_zero_bytes_beside_ascii(void **state) {
  (void)state;
  assert_charset("H\0i\0", 4, "utf-16le");
  assert_charset("\0H\0i", 4, "utf-16be");
  assert_charset("H\0i", 3, "");
  assert_charset("H\0", 2, "");
  assert_charset("\0\0\0\0", 4, "");
  assert_charset("Hi\0\0you", 7, "");
  assert_charset("", 0, "");
}

/* Makes a draft of UTF-16 without a mark. */
static struct courtesy_message *wide_draft(const char *text, bool big,
                                           const struct courtesy_facts *facts) {
  char bytes[MOST_BYTES];
  size_t size = widen(text, big, bytes);
  struct courtesy_message *message = NULL;
  assert_int_equal(
      courtesy_message_create(COURTESY_DRAFT, bytes, size, facts, &message),
      COURTESY_OK);
  return message;
}

static void assert_position(const struct courtesy_message *message,
                            size_t offset, uint32_t line, uint32_t column) {
  uint32_t found_line;
  uint32_t found_column;
  courtesy_message_position(message, offset, &found_line, &found_column);
  assert_int_equal(found_line, line);
  assert_int_equal(found_column, column);
}

static void a_wide_draft_is_read_with_its_header(void **state) {
  (void)state;
  for (int big = 0; big < 2; big++) {
    struct courtesy_message *message =
        wide_draft("Subject: Re: soup\r\n\r\nHi Tom", big != 0, NULL);
    const struct courtesy_facts *facts = courtesy_message_facts(message);
    assert_string_equal(facts->subject, "Re: soup");
    assert_int_equal(facts->reply, COURTESY_YES);
    const struct text_source *text = &message->sources[MAIL_SOURCE_TEXT];
    assert_int_equal(text->size, 6);
    assert_memory_equal(text->bytes, "Hi Tom", 6);
    courtesy_message_destroy(message);
  }
}

static void places_are_those_of_the_file(void **state) {
  (void)state;
  struct courtesy_message *message =
      wide_draft("Hi Tom,\r\n\r\nsoup?", false, NULL);
  uint32_t start;
  uint32_t end;
  text_source_raw(&message->sources[MAIL_SOURCE_TEXT], 11, 15, &start, &end);
  assert_int_equal(start, 22);
  assert_int_equal(end, 30);
  assert_position(message, 0, 1, 1);
  assert_position(message, 6, 1, 4);
  assert_position(message, 22, 3, 1);
  assert_position(message, 32, 3, 6);
  courtesy_message_destroy(message);
}

/* A smiling face from outside the first plane, then half of one. */
static void pairs_are_one_character_and_halves_none(void **state) {
  (void)state;
  static const char bytes[] = "\xff\xfeO\0k\0\x3d\xd8\x0a\xde!\0\x3d\xd8";
  struct courtesy_message *message = NULL;
  assert_int_equal(courtesy_message_create(COURTESY_TEXT, bytes,
                                           sizeof bytes - 1, NULL, &message),
                   COURTESY_OK);
  const struct text_source *text = &message->sources[MAIL_SOURCE_TEXT];
  assert_int_equal(text->size, 10);
  assert_memory_equal(text->bytes, "Ok\xf0\x9f\x98\x8a!\xef\xbf\xbd", 10);
  assert_position(message, 10, 1, 4);
  assert_int_equal(courtesy_message_problem_count(message), 1);
  assert_string_equal(courtesy_message_problem(message, 0)->code,
                      "damaged-text");
  courtesy_message_destroy(message);
}

static void html_may_be_wide(void **state) {
  (void)state;
  struct courtesy_message *message =
      wide_draft("<html><body>The <b>soup</b></body></html>", true,
                 &(struct courtesy_facts){.markup = COURTESY_MARKUP_HTML});
  const struct text_source *text = &message->sources[MAIL_SOURCE_TEXT];
  assert_true(text->size >= 8);
  assert_memory_equal(text->bytes, "The soup", 8);
  uint32_t start;
  uint32_t end;
  text_source_raw(text, 4, 8, &start, &end);
  assert_int_equal(start, 2 * 19);
  assert_int_equal(end, 2 * 23);
  courtesy_message_destroy(message);
}

static void a_mark_in_utf8_is_no_column(void **state) {
  (void)state;
  struct courtesy_message *message =
      message_of(COURTESY_DRAFT, "\xef\xbb\xbfHi Tom\nsoup", NULL);
  assert_position(message, 0, 1, 1);
  assert_position(message, 3, 1, 1);
  assert_position(message, 6, 1, 4);
  assert_position(message, 11, 2, 2);
  courtesy_message_destroy(message);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_mark_tells_utf16),
      cmocka_unit_test(so_do_zero_bytes_beside_ascii),
      cmocka_unit_test(a_wide_draft_is_read_with_its_header),
      cmocka_unit_test(places_are_those_of_the_file),
      cmocka_unit_test(pairs_are_one_character_and_halves_none),
      cmocka_unit_test(html_may_be_wide),
      cmocka_unit_test(a_mark_in_utf8_is_no_column),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

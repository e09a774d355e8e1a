/* SPDX-License-Identifier: MIT */
/* What is no text, and drafts and texts of mails that are none. */
#include "picture.h"

#include "mail/binary.h"
#include "mail/message.h"

static const char soup[] = "Thanks for the soup, it was hot.\n"; /* 33 bytes */

enum { MOST_BYTES = 16384 };

/* Fills `bytes` with text, every one of `step` bytes a zero; 0 for none. */
static struct base_slice text_with_zeros(char bytes[MOST_BYTES], size_t size,
                                         size_t step) {
  for (size_t i = 0; i < size; i++) {
    bool is_zero = step > 0 && i % step == step - 1;
    bytes[i] = is_zero ? '\0' : soup[i % (sizeof soup - 1)];
  }
  return (struct base_slice){bytes, size};
}

static void assert_text(struct base_slice bytes) {
  assert_true(mail_binary_zero(bytes) == SIZE_MAX);
}

static void text_is_no_binary(void **state) {
  (void)state;
  assert_text((struct base_slice){NULL, 0});
  assert_text(base_slice_of(soup));
  assert_text(base_slice_of("Caf\xe9, \xff\xfe, \x80"));
  assert_text(base_slice_of("\033[1mHot\033[0m\t\v\f\r\n"));
  assert_text(base_slice_of("N\bNA\bAM\bME\bE\1\2")); /* as of a printer */
}

static void a_few_zeros_leave_it_a_text(void **state) {
  (void)state;
  char bytes[MOST_BYTES];
  assert_text((struct base_slice){"Hi\0", 3});
  assert_text((struct base_slice){"Hi Tom\0\0\0\0", 10});
  assert_text(text_with_zeros(bytes, 4000, 1000));
  assert_text(text_with_zeros(bytes, 4000, 40)); /* as separators */
}

static void many_control_characters_with_a_zero_are_none(void **state) {
  (void)state;
  char bytes[MOST_BYTES];
  assert_int_equal(mail_binary_zero(text_with_zeros(bytes, 4000, 20)), 19);
  struct base_slice program = {"\177ELF\2\1\1\0\0\0\0\0\0\0\0\0", 16};
  assert_int_equal(mail_binary_zero(program), 7);
  struct base_slice noise = {"\6\x91k\2\x88\xd0\4q\xee\5\0\3", 12};
  assert_int_equal(mail_binary_zero(noise), 10);
}

static void only_its_start_tells(void **state) {
  (void)state;
  char bytes[MOST_BYTES];
  struct base_slice text = text_with_zeros(bytes, MOST_BYTES, 0);
  memset(bytes + MOST_BYTES / 2, '\0', MOST_BYTES / 2);
  assert_text(text);
}

static struct courtesy_message *message_of_bytes(
    enum courtesy_kind kind, const char *bytes, size_t size,
    const struct courtesy_facts *facts) {
  struct courtesy_message *message = NULL;
  assert_int_equal(courtesy_message_create(kind, bytes, size, facts, &message),
                   COURTESY_OK);
  return message;
}

static void assert_nothing_read(enum courtesy_kind kind, const char *bytes,
                                size_t size, enum courtesy_markup markup,
                                size_t offset) {
  struct courtesy_facts facts = {.markup = markup};
  struct courtesy_message *message =
      message_of_bytes(kind, bytes, size, &facts);
  assert_int_equal(message->regions.count, 0);
  assert_int_equal(courtesy_message_problem_count(message), 1);
  const struct courtesy_problem *problem = courtesy_message_problem(message, 0);
  assert_string_equal(problem->code, "no-text");
  assert_true(problem->has_offset);
  assert_int_equal(problem->offset, offset);
  courtesy_message_destroy(message);
}

static const char program[] = "Subject: soup\n\nThanks!\n\0\0\1\0\2\0\3\0";

static void of_a_draft_that_is_none_nothing_is_read(void **state) {
  (void)state;
  size_t size = sizeof program - 1;
  assert_nothing_read(COURTESY_DRAFT, program, size, COURTESY_MARKUP_NONE, 23);
  assert_nothing_read(COURTESY_TEXT, program, size, COURTESY_MARKUP_NONE, 23);
  assert_nothing_read(COURTESY_TEMPLATE, program, size, COURTESY_MARKUP_NONE,
                      23);
  assert_nothing_read(COURTESY_DRAFT, program, size, COURTESY_MARKUP_HTML, 23);
}

/* Their signs are text, and would be read as words. */
static void a_page_that_a_program_shows_is_none(void **state) {
  (void)state;
  static const char rtf[] = "{\\rtf1\\ansi Hi Tom,\\par thanks!\\par }";
  assert_nothing_read(COURTESY_DRAFT, rtf, strlen(rtf), COURTESY_MARKUP_NONE,
                      0);
  static const char pdf[] = "%PDF-1.4\nBT (Hi Tom,) Tj ET\n";
  assert_nothing_read(COURTESY_TEXT, pdf, strlen(pdf), COURTESY_MARKUP_NONE, 0);
}

/* UTF-32, whose mark begins as that of UTF-16 does. */
static void a_wide_draft_may_be_none(void **state) {
  (void)state;
  static const char bytes[] = "\xff\xfe\0\0T\0\0\0h\0\0\0a\0\0\0n\0\0\0k\0\0\0";
  size_t size = sizeof bytes - 1;
  assert_nothing_read(COURTESY_DRAFT, bytes, size, COURTESY_MARKUP_NONE, 2);
  assert_nothing_read(COURTESY_DRAFT, bytes, size, COURTESY_MARKUP_HTML, 2);
}

/* Of a mail all but one part is read. */
static void assert_part_left_out(const char *bytes, size_t size, size_t number,
                                 const char *text) {
  struct courtesy_message *message =
      message_of_bytes(COURTESY_MAIL, bytes, size, NULL);
  const struct courtesy_part *part = courtesy_message_part(message, number);
  assert_int_equal(part->use, COURTESY_PART_UNREAD);
  assert_int_equal(courtesy_message_problem_count(message), 1);
  const struct courtesy_problem *problem = courtesy_message_problem(message, 0);
  assert_string_equal(problem->code, "no-text");
  assert_int_equal(problem->offset, part->offset);
  const struct text_source *read = &message->sources[MAIL_SOURCE_TEXT];
  assert_int_equal(read->size, strlen(text));
  assert_memory_equal(read->bytes, text, read->size);
  courtesy_message_destroy(message);
}

static void a_mail_without_a_header_may_be_none(void **state) {
  (void)state;
  static const char bytes[] = "\177ELF\2\1\1\0\0\0\0\0\0\0\0\0";
  assert_part_left_out(bytes, sizeof bytes - 1, 0, "");
}

static void of_a_mail_the_subject_is_left(void **state) {
  (void)state;
  struct courtesy_message *message =
      message_of_bytes(COURTESY_MAIL, program, sizeof program - 1, NULL);
  assert_int_equal(message->regions.count, 1);
  assert_int_equal(message->regions.items[0].zone, COURTESY_ZONE_SUBJECT);
  courtesy_message_destroy(message);
  assert_part_left_out(program, sizeof program - 1, 0, "");
}

#define TWO_PARTS(kind, first, second)                                         \
  "Content-Type: multipart/" kind "; boundary=b\n\n"                           \
  "--b\n" first "\n--b\n" second "\n--b--\n"

static void of_a_mail_the_other_parts_are_read(void **state) {
  (void)state;
  static const char before[] = TWO_PARTS(
      "mixed", "Content-Type: text/plain\n\n\0\0\1\0\2\0\3\0", "\nThanks!");
  assert_part_left_out(before, sizeof before - 1, 1, "Thanks!");
  static const char behind[] =
      TWO_PARTS("mixed", "\nThanks!",
                "Content-Transfer-Encoding: base64\n\nAAABAAIAAwAEAAUA");
  assert_part_left_out(behind, sizeof behind - 1, 2, "Thanks!");
}

/* UTF-16 has a zero for each letter. */
static void a_wide_part_is_text(void **state) {
  (void)state;
  static const char bytes[] = "Content-Type: text/plain; charset=utf-16le\n\n"
                              "T\0h\0a\0n\0k\0s\0!\0";
  struct courtesy_message *message =
      message_of_bytes(COURTESY_MAIL, bytes, sizeof bytes - 1, NULL);
  assert_int_equal(courtesy_message_problem_count(message), 0);
  assert_int_equal(message->sources[MAIL_SOURCE_TEXT].size, 7);
  courtesy_message_destroy(message);
}

/* The HTML is read where the plain text beside it is none. */
static void the_other_form_stands_in(void **state) {
  (void)state;
  static const char bytes[] = TWO_PARTS(
      "alternative", "Content-Type: text/plain\n\n\0\0\1\0\2\0\3\0",
      "Content-Type: text/html\n\n"
      "<p>Thanks for the soup, it was hot and there was enough for all.</p>");
  struct courtesy_message *message =
      message_of_bytes(COURTESY_MAIL, bytes, sizeof bytes - 1, NULL);
  assert_int_equal(courtesy_message_part(message, 2)->use,
                   COURTESY_PART_LINTED);
  courtesy_message_destroy(message);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(text_is_no_binary),
      cmocka_unit_test(a_few_zeros_leave_it_a_text),
      cmocka_unit_test(many_control_characters_with_a_zero_are_none),
      cmocka_unit_test(only_its_start_tells),
      cmocka_unit_test(of_a_draft_that_is_none_nothing_is_read),
      cmocka_unit_test(a_page_that_a_program_shows_is_none),
      cmocka_unit_test(a_wide_draft_may_be_none),
      cmocka_unit_test(a_mail_without_a_header_may_be_none),
      cmocka_unit_test(of_a_mail_the_subject_is_left),
      cmocka_unit_test(of_a_mail_the_other_parts_are_read),
      cmocka_unit_test(a_wide_part_is_text),
      cmocka_unit_test(the_other_form_stands_in),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "mail/header.h"

struct reading {
  struct mail_fields fields;
  struct base_arena arena;
  size_t body;
};

static struct reading read_mail(const char *text) {
  struct reading reading = {0};
  reading.body = mail_header_read(base_slice_of(text), &reading.fields);
  return reading;
}

static struct reading read_draft(const char *text) {
  struct reading reading = {0};
  reading.body = mail_draft_header_read(base_slice_of(text), &reading.fields);
  return reading;
}

static void assert_field(struct reading *reading, const char *name,
                         const char *value) {
  const char *found = mail_field_value(&reading->fields, name, &reading->arena);
  assert_non_null(found);
  assert_string_equal(found, value);
}

static void forget(struct reading *reading) {
  mail_fields_destroy(&reading->fields);
  base_arena_destroy(&reading->arena);
}

static void folded_fields_are_one_line(void **state) {
  (void)state;
  struct reading reading = read_mail("Subject: soup\r\n"
                                     " and\r\n"
                                     "\tbread\r\n"
                                     "To : ana@acme.example\r\n"
                                     "\r\n"
                                     "text");
  assert_field(&reading, "subject", "soup and bread");
  assert_field(&reading, "TO", "ana@acme.example");
  assert_null(mail_field_find(&reading.fields, "Cc"));
  assert_int_equal(reading.body, 54);
  forget(&reading);
}

static void lines_may_end_with_lf_or_cr(void **state) {
  (void)state;
  struct reading lf = read_mail("To: a\nCc: b\n\ntext");
  assert_field(&lf, "Cc", "b");
  assert_int_equal(lf.body, 13);
  forget(&lf);
  struct reading cr = read_mail("To: a\rCc: b\r\rtext");
  assert_field(&cr, "Cc", "b");
  assert_int_equal(cr.body, 13);
  forget(&cr);
}

static void a_mailbox_line_comes_first(void **state) {
  (void)state;
  struct reading reading =
      read_mail("From ana@acme.example Mon Jul  9 14:03:00 2001\n"
                "Subject: soup\n\ntext");
  assert_int_equal(reading.fields.count, 1);
  assert_field(&reading, "Subject", "soup");
  forget(&reading);
}

static void a_line_that_is_no_field_starts_the_body(void **state) {
  (void)state;
  struct reading reading = read_mail("Subject: soup\nHi Ana,\n");
  assert_int_equal(reading.body, 14);
  forget(&reading);
}

static void a_draft_may_have_header_lines(void **state) {
  (void)state;
  struct reading reading = read_draft("\n"
                                      "Subject: soup\n"
                                      "To: ana@acme.example\n"
                                      "\n"
                                      "Hi Ana,\n");
  assert_int_equal(reading.fields.count, 2);
  assert_field(&reading, "Subject", "soup");
  assert_int_equal(reading.body, 37);
  forget(&reading);
  reading = read_draft("Subject: soup\nHi Ana,\n");
  assert_int_equal(reading.body, 14);
  forget(&reading);
}

static void a_draft_may_have_a_separator_line(void **state) {
  (void)state;
  struct reading reading = read_draft("Subject: soup\n"
                                      "Mood: fine\n"
                                      "--text follows this line--\n"
                                      "Hi Ana,\n");
  assert_field(&reading, "Mood", "fine");
  assert_int_equal(reading.body, 52);
  forget(&reading);
}

static void sentences_are_no_header_lines(void **state) {
  (void)state;
  static const char *const texts[] = {
      "Russell: could you open the door?\n",
      "Date: shall we say Tuesday?\n",
      "Hi Ana,\nSubject: soup\n",
      "",
  };
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    struct reading reading = read_draft(texts[i]);
    assert_int_equal(reading.fields.count, 0);
    assert_int_equal(reading.body, 0);
    forget(&reading);
  }
}

static void text_may_begin_like_a_field_below_the_header(void **state) {
  (void)state;
  struct reading reading = read_draft("Subject: soup\nTom: please come.\n");
  assert_int_equal(reading.fields.count, 1);
  assert_int_equal(reading.body, 14);
  forget(&reading);
}

static void copied_headers_are_not_the_drafts(void **state) {
  (void)state;
  struct reading outlook = read_draft("From: Ana\nSent: Monday\nTo: Tom\n");
  assert_int_equal(outlook.fields.count, 0);
  forget(&outlook);
  struct reading notes =
      read_draft("From: Ana/Acme on 07/02/2001 06:07 PM\nTo: Tom\n");
  assert_int_equal(notes.fields.count, 0);
  forget(&notes);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(folded_fields_are_one_line),
      cmocka_unit_test(lines_may_end_with_lf_or_cr),
      cmocka_unit_test(a_mailbox_line_comes_first),
      cmocka_unit_test(a_line_that_is_no_field_starts_the_body),
      cmocka_unit_test(a_draft_may_have_header_lines),
      cmocka_unit_test(a_draft_may_have_a_separator_line),
      cmocka_unit_test(sentences_are_no_header_lines),
      cmocka_unit_test(text_may_begin_like_a_field_below_the_header),
      cmocka_unit_test(copied_headers_are_not_the_drafts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

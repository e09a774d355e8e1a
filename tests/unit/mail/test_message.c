/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "mail/message.h"

#include <string.h>

static enum courtesy_kind guess(const char *text) {
  return courtesy_message_guess_kind(text, strlen(text));
}

static void kinds_are_told_by_their_start(void **state) {
  (void)state;
  assert_int_equal(guess("From ana@acme.example Mon Jul  9 14:03:00 2001\n"),
                   COURTESY_MAIL);
  assert_int_equal(guess("Subject: soup\nMessage-ID: <1@a.example>\n\n"),
                   COURTESY_MAIL);
  assert_int_equal(guess("Received: from a by b\n\n"), COURTESY_MAIL);
  assert_int_equal(guess("Subject: soup\nTo: Ana\n\nHi."), COURTESY_DRAFT);
  assert_int_equal(guess("Russell: could you open the door?"), COURTESY_DRAFT);
  assert_int_equal(guess("From what I hear, it is fine.\n"), COURTESY_DRAFT);
  assert_int_equal(guess("Hi Ana,\nDate: Tuesday\n"), COURTESY_DRAFT);
  assert_int_equal(guess(""), COURTESY_DRAFT);
}

static void a_subject_line_is_a_region_without_re(void **state) {
  (void)state;
  struct courtesy_message *message =
      message_of(COURTESY_DRAFT, "Subject: Re: hot soup\n\nYes.", NULL);
  assert_true(message->has_subject);
  assert_false(message->subject_given);
  const struct mail_region *region = &message->regions.items[0];
  assert_int_equal(region->zone, COURTESY_ZONE_SUBJECT);
  assert_int_equal(region->source, MAIL_SOURCE_SUBJECT);
  const struct text_source *source = &message->sources[MAIL_SOURCE_SUBJECT];
  assert_int_equal(source->raw_start + region->start, 13);
  assert_int_equal(source->raw_start + region->end, 21);
  assert_int_equal(message->sources[MAIL_SOURCE_TEXT].raw_start, 23);
  courtesy_message_destroy(message);
}

static void a_given_subject_counts_in_itself(void **state) {
  (void)state;
  const struct courtesy_facts given = {.subject = "soup"};
  struct courtesy_message *message =
      message_of(COURTESY_DRAFT, "Subject: tea\n\nYes.", &given);
  assert_true(message->subject_given);
  assert_int_equal(message->sources[MAIL_SOURCE_SUBJECT].raw_start, 0);
  assert_string_equal(message->sources[MAIL_SOURCE_SUBJECT].bytes, "soup");
  courtesy_message_destroy(message);
}

static void an_empty_subject_has_no_region(void **state) {
  (void)state;
  struct courtesy_message *message =
      message_of(COURTESY_DRAFT, "Subject: Re:\n\nYes.", NULL);
  assert_true(message->has_subject);
  assert_int_equal(message->regions.items[0].zone, COURTESY_ZONE_BODY);
  courtesy_message_destroy(message);
}

static void a_mail_is_read_below_its_header(void **state) {
  (void)state;
  struct courtesy_message *message =
      message_of(COURTESY_MAIL, "Subject: soup\r\n\r\nYes.\r\n", NULL);
  assert_int_equal(courtesy_message_kind(message), COURTESY_MAIL);
  assert_int_equal(message->sources[MAIL_SOURCE_TEXT].raw_start, 17);
  assert_int_equal(courtesy_message_problem_count(message), 0);
  courtesy_message_destroy(message);
}

static void an_encoded_body_is_a_problem(void **state) {
  (void)state;
  struct courtesy_message *message = message_of(
      COURTESY_MAIL, "Content-Transfer-Encoding: base64\n\nWWVzLg==\n", NULL);
  assert_int_equal(courtesy_message_problem_count(message), 1);
  const struct courtesy_problem *problem = courtesy_message_problem(message, 0);
  assert_string_equal(problem->code, "encoding-unread");
  assert_true(problem->has_offset);
  assert_int_equal(problem->offset, 35);
  courtesy_message_destroy(message);
}

static void the_input_is_copied(void **state) {
  (void)state;
  char text[] = "Hi Ana.";
  struct courtesy_message *message = message_of(COURTESY_TEXT, text, NULL);
  text[0] = '?';
  assert_memory_equal(message->sources[MAIL_SOURCE_TEXT].bytes, "Hi Ana.", 7);
  courtesy_message_destroy(message);
}

static void too_large_an_input_is_refused(void **state) {
  (void)state;
  struct courtesy_message *message = NULL;
  assert_int_equal(courtesy_message_create(COURTESY_TEXT, "",
                                           COURTESY_MESSAGE_MAX + 1, NULL,
                                           &message),
                   COURTESY_TOO_LARGE);
  assert_null(message);
}

static void nothing_is_destroyed_quietly(void **state) {
  (void)state;
  courtesy_message_destroy(NULL);
  struct courtesy_message *message = message_of(COURTESY_MAIL, "", NULL);
  assert_int_equal(message->regions.count, 0);
  courtesy_message_destroy(message);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(kinds_are_told_by_their_start),
      cmocka_unit_test(a_subject_line_is_a_region_without_re),
      cmocka_unit_test(a_given_subject_counts_in_itself),
      cmocka_unit_test(an_empty_subject_has_no_region),
      cmocka_unit_test(a_mail_is_read_below_its_header),
      cmocka_unit_test(an_encoded_body_is_a_problem),
      cmocka_unit_test(the_input_is_copied),
      cmocka_unit_test(too_large_an_input_is_refused),
      cmocka_unit_test(nothing_is_destroyed_quietly),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

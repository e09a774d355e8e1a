/* SPDX-License-Identifier: MIT */
#include "mailbox.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define FROM_ANA "From ana@example.com Mon May  4 16:30:00 2026"
#define FROM_SAM "From sam@example.com Mon May  4 17:10:00 2026"

static struct cli_mailbox open_box(const char *bytes) {
  return (struct cli_mailbox){.bytes = bytes, .size = strlen(bytes)};
}

/* The next message starts with `start`, below so many lines of the file. */
static void assert_next(struct cli_mailbox *box, const char *start,
                        uint32_t lines) {
  assert_true(cli_mailbox_next(box));
  const char *message = box->bytes + box->origin.offset;
  assert_true(box->message_size >= strlen(start));
  assert_memory_equal(message, start, strlen(start));
  assert_int_equal(box->origin.lines, lines);
}

static void from_lines_below_blank_ones_part_messages(void **state) {
  (void)state;
  struct cli_mailbox box =
      open_box(FROM_ANA "\nSubject: soup\n\nHot.\n\n" FROM_SAM
                        "\nSubject: tea\n\nCold.\n");
  assert_true(cli_mailbox_is(box.bytes, box.size));
  assert_next(&box, FROM_ANA, 0);
  assert_int_equal(box.number, 1);
  assert_next(&box, FROM_SAM, 5);
  assert_int_equal(box.number, 2);
  assert_int_equal(box.origin.offset + box.message_size, box.size);
  assert_false(cli_mailbox_next(&box));
}

static void line_ends_may_be_any(void **state) {
  (void)state;
  struct cli_mailbox box =
      open_box(FROM_ANA "\r\n\r\nHot.\r\n\r\n" FROM_SAM "\r\n\r\nCold.");
  assert_next(&box, FROM_ANA, 0);
  assert_next(&box, FROM_SAM, 4);
  assert_false(cli_mailbox_next(&box));
  box = open_box(FROM_ANA "\r\rHot.\r\r" FROM_SAM "\r\rCold.");
  assert_next(&box, FROM_ANA, 0);
  assert_next(&box, FROM_SAM, 4);
  assert_false(cli_mailbox_next(&box));
}

static void a_short_from_line_stands_above_a_field(void **state) {
  (void)state;
  struct cli_mailbox box =
      open_box("From ana@a.example\nSubject: soup\n\nHot.\n\n"
               "From tom@a.example\nSubject: tea\n\nCold.\n\n"
               "From tom@a.example\nnothing came.\n");
  assert_next(&box, "From ana", 0);
  assert_next(&box, "From tom@a.example\nSubject", 5);
  assert_false(cli_mailbox_next(&box));
}

static void sentences_part_nothing(void **state) {
  (void)state;
  struct cli_mailbox box = open_box(
      FROM_ANA "\n\nHot.\n\nFrom here on it is soup.\n\n"
               "From : ana@example.com\n" FROM_SAM "\n>" FROM_SAM "\n");
  assert_next(&box, FROM_ANA, 0);
  assert_false(cli_mailbox_next(&box));
}

static void one_message_is_no_mailbox(void **state) {
  (void)state;
  const char *one = FROM_ANA "\n\nHot.\n";
  const char *other = "Subject: soup\n\n" FROM_ANA "\n";
  assert_false(cli_mailbox_is(one, strlen(one)));
  assert_false(cli_mailbox_is(other, strlen(other)));
  assert_false(cli_mailbox_is("", 0));
}

static void no_message_is_in_nothing(void **state) {
  (void)state;
  struct cli_mailbox box = open_box("");
  assert_false(cli_mailbox_next(&box));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(from_lines_below_blank_ones_part_messages),
      cmocka_unit_test(line_ends_may_be_any),
      cmocka_unit_test(a_short_from_line_stands_above_a_field),
      cmocka_unit_test(sentences_part_nothing),
      cmocka_unit_test(one_message_is_no_mailbox),
      cmocka_unit_test(no_message_is_in_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

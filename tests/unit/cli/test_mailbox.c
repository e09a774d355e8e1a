/* SPDX-License-Identifier: MIT */
#include "mailbox.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define FROM_ANA "From ana@example.com Mon May  4 16:30:00 2026"
#define FROM_SAM "From sam@example.com Mon May  4 17:10:00 2026"

/* A mailbox in a file that is read in blocks of so many bytes. */
struct box {
  FILE *file;
  struct cli_input input;
  struct cli_mailbox mailbox;
};

static void open_box(struct box *box, const char *bytes, size_t block) {
  *box = (struct box){.file = tmpfile()};
  assert_non_null(box->file);
  fputs(bytes, box->file);
  rewind(box->file);
  box->input.descriptor = fileno(box->file);
  box->input.block = block;
  cli_mailbox_open(&box->mailbox, &box->input);
}

static void close_box(struct box *box) {
  cli_input_destroy(&box->input);
  fclose(box->file);
}

/* A message starts with `start`, below so many lines of the file. */
struct expected {
  const char *start;
  uint32_t lines;
};

static void assert_message(struct box *box, const char *bytes,
                           const struct expected *expected) {
  const struct cli_mailbox *mailbox = &box->mailbox;
  assert_true(cli_mailbox_next(&box->mailbox));
  assert_false(mailbox->too_large);
  assert_int_equal(mailbox->origin.lines, expected->lines);
  assert_true(mailbox->message_size >= strlen(expected->start));
  assert_memory_equal(cli_input_bytes(&box->input), expected->start,
                      strlen(expected->start));
  assert_memory_equal(cli_input_bytes(&box->input),
                      bytes + mailbox->origin.offset, mailbox->message_size);
}

/* The mailbox holds these messages, however few bytes are read at once. */
static void assert_messages(const char *bytes, const struct expected *expected,
                            size_t count) {
  for (size_t block = 1; block <= 64; block += block < 8 ? 1 : 8) {
    struct box box;
    size_t offset = 0;
    open_box(&box, bytes, block);
    for (size_t i = 0; i < count; i++) {
      assert_message(&box, bytes, &expected[i]);
      assert_int_equal(box.mailbox.number, i + 1);
      assert_int_equal(box.mailbox.origin.offset, offset);
      assert_int_equal(cli_mailbox_at_last(&box.mailbox), i + 1 == count);
      offset += box.mailbox.message_size;
    }
    assert_false(cli_mailbox_next(&box.mailbox));
    assert_int_equal(offset, strlen(bytes));
    close_box(&box);
  }
}

static bool begins(const char *bytes) {
  struct box box;
  open_box(&box, bytes, 1);
  bool answer = cli_mailbox_begins(&box.mailbox);
  close_box(&box);
  return answer;
}

static void from_lines_below_blank_ones_part_messages(void **state) {
  (void)state;
  assert_messages(FROM_ANA "\nSubject: soup\n\nHot.\n\n" FROM_SAM
                           "\nSubject: tea\n\nCold.\n",
                  (struct expected[]){{FROM_ANA, 0}, {FROM_SAM, 5}}, 2);
}

static void line_ends_may_be_any(void **state) {
  (void)state;
  assert_messages(FROM_ANA "\r\n\r\nHot.\r\n\r\n" FROM_SAM "\r\n\r\nCold.",
                  (struct expected[]){{FROM_ANA, 0}, {FROM_SAM, 4}}, 2);
  assert_messages(FROM_ANA "\r\rHot.\r\r" FROM_SAM "\r\rCold.\r",
                  (struct expected[]){{FROM_ANA, 0}, {FROM_SAM, 4}}, 2);
  assert_messages(FROM_ANA "\r\r\n\r\r\nHot.\r\r\n\r\r\n" FROM_SAM
                           "\r\r\n\r\r\nCold.\r\r\n" FROM_SAM "\r\r\n",
                  (struct expected[]){{FROM_ANA, 0}, {FROM_SAM, 4}}, 2);
}

static void a_short_from_line_stands_above_a_field(void **state) {
  (void)state;
  assert_messages(
      "From ana@a.example\nSubject: soup\n\nHot.\n\n"
      "From tom@a.example\nSubject: tea\n\nCold.\n\n"
      "From tom@a.example\nnothing came.\n",
      (struct expected[]){{"From ana", 0}, {"From tom@a.example\nSubject", 5}},
      2);
}

static void sentences_part_nothing(void **state) {
  (void)state;
  assert_messages(FROM_ANA "\n\nHot.\n\nFrom here on it is soup.\n\n"
                           "From : ana@example.com\n" FROM_SAM "\n>" FROM_SAM
                           "\n",
                  (struct expected[]){{FROM_ANA, 0}}, 1);
}

static void what_stands_before_the_first_from_line_is_a_message(void **state) {
  (void)state;
  assert_messages("Subject: soup\n\nHot.\n\n" FROM_SAM "\n\nCold.\n",
                  (struct expected[]){{"Subject", 0}, {FROM_SAM, 4}}, 2);
}

static void the_first_line_tells_a_mailbox(void **state) {
  (void)state;
  assert_true(begins(FROM_ANA "\n\nHot.\n"));
  assert_false(begins("Subject: soup\n\n" FROM_ANA "\n"));
  assert_false(begins("From here on it is soup.\n"));
  assert_false(begins(""));
}

/* Many bytes are looked at together, wherever a message starts in them. */
static void messages_may_be_of_any_size(void **state) {
  (void)state;
  static const char *const ends[] = {"\n\n", "\r\n\r\n", "\r\r", "\n\r\n",
                                     "\r\r\n\r\r\n"};
  for (size_t size = 0; size < 300; size++) {
    char soup[301];
    char bytes[600];
    memset(soup, 'o', sizeof soup);
    snprintf(bytes, sizeof bytes, "%s\n\nH%.*st.\rFine.%s%s\n\nCold.\n",
             FROM_ANA, (int)size, soup, ends[size % 5], FROM_SAM);
    struct box box;
    open_box(&box, bytes, 4096);
    assert_message(&box, bytes, &(struct expected){FROM_ANA, 0});
    assert_message(&box, bytes, &(struct expected){FROM_SAM, 5});
    close_box(&box);
  }
}

static void no_message_is_in_nothing(void **state) {
  (void)state;
  assert_messages("", NULL, 0);
}

/* Of a message that is too large no more is kept than was read at once; those
 * around it are whole. */
static void a_message_may_be_too_large(void **state) {
  (void)state;
  const char *lines =
      FROM_ANA "\n\nHot.\n\n" FROM_SAM "\n\nCold.\nCold.\nCold.\nCold.\nCold.\n"
               "Cold.\nCold.\nCold.\nCold.\nCold.\n\n" FROM_ANA "\n\nFine.\n";
  const char *one_line = FROM_ANA
      "\n\nHot.\n\n" FROM_SAM "\n\n0123456789012345678901234567890123456789"
      "01234567890123456789\n" FROM_SAM "\n\n" FROM_ANA "\n\nFine.\n";
  const char *const boxes[] = {lines, one_line};
  for (size_t i = 0; i < 2 * 20; i++) {
    const char *bytes = boxes[i % 2];
    size_t last = i % 2 == 0 ? 17 : 9; /* lines above the last message */
    struct box box;
    open_box(&box, bytes, 1 + i / 2);
    box.mailbox.limit = 80;
    assert_message(&box, bytes, &(struct expected){FROM_ANA, 0});
    assert_true(cli_mailbox_next(&box.mailbox));
    assert_true(box.mailbox.too_large);
    assert_int_equal(box.mailbox.origin.lines, 4);
    assert_message(&box, bytes, &(struct expected){FROM_ANA, (uint32_t)last});
    assert_int_equal(box.mailbox.number, 3);
    assert_false(cli_mailbox_next(&box.mailbox));
    close_box(&box);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(from_lines_below_blank_ones_part_messages),
      cmocka_unit_test(line_ends_may_be_any),
      cmocka_unit_test(a_short_from_line_stands_above_a_field),
      cmocka_unit_test(sentences_part_nothing),
      cmocka_unit_test(what_stands_before_the_first_from_line_is_a_message),
      cmocka_unit_test(the_first_line_tells_a_mailbox),
      cmocka_unit_test(messages_may_be_of_any_size),
      cmocka_unit_test(no_message_is_in_nothing),
      cmocka_unit_test(a_message_may_be_too_large),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

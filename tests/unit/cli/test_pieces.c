/* SPDX-License-Identifier: MIT */
#include "pieces.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define FROM_ANA "From ana@example.com Mon May  4 16:30:00 2026"
#define MAIL FROM_ANA "\nSubject: soup\n\nHot.\n\n"

static struct cli_pieces pieces; /* used again, as the command does */

/* Opens a file that holds the bytes. Its name tells the kind until the end. */
static void open_pieces(enum cli_input_mode mode, const char *bytes) {
  static struct cli_arguments arguments;
  arguments = (struct cli_arguments){.input = mode, .stdin_path = "-"};
  static char path[sizeof "pieces-XXXXXX"];
  memcpy(path, "pieces-XXXXXX", sizeof path);
  int descriptor = mkstemp(path);
  struct cli_source source = {.path = path, .size = SIZE_MAX};
  assert_true(descriptor >= 0);
  assert_int_equal(write(descriptor, bytes, strlen(bytes)), strlen(bytes));
  close(descriptor);
  assert_int_equal(cli_pieces_open(&pieces, &arguments, &source), 0);
  unlink(path);
}

static void assert_next(enum cli_piece_form form, size_t number,
                        const char *bytes) {
  struct cli_piece piece;
  assert_true(cli_pieces_next(&pieces, &piece));
  assert_int_equal(piece.form, form);
  assert_int_equal(piece.number, number);
  assert_int_equal(piece.size, strlen(bytes));
  assert_memory_equal(piece.bytes, bytes, piece.size);
}

static void assert_end(int error) {
  struct cli_piece piece;
  assert_false(cli_pieces_next(&pieces, &piece));
  assert_int_equal(cli_pieces_close(&pieces), error);
}

static void a_draft_is_one_piece(void **state) {
  (void)state;
  open_pieces(CLI_INPUT_AUTO, "Hi Sam,\n\nthe soup is hot.\n");
  assert_next(CLI_WHOLE, 0, "Hi Sam,\n\nthe soup is hot.\n");
  assert_end(0);
  open_pieces(CLI_INPUT_AUTO, "");
  assert_next(CLI_WHOLE, 0, "");
  assert_end(0);
}

static void a_mailbox_has_two_messages_or_is_called_one(void **state) {
  (void)state;
  open_pieces(CLI_INPUT_AUTO, MAIL MAIL);
  assert_next(CLI_MESSAGE, 1, MAIL);
  assert_next(CLI_MESSAGE, 2, MAIL);
  assert_end(0);
  open_pieces(CLI_INPUT_AUTO, MAIL);
  assert_next(CLI_WHOLE, 0, MAIL);
  assert_end(0);
  open_pieces(CLI_INPUT_AUTO, "\xEF\xBB\xBF" MAIL MAIL);
  assert_next(CLI_MESSAGE, 1, "\xEF\xBB\xBF" MAIL);
  assert_next(CLI_MESSAGE, 2, MAIL);
  assert_end(0);
  open_pieces(CLI_INPUT_MBOX, MAIL);
  assert_next(CLI_MESSAGE, 1, MAIL);
  assert_end(0);
  open_pieces(CLI_INPUT_MBOX, "");
  assert_end(0);
}

static void a_template_is_known_by_each_folder_in_turn(void **state) {
  (void)state;
  static const struct cli_arguments arguments = {.input = CLI_INPUT_AUTO};
  static const struct {
    const char *path;
    enum courtesy_kind kind;
  } files[] = {
      {"templates/soup.txt", COURTESY_TEMPLATE},
      {"templates/bread.txt", COURTESY_TEMPLATE},
      {"soup.txt", COURTESY_DRAFT},
      {"mail-templates/late/soup.html", COURTESY_TEMPLATE},
      {"templates.old/soup.txt", COURTESY_DRAFT},
      {"templates", COURTESY_DRAFT},
  };
  struct cli_folder folder = {.is_of_templates = false};
  for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
    assert_int_equal(cli_kind_of(&arguments, &folder, files[i].path, "Hi", 2),
                     files[i].kind);
  }
  cli_bytes_destroy(&folder.name);
}

static void a_template_may_have_the_header_of_a_mail(void **state) {
  (void)state;
  static const struct cli_arguments arguments = {.input = CLI_INPUT_AUTO};
  static const char text[] = "From: {{ us }}\nSubject: Soup\n\nHi";
  struct cli_folder folder = {.is_of_templates = false};
  assert_int_equal(cli_kind_of(&arguments, &folder, "templates/soup.txt", text,
                               sizeof text - 1),
                   COURTESY_TEMPLATE);
  assert_int_equal(cli_kind_of(&arguments, &folder, "templates/soup.eml", text,
                               sizeof text - 1),
                   COURTESY_MAIL);
  assert_int_equal(
      cli_kind_of(&arguments, &folder, "soup.txt", text, sizeof text - 1),
      COURTESY_MAIL);
  cli_bytes_destroy(&folder.name);
}

static void lines_are_told_apart_before_they_are_read(void **state) {
  (void)state;
  open_pieces(CLI_INPUT_NDJSON, "{1}\n\n{2}\n{3");
  assert_false(cli_pieces_ready(&pieces));
  assert_next(CLI_LINE, 1, "{1}");
  assert_true(cli_pieces_ready(&pieces));
  assert_next(CLI_LINE, 2, "");
  assert_next(CLI_LINE, 3, "{2}");
  assert_false(cli_pieces_ready(&pieces));
  assert_next(CLI_LINE, 4, "{3");
  assert_end(0);
}

static void a_byte_order_mark_is_no_part_of_the_first_line(void **state) {
  (void)state;
  open_pieces(CLI_INPUT_NDJSON, "\xEF\xBB\xBF{1}\n\xEF\xBB\xBF{2}");
  assert_next(CLI_LINE, 1, "{1}");
  assert_next(CLI_LINE, 2, "\xEF\xBB\xBF{2}");
  assert_end(0);
  open_pieces(CLI_INPUT_NDJSON, "\xEF\xBB\xBF");
  assert_next(CLI_LINE, 1, "");
  assert_end(0);
}

static void a_line_may_be_too_large(void **state) {
  (void)state;
  for (size_t block = 1; block < 40; block++) {
    struct cli_piece piece;
    open_pieces(CLI_INPUT_NDJSON, "{1}\n{\"text\": \"soup\"}\n{3}\n");
    pieces.limit = 8;
    pieces.input.block = block;
    assert_next(CLI_LINE, 1, "{1}");
    assert_true(cli_pieces_next(&pieces, &piece));
    assert_true(piece.too_large);
    assert_int_equal(piece.number, 2);
    assert_int_equal(piece.size, 0);
    assert_next(CLI_LINE, 3, "{3}");
    assert_end(0);
  }
}

static void a_draft_that_is_too_large_is_not_read(void **state) {
  (void)state;
  open_pieces(CLI_INPUT_KIND, "the soup is hot.\n");
  pieces.limit = 8;
  assert_end(EFBIG);
}

static int destroy_pieces(void **state) {
  (void)state;
  cli_pieces_destroy(&pieces);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_draft_is_one_piece),
      cmocka_unit_test(a_mailbox_has_two_messages_or_is_called_one),
      cmocka_unit_test(a_template_is_known_by_each_folder_in_turn),
      cmocka_unit_test(a_template_may_have_the_header_of_a_mail),
      cmocka_unit_test(lines_are_told_apart_before_they_are_read),
      cmocka_unit_test(a_byte_order_mark_is_no_part_of_the_first_line),
      cmocka_unit_test(a_line_may_be_too_large),
      cmocka_unit_test(a_draft_that_is_too_large_is_not_read),
  };
  return cmocka_run_group_tests(tests, NULL, destroy_pieces);
}

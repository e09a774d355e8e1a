/* SPDX-License-Identifier: MIT */
#include "page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* What a page prints is less than a pipe holds. */
struct printed {
  struct cli_output output;
  int ends[2];
  char text[4096];
};

static struct cli_page begin(struct printed *printed, const char *format) {
  assert_int_equal(pipe(printed->ends), 0);
  cli_output_open(&printed->output, printed->ends[1], false);
  return cli_page_of(&printed->output, format);
}

static const char *end(struct printed *printed, struct cli_page *page) {
  cli_page_destroy(page);
  assert_true(cli_output_flush(&printed->output));
  close(printed->ends[1]);
  ssize_t size =
      read(printed->ends[0], printed->text, sizeof printed->text - 1);
  assert_true(size >= 0);
  printed->text[size] = '\0';
  close(printed->ends[0]);
  return printed->text;
}

static void print_sample(struct cli_page *page) {
  cli_page_title(page, "green-tea");
  cli_page_add(page, "A <kettle> of *green* tea");
  cli_page_add(page, ", see ");
  cli_page_link(page, "black-tea");
  cli_page_add(page, ", and say ");
  cli_page_code(page, "a*b\n");
  cli_page_add(page, ".");
  cli_page_paragraph(page);
  cli_page_heading(page, "Cups");
  cli_page_count(page, 999);
  cli_page_item(page);
  cli_page_count(page, 12034);
  cli_page_item(page);
  cli_page_heading(page, "Lines");
  cli_page_block(page);
  cli_page_line(page, "tea: [green, *black*]");
}

static void test_a_page_for_a_terminal(void **state) {
  (void)state;
  struct printed printed;
  struct cli_page page = begin(&printed, "text");
  print_sample(&page);
  assert_string_equal(end(&printed, &page),
                      "green-tea\n"
                      "  A <kettle> of *green* tea, see black-tea, and say "
                      "`a*b\\n`.\n"
                      "\n"
                      "Cups\n"
                      "  - 999\n"
                      "  - 12,034\n"
                      "\n"
                      "Lines\n"
                      "    tea: [green, *black*]\n");
}

static void test_the_same_page_in_markdown(void **state) {
  (void)state;
  struct printed printed;
  struct cli_page page = begin(&printed, "markdown");
  print_sample(&page);
  assert_string_equal(end(&printed, &page),
                      "# green-tea\n"
                      "\n"
                      "A \\<kettle\\> of \\*green\\* tea, see "
                      "[black-tea](black-tea.md), and say `a*b\\n`.\n"
                      "\n"
                      "## Cups\n"
                      "\n"
                      "- 999\n"
                      "- 12,034\n"
                      "\n"
                      "## Lines\n"
                      "\n"
                      "    tea: [green, *black*]\n");
}

static void test_long_words_are_wrapped(void **state) {
  (void)state;
  struct printed printed;
  struct cli_page page = begin(&printed, "text");
  for (int i = 0; i < 12; i++) {
    cli_page_add(&page, i > 0 ? " “teapots”" : "“teapots”");
  }
  cli_page_item(&page);
  cli_page_phrase(&page, "the (Assam tea|Ceylon tea|Darjeeling tea|Earl Grey|"
                         "Lapsang|Nilgiri|Oolong|Sencha)");
  /* “ and ” take three bytes each, and one column. */
  assert_string_equal(
      end(&printed, &page),
      "  - “teapots” “teapots” “teapots” “teapots” “teapots” “teapots” "
      "“teapots”\n"
      "    “teapots” “teapots” “teapots” “teapots” “teapots”\n"
      "    the (Assam tea|Ceylon tea|Darjeeling tea|Earl Grey|Lapsang|Nilgiri|"
      "Oolong|\n"
      "        Sencha)\n");
}

static void test_rows_of_a_table(void **state) {
  (void)state;
  struct printed printed;
  struct cli_page page = begin(&printed, "markdown");
  cli_page_table(&page, "tea | cups");
  cli_page_add(&page, "green|black");
  cli_page_cell(&page);
  cli_page_count(&page, 3);
  cli_page_row(&page);
  assert_string_equal(end(&printed, &page), "\n| tea | cups |\n|---|---|\n"
                                            "| green\\|black | 3 |\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_page_for_a_terminal),
      cmocka_unit_test(test_the_same_page_in_markdown),
      cmocka_unit_test(test_long_words_are_wrapped),
      cmocka_unit_test(test_rows_of_a_table),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "mail/page.h"

static void keeps_lines_that_are_not_blank(void **state) {
  (void)state;
  const char text[] = "\xef\xbb\xbfone \n\n\t two\r\n \xc2\xa0\rthree";
  struct mail_page page = {0};
  mail_page_read(&page, text, sizeof text - 1);
  assert_int_equal(page.lines.count, 3);
  assert_true(base_slice_equals(mail_page_line(&page, 0), "one"));
  assert_true(base_slice_equals(mail_page_line(&page, 1), "two"));
  assert_true(base_slice_equals(mail_page_line(&page, 2), "three"));
  assert_int_equal(page.lines.items[1].indent, 9);
  assert_true(page.lines.items[0].gap);
  assert_true(page.lines.items[1].gap);
  assert_true(page.lines.items[2].gap);
  mail_page_destroy(&page);
}

static void a_mangled_line_end_is_one(void **state) {
  (void)state;
  for (size_t before = 0; before < 70; before++) {
    char text[200];
    memset(text, 'x', before + 1);
    strcpy(text + before + 1, "\r\r\ntwo\r\r\n\r\r\nthree");
    struct mail_page page = {0};
    mail_page_read(&page, text, (uint32_t)strlen(text));
    assert_int_equal(page.lines.count, 3);
    assert_int_equal(page.lines.items[0].end, before + 1);
    assert_false(page.lines.items[1].gap);
    assert_true(page.lines.items[2].gap);
    mail_page_destroy(&page);
  }
}

static void a_gap_is_a_blank_line_before(void **state) {
  (void)state;
  const char text[] = "one\r\ntwo\n \nthree";
  struct mail_page page = {0};
  mail_page_read(&page, text, sizeof text - 1);
  assert_false(page.lines.items[1].gap);
  assert_true(page.lines.items[2].gap);
  assert_true(base_slice_equals(mail_page_lines(&page, 0, 1), "one\r\ntwo"));
  mail_page_destroy(&page);
}

/* The traits of the line of a text that is alone. */
static unsigned traits_of(const char *text) {
  struct mail_page page = {0};
  mail_page_read(&page, text, (uint32_t)strlen(text));
  assert_int_equal(page.lines.count, 1);
  unsigned traits = page.lines.items[0].traits;
  assert_int_equal(page.traits, traits);
  mail_page_destroy(&page);
  return traits;
}

static void traits_tell_what_a_line_may_be(void **state) {
  (void)state;
  assert_int_equal(traits_of("Soup is ready."), 0);
  assert_int_equal(traits_of("Traceback"), MAIL_STARTS_CODE | MAIL_STARTS_NAME);
  assert_int_equal(traits_of("soup: ready\n"), MAIL_HAS_COLON);
  assert_int_equal(traits_of("Ana wrote:\n"), MAIL_HAS_COLON | MAIL_ENDS_COLON);
  assert_int_equal(traits_of("Ana\uff1a\n"), MAIL_HAS_COLON | MAIL_ENDS_COLON);
  assert_int_equal(traits_of("> soup"), MAIL_STARTS_QUOTE);
  assert_int_equal(traits_of("    if (soup) {"),
                   MAIL_IS_INDENTED | MAIL_ENDS_BRACE);
  assert_int_equal(traits_of("begin 644 soup.txt"), MAIL_STARTS_FILE);
}

/* The name of an error holds no blank, and has eight letters or more. */
static void a_name_is_told_by_eight_bytes(void **state) {
  (void)state;
  assert_int_equal(traits_of("so.Error"), MAIL_STARTS_NAME);
  assert_int_equal(traits_of("so.Error it is"), MAIL_STARTS_NAME);
  assert_int_equal(traits_of("A so.Error"), 0);
  assert_int_equal(traits_of("soup is on the table"), 0);
  assert_int_equal(traits_of("potage\n\n\n"), 0);
  assert_int_equal(traits_of("soup"), 0);
}

/* A page is read in blocks: wherever they end, lines and colons stay whole. */
static void it_does_not_matter_where_lines_stand(void **state) {
  (void)state;
  for (size_t before = 0; before < 70; before++) {
    char text[200];
    memset(text, 'x', before);
    strcpy(text + before, "\r\nAna:\rBo\n\nCleo");
    struct mail_page page = {0};
    mail_page_read(&page, text, (uint32_t)strlen(text));
    const struct mail_line *last = &page.lines.items[page.lines.count - 1];
    assert_int_equal(page.lines.count, before == 0 ? 3 : 4);
    assert_int_equal(last[-2].start, before + 2);
    assert_int_equal(last[-2].traits, MAIL_HAS_COLON | MAIL_ENDS_COLON);
    assert_int_equal(last[-1].start, before + 7);
    assert_int_equal(last[-1].traits, 0);
    assert_int_equal(last->start, before + 11);
    assert_int_equal(last->end, before + 15);
    assert_int_equal(last[-2].gap, before == 0);
    assert_true(!last[-1].gap && last->gap);
    mail_page_destroy(&page);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keeps_lines_that_are_not_blank),
      cmocka_unit_test(a_mangled_line_end_is_one),
      cmocka_unit_test(a_gap_is_a_blank_line_before),
      cmocka_unit_test(traits_tell_what_a_line_may_be),
      cmocka_unit_test(a_name_is_told_by_eight_bytes),
      cmocka_unit_test(it_does_not_matter_where_lines_stand),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

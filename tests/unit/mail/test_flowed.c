/* SPDX-License-Identifier: MIT */
#include "mapping.h"

#include "mail/flowed.h"

#include <string.h>

static struct text_source source_of(const char *raw) {
  return (struct text_source){.bytes = raw, .size = (uint32_t)strlen(raw)};
}

static void assert_flows(bool delsp, const char *raw, const char *expected) {
  struct text_source from = source_of(raw);
  struct mail_mapped mapped = {0};
  mail_flowed_read(&from, delsp, &mapped);
  struct text_source text = mail_mapped_source(&mapped);
  assert_sound(&text, strlen(raw));
  assert_text(&text, expected);
  mail_mapped_destroy(&mapped);
}

static void a_space_at_the_end_joins_lines(void **state) {
  (void)state;
  assert_flows(false, "The soup \r\nis hot.\r\nAll come.\r\n",
               "The soup is hot.\r\nAll come.\r\n");
  assert_flows(false, "The soup \nis hot.", "The soup is hot.");
  assert_flows(false, "The soup ", "The soup ");
  assert_flows(false, "", "");
}

/* RFC 3676 §4.1: with DelSp the space is no text, so that a word, or a text
 * without blanks, may go on. */
static void delsp_drops_the_space(void **state) {
  (void)state;
  assert_flows(true, "The soup  \r\nis hot and sa \r\nlty.\r\n",
               "The soup is hot and salty.\r\n");
  assert_flows(true, "last ", "last ");
}

/* RFC 3676 §4.4: a stuffed space is taken away. */
static void stuffed_spaces_are_no_text(void **state) {
  (void)state;
  assert_flows(false, " From here on\n  two spaces\nnone\n",
               "From here on\n two spaces\nnone\n");
}

/* RFC 3676 §4.3: "-- " is a line of its own. */
static void a_signature_mark_does_not_flow(void **state) {
  (void)state;
  assert_flows(false, "So long, \n-- \nTom\n", "So long, \n-- \nTom\n");
  assert_flows(false, "> -- \n> Tom\n", "> -- \n> Tom\n");
}

/* RFC 3676 §4.5, as in its example of quotes that are not of one depth. */
static void quotes_flow_within_their_depth(void **state) {
  (void)state;
  assert_flows(false, ">> Be so kind, \n>> and look.\n> I did. \nGood.\n",
               ">> Be so kind, and look.\n> I did. \nGood.\n");
}

static void a_joined_line_knows_its_places(void **state) {
  (void)state;
  const char *raw = "> as soon as \r\n> possible\r\nThe la \r\ntest\r\n";
  struct text_source from = source_of(raw);
  struct mail_mapped mapped = {0};
  mail_flowed_read(&from, false, &mapped);
  struct text_source text = mail_mapped_source(&mapped);
  assert_maps(&text, raw, "as soon as possible", "as soon as \r\n> possible");
  mail_mapped_destroy(&mapped);
  mail_flowed_read(&from, true, &mapped);
  text = mail_mapped_source(&mapped);
  assert_maps(&text, raw, "latest", "la \r\ntest");
  assert_maps(&text, raw, "test", "test");
  mail_mapped_destroy(&mapped);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_space_at_the_end_joins_lines),
      cmocka_unit_test(delsp_drops_the_space),
      cmocka_unit_test(stuffed_spaces_are_no_text),
      cmocka_unit_test(a_signature_mark_does_not_flow),
      cmocka_unit_test(quotes_flow_within_their_depth),
      cmocka_unit_test(a_joined_line_knows_its_places),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

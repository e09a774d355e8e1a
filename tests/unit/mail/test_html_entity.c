/* SPDX-License-Identifier: MIT */
#include "html_picture.h"

#include "mail/html_entity.h"

#include <string.h>

static void assert_reference(const char *html, bool in_attribute, size_t size,
                             const char *characters) {
  struct mail_html_characters found = {0};
  assert_int_equal(
      mail_html_reference_size(html, strlen(html), in_attribute, &found), size);
  assert_int_equal(found.size, strlen(characters));
  assert_memory_equal(found.text, characters, strlen(characters));
}

static void names_with_a_semicolon(void **state) {
  (void)state;
  assert_reference("&amp;", false, 5, "&");
  assert_reference("&AElig;", false, 7, "Æ");
  assert_reference("&zwnj;", false, 6, "\u200C");
  assert_reference("&CounterClockwiseContourIntegral;", false, 33, "∳");
  assert_reference("&Afr;", false, 5, "\U0001D504");
  assert_reference("&NotEqualTilde;", false, 15, "\u2242\u0338");
}

static void old_names_without_one(void **state) {
  (void)state;
  assert_reference("&ampere", false, 4, "&");
  assert_reference("&nbsp", false, 5, "\u00A0");
  assert_reference("&hellip", false, 0, "");
  /* The longest name counts. */
  assert_reference("&notin;", false, 7, "∉");
  assert_reference("&notins", false, 4, "¬");
}

static void in_links_a_name_needs_its_end(void **state) {
  (void)state;
  assert_reference("&copy=1", true, 0, "");
  assert_reference("&copying", true, 0, "");
  assert_reference("&copy 1", true, 5, "©");
  assert_reference("&copy;1", true, 6, "©");
}

static void numbers(void **state) {
  (void)state;
  assert_reference("&#8211;", false, 7, "–");
  assert_reference("&#X2013;", false, 8, "–");
  assert_reference("&#x2013 ", false, 7, "–");
  assert_reference("&#146;", false, 6, "\u2019");
  assert_reference("&#129;", false, 6, "\xc2\x81");
  assert_reference("&#99999999999999999999;", false, 23, "\uFFFD");
}

static void every_name_is_found(void **state) {
  (void)state;
  size_t count = mail_html_entity_starts[MAIL_HTML_ENTITY_STARTS - 1];
  assert_int_equal(count, 2231);
  for (size_t i = 0; i < count; i++) {
    const struct mail_html_entity *entity = &mail_html_entities[i];
    struct mail_html_characters found;
    char html[64] = "&";
    memcpy(html + 1, mail_html_entity_names + entity->name, entity->name_size);
    size_t size = mail_html_reference_size(html, strlen(html), false, &found);
    assert_int_equal(size, strlen(html));
    assert_memory_equal(found.text, entity->text, entity->size);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_with_a_semicolon),
      cmocka_unit_test(old_names_without_one),
      cmocka_unit_test(in_links_a_name_needs_its_end),
      cmocka_unit_test(numbers),
      cmocka_unit_test(every_name_is_found),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

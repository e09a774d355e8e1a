/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "mail/body.h"

static bool is_plain(const char *header, const char *body) {
  struct mail_fields fields = {0};
  mail_header_read(base_slice_of(header), &fields);
  bool plain = mail_body_is_plain(&fields, base_slice_of(body));
  mail_fields_destroy(&fields);
  return plain;
}

static void text_in_ascii_and_utf8_is_plain(void **state) {
  (void)state;
  assert_true(is_plain("", "soup"));
  assert_true(is_plain("Content-Type: text/plain", "soup"));
  assert_true(is_plain("Content-Type: text/plain; charset=\"UTF-8\"\n"
                       "Content-Transfer-Encoding: 8bit",
                       "caf\xc3\xa9"));
}

static void other_charsets_are_plain_while_they_say_the_same(void **state) {
  (void)state;
  const char *latin = "Content-Type: text/plain; format=flowed;\n"
                      " charset=iso-8859-1";
  assert_true(is_plain(latin, "soup"));
  assert_false(is_plain(latin, "caf\xe9"));
  assert_false(is_plain("Content-Type: text/plain; charset=iso-2022-jp", "x"));
}

static void quoted_printable_is_plain_without_escapes(void **state) {
  (void)state;
  const char *header = "Content-Transfer-Encoding: Quoted-Printable";
  assert_true(is_plain(header, "soup = lunch"));
  assert_false(is_plain(header, "soup =3D lunch"));
  assert_false(is_plain(header, "soup =\nlunch"));
}

static void other_encodings_and_types_are_not_plain(void **state) {
  (void)state;
  assert_false(is_plain("Content-Transfer-Encoding: base64", "c291cA=="));
  assert_false(is_plain("Content-Type: multipart/mixed; boundary=x", "--x"));
  assert_false(is_plain("Content-Type: text/html", "<p>soup"));
  assert_true(is_plain("Content-Transfer-Encoding: base64", " \n"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(text_in_ascii_and_utf8_is_plain),
      cmocka_unit_test(other_charsets_are_plain_while_they_say_the_same),
      cmocka_unit_test(quoted_printable_is_plain_without_escapes),
      cmocka_unit_test(other_encodings_and_types_are_not_plain),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
#include "mapping.h"

#include "mail/parameter.h"

#include <stdio.h>
#include <string.h>

static void assert_string(const char *found, const char *expected) {
  if (expected == NULL) {
    assert_null(found);
  } else {
    assert_non_null(found);
    assert_string_equal(found, expected);
  }
}

/* Those of a part must be the same when they are read at once. */
static void assert_value(const char *value, const char *name,
                         const char *expected) {
  struct base_arena arena = {0};
  struct base_slice text = base_slice_of(value);
  struct mail_parameters all = mail_parameters_read(text, &arena);
  assert_string(mail_parameter_string(text, name, &arena), expected);
  for (size_t i = 0; i < MAIL_PARAMETERS; i++) {
    assert_string(all.strings[i],
                  mail_parameter_string(text, mail_parameter_names[i], &arena));
  }
  base_arena_destroy(&arena);
}

static void the_first_word_stands_alone(void **state) {
  (void)state;
  struct base_slice word =
      mail_first_word(base_slice_of("text/plain (a comment); charset=x"));
  assert_true(base_slice_equals(word, "text/plain"));
  assert_true(
      base_slice_equals(mail_first_word(base_slice_of("text;x")), "text"));
}

static void values_are_words_or_quoted(void **state) {
  (void)state;
  assert_value("text/plain; charset=utf-8", "charset", "utf-8");
  assert_value("text/plain; CHARSET = utf-8 ; x=y", "charset", "utf-8");
  assert_value("text/plain; charset=us-ascii (plain)", "charset", "us-ascii");
  assert_value("a/b; name=\"soup; \\\"hot\\\".txt\"; x=y", "name",
               "soup; \"hot\".txt");
  assert_value("a/b; name=\"soup \\\"hot\\\"\"; x=y", "name", "soup \"hot\"");
  assert_value("a/b; x=\"; name=no\"; name=yes", "name", "yes");
  assert_value("a/b; name=My soup.pdf; x=y", "name", "My soup.pdf");
  assert_value("a/b; charset=; name=soup.txt", "charset", "");
  assert_value("a/b; name=soup(1).pdf", "name", "soup(1).pdf");
  assert_value("a/b;\r\n\tboundary=\"x y\"", "boundary", "x y");
  assert_value("a/b;; boundary=x;", "boundary", "x");
  assert_value("a/b; names=x", "name", NULL);
  assert_value("a/b", "name", NULL);
  assert_value("", "name", NULL);
  assert_value("a/b; name=", "name", "");
  assert_value("a/b; name=\"not closed", "name", "not closed");
}

/* RFC 2231 §3, §4 and §4.1. */
static void the_standard_reads_so(void **state) {
  (void)state;
  assert_value("message/external-body; access-type=URL;\r\n"
               " URL*0=\"ftp://\";\r\n"
               " URL*1=\"cs.utk.edu/pub/moore/bulk-mailer/bulk-mailer.tar\"",
               "url", "ftp://cs.utk.edu/pub/moore/bulk-mailer/bulk-mailer.tar");
  assert_value("application/x-stuff;\r\n"
               " title*=us-ascii'en-us'This%20is%20%2A%2A%2Afun%2A%2A%2A",
               "title", "This is ***fun***");
  assert_value("application/x-stuff\r\n"
               " ;title*0*=us-ascii'en'This%20is%20even%20more%20\r\n"
               " ;title*1*=%2A%2A%2Afun%2A%2A%2A%20\r\n"
               " ;title*2=\"isn't it!\"",
               "title", "This is even more ***fun*** isn't it!");
}

static void sections_may_stand_in_any_order(void **state) {
  (void)state;
  assert_value("a/b; name*1=up; name*0=so; name*10=!; name*2=s", "name",
               "soups!");
}

static void the_form_that_says_more_wins(void **state) {
  (void)state;
  assert_value("a/b; name=Gr_n; name*=utf-8''Gr%C3%BCn", "name", "Gr\xc3\xbcn");
  assert_value("a/b; name=s; name*0=so; name*1=up", "name", "soup");
  assert_value("a/b; name=soup; name=tea", "name", "soup");
  assert_value("a/b; name=\"so\\up\"; name=tea", "name", "soup");
}

static void charsets_and_encoded_words_are_decoded(void **state) {
  (void)state;
  assert_value("a/b; name*=iso-8859-1''Gr%FCn", "name", "Gr\xc3\xbcn");
  assert_value("a/b; name=\"=?utf-8?Q?Gr=C3=BCn?=\"", "name", "Gr\xc3\xbcn");
  assert_value("a/b; name*=x-none''soup%21", "name", "soup!");
  assert_value("a/b; name*=soup%2", "name", "soup%2");
}

static void values_know_their_places(void **state) {
  (void)state;
  const char *raw = "a/b; name*0*=utf-8''Gr%C3; name*1*=%BCn%20Soup";
  struct mail_mapped mapped = {0};
  assert_true(mail_parameter_decode(base_slice_of(raw), "name", &mapped));
  struct text_source text = mail_mapped_source(&mapped);
  assert_sound(&text, strlen(raw));
  assert_text(&text, "Gr\xc3\xbcn Soup");
  assert_maps(&text, raw, "Soup", "Soup");
  assert_maps(&text, raw, "n S", "n%20S");
  assert_maps(&text, raw, "\xc3\xbc", "%C3; name*1*=%BC");
  mail_mapped_destroy(&mapped);
}

static void a_character_in_sections_out_of_order_has_no_length(void **state) {
  (void)state;
  const char *raw = "a/b; name*1*=%A0n; name*0*=shift_jis''%82";
  struct mail_mapped mapped = {0};
  assert_true(mail_parameter_decode(base_slice_of(raw), "name", &mapped));
  struct text_source text = mail_mapped_source(&mapped);
  uint32_t raw_start;
  uint32_t raw_end;
  text_source_raw(&text, 0, 3, &raw_start, &raw_end);
  assert_text(&text, "\xe3\x81\x82n");
  assert_int_equal(raw_start, strlen(raw) - strlen("%82"));
  assert_int_equal(raw_end, raw_start);
  mail_mapped_destroy(&mapped);
}

static void many_sections_take_no_time(void **state) {
  (void)state;
  static char raw[64 << 10];
  size_t size = 0;
  for (int i = 6000; i >= 0; i--) {
    size += (size_t)sprintf(raw + size, ";n*%d=x", i);
  }
  struct mail_mapped mapped = {0};
  assert_true(mail_parameter_decode(base_slice_of(raw), "n", &mapped));
  assert_int_equal(mapped.bytes.size, 6001);
  mail_mapped_destroy(&mapped);
  struct base_arena arena = {0};
  size = 0;
  for (int i = 4000; i >= 0; i--) {
    size += (size_t)sprintf(raw + size, ";name*%d=x", i);
  }
  struct mail_parameters all = mail_parameters_read(base_slice_of(raw), &arena);
  assert_int_equal(strlen(all.strings[MAIL_PARAMETER_NAME]), 4001);
  base_arena_destroy(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_first_word_stands_alone),
      cmocka_unit_test(values_are_words_or_quoted),
      cmocka_unit_test(the_standard_reads_so),
      cmocka_unit_test(sections_may_stand_in_any_order),
      cmocka_unit_test(the_form_that_says_more_wins),
      cmocka_unit_test(charsets_and_encoded_words_are_decoded),
      cmocka_unit_test(values_know_their_places),
      cmocka_unit_test(a_character_in_sections_out_of_order_has_no_length),
      cmocka_unit_test(many_sections_take_no_time),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

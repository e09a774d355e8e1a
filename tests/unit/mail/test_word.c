/* SPDX-License-Identifier: MIT */
#include "mapping.h"

#include "mail/transfer.h"
#include "mail/word.h"

#include <string.h>

struct decoded {
  struct mail_mapped mapped;
  struct text_source text;
  unsigned flaws;
};

static struct decoded decode(const char *raw, bool is_address_list) {
  struct decoded decoded = {.flaws = 0};
  decoded.flaws = mail_words_decode(base_slice_of(raw), 0, is_address_list,
                                    &decoded.mapped);
  decoded.text = mail_mapped_source(&decoded.mapped);
  assert_sound(&decoded.text, strlen(raw));
  return decoded;
}

static void assert_reads(const char *raw, const char *text) {
  struct decoded decoded = decode(raw, false);
  assert_text(&decoded.text, text);
  assert_int_equal(decoded.flaws, MAIL_FLAWLESS);
  mail_mapped_destroy(&decoded.mapped);
}

static void assert_reads_list(const char *raw, const char *text) {
  struct decoded decoded = decode(raw, true);
  assert_text(&decoded.text, text);
  mail_mapped_destroy(&decoded.mapped);
}

/* Not allowed, and met all the same. */
static void bytes_beside_words_are_windows_1252_or_utf8(void **state) {
  (void)state;
  assert_reads("Gr\xfc\xdf"
               "e",
               "Gr\xc3\xbc\xc3\x9f"
               "e");
  assert_reads("Gr\xc3\xbc\xc3\x9f"
               "e",
               "Gr\xc3\xbc\xc3\x9f"
               "e");
  assert_reads("Gr\xfc\xdf"
               "e\r\n =?utf-8?Q?aus_K=C3=B6ln?=",
               "Gr\xc3\xbc\xc3\x9f"
               "e aus K\xc3\xb6ln");
  assert_true(mail_words_change(base_slice_of("Gr\xfc\xdf"
                                              "e")));
  assert_false(mail_words_change(base_slice_of("Gr\xc3\xbc\xc3\x9f"
                                               "e")));
  assert_false(mail_words_change(base_slice_of("soup")));
}

/* RFC 2047 §8, the first examples. */
static void the_standard_reads_so(void **state) {
  (void)state;
  assert_reads("=?US-ASCII?Q?Keith_Moore?= <moore@cs.utk.edu>",
               "Keith Moore <moore@cs.utk.edu>");
  assert_reads("=?ISO-8859-1?Q?Keld_J=F8rn_Simonsen?= <keld@dkuug.dk>",
               "Keld J\xc3\xb8rn Simonsen <keld@dkuug.dk>");
  assert_reads("=?ISO-8859-1?Q?Andr=E9?= Pirard <PIRARD@vm1.ulg.ac.be>",
               "Andr\xc3\xa9 Pirard <PIRARD@vm1.ulg.ac.be>");
  assert_reads("=?ISO-8859-1?B?SWYgeW91IGNhbiByZWFkIHRoaXMgeW8=?=\r\n"
               "    =?ISO-8859-2?B?dSB1bmRlcnN0YW5kIHRoZSBleGFtcGxlLg==?=",
               "If you can read this you understand the example.");
}

/* RFC 2047 §8, the table at its end. */
static void blanks_between_words_are_none(void **state) {
  (void)state;
  assert_reads("(=?ISO-8859-1?Q?a?=)", "(a)");
  assert_reads("(=?ISO-8859-1?Q?a?= b)", "(a b)");
  assert_reads("(=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=)", "(ab)");
  assert_reads("(=?ISO-8859-1?Q?a?=  =?ISO-8859-1?Q?b?=)", "(ab)");
  assert_reads("(=?ISO-8859-1?Q?a?=\r\n    =?ISO-8859-1?Q?b?=)", "(ab)");
  assert_reads("(=?ISO-8859-1?Q?a_b?=)", "(a b)");
  assert_reads("(=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=)", "(a b)");
}

/* RFC 2231 §5. */
static void a_language_may_stand_behind_the_charset(void **state) {
  (void)state;
  assert_reads("=?US-ASCII*EN?Q?Keith_Moore?=", "Keith Moore");
}

static void a_character_may_lie_in_two_words(void **state) {
  (void)state;
  assert_reads("=?utf-8?Q?Gr=C3?= =?utf-8?Q?=BC=C3=9Fe?=", "Gr\xc3\xbc\xc3\x9f"
                                                           "e");
  assert_reads("=?utf-8?B?R3LD?= =?utf-8?B?vMOfZQ==?=", "Gr\xc3\xbc\xc3\x9f"
                                                        "e");
}

static void what_is_no_word_stays(void **state) {
  (void)state;
  assert_reads("1 = 2 =? 3", "1 = 2 =? 3");
  assert_reads("=?utf-8?X?abc?=", "=?utf-8?X?abc?=");
  assert_reads("=?utf-8?Q?not closed", "=?utf-8?Q?not closed");
  assert_reads("=?utf-8?Q?not\r\n closed?=", "=?utf-8?Q?not closed?=");
  assert_reads("=??Q?no charset?=", "=??Q?no charset?=");
  assert_reads("", "");
}

static void unknown_charsets_stay_and_are_told(void **state) {
  (void)state;
  struct decoded decoded = decode("Re: =?x-none?Q?caf=E9?= soup", false);
  assert_text(&decoded.text, "Re: =?x-none?Q?caf=E9?= soup");
  assert_int_equal(decoded.flaws, MAIL_UNKNOWN);
  mail_mapped_destroy(&decoded.mapped);
}

static void folds_are_one_space(void **state) {
  (void)state;
  assert_reads("The soup\r\n\t is =?utf-8?Q?hot?=", "The soup is hot");
  assert_reads("The soup \n is hot", "The soup is hot");
}

static void words_know_their_places(void **state) {
  (void)state;
  const char *raw = "Re: =?utf-8?Q?ASAP_bitte,?=\r\n =?utf-8?Q?_Gr=C3=BC=C3?="
                    " =?utf-8?B?n2Ugbm93?=";
  struct decoded decoded = decode(raw, false);
  const struct text_source *text = &decoded.text;
  assert_text(text, "Re: ASAP bitte, Gr\xc3\xbc\xc3\x9f"
                    "e now");
  assert_maps(text, raw, "ASAP", "ASAP");
  assert_maps(text, raw, "ASAP bitte", "ASAP_bitte");
  assert_maps(text, raw, "\xc3\xbc", "=C3=BC");
  assert_maps(text, raw, "\xc3\x9f", "=C3?= =?utf-8?B?n2Ug");
  assert_maps(text, raw, "now", "bm93");
  assert_maps(text, raw, "bitte, Gr", "bitte,?=\r\n =?utf-8?Q?_Gr");
  mail_mapped_destroy(&decoded.mapped);
}

static void a_list_of_addresses_stays_one(void **state) {
  (void)state;
  assert_reads_list("=?utf-8?Q?Lima=2C_Ana?= <ana@a.example>, tom@a.example",
                    "\"Lima, Ana\" <ana@a.example>, tom@a.example");
  assert_reads_list("=?utf-8?Q?Ana_Lima?= <ana@a.example>",
                    "Ana Lima <ana@a.example>");
  assert_reads_list("\"=?utf-8?Q?Lima=2C_=22Ana=22?=\" <ana@a.example>",
                    "\"Lima, \\\"Ana\\\"\" <ana@a.example>");
}

static void many_open_words_take_no_time(void **state) {
  (void)state;
  static char raw[64 << 10];
  for (size_t i = 0; i + 10 < sizeof raw; i += 8) {
    memcpy(raw + i, "=?a?Q?xx", 8);
  }
  struct decoded decoded = decode(raw, false);
  assert_int_equal(decoded.text.size, strlen(raw));
  mail_mapped_destroy(&decoded.mapped);
}

static void fields_are_found_and_decoded(void **state) {
  (void)state;
  struct mail_fields fields = {0};
  struct base_arena arena = {0};
  size_t limit;
  mail_header_read(base_slice_of("Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\n"
                                 "To: plain\n folded\n"),
                   &fields, &limit);
  assert_string_equal(
      mail_words_string(&fields, MAIL_FIELD_SUBJECT, false, &arena),
      "Gr\xc3\xbc\xc3\x9f"
      "e");
  assert_string_equal(mail_words_string(&fields, MAIL_FIELD_TO, true, &arena),
                      "plain folded");
  assert_null(mail_words_string(&fields, MAIL_FIELD_CC, true, &arena));
  base_arena_destroy(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(bytes_beside_words_are_windows_1252_or_utf8),
      cmocka_unit_test(the_standard_reads_so),
      cmocka_unit_test(blanks_between_words_are_none),
      cmocka_unit_test(a_language_may_stand_behind_the_charset),
      cmocka_unit_test(a_character_may_lie_in_two_words),
      cmocka_unit_test(what_is_no_word_stays),
      cmocka_unit_test(unknown_charsets_stay_and_are_told),
      cmocka_unit_test(folds_are_one_space),
      cmocka_unit_test(words_know_their_places),
      cmocka_unit_test(a_list_of_addresses_stays_one),
      cmocka_unit_test(many_open_words_take_no_time),
      cmocka_unit_test(fields_are_found_and_decoded),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

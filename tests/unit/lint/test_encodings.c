/* SPDX-License-Identifier: MIT */
/*
 * The same text in every encoding has the same findings, markers and zones,
 * each at the smallest raw range of whole units that holds it.
 */
#include "envelope.h"
#include "lab.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char rules[] =
    "language: en\n"
    "group: test\n"
    "markers:\n"
    "  greeting:\n    find: |\n      (hi|hello) <Capital>\n"
    "  farewell:\n    find: |\n      (kind regards|cheers)\n"
    "  thanks:\n    find: |\n      thank you\n"
    "rules:\n"
    "  told:\n    severity: warning\n    message: \"{text}\"\n"
    "    why: \"A test.\"\n    instead: \"-\"\n"
    "    find: |\n      like I told you before\n"
    "  nonsense:\n    severity: error\n    message: \"{text}\"\n"
    "    why: \"A test.\"\n    instead: \"-\"\n"
    "    find: |\n      utter nonsense\n      all of it\n"
    "  noted:\n    severity: warning\n    message: \"{text}\"\n"
    "    why: \"A test.\"\n    instead: \"-\"\n"
    "    find: |\n      list is late\n      table is late\n";

static const char latin_text[] =
    "Hi Ana,\r\n"
    "\r\n"
    "like I told you before, the caf\xc3\xa9 list is late, all\r\n"
    "of it. The rest of the na\xc3\xafve r\xc3\xa9sum\xc3\xa9 is utter\r\n"
    "nonsense, thank you.\r\n"
    "\r\n"
    "Cheers,\r\n"
    "Zo\xc3\xab\r\n"
    "-- \r\n"
    "Zo\xc3\xab Park\r\n";

static const char japanese_text[] =
    "Hi Ana,\r\n"
    "\r\n"
    "like I told you before, \xe6\x97\xa5\xe6\x9c\xac: the table is late,\r\n"
    "all of it. \xe6\x97\xa5\xe6\x9c\xac, \xe6\x97\xa5 is utter nonsense.\r\n"
    "\r\n"
    "Kind regards,\r\n"
    "Zoe\r\n";

/* The session's results for a mail of 8 bits, and for the encoded one. */
struct pair {
  struct lab plain;
  struct lab encoded;
  struct envelope envelope;
  size_t header; /* of the mail of 8 bits: its text starts there */
};

/* An empty span stands where the byte behind it does. */
static void assert_span(const struct pair *pair,
                        const struct courtesy_span *plain,
                        const struct courtesy_span *encoded) {
  const struct place *places = pair->envelope.places;
  size_t start = plain->offset - pair->header;
  size_t end = start + plain->length;
  assert_int_equal(encoded->offset, places[start].start);
  if (plain->length == 0) {
    assert_int_equal(encoded->length, 0);
  } else {
    assert_int_equal(encoded->offset + encoded->length, places[end - 1].end);
  }
}

static void compare_findings(const struct pair *pair) {
  size_t count = courtesy_session_finding_count(pair->plain.session);
  assert_int_equal(count,
                   courtesy_session_finding_count(pair->encoded.session));
  assert_int_equal(count, 4);
  for (size_t i = 0; i < count; i++) {
    const struct courtesy_finding *plain =
        courtesy_session_finding(pair->plain.session, i);
    const struct courtesy_finding *encoded =
        courtesy_session_finding(pair->encoded.session, i);
    assert_string_equal(plain->rule, encoded->rule);
    assert_string_equal(plain->text, encoded->text);
    assert_int_equal(plain->zone, encoded->zone);
    assert_span(pair, &plain->span, &encoded->span);
  }
}

static void compare_marks(const struct pair *pair) {
  size_t count = courtesy_session_mark_count(pair->plain.session);
  assert_int_equal(count, courtesy_session_mark_count(pair->encoded.session));
  assert_true(count >= 2);
  for (size_t i = 0; i < count; i++) {
    struct courtesy_mark plain;
    courtesy_session_mark(pair->plain.session, i, &plain);
    struct courtesy_mark encoded;
    courtesy_session_mark(pair->encoded.session, i, &encoded);
    assert_string_equal(plain.id, encoded.id);
    assert_int_equal(plain.text_size, encoded.text_size);
    assert_memory_equal(plain.text, encoded.text, plain.text_size);
    assert_span(pair, &plain.span, &encoded.span);
  }
}

static void compare_zones(const struct pair *pair) {
  size_t count = courtesy_session_zone_count(pair->plain.session);
  assert_int_equal(count, courtesy_session_zone_count(pair->encoded.session));
  assert_true(count >= 3);
  for (size_t i = 0; i < count; i++) {
    struct courtesy_zone_span plain;
    courtesy_session_zone(pair->plain.session, i, &plain);
    struct courtesy_zone_span encoded;
    courtesy_session_zone(pair->encoded.session, i, &encoded);
    assert_int_equal(plain.zone, encoded.zone);
    assert_span(pair, &plain.span, &encoded.span);
  }
}

static void lint_and_compare(struct pair *pair) {
  lab_lint(&pair->encoded, COURTESY_MAIL, pair->envelope.mail);
  assert_int_equal(courtesy_message_problem_count(pair->encoded.message), 0);
  compare_findings(pair);
  compare_marks(pair);
  compare_zones(pair);
}

/* In the encoding, in the encoding inside two multiparts, and then mangled. */
static void assert_same(const char *text, envelope_encoder *encode) {
  static struct pair pair;
  lab_rules(&pair.plain, rules);
  lab_rules(&pair.encoded, rules);
  envelope_8bit(&pair.envelope, text);
  pair.header = pair.envelope.places[0].start;
  lab_lint(&pair.plain, COURTESY_MAIL, pair.envelope.mail);
  encode(&pair.envelope, text);
  assert_int_equal(pair.envelope.text_size, strlen(text));
  lint_and_compare(&pair);
  envelope_nest(&pair.envelope);
  lint_and_compare(&pair);
  envelope_mangle(&pair.envelope);
  lint_and_compare(&pair);
  lab_close(&pair.plain);
  lab_close(&pair.encoded);
}

static void plain_text_is_found_in_multiparts(void **state) {
  (void)state;
  assert_same(latin_text, envelope_8bit);
  assert_same(japanese_text, envelope_8bit);
}

static void quoted_printable_says_the_same(void **state) {
  (void)state;
  assert_same(latin_text, envelope_quoted_printable);
  assert_same(japanese_text, envelope_quoted_printable);
}

static void base64_says_the_same(void **state) {
  (void)state;
  assert_same(latin_text, envelope_base64);
  assert_same(japanese_text, envelope_base64);
}

static void latin1_says_the_same(void **state) {
  (void)state;
  assert_same(latin_text, envelope_latin1);
  assert_same(latin_text, envelope_latin1_in_base64);
}

static void utf16_says_the_same(void **state) {
  (void)state;
  assert_same(latin_text, envelope_utf16);
  assert_same(japanese_text, envelope_utf16);
}

static void japanese_escapes_say_the_same(void **state) {
  (void)state;
  assert_same(japanese_text, envelope_iso_2022_jp);
}

static void flowed_text_says_the_same(void **state) {
  (void)state;
  assert_same(latin_text, envelope_flowed);
  assert_same(japanese_text, envelope_delsp);
}

static void html_says_the_same(void **state) {
  (void)state;
  assert_same(japanese_text, envelope_html);
}

/* What a mail of one encoding says: findings without their places. */
static void assert_findings(const char *mail, const char *expected) {
  struct lab lab;
  lab_rules(&lab, rules);
  lab_lint(&lab, COURTESY_MAIL, mail);
  assert_string_equal(lab_findings(&lab), expected);
  lab_close(&lab);
}

static void subjects_are_decoded_and_placed(void **state) {
  (void)state;
  assert_findings("Subject: =?utf-8?Q?utter_n?=\r\n"
                  " =?utf-8?Q?onsense?=\r\n\r\nSo long.",
                  "nonsense@1:20+29");
}

static void line_ends_make_no_difference(void **state) {
  (void)state;
  assert_findings("Subject: x\n\nutter\nnonsense", "nonsense@3:1+14");
  assert_findings("Subject: x\r\n\r\nutter\r\nnonsense", "nonsense@3:1+15");
  assert_findings("Subject: x\r\rutter\rnonsense", "nonsense@3:1+14");
  assert_findings("Subject: x\r\r\n\r\r\nutter\r\r\nnonsense",
                  "nonsense@3:1+16");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(plain_text_is_found_in_multiparts),
      cmocka_unit_test(quoted_printable_says_the_same),
      cmocka_unit_test(base64_says_the_same),
      cmocka_unit_test(latin1_says_the_same),
      cmocka_unit_test(utf16_says_the_same),
      cmocka_unit_test(japanese_escapes_say_the_same),
      cmocka_unit_test(flowed_text_says_the_same),
      cmocka_unit_test(html_says_the_same),
      cmocka_unit_test(subjects_are_decoded_and_placed),
      cmocka_unit_test(line_ends_make_no_difference),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

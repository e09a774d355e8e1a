/* SPDX-License-Identifier: MIT */
#include "mapping.h"

#include "mail/charset.h"
#include "mail/charset_table.h"
#include "mail/transfer.h"
#include "mail/utf8.h"

#include <string.h>

struct decoded {
  struct mail_mapped mapped;
  struct text_source text;
  unsigned flaws;
};

static struct decoded decode(const char *charset, const char *raw,
                             size_t size) {
  struct text_source from = {.bytes = raw, .size = (uint32_t)size};
  struct decoded decoded = {.flaws = 0};
  decoded.flaws = mail_charset_decode(base_slice_of(charset), &from, SIZE_MAX,
                                      &decoded.mapped);
  decoded.text = mail_mapped_source(&decoded.mapped);
  assert_sound(&decoded.text, size);
  return decoded;
}

static void assert_decodes(const char *charset, const char *raw, size_t size,
                           const char *text) {
  struct decoded decoded = decode(charset, raw, size);
  assert_text(&decoded.text, text);
  assert_int_equal(decoded.flaws, MAIL_FLAWLESS);
  mail_mapped_destroy(&decoded.mapped);
}

/* The raw range of `shown` starts at `start` and has `size` bytes. */
static void assert_place(const struct decoded *decoded, const char *shown,
                         uint32_t start, uint32_t size) {
  const char *at = strstr(decoded->text.bytes, shown);
  assert_non_null(at);
  uint32_t place = (uint32_t)(at - decoded->text.bytes);
  uint32_t raw_start;
  uint32_t raw_end;
  text_source_raw(&decoded->text, place, place + (uint32_t)strlen(shown),
                  &raw_start, &raw_end);
  assert_int_equal(raw_start, start);
  assert_int_equal(raw_end - raw_start, size);
}

static void tables_serve_common_charsets(void **state) {
  (void)state;
  assert_decodes("ISO-8859-1",
                 "Gr\xfc\xdf"
                 "e",
                 5,
                 "Gr\xc3\xbc\xc3\x9f"
                 "e");
  assert_decodes("iso-8859-2", "d\xfakuj\xec", 6,
                 "d\xc3\xba"
                 "kuj\xc4\x9b");
  assert_decodes("iso-8859-15", "5 \xa4", 3, "5 \xe2\x82\xac");
  assert_decodes("windows-1250", "\x9a", 1, "\xc5\xa1");
  assert_decodes("windows-1252", "don\x92t", 5, "don\xe2\x80\x99t");
  assert_decodes("windows-1251", "\xcf\xf0\xe8\xe2\xe5\xf2", 6,
                 "\xd0\x9f\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82");
  assert_decodes("X-Mac-Roman", "na\x95ve", 5, "na\xc3\xafve");
  assert_decodes("koi8-r", "\xf0\xd2\xc9\xd7\xc5\xd4", 6,
                 "\xd0\x9f\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82");
}

static void characters_of_one_byte_know_it(void **state) {
  (void)state;
  struct decoded decoded = decode("latin1",
                                  "Gr\xfc\xdf"
                                  "e an",
                                  8);
  assert_place(&decoded, "Gr\xc3\xbc", 0, 3);
  assert_place(&decoded, "\xc3\x9f", 3, 1);
  assert_place(&decoded, "an", 6, 2);
  mail_mapped_destroy(&decoded.mapped);
}

static void utf16_has_two_orders_and_surrogates(void **state) {
  (void)state;
  assert_decodes("utf-16le", "H\0i\0", 4, "Hi");
  assert_decodes("UTF-16BE", "\0H\0i", 4, "Hi");
  assert_decodes("utf-16", "\xff\xfeH\0i\0", 6, "Hi");
  assert_decodes("utf-16", "\xfe\xff\0H\0i", 6, "Hi");
  assert_decodes("utf-16", "H\0i\0", 4, "Hi");
  assert_decodes("utf-16be", "\xd8\x3d\xde\x00", 4, "\xf0\x9f\x98\x80");
  struct decoded decoded = decode("utf-16le", "H\0i\0!\0", 6);
  assert_place(&decoded, "i", 2, 2);
  mail_mapped_destroy(&decoded.mapped);
}

/* However many blocks there are, and wherever in one it ends. */
static void ascii_ends_at_the_first_other_byte(void **state) {
  (void)state;
  char text[200];
  for (size_t size = 0; size <= sizeof text; size++) {
    memset(text, 'e', sizeof text);
    assert_int_equal(mail_ascii_size(text, size, true), size);
    for (size_t place = 0; place < size; place++) {
      text[size - 1] = '\xe9'; /* one more, behind it */
      text[place] = '\xe9';
      assert_int_equal(mail_ascii_size(text, size, false), place);
      text[place] = MAIL_ESCAPE;
      assert_int_equal(mail_ascii_size(text, size, true), place);
      text[place] = 'e';
    }
  }
}

/* Text is looked at in blocks: wherever it stands in one. */
static void damaged_utf8_is_found(void **state) {
  (void)state;
  static const char *const letters[] = {"e",   "ж",    "我", "😀",
                                        "ж e", "“é” ", "ह"};
  static const char *const damaged[] = {
      "\xd0",     "\xb6",         "\xd0\xd0\xb6", "\xff",
      "\xe2\x80", "\xed\xa0\x80", "\xe0\x9f\xbf"};
  for (size_t i = 0; i < 7 * 7 * 150; i++) {
    char text[1500] = "";
    for (size_t k = 0; k < i / 49; k++) {
      strcat(text, letters[i % 7]);
    }
    size_t place = strlen(text);
    struct base_slice whole = {text, place};
    assert_true(mail_utf8_damage(whole) == SIZE_MAX);
    strcat(strcat(text, damaged[i / 7 % 7]), letters[i % 7]);
    whole.size = strlen(text);
    assert_true(mail_utf8_damage(whole) == place);
  }
}

static void damaged_utf16_is_told(void **state) {
  (void)state;
  struct decoded decoded = decode("utf-16be", "\xd8\x3d\0Hx", 5);
  assert_text(&decoded.text, "\xef\xbf\xbdH\xef\xbf\xbd");
  assert_int_equal(decoded.flaws, MAIL_DAMAGED);
  mail_mapped_destroy(&decoded.mapped);
}

static void japanese_mail_shifts(void **state) {
  (void)state;
  const char *raw = "\x1b$BF|K\\\x1b(B ASAP";
  struct decoded decoded = decode("ISO-2022-JP", raw, strlen(raw));
  assert_text(&decoded.text, "\xe6\x97\xa5\xe6\x9c\xac ASAP");
  assert_place(&decoded, "\xe6\x97\xa5", 3, 2);
  assert_place(&decoded, "\xe6\x9c\xac", 5, 2);
  assert_place(&decoded, "\xe6\x97\xa5\xe6\x9c\xac", 3, 4);
  assert_place(&decoded, "ASAP", 11, 4);
  mail_mapped_destroy(&decoded.mapped);
}

static void iconv_serves_the_rest(void **state) {
  (void)state;
  struct decoded decoded = decode("gb2312", "Hi \xc4\xe3\xba\xc3!", 8);
  assert_text(&decoded.text, "Hi \xe4\xbd\xa0\xe5\xa5\xbd!");
  assert_place(&decoded, "\xe5\xa5\xbd", 5, 2);
  assert_place(&decoded, "!", 7, 1);
  mail_mapped_destroy(&decoded.mapped);
}

/* Characters of two bytes are converted many at once. */
static void pairs_end_where_something_else_begins(void **state) {
  (void)state;
  const char *raw = "\xc4\xe3\x81\x30\x81\x30\xba\xc3";
  struct decoded four = decode("gb18030", raw, 8);
  assert_text(&four.text, "\xe4\xbd\xa0\xc2\x80\xe5\xa5\xbd");
  assert_place(&four, "\xc2\x80", 2, 4);
  assert_place(&four, "\xe5\xa5\xbd", 6, 2);
  mail_mapped_destroy(&four.mapped);
  raw = "\x1b$BF|\n K\\\x1b(J\\\x1b(B\\";
  struct decoded shifted = decode("ISO-2022-JP", raw, strlen(raw));
  assert_text(&shifted.text, "\xe6\x97\xa5\n \xe6\x9c\xac\xc2\xa5\\");
  assert_place(&shifted, "\xe6\x9c\xac", 7, 2);
  assert_place(&shifted, "\\", 16, 1);
  mail_mapped_destroy(&shifted.mapped);
  raw = "\xb0\xa1\xb0\xff\xb0\xa2";
  struct decoded damaged = decode("euc-jp", raw, 6);
  assert_place(&damaged, "\xe4\xba\x9c", 0, 2);
  assert_int_equal(damaged.flaws, MAIL_DAMAGED);
  mail_mapped_destroy(&damaged.mapped);
}

/* iconv would wait whether a point follows, and give them as one. */
static void letters_that_points_follow_keep_their_places(void **state) {
  (void)state;
  struct decoded shalom = decode("windows-1255", "\xf9\xec\xe5\xed Sam", 8);
  assert_text(&shalom.text, "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d Sam");
  assert_place(&shalom, "\xd7\xa9", 0, 1);
  assert_place(&shalom, "\xd7\x9d", 3, 1);
  mail_mapped_destroy(&shalom.mapped);
  struct decoded pointed = decode("windows-1255", "\xf9\xd1", 2);
  assert_text(&pointed.text, "\xd7\xa9\xd7\x81");
  assert_place(&pointed, "\xd7\x81", 1, 1);
  mail_mapped_destroy(&pointed.mapped);
  assert_decodes("windows-1258", "ti\xea\xf2ng", 6, "ti\xc3\xaa\xcc\xa3ng");
  assert_decodes("big5-hkscs", "\x88\x62", 2, "\xc3\x8a\xcc\x84");
}

static void what_means_nothing_is_replaced(void **state) {
  (void)state;
  struct decoded gap = decode("windows-1253", "a\xff", 2);
  assert_text(&gap.text, "a\xef\xbf\xbd");
  assert_int_equal(gap.flaws, MAIL_DAMAGED);
  mail_mapped_destroy(&gap.mapped);
  struct decoded decoded = decode("euc-jp",
                                  "a\xff"
                                  "b\xc4",
                                  4);
  assert_text(&decoded.text, "a\xef\xbf\xbd"
                             "b\xef\xbf\xbd");
  assert_int_equal(decoded.flaws, MAIL_DAMAGED);
  mail_mapped_destroy(&decoded.mapped);
}

static void unknown_charsets_are_told(void **state) {
  (void)state;
  const char *const names[] = {"x-no-such", "utf-8//IGNORE", "a b",
                               "an-endless-name-that-no-charset-has-ever-had"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    struct decoded decoded = decode(names[i], "caf\xe9", 4);
    assert_int_equal(decoded.flaws, MAIL_UNKNOWN);
    assert_int_equal(decoded.text.size, 0);
    mail_mapped_destroy(&decoded.mapped);
  }
}

static void no_more_is_decoded_than_wanted(void **state) {
  (void)state;
  struct text_source from = {.bytes = "Gr\xfc\xdf"
                                      "e",
                             .size = 5};
  struct mail_mapped mapped = {0};
  assert_int_equal(
      mail_charset_decode(base_slice_of("latin1"), &from, 4, &mapped),
      MAIL_CUT);
  struct text_source text = mail_mapped_source(&mapped);
  assert_text(&text, "Gr\xc3\xbc");
  mail_mapped_destroy(&mapped);
}

static bool keeps(const char *charset, const char *text) {
  return mail_charset_keeps(base_slice_of(charset), base_slice_of(text));
}

static void ascii_and_utf8_are_kept(void **state) {
  (void)state;
  assert_true(keeps("utf-8", "caf\xe9"));
  assert_true(keeps("us-ascii", "caf\xc3\xa9"));
  assert_true(keeps("", "soup"));
  assert_true(keeps("iso-8859-1", "soup"));
  assert_true(keeps("x-no-such", "soup"));
  assert_false(keeps("iso-8859-1", "caf\xc3\xa9"));
  assert_false(keeps("iso-2022-jp", "soup"));
  assert_false(keeps("utf-16", "soup"));
}

static void without_a_name_the_bytes_tell(void **state) {
  (void)state;
  assert_decodes("", "don\x92t", 5, "don\xe2\x80\x99t");
  assert_decodes("us-ascii", "caf\xc3\xa9", 5, "caf\xc3\xa9");
}

/* The tables say what iconv says, but for the bytes that Latin-1 leaves to
 * control characters and those without a meaning. */
static void tables_agree_with_iconv(void **state) {
  (void)state;
  static const struct {
    const char *ours;
    const char *theirs; /* a name that only iconv knows */
  } pairs[] = {{"iso-8859-2", "ISO_8859-2:1987"},
               {"iso-8859-15", "ISO-IR-203"},
               {"windows-1250", "MS-EE"},
               {"windows-1252", "MS-ANSI"},
               {"windows-1251", "MS-CYRL"},
               {"windows-1253", "MS-GREEK"},
               {"iso-8859-5", "ISO-IR-144"},
               {"iso-8859-7", "ISO-IR-126"},
               {"iso-8859-8", "ISO-IR-138"},
               {"iso-8859-9", "ISO-IR-148"},
               {"koi8-r", "CSKOI8R"},
               {"cp850", "CSPC850MULTILINGUAL"},
               {"cp866", "CSIBM866"}};
  for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
    assert_non_null(mail_charset_table(base_slice_of(pairs[i].ours)));
    assert_null(mail_charset_table(base_slice_of(pairs[i].theirs)));
    for (int byte = 0xa0; byte < 0x100; byte++) {
      char raw = (char)byte;
      struct decoded ours = decode(pairs[i].ours, &raw, 1);
      struct decoded theirs = decode(pairs[i].theirs, &raw, 1);
      if (theirs.flaws == MAIL_FLAWLESS) {
        assert_int_equal(ours.text.size, theirs.text.size);
        assert_memory_equal(ours.text.bytes, theirs.text.bytes, ours.text.size);
      }
      mail_mapped_destroy(&ours.mapped);
      mail_mapped_destroy(&theirs.mapped);
    }
  }
}

/* RFC 2152 §3: a character of a shifted run holds what opens the run. */
static void utf7_characters_begin_with_their_shift(void **state) {
  (void)state;
  struct decoded decoded = decode("UTF-7", "f+APw-r +AOQA9g- u", 18);
  assert_text(&decoded.text, "f\xc3\xbcr \xc3\xa4\xc3\xb6 u");
  assert_place(&decoded, "f", 0, 1);
  assert_place(&decoded, "\xc3\xbc", 1, 4);
  assert_place(&decoded, "r", 6, 1);
  assert_place(&decoded, "\xc3\xa4", 8, 4);
  assert_place(&decoded, "\xc3\xb6", 12, 3);
  assert_place(&decoded, "u", 17, 1);
  mail_mapped_destroy(&decoded.mapped);
}

static void damage_ends_a_shift(void **state) {
  (void)state;
  struct decoded decoded = decode("UTF-7",
                                  "+\xa0"
                                  "f",
                                  3);
  assert_int_equal(decoded.flaws, MAIL_DAMAGED);
  assert_place(&decoded, "f", 2, 1);
  mail_mapped_destroy(&decoded.mapped);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(tables_serve_common_charsets),
      cmocka_unit_test(characters_of_one_byte_know_it),
      cmocka_unit_test(ascii_ends_at_the_first_other_byte),
      cmocka_unit_test(damaged_utf8_is_found),
      cmocka_unit_test(utf16_has_two_orders_and_surrogates),
      cmocka_unit_test(damaged_utf16_is_told),
      cmocka_unit_test(japanese_mail_shifts),
      cmocka_unit_test(iconv_serves_the_rest),
      cmocka_unit_test(pairs_end_where_something_else_begins),
      cmocka_unit_test(letters_that_points_follow_keep_their_places),
      cmocka_unit_test(what_means_nothing_is_replaced),
      cmocka_unit_test(unknown_charsets_are_told),
      cmocka_unit_test(no_more_is_decoded_than_wanted),
      cmocka_unit_test(ascii_and_utf8_are_kept),
      cmocka_unit_test(without_a_name_the_bytes_tell),
      cmocka_unit_test(tables_agree_with_iconv),
      cmocka_unit_test(utf7_characters_begin_with_their_shift),
      cmocka_unit_test(damage_ends_a_shift),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/*
 * Ways that are there for speed alone, against the plain ways that they stand
 * for: on whatever bytes, both say the same.
 */
#include "describe.h"
#include "random.h"

#include "text/byte_class.h"
#include "text/peek.h"
#include "text/plain.h"
#include "text/scan.h"
#include "text/sign.h"
#include "text/vocabulary.h"

#include <stdio.h>
#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { ROUNDS = 20000, LINE_SIZE = 256 };

static char random_byte(uint32_t *random, const char *among, bool any) {
  uint32_t number = random_next(random) >> 8;
  return (char)(any ? number : (unsigned char)among[number % strlen(among)]);
}

/* The word at `bytes`, read one by one. */
static struct text_peek peek_at_each(const char *bytes) {
  char folded[TEXT_PEEK_SIZE] = {0};
  struct text_peek peek = {0};
  while (peek.size < TEXT_PEEK_SIZE &&
         text_byte_is(bytes[peek.size], TEXT_BYTE_WORD)) {
    char byte = bytes[peek.size];
    uint32_t bit = UINT32_C(1) << peek.size;
    folded[peek.size++] = text_byte_lower(byte);
    peek.upper |= text_byte_is(byte, TEXT_BYTE_UPPER) ? bit : 0;
    peek.lower |= text_byte_is(byte, TEXT_BYTE_LOWER) ? bit : 0;
  }
  peek.key = text_word_key_padded(folded, peek.size);
  return peek;
}

static void a_peek_sees_what_a_loop_sees(void **state) {
  (void)state;
  static const char edges[] =
      "aAzZ09mM`{@[/:_ .'\x1F\x7F\x80\xC1\xDA\xE1\xFA\xFF";
  uint32_t random = 3;
  for (int round = 0; round < ROUNDS; round++) {
    char bytes[TEXT_PEEK_SIZE];
    uint32_t word = random_next(&random) % (TEXT_PEEK_SIZE + 1);
    for (uint32_t i = 0; i < TEXT_PEEK_SIZE; i++) {
      bytes[i] = random_byte(&random, i < word ? "aAzZ09mM" : edges,
                             i >= word && round % 2 == 0);
    }
    struct text_peek quick;
    text_peek(bytes, &quick);
    struct text_peek plain = peek_at_each(bytes);
    assert_int_equal(quick.size, plain.size);
    assert_int_equal(quick.upper, plain.upper);
    assert_int_equal(quick.lower, plain.lower);
    assert_true(text_word_key_is(quick.key, plain.key));
  }
}

static void all_bytes_are_seen_alike(void **state) {
  (void)state;
  for (int byte = 0; byte < 256; byte++) {
    char bytes[TEXT_PEEK_SIZE];
    memset(bytes, byte, sizeof bytes);
    struct text_peek quick;
    text_peek(bytes, &quick);
    struct text_peek plain = peek_at_each(bytes);
    assert_int_equal(quick.size, plain.size);
    assert_int_equal(quick.upper, plain.upper);
    assert_int_equal(quick.lower, plain.lower);
    assert_true(text_word_key_is(quick.key, plain.key));
    assert_int_equal(quick.size,
                     text_byte_is((char)byte, TEXT_BYTE_WORD) ? 16 : 0);
  }
}

static void a_peek_folds_and_measures(void **state) {
  (void)state;
  struct text_peek peek;
  text_peek("Send Ann's list.", &peek);
  assert_int_equal(peek.size, 4);
  assert_int_equal(peek.upper, 1);
  assert_int_equal(peek.lower, 2 + 4 + 8);
  assert_true(text_word_key_is(peek.key, text_word_key_of("send", 4)));
}

static void a_peek_at_a_number_passes_over_marks_inside(void **state) {
  (void)state;
  static const struct {
    const char *text; /* sixteen bytes */
    const char *number;
  } cases[] = {
      {"10:30pm, at last", "10:30pm"},
      {"1,000.5. And it ", "1,000.5"},
      {"5, 6 and so on. ", "5"},
      {"3.c is not ours ", "3"},
      {"1'000'000 francs", "1'000'000"},
      {"2ND. floor, left", "2nd"},
      {"1..2 is a range ", "1"},
      {"12345,78901.345,", "12345,78901.345"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct text_peek peek;
    text_peek_number(cases[i].text, &peek);
    const char *number = cases[i].number;
    assert_int_equal(peek.size, strlen(number));
    assert_true(
        text_word_key_is(peek.key, text_word_key_of(number, peek.size)));
  }
}

/* A line's tokens without text/plain.h. */
static bool scan_slowly(struct text_scan *scan) {
  bool added = true;
  while (added && scan->at < scan->end) {
    char byte = scan->bytes[scan->at];
    if (text_byte_is(byte, TEXT_BYTE_BLANK)) {
      scan->at++;
      scan->blank = true;
    } else if (text_byte_is(byte, TEXT_BYTE_LETTER)) {
      added = text_scan_word(scan);
    } else if (text_byte_is(byte, TEXT_BYTE_DIGIT)) {
      added = text_scan_number(scan);
    } else {
      added = text_scan_mark(scan);
    }
  }
  return added;
}

static const char *const pieces[] = {
    "we ",
    "Don't ",
    "dont ",
    "cannot",
    "R&D ",
    "vs. ",
    "Vs.",
    "J. ",
    "WE ",
    "a",
    " I ",
    ". ",
    ", ",
    "? ",
    "!",
    "?!",
    "...",
    ".",
    ",",
    "-",
    " - ",
    ": ",
    "/",
    "we're ",
    "Ann’s ",
    "can't",
    "Ça ",
    "ÀÉ",
    "Жук ",
    "élan, ",
    "ñ.",
    "ß ",
    "\u00A0",
    "\u0301",
    "won’t",
    "n't",
    "” ",
    "— ",
    "…",
    "\"",
    "(",
    "'s ",
    "10",
    "3.5 ",
    "A1 ",
    "B2B ",
    "e.g. ",
    "etc.",
    "é",
    "’s ",
    "www.",
    "@",
    "_",
    "*",
    ":",
    "\t",
    "U.S.",
    "list",
    "7/8",
    "1,000,",
    "9:15",
    "12.5%",
    "EGM's ",
    "we.\"",
    "5.\" ",
    "sixteen4letters ",
    "incomprehensibly.",
    "Internationalised ",
    "\nwe ",
    "- \nwe ",
    "  ",
    "кто-то ",
    "co\u2011author",
    "co\u2011",
    " \u2011 ",
    "\u2011The ",
    "\u2010",
    "7\u201110 ",
    "5” ",
    "www.”",
    "we.”",
    "vs.”",
    "We’re”",
    "lists’ ",
    "3-day ",
    "10:30, ",
    "5. ",
    "We/list, ",
    "we/",
    "sixteen4letters/list ",
    "Internationalise/list ",
    "internationalised/list ",
    "list-",
    "ВЗАИМОПОНИМАНИЕ ",
    "мы ",
    "Мы, ",
    "МЫ! ",
    "список ",
    "Отчёты; ",
    "благодарность.",
    "благодар ",
    "Благодарственный, ",
    "благодарИТЬ ",
    "шестнадцатибуквы ",
    "человеконенавистничество. ",
    "Vs. ",
    "a. ",
    "we) ",
    "we; ",
    "10) ",
    "50= ",
    "Ёлка ",
    "größtenteils; ",
    "Übergangsregelung, ",
    "quite-a-long-and-unbroken-",
    "weiterverwendungsmöglichkeiten",
};

/* Of all lengths: short ones and the ends of long ones are read otherwise.
 * Lines that are read together begin with a letter. */
static uint32_t fill_line(char line[LINE_SIZE], uint32_t *random) {
  uint32_t most = LINE_SIZE / 4 * (1 + random_next(random) % 4);
  return random_text(line, most, pieces, sizeof pieces / sizeof pieces[0],
                     random);
}

/* The fields of a token leave no gap, so that its bytes tell. */
static void assert_same_tokens(const struct text_document *quick,
                               const struct text_document *slow) {
  assert_int_equal(quick->tokens.count, slow->tokens.count);
  assert_memory_equal(quick->tokens.items, slow->tokens.items,
                      slow->tokens.count * sizeof *slow->tokens.items);
  for (size_t i = 0; i < quick->tokens.count; i++) {
    assert_true(quick->signs.items[i] == text_sign_of(&quick->tokens.items[i]));
  }
  assert_int_equal(quick->written, slow->written);
}

static void the_quick_way_makes_the_same_tokens(void **state) {
  (void)state;
  struct text_vocabulary *vocabulary = text_vocabulary_create();
  text_vocabulary_abbreviate(
      vocabulary, text_vocabulary_add(vocabulary, base_slice_of("vs")));
  text_vocabulary_add(vocabulary, base_slice_of("we"));
  text_vocabulary_add(vocabulary, base_slice_of("we/list"));
  const char *most = "sixteen4letters/list"; /* a peek holds its left side */
  text_vocabulary_add(vocabulary, base_slice_of(most));
  text_vocabulary_add(vocabulary, base_slice_of("internationalise/list"));
  text_vocabulary_add(vocabulary, base_slice_of("internationalised/list"));
  text_vocabulary_add(vocabulary, base_slice_of("мы"));
  text_vocabulary_add(vocabulary, base_slice_of("список"));
  text_vocabulary_add(vocabulary, base_slice_of("благодар"));
  text_vocabulary_add(vocabulary, base_slice_of("благодарность"));
  const struct text_lexicon lexicon = {.vocabulary = vocabulary};
  struct text_document quick = {0};
  struct text_document slow = {0};
  uint32_t random = 7;
  for (int round = 0; round < ROUNDS; round++) {
    char line[LINE_SIZE];
    uint32_t size = fill_line(line, &random);
    uint32_t ends[] = {size, size / 2, size - size % 3};
    struct text_scan scan = {
        .bytes = line,
        .size = size,
        .end = ends[random_next(&random) % 3],
        .region_end = size,
        .lexicon = &lexicon,
        .words = text_vocabulary_tables(vocabulary),
        .blank = true,
    };
    struct text_scan same = scan;
    text_document_reset(&quick);
    text_document_reset(&slow);
    text_scan_begin(&scan, &quick);
    text_scan_begin(&same, &slow);
    assert_true(text_scan_lines(&scan));
    assert_true(scan_slowly(&same));
    text_scan_end(&scan);
    text_scan_end(&same);
    assert_same_tokens(&quick, &slow);
  }
  text_document_destroy(&quick);
  text_document_destroy(&slow);
  text_vocabulary_destroy(vocabulary);
}

/* The quick way has the endings, and the words that are not their stem and an
 * ending, a second time. */
static void assert_same_contraction(const char *stem, const char *ending) {
  struct text_vocabulary *vocabulary = text_vocabulary_create();
  const struct text_lexicon lexicon = {.vocabulary = vocabulary};
  const char *stems[] = {"we", "do", "can", "ca", "won", "let", "ai", "sha"};
  for (size_t i = 0; i < sizeof stems / sizeof stems[0]; i++) {
    text_vocabulary_add(vocabulary, base_slice_of(stems[i]));
  }
  char line[LINE_SIZE];
  int size = snprintf(line, sizeof line, "%s%s again and again", stem, ending);
  struct text_document quick = {0};
  struct text_document slow = {0};
  struct text_scan scan = {
      .bytes = line,
      .size = (uint32_t)size,
      .end = (uint32_t)size,
      .region_end = (uint32_t)size,
      .lexicon = &lexicon,
      .words = text_vocabulary_tables(vocabulary),
      .blank = true,
  };
  struct text_scan same = scan;
  text_scan_begin(&scan, &quick);
  text_scan_begin(&same, &slow);
  assert_true(text_scan_lines(&scan));
  assert_true(scan_slowly(&same));
  text_scan_end(&scan);
  text_scan_end(&same);
  assert_same_tokens(&quick, &slow);
  text_document_destroy(&quick);
  text_document_destroy(&slow);
  text_vocabulary_destroy(vocabulary);
}

static void contractions_are_the_same_in_both_ways(void **state) {
  (void)state;
  const char *stems[] = {"We",  "Don", "Can", "Won", "Shan", "Ain",
                         "Let", "let", "won", "N",   "WE",   "McDo"};
  const char *endings[] = {"'s", "'t", "'re", "'ve", "’m", "'ll", "’d", "'x"};
  for (size_t i = 0; i < sizeof stems / sizeof stems[0]; i++) {
    for (size_t k = 0; k < sizeof endings / sizeof endings[0]; k++) {
      assert_same_contraction(stems[i], endings[k]);
    }
  }
}

/* How much of a line the quick way takes at once. */
static void assert_taken(const char *line, const char *left) {
  struct text_vocabulary *vocabulary = text_vocabulary_create();
  const struct text_lexicon lexicon = {.vocabulary = vocabulary};
  struct text_document document = {0};
  uint32_t size = (uint32_t)strlen(line);
  struct text_scan scan = {
      .bytes = line,
      .size = size,
      .end = size,
      .region_end = size,
      .lexicon = &lexicon,
      .words = text_vocabulary_tables(vocabulary),
      .blank = true,
  };
  text_scan_begin(&scan, &document);
  assert_true(text_scan_grow(&scan, 100));
  assert_int_equal(text_plain_take_all(&scan), *left == '\0');
  assert_string_equal(line + scan.at, left);
  text_scan_end(&scan);
  text_document_destroy(&document);
  text_vocabulary_destroy(vocabulary);
}

static void the_quick_way_takes_running_text(void **state) {
  (void)state;
  assert_taken("We don't send the list, and call “Ann” on the 3rd.", "");
  assert_taken("It’s well-known (since 10:30): Жан and Zoë agree – do we?", "");
  assert_taken("Ann’s co\u2011author \u2011 “we’re” 7\u201110 “names.”", "");
  assert_taken("Ihre Rückmeldungsmöglichkeiten? До понедельника.", "");
  assert_taken("Internationalisation is theirs.", "");
  assert_taken("Tea\u00A0for Zoë\u00A0– and\u00A0«\u00A0us", "«\u00A0us");
  assert_taken("We cannot\u00A0go", "cannot\u00A0go");
  assert_taken("We ask R&D first.", "R&D first.");
  assert_taken("The lists, e.g. yours", "e.g. yours");
  assert_taken("The lists’ names", "lists’ names");
  assert_taken("The list - yours", "- yours");
  assert_taken("Write to ann@example.com", "@example.com");
  assert_taken("We dont go", "dont go");
  assert_taken("All fine :-)", ":-)");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_peek_sees_what_a_loop_sees),
      cmocka_unit_test(all_bytes_are_seen_alike),
      cmocka_unit_test(a_peek_folds_and_measures),
      cmocka_unit_test(a_peek_at_a_number_passes_over_marks_inside),
      cmocka_unit_test(the_quick_way_makes_the_same_tokens),
      cmocka_unit_test(contractions_are_the_same_in_both_ways),
      cmocka_unit_test(the_quick_way_takes_running_text),
  };
  return cmocka_run_group_tests_name("scan", tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/*
 * Random and mutated text: whatever the bytes, tokens are in order and inside
 * the region, sentences cover them all, and normal forms map back into their
 * sentence. The generator is fixed, so that a failure comes again.
 */
#include "describe.h"
#include "random.h"

#include "text/byte_class.h"
#include "text/normal_form.h"
#include "text/sign.h"
#include "text/unicode.h"

#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { ROUNDS = 4000, TEXT_SIZE = 256 }; /* a million bytes */

static const char *const pieces[] = {
    "we ",      "Don’t ",      "shouldn't've",
    " R&D",     "e.g. ",       "J. ",
    "\n",       "\n\n",        "\r\n",
    "\r",       "> ",          "| ",
    "- ",       "1. ",         "(a) ",
    "• ",       "-",           "--",
    "...",      "…",           ". ",
    "?!",       "\"",          "“",
    "”",        "« ",          " »",
    "*",        "_",           ":-)",
    "😀",        "👩‍💻", "🇩🇪",
    "@",        "a@b.c",       "www.",
    "http://x", "10:30",       "50%",
    "\u00AD",   "\u200B",      "\u0301",
    "\u00A0",   "\u202F",      "`",
    "´",        "'s",          "Straße",
    "\xC3",     "\xE2\x80",    "\xFF",
    "\uFFFC",   "ไทย",         "한국",
    "Room: ",   "AGENDA\n",    "a_b",
    "w/o ",     ")",           "]",
};

/* Bytes at random, pieces at random, and pieces with bytes changed. */
static uint32_t fill(char text[TEXT_SIZE], uint32_t *random, int round) {
  uint32_t size = 0;
  if (round % 4 == 0) {
    for (; size < TEXT_SIZE; size++) {
      text[size] = (char)random_next(random);
    }
    return size;
  }
  size = random_text(text, TEXT_SIZE, pieces, sizeof pieces / sizeof pieces[0],
                     random);
  for (int i = 0; round % 4 == 1 && i < 8; i++) {
    text[random_next(random) % size] = (char)random_next(random);
  }
  return size;
}

static void check_tokens(const struct text_document *document,
                         const struct text_region *region) {
  for (size_t i = 0; i < document->tokens.count; i++) {
    const struct text_token *token = &document->tokens.items[i];
    assert_true(token->start >= region->start);
    assert_true(token->start < token->end);
    assert_true(token->end <= region->end);
    assert_true(document->signs.items[i] == text_sign_of(token));
    if (i > 0) {
      const struct text_token *before = token - 1;
      bool part = before->start == token->start && before->end == token->end;
      assert_true(part || before->end <= token->start);
      assert_true(before->written <= token->written);
    }
  }
}

static uint64_t sign_of(const struct text_document *document,
                        const struct text_sentence *sentence) {
  uint64_t sign = 0;
  for (uint32_t t = sentence->first_token; t < sentence->token_end; t++) {
    sign |= document->signs.items[t];
  }
  return sign;
}

static void check_sentences(const struct text_document *document) {
  uint32_t covered = 0;
  for (size_t i = 0; i < document->sentences.count; i++) {
    const struct text_sentence *sentence = &document->sentences.items[i];
    assert_int_equal(sentence->first_token, covered);
    assert_true(sentence->token_end > covered);
    assert_true(sentence->word_start >= sentence->first_token);
    assert_true(sentence->word_start <= sentence->token_end);
    assert_true(sentence->word_end >= sentence->first_token);
    assert_true(sentence->word_end <= sentence->token_end);
    assert_true(sentence->start < sentence->end);
    assert_true(sentence->sign == sign_of(document, sentence));
    covered = sentence->token_end;
  }
  assert_int_equal(covered, document->tokens.count);
}

static void check_forms(struct text_normal_form *form,
                        const struct text_source *source,
                        const struct text_document *document) {
  for (size_t i = 0; i < document->sentences.count; i++) {
    const struct text_sentence *sentence = &document->sentences.items[i];
    assert_true(text_normal_form(form, source, document, sentence));
    for (uint32_t at = 0; at < form->size;) {
      uint32_t code;
      uint32_t length = text_decode(form->bytes + at, form->size - at, &code);
      assert_true(length > 1 || (unsigned char)form->bytes[at] < 0x80);
      at += length;
    }
    for (uint32_t at = 0; at <= form->size; at++) {
      assert_true(form->map[at] >= sentence->start);
      assert_true(form->map[at] <= sentence->end);
      assert_true(at == 0 || form->map[at] >= form->map[at - 1]);
    }
  }
}

static void any_bytes_make_ordered_tokens(void **state) {
  (void)state;
  struct text_vocabulary *vocabulary = text_vocabulary_create();
  text_vocabulary_abbreviate(
      vocabulary, text_vocabulary_add(vocabulary, base_slice_of("vs")));
  const struct text_lexicon lexicon = {.vocabulary = vocabulary};
  struct text_document document = {0};
  struct text_normal_form form = {0};
  uint32_t random = 20;
  for (int round = 0; round < ROUNDS; round++) {
    char bytes[TEXT_SIZE];
    uint32_t size = fill(bytes, &random, round);
    /* On the heap and of the very size, so that a sanitizer sees the end. */
    char *text = malloc(size);
    assert_non_null(text);
    memcpy(text, bytes, size);
    const struct text_source source = {.bytes = text, .size = size};
    const struct text_region region = {.source = &source,
                                       .after_colon = round % 2 == 0,
                                       .start =
                                           random_next(&random) % (size / 2),
                                       .end = size - random_next(&random) % 4};
    text_document_reset(&document);
    assert_true(text_document_add(&document, &region, &lexicon));
    check_tokens(&document, &region);
    check_sentences(&document);
    check_forms(&form, &source, &document);
    free(text);
  }
  text_normal_form_destroy(&form);
  text_document_destroy(&document);
  text_vocabulary_destroy(vocabulary);
}

/* Far above what linear time needs, and far below what quadratic time does:
 * the test runner's time limit tells. */
static void patterns_cost_linear_time(void **state) {
  (void)state;
  enum { SIZE = 400000 };
  static const char *const patterns[] = {
      "a'",       "a´",       "é.",       "é:",     "é\u202F",  "e\u0301",
      "é'\u0301", "a@",       "@",        "a.@",    "a.",       "A.  \n ",
      "a-\n",     "a-",       "a/b/",     "a&",     "\r",       "> >\n",
      "\"a ",     "\"*",      "(\"",      "“a ",    "(",        "…(",
      "!\"",      ":-",       "www.",     "www.)",  "http://!", ":)))a",
      "Ab\nCd\n", "Room: \n", "1. a\n",   "- a\n",  "\u200B",   "\u0301",
      "🇩",        "\u200D",   "\xE2\x80", "\uFFFC", "x@x@",     "_a_",
  };
  struct text_vocabulary *vocabulary = text_vocabulary_create();
  const struct text_lexicon lexicon = {.vocabulary = vocabulary};
  struct text_document document = {0};
  struct text_normal_form form = {0};
  char *text = malloc(SIZE);
  assert_non_null(text);
  for (size_t i = 0; i < sizeof patterns / sizeof patterns[0]; i++) {
    size_t length = strlen(patterns[i]);
    for (size_t at = 0; at < SIZE; at++) {
      text[at] = patterns[i][at % length];
    }
    const struct text_source source = {.bytes = text, .size = SIZE};
    const struct text_region region = {
        .source = &source, .after_colon = true, .end = SIZE};
    text_document_reset(&document);
    assert_true(text_document_add(&document, &region, &lexicon));
    for (size_t at = 0; at < document.sentences.count; at++) {
      assert_true(text_normal_form(&form, &source, &document,
                                   &document.sentences.items[at]));
    }
  }
  free(text);
  text_normal_form_destroy(&form);
  text_document_destroy(&document);
  text_vocabulary_destroy(vocabulary);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(any_bytes_make_ordered_tokens),
      cmocka_unit_test(patterns_cost_linear_time),
  };
  return cmocka_run_group_tests_name("random", tests, NULL, NULL);
}

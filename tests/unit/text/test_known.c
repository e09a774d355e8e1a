/* SPDX-License-Identifier: MIT */
/*
 * Text that is read again: first some of its lines, then all, then in regions
 * that are cut anywhere. Tokens and sentences are those of a text that is read
 * in these regions for the first time.
 */
#include "random.h"

#include "text/source.h"
#include "text/token.h"
#include "text/vocabulary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { ROUNDS = 20000, TEXT_SIZE = 400, CUTS = 3 };

static const char *const pieces[] = {
    "we ",    "Tom ",  "the list ", "Hi Eva, ", "Thanks", "don't ", "10:30 ",
    "J. ",    "Park ", "vs. ",      "well-",    "known ", "R&D ",   "ASAP. ",
    "\n",     "\n",    "\n\n",      "\r\n",     "> ",     "| ",     "- ",
    "1. ",    "* ",    "• ",        "-",        "--",     "...",    "… ",
    ". ",     "! ",    ", ",        ": ",       "\"",     "“",      "” ",
    "(",      ") ",    ":-) ",      "Room: ",   "Käse ",  "a@b.c ", "i.e. ",
    "\u00A0", "'",     "`",         "8. ",      "p. ",    "Ann's.", "É. ",
};

/* Cuts in order, between characters; the last of them is the text's end. */
static void cut(const struct text_source *source, uint32_t *random,
                uint32_t cuts[CUTS]) {
  uint32_t at = 0;
  for (int i = 0; i < CUTS; i++) {
    at += random_next(random) % (source->size - at + 1);
    while (at < source->size &&
           ((unsigned char)source->bytes[at] & 0xC0) == 0x80) {
      at++;
    }
    cuts[i] = i + 1 == CUTS ? source->size : at;
  }
}

/* The end of the line around a byte. */
static uint32_t line_end(const struct text_source *source, uint32_t at) {
  while (at < source->size && source->bytes[at] != '\n') {
    at++;
  }
  return at;
}

static void read(struct text_document *document,
                 const struct text_lexicon *lexicon,
                 const struct text_source *source, const uint32_t cuts[CUTS]) {
  for (int i = 0; i < CUTS; i++) {
    struct text_region region = {
        .source = source,
        .zone = (uint8_t)i,
        .after_colon = i == 1,
        .start = i == 0 ? 0 : cuts[i - 1],
        .end = cuts[i],
    };
    assert_true(text_document_read(document, &region, lexicon));
  }
  assert_true(text_document_divide(document, &source));
}

static void assert_same(const struct text_document *again,
                        const struct text_document *fresh,
                        const struct text_source *source) {
  bool same = again->tokens.count == fresh->tokens.count &&
              again->sentences.count == fresh->sentences.count;
  for (size_t i = 0; same && i < fresh->tokens.count; i++) {
    same = again->signs.items[i] == fresh->signs.items[i] &&
           memcmp(&again->tokens.items[i], &fresh->tokens.items[i],
                  sizeof fresh->tokens.items[i]) == 0;
  }
  for (size_t i = 0; same && i < fresh->sentences.count; i++) {
    const struct text_sentence *a = &again->sentences.items[i];
    const struct text_sentence *b = &fresh->sentences.items[i];
    same = a->start == b->start && a->end == b->end &&
           a->first_token == b->first_token && a->token_end == b->token_end &&
           a->words == b->words && a->paragraph == b->paragraph &&
           a->zone == b->zone && a->flags == b->flags;
  }
  if (!same) {
    fail_msg("not as if it were read for the first time: %.*s",
             (int)source->size, source->bytes);
  }
}

static void regions_may_change(void **state) {
  (void)state;
  struct text_vocabulary *vocabulary = text_vocabulary_create();
  text_vocabulary_abbreviate(
      vocabulary, text_vocabulary_add(vocabulary, base_slice_of("vs")));
  const struct text_lexicon lexicon = {.vocabulary = vocabulary};
  struct text_document again = {0};
  struct text_document fresh = {0};
  uint32_t random = 20;
  for (int round = 0; round < ROUNDS; round++) {
    char bytes[TEXT_SIZE];
    const struct text_source source = {
        .bytes = bytes,
        .size = random_text(bytes, TEXT_SIZE, pieces,
                            sizeof pieces / sizeof pieces[0], &random)};
    uint32_t cuts[CUTS] = {0};
    text_document_reset(&again);
    struct text_extent start = text_document_extent(&again);
    cuts[CUTS - 1] = line_end(&source, random_next(&random) % source.size);
    read(&again, &lexicon, &source, cuts);
    assert_true(text_document_cut(&again, &start));
    cuts[CUTS - 1] = source.size;
    read(&again, &lexicon, &source, cuts);
    assert_true(text_document_cut(&again, &start));
    cut(&source, &random, cuts);
    read(&again, &lexicon, &source, cuts);
    text_document_reset(&fresh);
    read(&fresh, &lexicon, &source, cuts);
    assert_same(&again, &fresh, &source);
  }
  text_document_destroy(&again);
  text_document_destroy(&fresh);
  text_vocabulary_destroy(vocabulary);
}

/* Over a long line, the first one is a heading, and what follows is prose; by
 * itself it is an item, and so is the third line. */
static void prose_may_become_a_list(void **state) {
  (void)state;
  struct text_vocabulary *vocabulary = text_vocabulary_create();
  const struct text_lexicon lexicon = {.vocabulary = vocabulary};
  const char *list = "- One\nTwo\n- three\nand\nso on\n";
  const char *whole = "- One\nTwo\n- three\nand\nso on\n"
                      "to the end of a line that is a long one\n";
  const struct text_source source = {.bytes = whole,
                                     .size = (uint32_t)strlen(whole)};
  const uint32_t prose[CUTS] = {0, source.size, source.size};
  const uint32_t apart[CUTS] = {0, (uint32_t)strlen(list), source.size};
  struct text_document again = {0};
  struct text_document fresh = {0};
  struct text_extent start = text_document_extent(&again);
  read(&again, &lexicon, &source, prose);
  assert_int_equal(again.blocks.count, 2);
  assert_true(text_document_cut(&again, &start));
  read(&again, &lexicon, &source, apart);
  read(&fresh, &lexicon, &source, apart);
  assert_int_equal(fresh.blocks.count, 3);
  assert_same(&again, &fresh, &source);
  text_document_destroy(&again);
  text_document_destroy(&fresh);
  text_vocabulary_destroy(vocabulary);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(regions_may_change),
      cmocka_unit_test(prose_may_become_a_list),
  };
  return cmocka_run_group_tests_name("known", tests, NULL, NULL);
}

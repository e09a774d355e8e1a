/* SPDX-License-Identifier: MIT */
#include "random.h"

#include "text/fold.h"
#include "text/unicode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void assert_same(const char *one, const char *other) {
  struct text_folded first;
  struct text_folded second;
  assert_true(text_fold(base_slice_of(one), &first));
  assert_true(text_fold(base_slice_of(other), &second));
  assert_int_equal(first.size, second.size);
  assert_memory_equal(first.bytes, second.bytes, first.size);
}

static void case_is_folded_in_every_script(void **state) {
  (void)state;
  assert_same("KINDLY", "kindly");
  assert_same("Straße", "STRASSE");
  assert_same("ΟΔΟΣ", "οδος");
  assert_same("οδος", "οδοσ"); /* final sigma */
  assert_same("ЗДРАВСТВУЙТЕ", "здравствуйте");
  assert_same("eﬃcient", "EFFICIENT"); /* the ligature ffi */
}

static void apostrophes_are_one(void **state) {
  (void)state;
  const char *spellings[] = {"don’t", "don‘t", "donʼt", "don`t", "don´t"};
  for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++) {
    assert_same(spellings[i], "don't");
  }
}

static void hyphens_and_blanks_are_one(void **state) {
  (void)state;
  assert_same("well‐known", "well-known");
  assert_same("well‑known", "well-known");
  assert_same("10\u00A0am", "10 am");
}

static void invisible_characters_vanish(void **state) {
  (void)state;
  assert_same("to\u00ADmorrow", "tomorrow");
  assert_same("to\u200Bmor\u200Drow\u2060\uFEFF", "tomorrow");
}

static void decomposed_letters_are_composed(void **state) {
  (void)state;
  assert_same("Zoe\u0308", "zoë");
  assert_same("o\u0323\u0302", "\u1ED9");
  assert_same("o\u0302\u0323", "\u1ED9"); /* marks in the other order */
}

static void bytes_that_are_no_text_stay_in_place(void **state) {
  (void)state;
  assert_same("caf\xE9", "CAF\xE9");
  assert_same("caf\xE9", "caf\uFFFD");
}

static void the_longest_word_fits_and_a_longer_one_is_refused(void **state) {
  (void)state;
  char word[TEXT_FOLD_MAX + 1];
  struct text_folded folded;
  memset(word, 0xFF, sizeof word);
  assert_true(text_fold((struct base_slice){word, TEXT_FOLD_MAX}, &folded));
  assert_int_equal(folded.size, 3 * TEXT_FOLD_MAX);
  assert_false(
      text_fold((struct base_slice){word, TEXT_FOLD_MAX + 1}, &folded));
  assert_int_equal(folded.size, 0);
  for (size_t i = 0; i + 1 < TEXT_FOLD_MAX; i += 2) {
    memcpy(word + i, "\u0390", 2); /* folds to three code points */
  }
  assert_true(text_fold((struct base_slice){word, TEXT_FOLD_MAX - 1}, &folded));
}

/* The same without tables: every word is composed. */
static void fold_slowly(struct base_slice word, struct text_folded *folded) {
  enum { ROOM = 3 * TEXT_FOLD_MAX };
  uint32_t codes[ROOM];
  size_t count = 0;
  for (size_t at = 0; at < word.size; count++) {
    uint32_t code;
    at += text_decode(word.bytes + at, word.size - at, &code);
    codes[count] = text_is_blank(code) ? ' ' : text_fold_sign(code);
  }
  count = text_compose(codes, count, ROOM, true);
  folded->size = 0;
  for (size_t i = 0; i < count; i++) {
    folded->size += text_encode(codes[i], folded->bytes + folded->size);
  }
}

static void assert_folded_alike(struct base_slice word) {
  struct text_folded quick;
  struct text_folded slow;
  assert_true(text_fold(word, &quick));
  fold_slowly(word, &slow);
  assert_int_equal(quick.size, slow.size);
  assert_memory_equal(quick.bytes, slow.bytes, slow.size);
}

static bool is_surrogate(uint32_t code) {
  return code >= 0xD800 && code <= 0xDFFF;
}

static void every_code_point_is_folded_as_composed(void **state) {
  (void)state;
  for (uint32_t code = 0x80; code < TEXT_CODE_POINTS; code++) {
    char bytes[8] = "A";
    if (!is_surrogate(code)) {
      uint32_t size = 1 + text_encode(code, bytes + 1);
      bytes[size++] = 'Z';
      assert_folded_alike((struct base_slice){bytes, size});
    }
  }
}

/* Neighbours that may go together: Latin and Greek with marks, Hangul. */
static void neighbours_are_folded_as_composed(void **state) {
  (void)state;
  static const struct {
    uint32_t first;
    uint32_t count;
  } ranges[] = {{0xC0, 0x190},   {0x300, 0x70},    {0x370, 0x190},
                {0x1100, 0x100}, {0xAC00, 0x2BA4}, {0x900, 0x80},
                {0x2000, 0x70},  {0x1F00, 0x100},  {0x4E00, 0x80},
                {0xFF00, 0xF0},  {0x1D15E, 0x70}};
  uint32_t random = 5;
  for (int round = 0; round < 100000; round++) {
    char bytes[16];
    uint32_t size = 0;
    for (int i = 0; i < 3; i++) {
      size_t range = random_next(&random) % (sizeof ranges / sizeof ranges[0]);
      uint32_t code =
          ranges[range].first + random_next(&random) % ranges[range].count;
      size += text_encode(code, bytes + size);
    }
    assert_folded_alike((struct base_slice){bytes, size});
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(case_is_folded_in_every_script),
      cmocka_unit_test(apostrophes_are_one),
      cmocka_unit_test(hyphens_and_blanks_are_one),
      cmocka_unit_test(invisible_characters_vanish),
      cmocka_unit_test(decomposed_letters_are_composed),
      cmocka_unit_test(bytes_that_are_no_text_stay_in_place),
      cmocka_unit_test(the_longest_word_fits_and_a_longer_one_is_refused),
      cmocka_unit_test(every_code_point_is_folded_as_composed),
      cmocka_unit_test(neighbours_are_folded_as_composed),
  };
  return cmocka_run_group_tests_name("fold", tests, NULL, NULL);
}

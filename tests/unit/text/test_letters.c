/* SPDX-License-Identifier: MIT */
/* Words of letters of one byte and two: by one look at sixteen bytes, or by the
 * table, they are the same. */
#include "random.h"

#include "text/byte_class.h"
#include "text/letters.h"
#include "text/token.h"
#include "text/unicode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* What a loop over the table tells. */
struct expected {
  char folded[TEXT_LETTERS_MAX + 2];
  uint32_t size;
  unsigned letters;
  unsigned capitals; /* letters */
  bool first;        /* one of them */
};

static bool expect_letter(struct expected *word, const char *bytes) {
  unsigned char lead = (unsigned char)bytes[0];
  unsigned char trail = (unsigned char)bytes[1];
  uint32_t pair = (lead & 0xE0) == 0xC0 && (trail & 0xC0) == 0x80
                      ? text_pairs[(lead & 0x1F) << 6 | (trail & 0x3F)]
                      : 0;
  bool short_one = text_byte_is(bytes[0], TEXT_BYTE_LETTER);
  bool upper =
      text_byte_is(bytes[0], TEXT_BYTE_UPPER) || (pair & TEXT_PAIR_UPPER) != 0;
  if (!short_one && (pair & TEXT_PAIR_LETTER) == 0) {
    return false;
  }
  word->first |= upper && word->letters == 0;
  word->letters++;
  word->capitals += upper;
  char *out = word->folded + word->size;
  out[0] = short_one ? text_byte_lower(bytes[0]) : (char)pair;
  out[1] = short_one ? '\0' : (char)(pair >> 8);
  word->size += short_one ? 1 : 2;
  return true;
}

static void assert_read(const char *bytes) {
  struct expected word = {.size = 0};
  while (word.size < TEXT_LETTERS_MAX &&
         expect_letter(&word, bytes + word.size)) {
  }
  bool all = word.capitals == word.letters && word.letters > 1;
  struct text_letters letters;
  text_letters_read(bytes, &letters);
  if (word.size >= TEXT_LETTERS_MAX) {
    assert_int_equal(letters.size, 0);
    return;
  }
  assert_int_equal(letters.size, word.size);
  assert_memory_equal(letters.folded, word.folded,
                      word.size < TEXT_KEY_MAX ? TEXT_KEY_MAX : word.size);
  assert_int_equal(letters.capitals, (word.first ? TEXT_CAPITALISED : 0) |
                                         (all ? TEXT_ALL_CAPITALS : 0));
}

enum { ROOM = 2 * TEXT_LETTERS_MAX };

static void every_letter_is_read_at_every_place(void **state) {
  (void)state;
  for (uint32_t code = 'A'; code < TEXT_PAIRS; code++) {
    for (size_t before = 0; before < 18; before++) {
      char bytes[ROOM];
      memset(bytes, before % 2 == 0 ? 'a' : 'A', before);
      size_t size = before + text_encode(code, bytes + before);
      memset(bytes + size, ' ', sizeof bytes - size);
      assert_read(bytes);
      bytes[size] = 'Q';
      assert_read(bytes);
      memcpy(bytes + size, "ж", 2);
      assert_read(bytes);
    }
  }
}

static void words_of_any_letters_are_read(void **state) {
  (void)state;
  enum { ROUNDS = 200000 };
  static const uint32_t scripts[][2] = {
      {'A', 58},   {0xC0, 64},   {0x100, 128},
      {0x390, 64}, {0x3F0, 128}, {0x40, 999},
  };
  uint32_t random = 11;
  for (uint32_t round = 0; round < ROUNDS; round++) {
    char bytes[ROOM];
    size_t size = 0;
    size_t most = 1 + random_next(&random) % (TEXT_LETTERS_MAX + 8);
    uint32_t script = random_next(&random) % 6;
    while (size < most) {
      const uint32_t *among =
          scripts[random_next(&random) % 4 == 0 ? script : round % 6];
      uint32_t code = among[0] + random_next(&random) % among[1];
      size += text_encode(code, bytes + size);
    }
    bool broken = random_next(&random) % 8 == 0;
    memset(bytes + size, broken ? '\x90' : ' ', sizeof bytes - size);
    assert_read(bytes);
  }
}

static void what_follows_may_belong_to_a_word(void **state) {
  (void)state;
  static const struct {
    const char *text;
    bool is_apart;
  } words[] = {
      {"été ", true},     {"été,", true},      {"été.", false},
      {"été’s", false},   {"Жук\u00A0", true}, {"Жук’", false},
      {"Жук&", true},     {"R&D", false},      {"ÄRGER)", true},
      {"e\u0301", false},
  };
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    char bytes[ROOM] = "";
    struct text_letters letters;
    strcpy(bytes, words[i].text);
    text_letters_read(bytes, &letters);
    assert_int_equal(text_letters_are_apart(&letters, bytes + letters.size),
                     words[i].is_apart);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_letter_is_read_at_every_place),
      cmocka_unit_test(words_of_any_letters_are_read),
      cmocka_unit_test(what_follows_may_belong_to_a_word),
  };
  return cmocka_run_group_tests_name("letters", tests, NULL, NULL);
}

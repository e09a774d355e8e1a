/* SPDX-License-Identifier: MIT */
#include "mail/script.h"

#include "base/block.h"

#include <stddef.h>

/* The blocks of Unicode, in order, and about how many letters of theirs a word
 * has. */
static const struct script {
  uint16_t first;
  uint16_t last;
  uint8_t a_word;
  const char *tag;
} scripts[] = {
    {0x0370, 0x03FF, 6, "el"},       {0x0400, 0x04FF, 6, MAIL_CYRILLIC},
    {0x0530, 0x058F, 6, "hy"},       {0x0590, 0x05FF, 4, "he"},
    {0x0600, 0x06FF, 4, "und-arab"}, {0x0900, 0x097F, 4, "und-deva"},
    {0x0980, 0x09FF, 4, "und-beng"}, {0x0A00, 0x0A7F, 4, "pa"},
    {0x0A80, 0x0AFF, 4, "gu"},       {0x0B00, 0x0B7F, 4, "or"},
    {0x0B80, 0x0BFF, 5, "ta"},       {0x0C00, 0x0C7F, 5, "te"},
    {0x0C80, 0x0CFF, 5, "kn"},       {0x0D00, 0x0D7F, 5, "ml"},
    {0x0D80, 0x0DFF, 4, "si"},       {0x0E00, 0x0E7F, 4, "th"},
    {0x0E80, 0x0EFF, 4, "lo"},       {0x1000, 0x109F, 5, "my"},
    {0x10A0, 0x10FF, 6, "ka"},       {0x1100, 0x11FF, 6, "ko"},
    {0x1200, 0x139F, 3, "und-ethi"}, {0x1780, 0x17FF, 4, "km"},
    {0x3041, 0x30FF, 2, "ja"},       {0x3400, 0x9FFF, 2, "zh"},
    {0xAC00, 0xD7AF, 2, "ko"},       {1, 0, 0, NULL}, /* others */
};

_Static_assert(sizeof scripts / sizeof scripts[0] == MAIL_SCRIPTS,
               "as in script.h");

enum {
  NAMED = MAIL_SCRIPTS - 1, /* and one that stands for all others */
  CYRILLIC = 1,             /* up to U+04FF, by its first bytes */
  KANA = 22,
  HAN = 23,
  ENOUGH = 200,   /* letters show an alphabet */
  KANA_SHARE = 8, /* one kana among so many Japanese letters, at least */
};

/* Of two bytes, which nobody checks: a damaged one is a letter, too. */
static uint32_t pair_at(const char *bytes) {
  return ((unsigned char)bytes[0] & 0x1Fu) << 6 |
         ((unsigned char)bytes[1] & 0x3Fu);
}

/* Of two or three. */
static uint32_t letter_at(const char *bytes) {
  uint32_t first = (unsigned char)bytes[0];
  uint32_t second = (unsigned char)bytes[1] & 0x3F;
  return first < 0xE0 ? pair_at(bytes)
                      : (first & 0x0F) << 12 | second << 6 |
                            ((unsigned char)bytes[2] & 0x3F);
}

static bool is_in(uint32_t code, size_t script) {
  return code >= scripts[script].first && code <= scripts[script].last;
}

static size_t script_of(uint32_t code) {
  size_t i = 0;
  while (i < NAMED && !is_in(code, i)) {
    i++;
  }
  return i;
}

static void count_cyrillic(struct mail_letters *letters, const char *bytes,
                           uint64_t counted) {
  bool known = letters->counts[CYRILLIC] >= ENOUGH;
  letters->counts[CYRILLIC] += (uint32_t)__builtin_popcountll(counted);
  for (; counted != 0 && !known; counted &= counted - 1) {
    mail_cyrillic_add(&letters->cyrillic,
                      pair_at(bytes + __builtin_ctzll(counted)));
  }
}

void mail_letters_count(struct mail_letters *letters, const char *bytes,
                        uint64_t asked) {
  struct base_block block = base_block_load(bytes);
  uint64_t pairs =
      base_block_bits(base_block_range(block, '\xCD', 0xE0 - 0xCD));
  uint64_t counted = asked & pairs & (pairs << 2 | pairs >> 2);
  if ((asked & ~pairs) != 0) {
    uint64_t triples =
        base_block_bits(base_block_range(block, '\xE0', 0xF0 - 0xE0));
    counted |= asked & triples & (triples << 3 | triples >> 3);
  }
  uint64_t cyrillic =
      counted & base_block_bits(base_block_range(block, '\xD0', 4));
  letters->any |= counted != 0;
  count_cyrillic(letters, bytes, cyrillic);
  size_t script = HAN; /* often that of the letter before */
  for (counted ^= cyrillic; counted != 0; counted &= counted - 1) {
    uint32_t code = letter_at(bytes + __builtin_ctzll(counted));
    script = is_in(code, script) ? script : script_of(code);
    letters->counts[script]++;
  }
}

/* Of a script that is named. */
static unsigned words_in(const struct mail_letters *letters, size_t script) {
  unsigned a_word = scripts[script].a_word;
  return (letters->counts[script] + a_word - 1) / a_word;
}

unsigned mail_letters_words(const struct mail_letters *letters) {
  unsigned words = 0;
  for (size_t i = 0; letters->any && i < NAMED; i++) {
    words += words_in(letters, i);
  }
  return words;
}

/* Whether ideographs are a Japanese text's. */
static bool is_japanese(const struct mail_letters *letters) {
  uint32_t kana = letters->counts[KANA];
  return kana * KANA_SHARE >= kana + letters->counts[HAN];
}

const char *mail_letters_tag(const struct mail_letters *letters) {
  size_t most = NAMED;
  unsigned words = 0;
  for (size_t i = 0; i < NAMED; i++) {
    if (words_in(letters, i) > words) {
      words = words_in(letters, i);
      most = i;
    }
  }
  if (most == HAN && is_japanese(letters)) {
    most = KANA;
  }
  return scripts[most].tag;
}

const char *mail_letters_alphabet(const struct mail_letters *letters) {
  return mail_cyrillic_language(&letters->cyrillic, letters->counts[CYRILLIC]);
}

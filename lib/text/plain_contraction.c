/* SPDX-License-Identifier: MIT */
#include "text/plain.h"
#include "text/vocabulary.h"

/* What may stand behind the apostrophe: one letter or two. */
static const struct ending {
  char letters[2];
  uint32_t readings[TEXT_READINGS];
} endings[] = {
    {{'s', 0}, {TEXT_IS, TEXT_HAS, TEXT_POSSESSIVE}},
    {{'t', 0}, {TEXT_NOT}},
    {{'m', 0}, {TEXT_AM}},
    {{'d', 0}, {TEXT_WOULD, TEXT_HAD}},
    {{'r', 'e'}, {TEXT_ARE}},
    {{'v', 'e'}, {TEXT_HAVE}},
    {{'l', 'l'}, {TEXT_WILL}},
};

/* The word that stands here. */
struct word {
  struct text_peek stem;
  const struct ending *ending;
  uint32_t end;
};

/* An apostrophe's bytes, 0 where none stands. */
static uint32_t apostrophe_size(const char *bytes) {
  if (*bytes == '\'') {
    return 1;
  }
  return text_plain_typographic(bytes) == 0x19 ? 3 : 0;
}

/* Finds a small ending at `at` that nothing follows which may belong to the
 * word, too. */
static const struct ending *ending_at(const struct text_plain *plain,
                                      uint32_t at, uint32_t *end) {
  char letters[2] = {0};
  *end = at;
  while (*end - at < 2 &&
         (text_plain_class(plain, *end) & TEXT_BYTE_LOWER) != 0) {
    letters[*end - at] = plain->bytes[*end];
    ++*end;
  }
  if ((text_plain_class(plain, *end) & (TEXT_BYTE_WORD | TEXT_BYTE_JOINER)) !=
          0 &&
      !text_plain_ends_word(plain->bytes + *end)) {
    return NULL;
  }
  for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
    if (endings[i].letters[0] == letters[0] &&
        endings[i].letters[1] == letters[1]) {
      return &endings[i];
    }
  }
  return NULL;
}

static bool read_word(const struct text_plain *plain, struct word *word) {
  text_peek(plain->bytes + plain->at, &word->stem);
  uint32_t end = plain->at + word->stem.size;
  uint32_t apostrophe = apostrophe_size(plain->bytes + end);
  if (word->stem.size == TEXT_PEEK_SIZE || apostrophe == 0 ||
      (word->stem.key.low & 0x40) == 0) {
    return false;
  }
  word->ending = ending_at(plain, end + apostrophe, &word->end);
  return word->ending != NULL;
}

/* A word of up to four letters as the first half of a key. */
#define WORD(a, b, c, d)                                                       \
  ((uint64_t)(a) | (uint64_t)(b) << 8 | (uint64_t)(c) << 16 |                  \
   (uint64_t)(d) << 24)

static struct text_word_key without_last(const struct text_peek *peek) {
  struct text_word_key key = peek->key;
  uint32_t last = peek->size - 1;
  uint64_t *half = last < BASE_EIGHT ? &key.low : &key.high;
  *half &= ~(UINT64_C(0xFF) << (8 * (last % BASE_EIGHT)));
  return key;
}

/* The stem's key, without the n of n't. Returns false when the word is no
 * contraction, or one that text/contraction.h has as a whole. */
static bool read_stem(const struct text_plain *plain, const struct word *word,
                      struct text_word_key *key) {
  const struct text_peek *stem = &word->stem;
  *key = stem->key;
  switch (stem->key.low) {
  case WORD('c', 'a', 'n', 0):
    return true; /* can't is can and not */
  case WORD('w', 'o', 'n', 0):
  case WORD('s', 'h', 'a', 'n'):
  case WORD('a', 'i', 'n', 0):
  case WORD('l', 'e', 't', 0):
    return false;
  default:
    break;
  }
  if (word->ending->readings[0] == TEXT_NOT) {
    *key = without_last(stem);
    return stem->size > 1 && plain->bytes[plain->at + stem->size - 1] == 'n';
  }
  return true;
}

static void put(struct text_plain *plain, const struct word *word,
                const uint32_t readings[TEXT_READINGS], unsigned flags) {
  struct text_token token = {
      .start = plain->at,
      .end = word->end,
      .written = plain->written,
      .words = {readings[0], readings[1], readings[2]},
      .flags = (uint8_t)flags,
  };
  text_plain_put(plain, text_sign_of(&token), token);
}

bool text_plain_take_contraction(const struct text_scan *scan,
                                 struct text_plain *plain) {
  struct word word;
  struct text_word_key key;
  if (!read_word(plain, &word) || !read_stem(plain, &word, &key)) {
    return false;
  }
  const uint32_t readings[TEXT_READINGS] = {
      text_vocabulary_find_key(scan->words, key)};
  if (text_word_is_bare_contraction(readings[0])) {
    return false;
  }
  unsigned capital = (word.stem.upper & 1) != 0 ? TEXT_CAPITALISED : 0;
  put(plain, &word, readings, plain->blank | capital);
  put(plain, &word, word.ending->readings, capital);
  plain->written++;
  text_plain_go_on(plain, word.end);
  return true;
}

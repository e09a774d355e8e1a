/* SPDX-License-Identifier: MIT */
/* Words of letters that take one or two bytes, Latin with accents, Greek,
 * Cyrillic, and long ones. */
#include "text/plain.h"

#include "text/unicode.h"
#include "text/vocabulary.h"

#include <string.h>

enum { LONGEST = 48 }; /* bytes of a word's key: longer ones are for others */

/* A word as it was read. Folding changes the size of no letter of ours. */
struct word {
  uint32_t start;
  uint32_t size;
  uint32_t upper; /* letters */
  bool all_upper;
  bool apart; /* what stands behind it is of two bytes, and no part of it */
  char folded[LONGEST + 4]; /* room for any code point behind the last */
};

/* Folds a letter of two bytes to another. Returns whether it is a capital, 1
 * or 0, or 2: it is not for us. */
static uint32_t fold_two(uint32_t code, const struct text_property *property,
                         char out[4]) {
  uint32_t folded = code + (uint32_t)property->fold;
  if ((property->classes & TEXT_FOLDS_ALONE) == 0 || folded - 0x80 >= 0x780) {
    return 2;
  }
  text_encode(folded, out);
  return (property->classes & TEXT_IS_UPPER) / TEXT_IS_UPPER;
}

/* Whether what is of this Word_Break never joins a letter before it. */
static bool ends_word(unsigned typed_break) {
  return typed_break == TEXT_WB_OTHER || typed_break == TEXT_WB_SEGMENT_SPACE ||
         typed_break == TEXT_WB_MID_NUM;
}

/* Whether the word ends before what is no letter of one or two bytes. */
static bool ends_here(const struct text_scan *scan, const struct word *word,
                      uint32_t id) {
  uint32_t end = word->start + word->size;
  if (word->apart || (text_plain_class(scan, end) & TEXT_BYTE_JOINER) == 0) {
    return true;
  }
  switch (scan->bytes[end]) {
  case ':':
  case '&':
  case '/':
    return true;
  case '\'':
  case '`':
  case '_':
    return false;
  default:
    return text_plain_ends_before_joiner(scan, word->start, end, id);
  }
}

/* Reads on to the end of the word. Returns false when it is not for us. */
static bool read_word(const struct text_scan *scan, struct word *word) {
  const char *bytes = scan->bytes + word->start;
  uint32_t left = scan->end - word->start;
  uint32_t size = 0;
  uint32_t upper = 0;
  uint32_t twos = 0; /* letters of two bytes */
  unsigned class = TEXT_BYTE_BLANK;
  while (size < left && size < LONGEST) {
    class = text_byte_classes[(unsigned char)bytes[size]];
    if ((class & TEXT_BYTE_LETTER) != 0) {
      word->folded[size] = text_byte_lower(bytes[size]);
      upper += (class & TEXT_BYTE_UPPER) / TEXT_BYTE_UPPER;
      size++;
      continue;
    }
    uint32_t code;
    if ((class & TEXT_BYTE_HIGH) == 0 ||
        text_decode(bytes + size, left - size, &code) != 2) {
      break;
    }
    const struct text_property *property = text_property_of(code);
    if (property->typed_break != TEXT_WB_ALETTER) {
      word->apart = true;
      class = ends_word(property->typed_break) ? 0 : TEXT_BYTE_WORD;
      break;
    }
    uint32_t capital = fold_two(code, property, word->folded + size);
    if (capital > 1) {
      return false;
    }
    upper += capital;
    twos++;
    size += 2;
    class = TEXT_BYTE_BLANK;
  }
  word->size = size;
  word->upper = upper;
  word->all_upper = upper == size - twos;
  return size > 0 && size < LONGEST && (class & TEXT_BYTE_WORD) == 0;
}

static unsigned capitals(const struct text_scan *scan,
                         const struct word *word) {
  if (word->upper == 0) {
    return 0;
  }
  uint32_t first;
  text_decode(scan->bytes + word->start, word->size, &first);
  return (text_is_upper(first) ? TEXT_CAPITALISED : 0U) |
         (word->all_upper && word->upper > 1 ? TEXT_ALL_CAPITALS : 0U);
}

static uint32_t find(const struct text_vocabulary_tables *words,
                     const struct word *word) {
  return word->size <= TEXT_KEY_MAX
             ? text_vocabulary_find_key(
                   words, text_word_key_padded(word->folded, word->size))
             : text_vocabulary_find_folded(words, word->folded, word->size);
}

struct text_plain_word text_plain_read_letters(const struct text_scan *scan,
                                               uint32_t at) {
  static const struct text_plain_word none = {0};
  struct word word = {.start = at};
  if (!read_word(scan, &word)) {
    return none;
  }
  uint32_t id = find(scan->words, &word);
  if (text_word_is_bare_contraction(id) || !ends_here(scan, &word, id)) {
    return none;
  }
  return (struct text_plain_word){at + word.size, id,
                                  (uint16_t)capitals(scan, &word), 0};
}

bool text_plain_take_letters(struct text_scan *scan) {
  struct text_plain_word word = text_plain_read_letters(scan, scan->at);
  if (word.end == 0) {
    return false;
  }
  text_plain_put_word(scan, TEXT_WORD, word.end, word.word, word.capitals);
  return true;
}

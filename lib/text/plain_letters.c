/* SPDX-License-Identifier: MIT */
/* Words of letters that take one or two bytes: Latin with accents, Greek,
 * Cyrillic. */
#include "text/plain.h"

#include "text/unicode.h"
#include "text/vocabulary.h"

#include <string.h>

/* A word while it is read. */
struct word {
  uint32_t end;
  char folded[TEXT_KEY_MAX]; /* zeros behind it */
  uint32_t size;
  uint32_t upper; /* letters */
  uint32_t lower;
  bool first_upper;
};

static void count(struct word *word, bool upper) {
  word->first_upper |= upper && word->size == 0;
  word->upper += upper ? 1 : 0;
  word->lower += upper ? 0 : 1;
}

static bool read_ascii(struct word *word, char byte) {
  if (word->size + 1 > TEXT_KEY_MAX) {
    return false;
  }
  count(word, text_byte_is(byte, TEXT_BYTE_UPPER));
  word->folded[word->size++] = text_byte_lower(byte);
  word->end++;
  return true;
}

static bool read_two(struct word *word, uint32_t code,
                     const struct text_property *property) {
  uint32_t folded = code + (uint32_t)property->fold;
  if ((property->classes & TEXT_FOLDS_ALONE) == 0 || folded < 0x80 ||
      folded >= 0x800 || word->size + 2 > TEXT_KEY_MAX) {
    return false;
  }
  count(word, (property->classes & TEXT_IS_UPPER) != 0);
  text_encode(folded, word->folded + word->size);
  word->size += 2;
  word->end += 2;
  return true;
}

/* Whether what is of this Word_Break never joins a letter before it. */
static bool ends_word(unsigned typed_break) {
  return typed_break == TEXT_WB_OTHER || typed_break == TEXT_WB_SEGMENT_SPACE ||
         typed_break == TEXT_WB_MID_NUM;
}

/* Whether the word ends before what is no letter of one or two bytes. */
static bool ends_here(const struct text_scan *scan, const struct word *word,
                      uint32_t id) {
  if ((text_plain_class(scan, word->end) & TEXT_BYTE_JOINER) == 0) {
    return true;
  }
  switch (scan->bytes[word->end]) {
  case ':':
  case '&':
  case '/':
    return true;
  case '\'':
  case '`':
  case '_':
    return false;
  default:
    return text_plain_ends_before_joiner(scan, scan->at, word->end, id);
  }
}

/* Reads on to the end of the word. Returns false when it is not for us;
 * *apart: what stands behind it is of two bytes, and no part of it. */
static bool read_word(const struct text_scan *scan, struct word *word,
                      bool *apart) {
  const char *bytes = scan->bytes;
  *apart = false;
  for (;;) {
    unsigned class = text_plain_class(scan, word->end);
    if ((class & TEXT_BYTE_LETTER) != 0) {
      if (!read_ascii(word, bytes[word->end])) {
        return false;
      }
      continue;
    }
    uint32_t code;
    if ((class & TEXT_BYTE_HIGH) == 0 ||
        text_decode(bytes + word->end, scan->end - word->end, &code) != 2) {
      return word->size > 0 && (class & TEXT_BYTE_DIGIT) == 0;
    }
    const struct text_property *property = text_property_of(code);
    if (property->typed_break != TEXT_WB_ALETTER) {
      *apart = ends_word(property->typed_break);
      return word->size > 0 && *apart;
    }
    if (!read_two(word, code, property)) {
      return false;
    }
  }
}

bool text_plain_take_letters(struct text_scan *scan) {
  struct word word = {.end = scan->at};
  bool apart;
  if (!read_word(scan, &word, &apart)) {
    return false;
  }
  uint32_t id = text_vocabulary_find_key(
      scan->words, text_word_key_padded(word.folded, word.size));
  if (text_word_is_bare_contraction(id) ||
      (!apart && !ends_here(scan, &word, id))) {
    return false;
  }
  bool all = word.upper >= 2 && word.lower == 0;
  text_plain_put_word(scan, TEXT_WORD, word.end, id,
                      (word.first_upper ? TEXT_CAPITALISED : 0U) |
                          (all ? TEXT_ALL_CAPITALS : 0U));
  return true;
}

/* SPDX-License-Identifier: MIT */
/* Words of letters that take one or two bytes, Latin with accents, Greek,
 * Cyrillic, and long ones. */
#include "text/plain.h"

#include "text/unicode.h"
#include "text/vocabulary.h"

#include <string.h>

enum { LONGEST = 48 }; /* bytes of a word's key: longer ones are for others */

/* A word while it is read. */
struct word {
  uint32_t end;
  uint32_t size;
  uint32_t letters;
  uint32_t upper; /* of them */
  char folded[LONGEST];
};

/* Reads a letter of two bytes. */
static bool read_two(struct word *word, uint32_t code,
                     const struct text_property *property) {
  uint32_t folded = code + (uint32_t)property->fold;
  if ((property->classes & TEXT_FOLDS_ALONE) == 0 || folded < 0x80 ||
      folded >= 0x800 || word->size + 2 > LONGEST) {
    return false;
  }
  text_encode(folded, word->folded + word->size);
  word->letters++;
  word->upper += (property->classes & TEXT_IS_UPPER) / TEXT_IS_UPPER;
  word->size += 2;
  word->end += 2;
  return true;
}

/* Reads the ASCII letters that stand here. Returns the class of what follows. */
static unsigned read_ascii(const struct text_scan *scan, struct word *word) {
  uint32_t first = word->size;
  unsigned class = text_plain_class(scan, word->end);
  while ((class & TEXT_BYTE_LETTER) != 0 && word->size < LONGEST) {
    word->folded[word->size++] = text_byte_lower(scan->bytes[word->end++]);
    word->upper += (class & TEXT_BYTE_UPPER) / TEXT_BYTE_UPPER;
    class = text_plain_class(scan, word->end);
  }
  word->letters += word->size - first;
  return class;
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
    unsigned class = read_ascii(scan, word);
    uint32_t code;
    if ((class & TEXT_BYTE_HIGH) == 0 ||
        text_decode(bytes + word->end, scan->end - word->end, &code) != 2) {
      return word->size > 0 && (class & TEXT_BYTE_WORD) == 0;
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

static unsigned capitals(const struct text_scan *scan,
                         const struct word *word) {
  if (word->upper == 0) {
    return 0;
  }
  uint32_t first;
  text_decode(scan->bytes + scan->at, scan->end - scan->at, &first);
  bool all = word->upper >= 2 && word->upper == word->letters;
  return (text_is_upper(first) ? TEXT_CAPITALISED : 0U) |
         (all ? TEXT_ALL_CAPITALS : 0U);
}

static uint32_t find(const struct text_vocabulary_tables *words,
                     const struct word *word) {
  return word->size <= TEXT_KEY_MAX
             ? text_vocabulary_find_key(
                   words, text_word_key_padded(word->folded, word->size))
             : text_vocabulary_find_folded(words, word->folded, word->size);
}

bool text_plain_take_letters(struct text_scan *scan) {
  struct word word = {.end = scan->at};
  bool apart;
  if (!read_word(scan, &word, &apart)) {
    return false;
  }
  uint32_t id = find(scan->words, &word);
  if (text_word_is_bare_contraction(id) ||
      (!apart && !ends_here(scan, &word, id))) {
    return false;
  }
  text_plain_put_word(scan, TEXT_WORD, word.end, id, capitals(scan, &word));
  return true;
}

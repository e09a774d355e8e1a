/* SPDX-License-Identifier: MIT */
#include "text/word.h"

#include "text/byte_class.h"
#include "text/unicode.h"
#include "text/vocabulary.h"

#include <string.h>

/* How the letters of a word are written. */
struct letters {
  bool first_upper;
  uint32_t upper;
  uint32_t lower;
};

static inline void count_letter(struct letters *letters, unsigned classes,
                                bool first) {
  bool upper = (classes & TEXT_IS_UPPER) != 0;
  letters->first_upper |= upper && first;
  letters->upper += upper ? 1 : 0;
  letters->lower += (classes & TEXT_IS_LETTER) != 0 && !upper ? 1 : 0;
}

static uint8_t capital_flags(const struct letters *letters) {
  bool all = letters->lower == 0 && letters->upper >= 2;
  return (uint8_t)((letters->first_upper ? TEXT_CAPITALISED : 0) |
                   (all ? TEXT_ALL_CAPITALS : 0));
}

/* The first bytes of the word at scan->at, zeros behind the end of the line. */
static void peek_at(const struct text_scan *scan, struct text_peek *peek) {
  const char *bytes = scan->bytes + scan->at;
  char padded[TEXT_PEEK_SIZE] = {0};
  uint32_t left = scan->end - scan->at;
  if (left < TEXT_PEEK_SIZE) {
    memcpy(padded, bytes, left);
    bytes = padded;
  }
  text_peek(bytes, peek);
}

static bool read_long(const struct text_scan *scan, struct text_word *word) {
  uint32_t end = scan->at;
  while (end < scan->end && text_byte_is(scan->bytes[end], TEXT_BYTE_WORD)) {
    end++;
  }
  text_word_read(scan, scan->at, end, word);
  return word->size > 0;
}

bool text_word_read_plain(const struct text_scan *scan,
                          struct text_word *word) {
  struct text_peek peek;
  peek_at(scan, &peek);
  if (peek.size == TEXT_PEEK_SIZE) {
    return read_long(scan, word);
  }
  word->start = scan->at;
  word->end = scan->at + peek.size;
  word->size = peek.size;
  word->key = peek.key;
  word->flags = (uint8_t)text_word_capitals(&peek);
  word->apostrophe = false;
  for (uint32_t i = 0; i < peek.size; i++) {
    word->folded[i] = text_byte_lower(scan->bytes[scan->at + i]);
  }
  return true;
}

/* Reads one code point. Returns false when it is not folded alone. */
static inline bool read_code(const struct text_property *property,
                             uint32_t code, bool first, char **out,
                             struct letters *letters) {
  if ((property->classes & TEXT_FOLDS_ALONE) == 0) {
    return false;
  }
  count_letter(letters, property->classes, first);
  *out += text_encode(code + (uint32_t)property->fold, *out);
  return true;
}

/* What text_fold does, and the letters counted, as long as each code point is
 * folded alone. */
static bool read_alone(const char *bytes, uint32_t size, struct text_word *word,
                       struct letters *letters) {
  char *out = word->folded;
  for (uint32_t at = 0; at < size;) {
    uint32_t code;
    uint32_t length = text_decode(bytes + at, size - at, &code);
    const struct text_property *property = text_property_of(code);
    if (!read_code(property, code, at == 0, &out, letters)) {
      return false;
    }
    at += length;
  }
  word->size = (uint32_t)(out - word->folded);
  return true;
}

static void read_any(const char *bytes, uint32_t size, struct text_word *word,
                     struct letters *letters) {
  struct text_folded folded;
  text_fold((struct base_slice){bytes, size}, &folded);
  word->size = folded.size;
  memcpy(word->folded, folded.bytes, folded.size);
  for (uint32_t at = 0; at < size;) {
    uint32_t code;
    uint32_t length = text_decode(bytes + at, size - at, &code);
    count_letter(letters, text_property_of(code)->classes, at == 0);
    at += length;
  }
}

static void begin_word(struct text_word *word, uint32_t start) {
  word->start = start;
  memset(word->folded, 0, TEXT_KEY_MAX);
}

static void end_word(struct text_word *word, uint32_t end,
                     const struct letters *letters) {
  word->end = end;
  word->key = text_word_key_padded(word->folded, word->size);
  word->flags = capital_flags(letters);
  word->apostrophe = memchr(word->folded, '\'', word->size) != NULL;
}

void text_word_read(const struct text_scan *scan, uint32_t start, uint32_t end,
                    struct text_word *word) {
  const char *bytes = scan->bytes + start;
  uint32_t size = end - start;
  struct letters letters = {0};
  begin_word(word, start);
  if (size > TEXT_FOLD_MAX || !read_alone(bytes, size, word, &letters)) {
    letters = (struct letters){0};
    begin_word(word, start);
    read_any(bytes, size, word, &letters);
  }
  end_word(word, end, &letters);
}

#define SET(property) (1U << (property))

enum {
  /* What joins letters on both sides, WB6 and WB7. */
  MIDDLE = SET(TEXT_WB_MID_LETTER) | SET(TEXT_WB_MID_NUM_LET) |
           SET(TEXT_WB_SINGLE_QUOTE),
  /* What never joins a letter before it. */
  ENDING = SET(TEXT_WB_OTHER) | SET(TEXT_WB_SEGMENT_SPACE) |
           SET(TEXT_WB_MID_NUM) | SET(TEXT_WB_NEWLINE) | SET(TEXT_WB_CR) |
           SET(TEXT_WB_LF),
};

static unsigned break_at(const struct text_scan *scan, uint32_t at) {
  uint32_t code;
  if (at >= scan->end) {
    return SET(TEXT_WB_OTHER);
  }
  text_decode(scan->bytes + at, scan->end - at, &code);
  return SET(text_property_of(code)->typed_break);
}

bool text_word_read_letters(const struct text_scan *scan,
                            struct text_word *word) {
  struct letters letters = {0};
  char *out = word->folded;
  uint32_t at = scan->at;
  unsigned seen = 0; /* what ended the word */
  begin_word(word, at);
  while (at < scan->end && at - scan->at < TEXT_FOLD_MAX) {
    uint32_t code;
    uint32_t length = text_decode(scan->bytes + at, scan->end - at, &code);
    const struct text_property *property = text_property_of(code);
    seen = SET(property->typed_break);
    bool middle = (seen & MIDDLE) != 0 && at > scan->at &&
                  break_at(scan, at + length) == SET(TEXT_WB_ALETTER);
    if ((seen != SET(TEXT_WB_ALETTER) && !middle) ||
        !read_code(property, code, at == scan->at, &out, &letters)) {
      break;
    }
    at += length;
  }
  word->size = (uint32_t)(out - word->folded);
  end_word(word, at, &letters);
  return at - scan->at <= TEXT_FOLD_MAX && word->size > 0 &&
         (at == scan->end || (seen & ENDING) != 0);
}

uint32_t text_word_find(const struct text_scan *scan,
                        const struct text_word *word) {
  if (word->size == 0) {
    return TEXT_NO_WORD;
  }
  return word->size <= TEXT_KEY_MAX
             ? text_vocabulary_find_key(scan->words, word->key)
             : text_vocabulary_find_folded(scan->words, word->folded,
                                           word->size);
}

/* SPDX-License-Identifier: MIT */
#include "text/word.h"

#include "text/byte_class.h"
#include "text/unicode.h"
#include "text/vocabulary.h"

#include <string.h>

static uint8_t capital_flags(const char *bytes, uint32_t size) {
  uint32_t upper = 0;
  uint32_t lower = 0;
  bool first = false;
  for (uint32_t at = 0; at < size;) {
    uint32_t code;
    uint32_t length = text_decode(bytes + at, size - at, &code);
    if (text_is_upper(code)) {
      first = first || at == 0;
      upper++;
    } else if (text_is_letter(code)) {
      lower++;
    }
    at += length;
  }
  return (uint8_t)((first ? TEXT_CAPITALISED : 0) |
                   (lower == 0 && upper >= 2 ? TEXT_ALL_CAPITALS : 0));
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
  if (peek.size > TEXT_KEY_MAX) {
    return read_long(scan, word);
  }
  word->start = scan->at;
  word->end = scan->at + peek.size;
  word->size = peek.size;
  word->key = peek.key;
  word->flags = text_word_capitals(&peek);
  word->apostrophe = false;
  for (uint32_t i = 0; i < peek.size; i++) {
    word->folded[i] = text_byte_lower(scan->bytes[scan->at + i]);
  }
  return true;
}

void text_word_read(const struct text_scan *scan, uint32_t start, uint32_t end,
                    struct text_word *word) {
  struct text_folded folded;
  text_fold((struct base_slice){scan->bytes + start, end - start}, &folded);
  word->start = start;
  word->end = end;
  word->size = folded.size;
  memcpy(word->folded, folded.bytes, folded.size);
  word->key = text_word_key_of(word->folded, word->size);
  word->flags = capital_flags(scan->bytes + start, end - start);
  word->apostrophe = memchr(word->folded, '\'', word->size) != NULL;
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

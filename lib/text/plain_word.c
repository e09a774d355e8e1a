/* SPDX-License-Identifier: MIT */
/* Single words and numbers of the quick way. */
#include "text/plain.h"

#include "text/vocabulary.h"
#include "text/word.h"

#include <string.h>

void text_plain_peek(const struct text_scan *scan, struct text_peek *peek) {
  uint32_t size = scan->peeks > 0 ? scan->size : scan->end;
  text_peek_within(scan->bytes, size, scan->at, peek);
}

bool text_plain_ends_before_joiner(const struct text_scan *scan, uint32_t start,
                                   uint32_t end, uint32_t word) {
  unsigned behind = text_plain_class(scan, end + 1);
  unsigned typographic;
  switch (scan->bytes[end]) {
  case '.': /* its own, if it is an abbreviation or an initial */
    return (behind & TEXT_BYTE_BLANK) != 0 && end - start > 1 &&
           !text_word_set_has(&scan->lexicon->abbreviations, word);
  case ':':
    return (behind & TEXT_BYTE_BLANK) != 0;
  case '\'':
  case '`':
  case '&':
  case '/':
    return (behind & (TEXT_BYTE_WORD | TEXT_BYTE_HIGH)) == 0;
  case '\xE2': /* a dash, a double quotation mark, an ellipsis */
    typographic = text_plain_typographic(scan, end);
    return (typographic >= 0x92 && typographic <= 0x95) ||
           (typographic >= 0x9C && typographic <= 0x9F) || typographic == 0xA6;
  default:
    return false;
  }
}

void text_plain_put_word(struct text_scan *scan, enum text_token_kind kind,
                         uint32_t end, uint32_t word, unsigned flags) {
  text_plain_put(scan, (struct text_token){
                           .start = scan->at,
                           .end = end,
                           .written = scan->written,
                           .words = {word},
                           .kind = (uint8_t)kind,
                           .flags = (uint8_t)(text_plain_blank(scan) | flags),
                       });
  if (scan->hyphen != 0) {
    struct text_token *token = &scan->tokens[scan->count - 1];
    token->written = scan->written - 1;
    text_scan_join_hyphen(scan, token);
  } else {
    scan->written++;
  }
  text_plain_go_on(scan, end);
}

bool text_plain_take_word(struct text_scan *scan,
                          const struct text_peek *peek) {
  uint32_t end = scan->at + peek->size;
  if (peek->size == TEXT_PEEK_SIZE) {
    return false;
  }
  uint32_t word = text_vocabulary_find_key(scan->words, peek->key);
  bool joined = (text_plain_class(scan, end) & TEXT_BYTE_JOINER) != 0;
  if (text_word_is_bare_contraction(word) ||
      (joined && !text_plain_ends_before_joiner(scan, scan->at, end, word))) {
    return false;
  }
  unsigned capitals =
      text_word_capitals(peek->upper, scan->bytes + scan->at, peek->size);
  text_plain_put_word(scan, TEXT_WORD, end, word, capitals);
  return true;
}

/* Whether bytes[at] is a mark between two digits, as scan_number.c has it. */
static bool joins_digits(const struct text_scan *scan, uint32_t at) {
  char byte = scan->bytes[at];
  return (byte == '.' || byte == ',' || byte == ':' || byte == '\'') &&
         text_byte_is(scan->bytes[at - 1], TEXT_BYTE_DIGIT) &&
         (text_plain_class(scan, at + 1) & TEXT_BYTE_DIGIT) != 0;
}

/* Whether what stands behind digits may belong to them: 5%, 90's. */
static bool may_go_on(const struct text_scan *scan, uint32_t at) {
  char byte = at < scan->end ? scan->bytes[at] : ' ';
  return byte == '%' || byte == '\'' || byte == '`' ||
         text_byte_is(byte, TEXT_BYTE_HIGH);
}

/* Reads on over marks between digits, from a number's start. Returns its end,
 * or 0 when it is too long for us. */
static uint32_t read_joined(const struct text_scan *scan,
                            struct text_word_key *key) {
  char folded[TEXT_KEY_MAX] = {0};
  uint32_t size = 0;
  uint32_t end = scan->at;
  while (size < sizeof folded && end < scan->end &&
         (text_byte_is(scan->bytes[end], TEXT_BYTE_WORD) ||
          joins_digits(scan, end))) {
    folded[size++] = text_byte_lower(scan->bytes[end++]); /* marks stay, too */
  }
  *key = text_word_key_padded(folded, size);
  return size < sizeof folded ? end : 0;
}

bool text_plain_take_number(struct text_scan *scan) {
  struct text_peek peek;
  text_plain_peek(scan, &peek);
  uint32_t end = peek.size < TEXT_PEEK_SIZE ? scan->at + peek.size : 0;
  if (end != 0 && end < scan->end && joins_digits(scan, end)) {
    end = read_joined(scan, &peek.key);
  }
  if (end == 0 || may_go_on(scan, end)) {
    return false;
  }
  text_plain_put_word(scan, TEXT_NUMBER, end,
                      text_vocabulary_find_key(scan->words, peek.key), 0);
  return true;
}

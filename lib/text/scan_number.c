/* SPDX-License-Identifier: MIT */
#include "text/scan.h"

#include "text/byte_class.h"
#include "text/fold.h"
#include "text/unicode.h"
#include "text/word_break.h"

/* Whether bytes[at] is a mark between two digits: 3.5 1,000 10:30 1'000. */
static bool joins_digits(const struct text_scan *scan, uint32_t at) {
  if (at + 1 >= scan->end ||
      !text_byte_is(scan->bytes[at - 1], TEXT_BYTE_DIGIT) ||
      !text_byte_is(scan->bytes[at + 1], TEXT_BYTE_DIGIT)) {
    return false;
  }
  char byte = scan->bytes[at];
  return byte == '.' || byte == ',' || byte == ':' || byte == '\'';
}

/* Letters may follow at once: 10am, 2nd, 5k, 90's. */
static uint32_t number_end(const struct text_scan *scan) {
  uint32_t at = scan->at;
  while (at < scan->end && (text_byte_is(scan->bytes[at], TEXT_BYTE_WORD) ||
                            joins_digits(scan, at))) {
    at++;
  }
  if (at < scan->end && scan->bytes[at] == '%') {
    return at + 1;
  }
  uint32_t code = 0;
  uint32_t length =
      at < scan->end ? text_decode(scan->bytes + at, scan->end - at, &code) : 0;
  if (text_is_apostrophe(code) && at + length < scan->end &&
      text_byte_is(scan->bytes[at + length], TEXT_BYTE_LETTER)) {
    at += length;
    while (at < scan->end && text_byte_is(scan->bytes[at], TEXT_BYTE_LETTER)) {
      at++;
    }
  }
  return at;
}

bool text_scan_number(struct text_scan *scan) {
  uint32_t start = scan->at;
  uint32_t end = text_byte_is(scan->bytes[start], TEXT_BYTE_HIGH)
                     ? (uint32_t)text_word_break_after(scan->bytes, scan->end,
                                                       start, TEXT_WORD_TYPED)
                     : number_end(scan);
  struct text_token *token = text_scan_add_word(scan, TEXT_NUMBER, start, end);
  if (token == NULL) {
    return false;
  }
  struct base_slice number = {scan->bytes + start, end - start};
  const struct text_vocabulary *vocabulary = scan->lexicon->vocabulary;
  token->words[0] = text_vocabulary_find(vocabulary, number);
  if (number.bytes[number.size - 1] == '%') {
    number.size--;
    token->words[1] = text_vocabulary_find(vocabulary, number);
  }
  return true;
}

/* SPDX-License-Identifier: MIT */
#include "text/scan.h"

#include "text/byte_class.h"
#include "text/sign.h"
#include "text/unicode.h"

static bool is_letter_at(const char *bytes, uint32_t at, uint32_t end) {
  if (!text_byte_is(bytes[at], TEXT_BYTE_HIGH)) {
    return text_byte_is(bytes[at], TEXT_BYTE_LETTER);
  }
  uint32_t code;
  text_decode(bytes + at, end - at, &code);
  return text_is_letter(code);
}

static bool is_letter_before(const char *bytes, uint32_t at) {
  uint32_t code;
  text_decode_before(bytes, at, &code);
  return text_is_letter(code) || text_is_mark(code);
}

void text_scan_sign(struct text_scan *scan) {
  const struct text_tokens *tokens = &scan->document->tokens;
  uint64_t *signs = scan->document->signs.items;
  for (; scan->to_sign < tokens->count; scan->to_sign++) {
    signs[scan->to_sign] = text_sign_of(&tokens->items[scan->to_sign]);
  }
}

void text_scan_join_hyphen(struct text_scan *scan, struct text_token *token) {
  struct text_token *tokens = scan->document->tokens.items;
  struct text_token *hyphen = &tokens[scan->hyphen - 1];
  scan->hyphen = 0;
  token->flags &= (uint8_t)~TEXT_BLANK_BEFORE;
  if (is_letter_before(scan->bytes, hyphen->start)) {
    token->flags |= TEXT_HYPHEN_BEFORE;
  }
  if (!is_letter_at(scan->bytes, token->start, token->end)) {
    return;
  }
  for (struct text_token *before = hyphen; before > tokens; before--) {
    if (before[-1].end != hyphen->start) {
      break;
    }
    before[-1].flags |= TEXT_HYPHEN_AFTER;
  }
}

void text_scan_settle_hyphen(struct text_scan *scan) {
  if (scan->hyphen != 0) {
    struct text_token *hyphen = &scan->document->tokens.items[scan->hyphen - 1];
    hyphen->kind = TEXT_PUNCTUATION;
    hyphen->mark = '-';
    scan->document->signs.items[scan->hyphen - 1] = text_sign_of(hyphen);
    scan->hyphen = 0;
  }
}

bool text_scan_is_word_at(const struct text_scan *scan, uint32_t at) {
  if (at >= scan->end) {
    return false;
  }
  if (!text_byte_is(scan->bytes[at], TEXT_BYTE_HIGH)) {
    return text_byte_is(scan->bytes[at], TEXT_BYTE_WORD);
  }
  uint32_t code;
  text_decode(scan->bytes + at, scan->end - at, &code);
  return text_is_letter(code) || text_is_digit(code);
}

bool text_scan_line(struct text_scan *scan) {
  bool added = text_scan_plain(scan);
  while (added && scan->at < scan->end) {
    char byte = scan->bytes[scan->at];
    if (text_byte_is(byte, TEXT_BYTE_LETTER)) {
      added = text_scan_word(scan);
    } else if (text_byte_is(byte, TEXT_BYTE_DIGIT)) {
      added = text_scan_number(scan);
    } else {
      added = text_scan_mark(scan);
    }
    added = added && text_scan_plain(scan);
  }
  return added;
}

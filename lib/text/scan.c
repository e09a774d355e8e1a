/* SPDX-License-Identifier: MIT */
#include "text/scan.h"

#include "text/byte_class.h"
#include "text/unicode.h"

struct text_token *text_scan_add(struct text_scan *scan,
                                 enum text_token_kind kind, uint32_t start,
                                 uint32_t end) {
  struct text_token *token = text_tokens_push(&scan->document->tokens);
  if (token == NULL) {
    return NULL;
  }
  uint32_t written = scan->document->written;
  token->start = start;
  token->end = end;
  token->written = written > 0 ? written - 1 : 0;
  token->kind = (uint8_t)kind;
  token->flags = scan->blank ? TEXT_BLANK_BEFORE : 0;
  scan->blank = false;
  scan->at = end;
  return token;
}

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

/* Ties a new word to the hyphen that waits for it. */
static void join_hyphen(struct text_scan *scan, struct text_token *token) {
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

struct text_token *text_scan_add_word(struct text_scan *scan,
                                      enum text_token_kind kind, uint32_t start,
                                      uint32_t end) {
  struct text_token *token = text_scan_add(scan, kind, start, end);
  if (token == NULL) {
    return NULL;
  }
  if (scan->hyphen != 0) {
    join_hyphen(scan, token);
  } else {
    token->written = scan->document->written++;
  }
  return token;
}

void text_scan_settle_hyphen(struct text_scan *scan) {
  if (scan->hyphen != 0) {
    struct text_token *hyphen = &scan->document->tokens.items[scan->hyphen - 1];
    hyphen->kind = TEXT_PUNCTUATION;
    hyphen->mark = '-';
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
  while (scan->at < scan->end) {
    unsigned classes = text_byte_classes[(unsigned char)scan->bytes[scan->at]];
    bool added;
    if ((classes & TEXT_BYTE_LETTER) != 0) {
      added = text_scan_word(scan);
    } else if ((classes & TEXT_BYTE_BLANK) != 0) {
      scan->at++;
      scan->blank = true;
      continue;
    } else if ((classes & TEXT_BYTE_DIGIT) != 0) {
      added = text_scan_number(scan);
    } else {
      added = text_scan_mark(scan);
    }
    if (!added) {
      return false;
    }
  }
  return true;
}

/* SPDX-License-Identifier: MIT */
#include "text/scan.h"

#include "text/byte_class.h"
#include "text/plain.h"
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

void text_scan_begin(struct text_scan *scan, struct text_document *document) {
  scan->document = document;
  scan->tokens = document->tokens.items;
  scan->signs = document->signs.items;
  scan->count = (uint32_t)document->tokens.count;
  scan->capacity = (uint32_t)document->tokens.capacity;
  scan->written = document->written;
  scan->block = scan->count;
}

/* Zeros, behind what may be taken again too. */
static void clear_behind(struct text_scan *scan) {
  uint32_t known = scan->document->known;
  uint32_t end = scan->count > known ? scan->count : known;
  memset(scan->signs + end, 0, TEXT_SIGNS_BEHIND * sizeof *scan->signs);
}

void text_scan_end(struct text_scan *scan) {
  scan->document->tokens.count = scan->count;
  scan->document->signs.count = scan->count;
  scan->document->written = scan->written;
  if (scan->signs != NULL) {
    clear_behind(scan);
  }
}

/* Enough for most mails, so that nothing is moved. What is longer gets much at
 * once: room that grows by and by leaves holes behind, and what is not written
 * to takes no memory. */
enum { FIRST_ROOM = 1024, LONG_ROOM = 16384 };

static size_t next_room(size_t capacity) {
  size_t twice = 2 * capacity;
  return capacity == 0 ? FIRST_ROOM : twice < LONG_ROOM ? LONG_ROOM : twice;
}

bool text_scan_grow(struct text_scan *scan, uint32_t more) {
  struct text_document *document = scan->document;
  size_t least = (size_t)scan->count + more;
  size_t next = next_room(scan->capacity);
  size_t room = least > next ? least : next;
  text_scan_end(scan);
  bool grown =
      text_signs_make_room(&document->signs, room + TEXT_SIGNS_BEHIND) &&
      text_tokens_make_room(&document->tokens, room);
  scan->tokens = document->tokens.items;
  scan->signs = document->signs.items;
  scan->capacity = (uint32_t)document->tokens.capacity;
  return grown;
}

void text_scan_sign(struct text_scan *scan, uint32_t first) {
  for (uint32_t i = first < scan->count ? first : scan->count - 1;
       i < scan->count; i++) {
    scan->signs[i] = text_sign_of(&scan->tokens[i]);
  }
}

void text_scan_join_hyphen(struct text_scan *scan, struct text_token *token) {
  struct text_token *tokens = scan->tokens;
  struct text_token *hyphen = &tokens[scan->hyphen - 1];
  scan->hyphen = 0;
  token->flags &= (uint8_t)~TEXT_BLANK_BEFORE;
  if (is_letter_before(scan->bytes, hyphen->start)) {
    token->flags |= TEXT_HYPHEN_BEFORE;
  }
  if (!is_letter_at(scan->bytes, token->start, token->end)) {
    return;
  }
  const struct text_token *block = tokens + scan->block;
  for (struct text_token *before = hyphen; before > block; before--) {
    if (before[-1].end != hyphen->start) {
      break;
    }
    before[-1].flags |= TEXT_HYPHEN_AFTER;
  }
}

void text_scan_settle_hyphen(struct text_scan *scan) {
  if (scan->hyphen != 0) {
    struct text_token *hyphen = &scan->tokens[scan->hyphen - 1];
    hyphen->kind = TEXT_PUNCTUATION;
    hyphen->mark = '-';
    scan->signs[scan->hyphen - 1] = text_sign_of(hyphen);
    scan->hyphen = 0;
  }
}

bool text_scan_follows_word(const struct text_scan *scan) {
  if (scan->blank || scan->count <= scan->block) {
    return false;
  }
  const struct text_token *before = &scan->tokens[scan->count - 1];
  return before->end == scan->at &&
         (before->kind == TEXT_WORD || before->kind == TEXT_NUMBER);
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

/* What the quick way leaves. */
static bool scan_other(struct text_scan *scan) {
  uint32_t first = scan->count;
  char byte = scan->bytes[scan->at];
  bool added;
  if (text_byte_is(byte, TEXT_BYTE_LETTER)) {
    added = text_scan_word(scan);
  } else if (text_byte_is(byte, TEXT_BYTE_DIGIT)) {
    added = text_scan_number(scan);
  } else {
    added = text_scan_mark(scan);
  }
  text_scan_sign(scan, first);
  return added;
}

bool text_scan_lines(struct text_scan *scan) {
  bool added = true;
  while (added && scan->at < scan->end) {
    uint32_t left = scan->end - scan->at + 1; /* a byte is a token at most */
    if (scan->capacity - scan->count < left && !text_scan_grow(scan, left)) {
      return false;
    }
    added = text_plain_take_all(scan) || scan_other(scan);
  }
  return added;
}

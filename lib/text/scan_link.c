/* SPDX-License-Identifier: MIT */
#include "text/scan.h"

#include "text/byte_class.h"
#include "text/unicode.h"

#include <string.h>

/* Quotation marks end a URL although they are no ASCII. */
static bool ends_url(uint32_t code) {
  switch (code) {
  case '<':
  case '>':
  case '"':
  case 0xAB:
  case 0xBB:
  case 0x2026:
    return true;
  default:
    return code < 0x21 || code == 0x7F || text_is_blank(code) ||
           (code >= 0x2018 && code <= 0x201F) ||
           code == TEXT_OBJECT_REPLACEMENT;
  }
}

/* Takes off what belongs to the sentence: marks, and closing brackets that
 * the URL does not open. */
static uint32_t trim_url(const char *bytes, uint32_t from, uint32_t end) {
  int open = 0;
  for (uint32_t at = from; at < end; at++) {
    open += (bytes[at] == '(') - (bytes[at] == ')');
  }
  for (; end > from; end--) {
    char last = bytes[end - 1];
    if (last == ')' && open < 0) {
      open++;
    } else if (strchr(".,;:!?'`*_]}|", last) == NULL) {
      break;
    }
  }
  return end;
}

uint32_t text_scan_url_end(const struct text_scan *scan, uint32_t from) {
  uint32_t end = from;
  while (end < scan->end) {
    uint32_t code;
    uint32_t length = text_decode(scan->bytes + end, scan->end - end, &code);
    if (ends_url(code)) {
      break;
    }
    end += length;
  }
  end = trim_url(scan->bytes, from, end);
  return end > from ? end : 0;
}

/* atext of RFC 5322 §3.2.3 as far as it is found in running text, and the
 * letters of other scripts (RFC 6532). */
static bool is_local(uint32_t code) {
  if (code < 0x80) {
    return text_byte_is((char)code, TEXT_BYTE_WORD) ||
           (code != 0 && strchr("._+-=%", (int)code) != NULL);
  }
  return text_is_letter(code) || text_is_mark(code) || text_is_digit(code);
}

static uint32_t local_start(const struct text_scan *scan, uint32_t at) {
  uint32_t start = at;
  while (start > scan->start) {
    uint32_t code;
    uint32_t length = text_decode_before(scan->bytes + scan->start,
                                         start - scan->start, &code);
    if (!is_local(code) || (code == '.' && scan->bytes[start] == '.')) {
      break;
    }
    start -= length;
  }
  while (start < at && !text_scan_is_word_at(scan, start)) {
    start++;
  }
  return start;
}

/* Letters, digits, single inner dots, and inner hyphens. */
static uint32_t domain_end(const struct text_scan *scan, uint32_t from) {
  uint32_t at = from;
  uint32_t end = from;
  while (at < scan->end) {
    if (text_scan_is_word_at(scan, at)) {
      uint32_t code;
      at += text_decode(scan->bytes + at, scan->end - at, &code);
      end = at;
    } else if (at > from && (scan->bytes[at] == '-' ||
                             (scan->bytes[at] == '.' && end == at))) {
      at++;
    } else {
      break;
    }
  }
  return end;
}

bool text_scan_address(struct text_scan *scan, bool *found) {
  uint32_t start = local_start(scan, scan->at);
  uint32_t end = domain_end(scan, scan->at + 1);
  uint32_t first = scan->count;
  while (first > scan->block && scan->tokens[first - 1].start >= start) {
    first--;
  }
  *found = start < scan->at && end > scan->at + 1 && first < scan->count &&
           (first == scan->block || scan->tokens[first - 1].end <= start);
  if (!*found) {
    return true;
  }
  struct text_token before = scan->tokens[first];
  scan->count = first;
  if (scan->hyphen > first) {
    scan->hyphen = 0;
  }
  scan->blank = (before.flags & TEXT_BLANK_BEFORE) != 0;
  struct text_token *token = text_scan_add(scan, TEXT_ADDRESS, start, end);
  if (token == NULL) {
    return false;
  }
  token->written = before.written;
  token->flags |= before.flags & TEXT_HYPHEN_BEFORE;
  scan->written = before.written + 1;
  return true;
}

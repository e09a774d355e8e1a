/* SPDX-License-Identifier: MIT */
#include "mail/placeholder_reach.h"

#include "base/line_end.h"
#include "mail/phrase.h"
#include "text/byte_class.h"

static char closing(char open) {
  switch (open) {
  case '(':
    return ')';
  case '[':
    return ']';
  case '{':
    return '}';
  default:
    return '>';
  }
}

size_t mail_reach_group(struct base_slice text, size_t at) {
  enum { LONGEST = 800 }; /* bytes: what never ends is not looked for long */
  char open = text.bytes[at];
  char close = closing(open);
  size_t end = text.size - at < LONGEST ? text.size : at + LONGEST;
  size_t depth = 0;
  size_t braces = 0; /* in a tag */
  char mark = '\0';
  for (; at < end; at++) {
    char byte = text.bytes[at];
    if (mark != '\0') {
      mark = byte == mark ? '\0' : mark;
      at += byte == '\\' ? 1 : 0;
    } else if (byte == '"' || byte == '\'') {
      mark = byte;
    } else if (open == '<' && byte == '{') {
      braces++;
    } else if (braces > 0 && byte == '}') {
      braces--;
    } else if (braces == 0 && byte == open) {
      depth++;
    } else if (braces == 0 && byte == close && --depth == 0) {
      return at + 1;
    }
  }
  return 0;
}

static bool is_letter_at(struct base_slice text, size_t at) {
  return at < text.size &&
         (text.bytes[at] == '_' || mail_is_letter(text.bytes[at]));
}

bool mail_follows_word(struct base_slice text, size_t at) {
  return at > 0 &&
         (text.bytes[at - 1] == '_' ||
          text_byte_is(text.bytes[at - 1], TEXT_BYTE_WORD | TEXT_BYTE_HIGH));
}

bool mail_is_behind(struct base_slice text, size_t at, const char *marks) {
  return at > 0 && base_is_one_of(text.bytes[at - 1], marks);
}

bool mail_begins_line(struct base_slice text, size_t at) {
  at = base_blanks_begin(text, at);
  return at == 0 || base_is_line_end(text.bytes[at - 1]);
}

struct base_slice mail_word_at(struct base_slice text, size_t at) {
  size_t size = 0;
  while (is_letter_at(text, at + size) ||
         (size > 0 && at + size < text.size &&
          mail_is_digit(text.bytes[at + size]))) {
    size++;
  }
  return (struct base_slice){text.bytes + at, size};
}

size_t mail_reach_line(struct base_slice text, size_t at) {
  return at + base_line_size(mail_skip(text, at));
}

size_t mail_reach_condition(struct base_slice text, size_t at) {
  at = base_skip_blanks(text, at);
  return base_slice_has(text, at, '(') ? mail_reach_group(text, at) : 0;
}

/* Behind `.name`, `.name(…)` or `[0]`; 0 when there is none. */
static size_t reach_step(struct base_slice text, size_t at) {
  if (base_slice_has(text, at, '[')) {
    return is_letter_at(text, at + 1) ? 0 : mail_reach_group(text, at);
  }
  if (!base_slice_has(text, at, '.') || !is_letter_at(text, at + 1)) {
    return 0;
  }
  size_t end = at + 1 + mail_word_at(text, at + 1).size;
  size_t call =
      base_slice_has(text, end, '(') ? mail_reach_group(text, end) : 0;
  return call > 0 ? call : end;
}

size_t mail_reach_path(struct base_slice text, size_t at) {
  size_t next = at + mail_word_at(text, at).size;
  while (next > at) {
    at = next;
    next = reach_step(text, at);
  }
  return at;
}

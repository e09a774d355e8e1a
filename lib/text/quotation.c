/* SPDX-License-Identifier: MIT */
#include "text/quotation.h"

#include <stdbool.h>

/* Kinds of marks that are partners of each other. Curly ones in any order:
 * “English”, „German“, ”Swedish”. */
enum { STRAIGHT, CURLY, ANGLE, PAIRS };

static int pair_of(uint16_t mark) {
  if (mark == '"') {
    return STRAIGHT;
  }
  return mark == 0xAB || mark == 0xBB ? ANGLE : CURLY;
}

static bool is_double(const struct text_token *token) {
  return (token->flags & TEXT_QUOTE_MARK) != 0 && token->mark != '\'';
}

/* Behind a blank; also behind an opening bracket, emphasis or another mark
 * that has the blank before it. */
static bool can_open(const char *bytes, const struct text_token *tokens,
                     size_t at) {
  while ((tokens[at].flags & TEXT_BLANK_BEFORE) == 0) {
    if (at == 0 || tokens[at - 1].end != tokens[at].start) {
      return false;
    }
    const struct text_token *before = &tokens[at - 1];
    bool opens = before->kind == TEXT_SKIPPED ||
                 (before->kind == TEXT_BRACKET && bytes[before->start] != ')' &&
                  bytes[before->start] != ']' && bytes[before->start] != '}' &&
                  bytes[before->start] != '>');
    if (!opens) {
      return false;
    }
    at--;
  }
  return true;
}

/* A French « has a blank behind it, all others must not. */
static bool blank_follows(const struct text_token *tokens, size_t count,
                          size_t at) {
  if (at + 1 == count) {
    return true;
  }
  return tokens[at].mark != 0xAB &&
         (tokens[at + 1].flags & TEXT_BLANK_BEFORE) != 0;
}

static bool can_close(const struct text_token *token) {
  return (token->flags & TEXT_BLANK_BEFORE) == 0 || token->mark == 0xBB;
}

void text_quotation_mark(const char *bytes, struct text_token *tokens,
                         size_t count) {
  size_t open[PAIRS] = {0}; /* 1 + index of a mark that waits */
  for (size_t i = 0; i < count; i++) {
    if (!is_double(&tokens[i])) {
      continue;
    }
    size_t *waits = &open[pair_of(tokens[i].mark)];
    if (*waits != 0 && can_close(&tokens[i]) &&
        tokens[i].end - tokens[*waits - 1].start <= TEXT_QUOTATION_MAX) {
      for (size_t inner = *waits; inner < i; inner++) {
        tokens[inner].flags |= TEXT_QUOTED;
      }
      *waits = 0;
    } else if (can_open(bytes, tokens, i) && !blank_follows(tokens, count, i)) {
      *waits = i + 1;
    }
  }
}

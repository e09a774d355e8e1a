/* SPDX-License-Identifier: MIT */
#include "text/quotation.h"

#include "text/sign.h"

#include <stdbool.h>

/* Kinds of marks that are partners of each other. Curly ones in any order:
 * “English”, „German“, ”Swedish”. Backticks mark code, and what a program or
 * a log says is not said to the reader. */
enum { STRAIGHT, BACKTICK, CURLY, ANGLE, PAIRS };

static int pair_of(uint16_t mark) {
  if (mark == '"') {
    return STRAIGHT;
  }
  if (mark == '`') {
    return BACKTICK;
  }
  return mark == 0xAB || mark == 0xBB ? ANGLE : CURLY;
}

static bool may_quote(const struct text_token *token) {
  return (token->flags & TEXT_QUOTE_MARK) != 0 && token->mark != '\'';
}

/* Whether a mark behind this token may open although no blank is between:
 * behind an opening bracket, emphasis or another mark. */
static bool lets_open(const char *bytes, const struct text_token *token) {
  char byte = bytes[token->start];
  return token->kind == TEXT_SKIPPED ||
         (token->kind == TEXT_BRACKET && byte != ')' && byte != ']' &&
          byte != '}' && byte != '>');
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

/* Of marks that count, and of those that let one open. */
#define MARKS                                                                  \
  (TEXT_SIGN_OF_KIND(TEXT_SKIPPED) | TEXT_SIGN_OF_KIND(TEXT_BRACKET))

void text_quotation_mark(const char *bytes, struct text_token *tokens,
                         const uint64_t *signs, size_t count) {
  size_t waits[PAIRS] = {0}; /* 1 + index of a mark that waits */
  bool can_open = false;     /* a blank stands before, but for lets_open */
  for (size_t i = text_sign_find(signs, 0, count, MARKS); i < count;
       i = text_sign_find(signs, i + 1, count, MARKS)) {
    bool follows = i > 0 && tokens[i - 1].end == tokens[i].start &&
                   lets_open(bytes, &tokens[i - 1]);
    can_open =
        (tokens[i].flags & TEXT_BLANK_BEFORE) != 0 || (can_open && follows);
    if (!may_quote(&tokens[i])) {
      continue;
    }
    size_t *open = &waits[pair_of(tokens[i].mark)];
    if (*open != 0 && can_close(&tokens[i]) &&
        tokens[i].end - tokens[*open - 1].start <= TEXT_QUOTATION_MAX) {
      for (size_t inner = *open; inner < i; inner++) {
        tokens[inner].flags |= TEXT_QUOTED;
      }
      *open = 0;
    } else if (can_open && !blank_follows(tokens, count, i)) {
      *open = i + 1;
    }
  }
}

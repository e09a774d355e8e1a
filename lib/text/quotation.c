/* SPDX-License-Identifier: MIT */
#include "text/quotation.h"

#include "base/four.h"
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

/* A paragraph, and what is known of its marks so far. */
struct quotations {
  const char *bytes;
  struct text_token *tokens;
  size_t count;
  size_t waits[PAIRS]; /* 1 + index of a mark that waits */
  size_t asked;        /* the token that may_open was asked of last */
  bool opens;          /* what it answered */
};

/* Whether a blank stands before the mark, but for what lets it open. No token
 * is passed twice. */
static bool may_open(struct quotations *quotations, size_t mark) {
  const struct text_token *tokens = quotations->tokens;
  bool follows = true;
  bool opens = false;
  for (size_t at = mark; follows && !opens; at--) {
    bool asked = at == quotations->asked;
    opens = (tokens[at].flags & TEXT_BLANK_BEFORE) != 0 ||
            (asked && quotations->opens);
    follows = !asked && at > 0 && tokens[at - 1].end == tokens[at].start &&
              lets_open(quotations->bytes, &tokens[at - 1]);
  }
  quotations->asked = mark;
  quotations->opens = opens;
  return opens;
}

/* Closes the quotation that waits for such a mark, or opens one. */
static void pair_mark(struct quotations *quotations, size_t mark) {
  struct text_token *tokens = quotations->tokens;
  const struct text_token *token = &tokens[mark];
  size_t *open = &quotations->waits[pair_of(token->mark)];
  if (*open != 0 && can_close(token) &&
      token->end - tokens[*open - 1].start <= TEXT_QUOTATION_MAX) {
    for (size_t inner = *open; inner < mark; inner++) {
      tokens[inner].flags |= TEXT_QUOTED;
    }
    *open = 0;
  } else if (!blank_follows(tokens, quotations->count, mark) &&
             may_open(quotations, mark)) {
    *open = mark + 1;
  }
}

enum { AT_ONCE = 64 };
_Static_assert((int)TEXT_SIGNS_BEHIND >= (int)BASE_FOUR,
               "four are read at once");

/* Bits for up to so many tokens, set for those that phrases pass over, as marks
 * are. No branch tells: a mark may stand anywhere. */
static uint64_t skipped_among(const uint64_t *signs, size_t count) {
  uint64_t bits = 0;
  size_t end = count < AT_ONCE ? count : AT_ONCE;
  for (size_t i = 0; i < end; i += BASE_FOUR) {
    base_four skipped =
        base_four_sharing(signs + i, TEXT_SIGN_OF_KIND(TEXT_SKIPPED));
    bits |= (uint64_t)base_four_bits(skipped) << i;
  }
  return end < AT_ONCE ? bits & ((UINT64_C(1) << end) - 1) : bits;
}

void text_quotation_mark(const char *bytes, struct text_token *tokens,
                         const uint64_t *signs, size_t count) {
  struct quotations quotations = {
      .bytes = bytes, .tokens = tokens, .count = count, .asked = SIZE_MAX};
  for (size_t from = 0; from < count; from += AT_ONCE) {
    uint64_t skipped = skipped_among(signs + from, count - from);
    for (; skipped != 0; skipped &= skipped - 1) {
      size_t at = from + (size_t)__builtin_ctzll(skipped);
      if (may_quote(&tokens[at])) {
        pair_mark(&quotations, at);
      }
    }
  }
}

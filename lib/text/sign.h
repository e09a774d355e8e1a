/* SPDX-License-Identifier: MIT */
/*
 * Signs: a token, or what may stand in its place, as 64 bits. Tokens that do
 * not share a bit with a sign are none of those that it stands for; others may
 * share one by chance.
 *
 *     bit  0 … 47   48 … 58  59           60       61    62      63
 *          words    kinds    capitalised  written  edge  always  passed
 *          and marks
 */
#ifndef COURTESY_TEXT_SIGN_H
#define COURTESY_TEXT_SIGN_H

#include "text/token.h"

enum {
  TEXT_SIGN_WORDS = 48, /* bits that words and marks share */
  TEXT_SIGN_KINDS = 48, /* and on: enum text_token_kind */
};

#define TEXT_SIGN_CAPITALISED (UINT64_C(1) << 59) /* a capitalised word */
#define TEXT_SIGN_WRITTEN (UINT64_C(1) << 60)     /* what `*` can begin with */
#define TEXT_SIGN_EDGE (UINT64_C(1) << 61)        /* the sentence ends there */
#define TEXT_SIGN_ALWAYS (UINT64_C(1) << 62)      /* whatever is around */
#define TEXT_SIGN_PASSED (UINT64_C(1) << 63) /* phrases pass over it, mostly */
#define TEXT_SIGN_ANY UINT64_MAX

static inline uint64_t text_sign_of_word(uint32_t word) {
  return UINT64_C(1) << (word % TEXT_SIGN_WORDS);
}

/* The same of one that may not be there. */
static inline uint64_t text_sign_of_reading(uint32_t word) {
  return (uint64_t)(word != TEXT_NO_WORD) << (word % TEXT_SIGN_WORDS);
}

static inline uint64_t text_sign_of_mark(uint32_t mark) {
  return text_sign_of_word(mark);
}

static inline uint64_t text_sign_of_kind(uint32_t kind) {
  return UINT64_C(1) << (TEXT_SIGN_KINDS + kind);
}

_Static_assert(TEXT_READINGS == 3, "or a reading has no sign");

static inline uint64_t text_sign_of(const struct text_token *token) {
  uint64_t sign = text_sign_of_kind(token->kind);
  if (token->kind > TEXT_PLACEHOLDER) {
    bool is_mark = token->kind == TEXT_PUNCTUATION;
    bool passed =
        token->kind == TEXT_SKIPPED || (is_mark && token->mark == ',');
    return sign | (is_mark ? text_sign_of_mark(token->mark) : 0) |
           (passed ? TEXT_SIGN_PASSED : 0);
  }
  sign |= TEXT_SIGN_WRITTEN;
  sign |= (token->flags & TEXT_CAPITALISED) != 0 ? TEXT_SIGN_CAPITALISED : 0;
  sign |= text_sign_of_reading(token->words[0]);
  if (text_token_is_ambiguous(token)) {
    sign |= text_sign_of_reading(token->words[1]);
    sign |= text_sign_of_reading(token->words[2]);
  }
  return sign;
}

#endif

/* SPDX-License-Identifier: MIT */
/*
 * Signs: a token, or what may stand in its place, as 64 bits. Tokens that do
 * not share a bit with a sign are none of those that it stands for; others may
 * share one by chance.
 *
 *     bit  0 … 39  40 … 47  48       49 … 58
 *          words   marks    written  kinds
 *
 *     bit  59           60        61    62      63
 *          capitalised  capitals  edge  always  passed
 *
 * Edge and always are for neighbours, always for those that nobody looked at;
 * of a token itself it tells that it has several readings. A document holds the
 * signs of its tokens. The signs of all tokens of a sentence together tell what
 * it holds.
 */
#ifndef COURTESY_TEXT_SIGN_H
#define COURTESY_TEXT_SIGN_H

#include "text/token.h"

enum {
  TEXT_SIGN_WORDS = 40,   /* bits that words share; */
  TEXT_SIGN_COMMON = 16,  /* the first of them are for common words, */
  TEXT_COMMON_WORDS = 71, /* those with an id below this */
  TEXT_SIGN_MARKS = 40,   /* and on: marks */
  TEXT_SIGN_KINDS = 48,   /* and on: enum text_token_kind, but for words */
  TEXT_SIGN_CASE = 59,    /* and on: flags of text_token */
};

#define TEXT_SIGN_ALL_WORDS ((UINT64_C(1) << TEXT_SIGN_WORDS) - 1)
#define TEXT_SIGN_COMMON_WORDS ((UINT64_C(1) << TEXT_SIGN_COMMON) - 1)
#define TEXT_SIGN_WRITTEN (UINT64_C(1) << 48)     /* what `*` can begin with */
#define TEXT_SIGN_CAPITALISED (UINT64_C(1) << 59) /* a capitalised word */
#define TEXT_SIGN_CAPITALS (UINT64_C(1) << 60)    /* one all in capitals */
#define TEXT_SIGN_EDGE (UINT64_C(1) << 61)        /* the sentence ends there */
#define TEXT_SIGN_ALWAYS (UINT64_C(1) << 62)      /* whatever is around */
#define TEXT_SIGN_SEVERAL TEXT_SIGN_ALWAYS   /* a token of several readings */
#define TEXT_SIGN_PASSED (UINT64_C(1) << 63) /* phrases pass over it, mostly */
#define TEXT_SIGN_ANY UINT64_MAX

/* The bit that a word has, scattered without a division. A sentence has some of
 * the common words, whichever they are: these share no bit with the others, or
 * it would seem to have half of all. */
static inline uint32_t text_sign_bit(uint32_t word) {
  uint64_t hash = word * UINT32_C(0x9E3779B1);
  if (word < TEXT_COMMON_WORDS) {
    return (uint32_t)(hash * TEXT_SIGN_COMMON >> 32);
  }
  return TEXT_SIGN_COMMON +
         (uint32_t)(hash * (TEXT_SIGN_WORDS - TEXT_SIGN_COMMON) >> 32);
}

static inline uint64_t text_sign_of_word(uint32_t word) {
  return UINT64_C(1) << text_sign_bit(word);
}

/* The same of one that may not be there. */
static inline uint64_t text_sign_of_reading(uint32_t word) {
  return (uint64_t)(word != TEXT_NO_WORD) << text_sign_bit(word);
}

/* A constant where the mark is one. Found by a search: of the marks that are
 * tokens, those of most phrases, . , ? ! and …, share their bits with none. */
#define TEXT_SIGN_OF_MARK(mark)                                                \
  (UINT64_C(1) << (TEXT_SIGN_MARKS +                                           \
                   ((uint32_t)((mark)*UINT32_C(0x0B9D1D79)) >> 29)))

static inline uint64_t text_sign_of_mark(uint32_t mark) {
  return TEXT_SIGN_OF_MARK(mark);
}

/* That of a word is TEXT_SIGN_WRITTEN. */
#define TEXT_SIGN_OF_KIND(kind) (UINT64_C(1) << (TEXT_SIGN_KINDS + (kind)))

static inline uint64_t text_sign_of_kind(uint32_t kind) {
  return TEXT_SIGN_OF_KIND(kind);
}

static inline uint64_t text_sign_of_case(unsigned flags) {
  return (uint64_t)(flags & (TEXT_CAPITALISED | TEXT_ALL_CAPITALS))
         << TEXT_SIGN_CASE;
}

_Static_assert(TEXT_SIGN_WORDS <= TEXT_SIGN_MARKS &&
                   TEXT_SIGN_MARKS + 8 <= TEXT_SIGN_KINDS,
               "words stay below marks, and eight marks below kinds");
_Static_assert(TEXT_SIGN_KINDS + TEXT_OTHER < TEXT_SIGN_CASE,
               "the last kind stays below the case");
_Static_assert((uint64_t)TEXT_CAPITALISED << TEXT_SIGN_CASE ==
                       TEXT_SIGN_CAPITALISED &&
                   (uint64_t)TEXT_ALL_CAPITALS << TEXT_SIGN_CASE ==
                       TEXT_SIGN_CAPITALS,
               "flags are signs, shifted");

/* The sign of a word with capitals, by the one without. */
static inline uint64_t text_sign_capitalised(uint64_t sign, unsigned flags) {
  return sign | text_sign_of_case(flags);
}

/* The sign of a token of one word, by its flags. That of a word in no
 * vocabulary is what all have. */
static inline uint64_t text_sign_of_simple_word(uint32_t word, unsigned flags) {
  return text_sign_capitalised(TEXT_SIGN_WRITTEN | text_sign_of_reading(word),
                               flags);
}

static inline uint64_t text_sign_of_punctuation(uint32_t mark) {
  return text_sign_of_kind(TEXT_PUNCTUATION) | text_sign_of_mark(mark) |
         (mark == ',' ? TEXT_SIGN_PASSED : 0);
}

static inline uint64_t text_sign_of(const struct text_token *token) {
  if (token->kind == TEXT_PUNCTUATION) {
    return text_sign_of_punctuation(token->mark);
  }
  uint64_t sign = text_sign_of_kind(token->kind);
  if (!text_token_is_written(token)) {
    return sign | (token->kind == TEXT_SKIPPED ? TEXT_SIGN_PASSED : 0);
  }
  sign |= TEXT_SIGN_WRITTEN | text_sign_of_case(token->flags);
  sign |= text_token_is_ambiguous(token) ? TEXT_SIGN_SEVERAL : 0;
  for (size_t i = 0; i < TEXT_READINGS; i++) {
    sign |= text_sign_of_reading(token->words[i]);
  }
  return sign;
}

#endif

/* SPDX-License-Identifier: MIT */
/*
 * Alternatives that begin with a word, `(as far as|like|once)`: the token tells
 * which of them go on, and where. Of a set of words all go on at the same place.
 *
 * They stand sorted by word, where a word may stand several times, and spread
 * over buckets besides, so that what a token is among them is told without a
 * loop, which would end where nobody can foretell:
 *
 *     sorted     as → 1   like → 9   once → 9   send → 9   tell → 9
 *     buckets    once send -  -  │  as like tell -
 */
#ifndef COURTESY_RULES_CASES_H
#define COURTESY_RULES_CASES_H

#include "base/four.h"
#include "base/vector.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Many phrases share them: they do not say where the switch is. */
struct rules_case {
  uint32_t bits; /* the word, and in the lowest twelve how many instructions
                    stand between the switch and where it goes on */
};

enum {
  RULES_PAST_BITS = 12,
  RULES_LAST_PAST = (1 << RULES_PAST_BITS) - 1,
  RULES_LAST_CASE_WORD = (1 << (32 - RULES_PAST_BITS)) - 2,
};

/* Of a word that no case can hold. */
#define RULES_NO_CASE UINT32_MAX

/* A case of what it can hold. */
static inline struct rules_case rules_case_of(uint32_t word, size_t past) {
  return (struct rules_case){word << RULES_PAST_BITS |
                             ((uint32_t)past & RULES_LAST_PAST)};
}

static inline uint32_t rules_case_word(struct rules_case one) {
  return one.bits >> RULES_PAST_BITS;
}

static inline uint32_t rules_case_past(struct rules_case one) {
  return one.bits & RULES_LAST_PAST;
}

struct rules_switch {
  const struct rules_case *cases;
  size_t count;
};

/* The first case of a word in a switch, if it has any; the others follow. Found
 * by halving what may hold it, without a branch that depends on the words. */
static inline size_t rules_switch_find(struct rules_switch table,
                                       uint32_t word) {
  const struct rules_case *first = table.cases;
  uint32_t wanted = rules_case_of(word, 0).bits;
  for (size_t count = table.count; count > 1;) {
    size_t half = count / 2;
    const struct rules_case *next = first + half;
    first = next[-1].bits < wanted ? next : first;
    count -= half;
  }
  bool before = table.count > 0 && first->bits < wanted;
  return (size_t)(first - table.cases) + before;
}

enum { RULES_BUCKET_CASES = 4 };

struct rules_bucket {
  struct rules_case cases[RULES_BUCKET_CASES]; /* or RULES_NO_CASE */
};

BASE_VECTOR(rules_cases, struct rules_case);
BASE_VECTOR(rules_buckets, struct rules_bucket);

/* Some cases in buckets [first, first + mask]. */
struct rules_spread {
  uint32_t first;
  uint16_t mask;  /* of the bits of hashes; RULES_NOT_SPREAD: there are more
                     cases than it is worth, or they do not fit */
  uint16_t shift; /* which bits these are: those by which the fewest buckets
                     are enough */
};

enum { RULES_NOT_SPREAD = UINT16_MAX };

/* Which bucket may hold the word. */
static inline uint32_t rules_spread_bucket(struct rules_spread spread,
                                           uint32_t word) {
  uint32_t hash = word * UINT32_C(0x9E3779B1) >> spread.shift;
  return spread.first + (hash & spread.mask);
}

/* Which of the bucket's cases are the word's, which is one that a case can hold:
 * a bit each; 0: there is none. */
static inline uint32_t rules_bucket_find(const struct rules_bucket *bucket,
                                         uint32_t word) {
  base_four words = base_four_load(&bucket->cases[0].bits) >> RULES_PAST_BITS;
  return base_four_bits((base_four)(words == base_four_each(word)));
}

/* How far the case that was found leads past the next instruction. */
static inline uint32_t rules_bucket_past(const struct rules_bucket *bucket,
                                         uint32_t found) {
  return rules_case_past(bucket->cases[__builtin_ctz(found)]);
}

BASE_VECTOR(rules_spreads, struct rules_spread);

/* Adds buckets of the cases. Returns false when memory ran out. */
bool rules_spread_cases(struct rules_switch cases,
                        struct rules_buckets *buckets,
                        struct rules_spread *spread);

/* The same of words, as cases that lead to the next instruction. */
bool rules_spread_words(const uint32_t *words, size_t count,
                        struct rules_buckets *buckets,
                        struct rules_spread *spread);

#endif

/* SPDX-License-Identifier: MIT */
#include "rules/cases.h"

enum {
  MOST_CASES = 4096, /* beyond so many, buckets would be large, and seldom where
                        the processor has them at hand */
  MOST_BUCKETS = 8,  /* a case: words that do not fit then were chosen so */
  MOST_SHIFT = 16,   /* leaves of a hash more bits than a mask has */
};

static bool put(struct rules_bucket *bucket, struct rules_case one) {
  for (size_t i = 0; i < RULES_BUCKET_CASES; i++) {
    if (bucket->cases[i].bits == RULES_NO_CASE) {
      bucket->cases[i] = one;
      return true;
    }
  }
  return false;
}

/* Puts the cases where the spread wants them, if each bucket has room for its
 * own. */
static bool fill(struct rules_switch cases, struct rules_bucket *buckets,
                 struct rules_spread spread) {
  bool fits = true;
  memset(buckets, 0xFF, (spread.mask + 1U) * sizeof *buckets);
  for (size_t i = 0; i < cases.count && fits; i++) {
    struct rules_case one = cases.cases[i];
    fits =
        put(&buckets[rules_spread_bucket(spread, rules_case_word(one))], one);
  }
  return fits;
}

/* So with any bits of the hashes. */
static bool fill_somehow(struct rules_switch cases,
                         struct rules_bucket *buckets,
                         struct rules_spread *spread) {
  bool fits = false;
  for (uint16_t shift = 0; shift <= MOST_SHIFT && !fits; shift++) {
    spread->shift = shift;
    fits = fill(cases, buckets, *spread);
  }
  return fits;
}

bool rules_spread_cases(struct rules_switch cases,
                        struct rules_buckets *buckets,
                        struct rules_spread *spread) {
  *spread = (struct rules_spread){.mask = RULES_NOT_SPREAD};
  if (cases.count > MOST_CASES) {
    return true;
  }
  size_t first = buckets->count;
  for (size_t count = 1; count <= MOST_BUCKETS * (cases.count + 1);
       count *= 2) {
    if (count * RULES_BUCKET_CASES < cases.count) {
      continue;
    }
    if (!rules_buckets_make_room(buckets, first + count)) {
      return false;
    }
    struct rules_spread tried = {.mask = (uint16_t)(count - 1)};
    if (fill_somehow(cases, buckets->items + first, &tried)) {
      buckets->count = first + count;
      tried.first = (uint32_t)first;
      *spread = tried;
      return true;
    }
  }
  return true;
}

bool rules_spread_words(const uint32_t *words, size_t count,
                        struct rules_buckets *buckets,
                        struct rules_spread *spread) {
  struct rules_cases cases = {0};
  bool holds = true; /* the words, which may be more than cases are for */
  for (size_t i = 0; i < count && holds; i++) {
    holds = words[i] <= RULES_LAST_CASE_WORD;
    rules_cases_add(&cases, rules_case_of(words[i], 0));
  }
  *spread = (struct rules_spread){.mask = RULES_NOT_SPREAD};
  bool done = !cases.failed;
  if (done && holds) {
    done = rules_spread_cases((struct rules_switch){cases.items, cases.count},
                              buckets, spread);
  }
  rules_cases_destroy(&cases);
  return done;
}

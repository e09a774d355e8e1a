/* SPDX-License-Identifier: MIT */
/* What lets most paragraphs of others' words be passed over: how those words
 * begin under which the patterns are filed that are looked for only there
 * (RULES_CABINET_OTHERS). */
#ifndef COURTESY_RULES_SIEVE_H
#define COURTESY_RULES_SIEVE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

struct courtesy_ruleset;

enum { RULES_SIEVE_BITS = 12, RULES_SIEVE_LETTERS = 3 };

struct rules_sieve {
  bool holds[1 << RULES_SIEVE_BITS]; /* by place: a word that begins so */
  bool works; /* words tell at all: not where a pattern is filed under none, or
                 under one that is more than letters and digits */
};
_Static_assert(sizeof(struct rules_sieve) == (1 << RULES_SIEVE_BITS) + 1,
               "sieves are compared as bytes");

/* The place of what begins with the first three of four bytes. */
static inline uint32_t rules_sieve_place(const char *bytes) {
  static const char low_bits[RULES_SIEVE_LETTERS + 1] = "\x1F\x1F\x1F";
  uint32_t mask;
  uint32_t letters;
  memcpy(&mask, low_bits, sizeof mask);
  memcpy(&letters, bytes, sizeof letters);
  return (letters & mask) * UINT32_C(0x9E3779B1) >> (32 - RULES_SIEVE_BITS);
}

/* Fills in a zeroed sieve; the prefilter is finished. */
void rules_sieve_fill(const struct courtesy_ruleset *ruleset,
                      struct rules_sieve *sieve);

#endif

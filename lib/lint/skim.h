/* SPDX-License-Identifier: MIT */
/* Whether a paragraph of others' words is worth making into tokens for what is
 * searched for only there (RULES_CABINET_OTHERS): most hold none of the words
 * that these patterns are filed under. */
#ifndef COURTESY_LINT_SKIM_H
#define COURTESY_LINT_SKIM_H

#include "rules/ruleset.h"
#include "text/source.h"
#include "text/vocabulary.h"

enum { LINT_SIEVE_BITS = 12 };

/* What is looked for. It is large, and few lints fill it. */
struct lint_skimmer {
  const struct text_vocabulary_tables *words;
  const uint32_t *places; /* drawers of the cabinet, by word */
  const struct text_drawer *drawers;
  bool sieve[1 << LINT_SIEVE_BITS]; /* by how they begin, words that a pattern
                                       may be filed under */
};

/* Returns whether words tell at all: not where a pattern is filed under none,
 * or under one that is more than letters and digits. */
bool lint_skimmer_fill(struct lint_skimmer *skimmer,
                       const struct courtesy_ruleset *ruleset);

/* Whether [start, end) of a text may hold a match: true when in doubt. */
bool lint_skim_finds(const struct lint_skimmer *skimmer,
                     const struct text_source *source, uint32_t start,
                     uint32_t end);

#endif

/* SPDX-License-Identifier: MIT */
/* Names as people use them, next to those that a header has. */
#ifndef COURTESY_LINT_NAMES_H
#define COURTESY_LINT_NAMES_H

#include "rules/ruleset.h"

/* The pairs of nicknames that begin with a word. */
struct lint_nicknames {
  const struct rules_nickname *first;
  size_t count;
};

struct lint_nicknames lint_nicknames_of(const struct courtesy_ruleset *ruleset,
                                        uint32_t word);

/* Whether a folded word is a name or, as far as can be told, short for it:
 * "rob" and "bob" for "robert". */
bool lint_is_short_for(const struct courtesy_ruleset *ruleset,
                       struct base_slice word, struct base_slice name);

#endif

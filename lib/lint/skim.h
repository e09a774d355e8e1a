/* SPDX-License-Identifier: MIT */
/* Whether a paragraph of others' words is worth making into tokens for what is
 * searched for only there (RULES_CABINET_OTHERS): most hold none of the words
 * that these patterns are filed under. */
#ifndef COURTESY_LINT_SKIM_H
#define COURTESY_LINT_SKIM_H

#include "rules/ruleset.h"
#include "text/source.h"

/* Whether [start, end) of a text may hold a match: true when in doubt. The
 * ruleset's sieve works. */
bool lint_skim_finds(const struct courtesy_ruleset *ruleset,
                     const struct text_source *source, uint32_t start,
                     uint32_t end);

#endif

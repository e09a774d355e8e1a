/* SPDX-License-Identifier: MIT */
/* Whether a paragraph is worth making into tokens for a few entries: most hold
 * none of the words that these are filed under. */
#ifndef COURTESY_LINT_SKIM_H
#define COURTESY_LINT_SKIM_H

#include "base/vector.h"
#include "rules/ruleset.h"
#include "text/source.h"

/* A word, to the entries. */
struct lint_role {
  uint64_t before;  /* signs (text/sign.h) of what may stand before it … */
  uint64_t behind;  /* … and behind it */
  uint32_t entries; /* whose patterns are filed under it, as bits */
};

BASE_VECTOR(lint_roles, struct lint_role);

/* What is known of the entries. The entry that stands at number n of their
 * list has bit n % 32. A zeroed struct is one of no entries. */
struct lint_skim {
  uint16_t *role_of; /* by word: its role; the first is that of none */
  struct lint_roles roles;
  uint32_t open; /* entries that any paragraph may hold */
};

void lint_skim_destroy(struct lint_skim *skim);

/* Makes it one of these entries. Returns false when memory ran out. */
bool lint_skim_fill(struct lint_skim *skim,
                    const struct courtesy_ruleset *ruleset,
                    const uint32_t *entries, size_t count);

/* Whether [start, end) of a text may hold a match of those of the entries
 * whose bits are given: true when in doubt. */
bool lint_skim_finds(const struct lint_skim *skim,
                     const struct courtesy_ruleset *ruleset, uint32_t entries,
                     const struct text_source *source, uint32_t start,
                     uint32_t end);

#endif

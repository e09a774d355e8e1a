/* SPDX-License-Identifier: MIT */
/*
 * What a run looks for, and where: of each entry the zones, as bits. A run
 * reads one of two tables:
 *
 *     ordinary    of each entry that is wanted, where it is looked for
 *     special     the same of a few entries; all zeros but for the run that
 *                 is on
 *
 * and looks only into the cabinets where their patterns are filed, each for
 * sentences of those zones where some entry of it is looked for.
 */
#include "match/state.h"

#include <stdlib.h>

enum { TABLES = 2 };

bool match_scope_create(struct match_scope *scope,
                        const struct courtesy_ruleset *rules) {
  size_t entries = rules->entry_count;
  scope->rules = rules;
  scope->ordinary = calloc((entries + 1) * TABLES, sizeof *scope->ordinary);
  if (scope->ordinary == NULL) {
    return false;
  }
  scope->special = scope->ordinary + entries;
  scope->zones = scope->special;
  return true;
}

void match_scope_destroy(struct match_scope *scope) {
  free(scope->ordinary);
}

/* Whether each of its hits counts. */
static bool counts_always(const struct courtesy_rule *entry) {
  return entry->quoted && entry->except.count == 0 &&
         entry->except_here.count == 0;
}

void match_scope_want(struct match_scope *scope, uint32_t entry,
                      enum match_want want) {
  uint32_t *wanted = &scope->wanted[scope->rules->scopes[entry].cabinet];
  *wanted -= scope->ordinary[entry] != 0;
  scope->ordinary[entry] =
      want == MATCH_NONE ? 0 : scope->rules->scopes[entry].zones;
  if (scope->ordinary[entry] != 0 && want == MATCH_ANY &&
      counts_always(&scope->rules->entries[entry])) {
    scope->ordinary[entry] |= MATCH_FIRST_ONLY;
  }
  *wanted += scope->ordinary[entry] != 0;
  scope->reach[scope->rules->scopes[entry].cabinet] |= scope->ordinary[entry];
}

void match_scope_begin_ordinary(struct match_scope *scope) {
  scope->zones = scope->ordinary;
  for (size_t i = 0; i < TEXT_CABINETS; i++) {
    scope->opened[i] = scope->wanted[i] > 0 ? scope->reach[i] : 0;
  }
}

void match_scope_begin_some(struct match_scope *scope, const uint32_t *entries,
                            size_t count) {
  scope->zones = scope->special;
  for (size_t i = 0; i < TEXT_CABINETS; i++) {
    scope->opened[i] = 0;
  }
  for (size_t i = 0; i < count; i++) {
    const struct rules_scope *whole = &scope->rules->scopes[entries[i]];
    scope->special[entries[i]] = whole->zones;
    scope->opened[whole->cabinet] |= whole->zones;
  }
}

void match_scope_end_some(struct match_scope *scope, const uint32_t *entries,
                          size_t count) {
  for (size_t i = 0; i < count; i++) {
    scope->special[entries[i]] = 0;
  }
}

/* SPDX-License-Identifier: MIT */
#include "match/scope.h"

#include <stdlib.h>
#include <string.h>

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

static inline void look_for(struct match_scope *scope, uint32_t entry,
                            struct rules_scope whole, bool want) {
  uint32_t zones = want ? whole.zones : 0;
  scope->ordinary[entry] = zones;
  scope->wanted[whole.cabinet] += zones != 0;
  scope->wanted_in[whole.cabinet] |= zones;
}

void match_scope_want(struct match_scope *scope, uint32_t entry, bool want) {
  struct rules_scope whole = scope->rules->scopes[entry];
  scope->wanted[whole.cabinet] -= scope->ordinary[entry] != 0;
  look_for(scope, entry, whole, want);
}

void match_scope_want_all(struct match_scope *scope, const bool *wants,
                          unsigned cabinets) {
  const struct rules_scope *scopes = scope->rules->scopes;
  size_t count = scope->rules->entry_count;
  memset(scope->wanted, 0, sizeof scope->wanted);
  memset(scope->wanted_in, 0, sizeof scope->wanted_in);
  for (uint32_t i = 0; i < count; i++) {
    bool open = (cabinets >> scopes[i].cabinet & 1) != 0;
    look_for(scope, i, scopes[i], open && wants[i]);
  }
}

void match_scope_begin_ordinary(struct match_scope *scope) {
  scope->zones = scope->ordinary;
  for (size_t i = 0; i < TEXT_CABINETS; i++) {
    scope->opened[i] = scope->wanted[i] > 0 ? scope->wanted_in[i] : 0;
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

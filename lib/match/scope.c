/* SPDX-License-Identifier: MIT */
/*
 * What a run looks for, and where: of each entry the zones, as bits. A run
 * reads two tables, both by entry:
 *
 *                    zones: looked for       noted: for a later run
 *     ordinary       now                     later
 *     asked          special                 nothing
 *     a family       special: everywhere     nothing
 */
#include "match/state.h"

#include <stdlib.h>
#include <string.h>

enum { TABLES = 5 };

bool match_scope_create(struct match_scope *scope, size_t entries) {
  scope->entries = entries;
  scope->wanted = calloc((entries + 1) * TABLES, sizeof *scope->wanted);
  scope->put_off = calloc(entries + 1, sizeof *scope->put_off);
  if (scope->wanted == NULL || scope->put_off == NULL) {
    return false;
  }
  scope->now = scope->wanted + entries;
  scope->later = scope->now + entries;
  scope->special = scope->later + entries;
  scope->nothing = scope->special + entries;
  return true;
}

void match_scope_destroy(struct match_scope *scope) {
  free(scope->wanted);
  free(scope->put_off);
}

static void settle_entry(struct match_scope *scope,
                         const struct courtesy_ruleset *rules, uint32_t entry) {
  uint32_t family = rules->entries[entry].family;
  bool is_form = family == rules->greeting || family == rules->farewell;
  uint32_t zones = is_form && scope->without_forms ? 0 : scope->wanted[entry];
  scope->now[entry] = scope->put_off[entry] ? 0 : zones;
  scope->later[entry] = scope->put_off[entry] ? zones : 0;
}

/* All patterns of an entry are looked for in the same zones. */
void match_scope_want(struct match_scope *scope,
                      const struct courtesy_ruleset *rules) {
  for (uint32_t i = 0; i < rules->entry_count; i++) {
    struct rules_range find = rules->entries[i].find;
    scope->wanted[i] = find.count > 0 ? rules->aims[find.first].zones : 0;
    settle_entry(scope, rules, i);
  }
}

void match_scope_put_off(struct match_scope *scope,
                         const struct courtesy_ruleset *rules, uint32_t entry,
                         bool put_off) {
  scope->put_off[entry] = put_off;
  settle_entry(scope, rules, entry);
}

static void settle_family(struct match_scope *scope,
                          const struct courtesy_ruleset *rules,
                          uint32_t entry) {
  for (; entry != RULES_NO_ENTRY; entry = rules->entries[entry].sibling) {
    settle_entry(scope, rules, entry);
  }
}

void match_scope_ordinary(struct match_scope *scope,
                          const struct courtesy_ruleset *rules,
                          bool forms_known) {
  if (scope->without_forms != forms_known) {
    scope->without_forms = forms_known;
    settle_family(scope, rules, rules->greeting);
    settle_family(scope, rules, rules->farewell);
  }
  scope->zones = scope->now;
  scope->noted = scope->later;
}

static void begin_special(struct match_scope *scope) {
  memset(scope->special, 0, scope->entries * sizeof *scope->special);
  scope->zones = scope->special;
  scope->noted = scope->nothing;
}

void match_scope_asked(struct match_scope *scope, const bool *asked) {
  begin_special(scope);
  for (size_t i = 0; i < scope->entries; i++) {
    if (asked[i]) {
      scope->special[i] = scope->later[i];
    }
  }
}

void match_scope_family(struct match_scope *scope,
                        const struct courtesy_ruleset *rules, uint32_t family) {
  begin_special(scope);
  for (; family != RULES_NO_ENTRY; family = rules->entries[family].sibling) {
    scope->special[family] = UINT32_MAX;
  }
}

/* SPDX-License-Identifier: MIT */
#include "rules/aim.h"

#include "rules/ruleset.h"
#include "text/prefilter.h"

_Static_assert((size_t)RULES_CABINET_FORMS < TEXT_CABINETS,
               "each cabinet is there");

static uint32_t aim_range(const struct courtesy_ruleset *ruleset,
                          const struct courtesy_rule *entry,
                          struct rules_range range, uint32_t regexes,
                          struct rules_aim *aims) {
  for (uint32_t i = range.first; i < range.first + range.count; i++) {
    const struct rules_program *program = &ruleset->patterns[i];
    bool is_regex = rules_is_regex(program);
    bool crosses = program->sentence_ends > 0;
    aims[i] = (struct rules_aim){
        .entry = entry->index,
        .crosses = crosses,
        .opens = !is_regex && !crosses && program->at_text_start_only,
        .regex = is_regex ? regexes : RULES_NO_REGEX,
    };
    regexes += is_regex;
  }
  return regexes;
}

/* A reference to what is not there was reported, and is none. */
static void look_for(const struct courtesy_ruleset *ruleset, uint32_t entry,
                     struct rules_aim *aims) {
  if (entry == RULES_NO_ENTRY) {
    return;
  }
  const struct courtesy_rule *rule = &ruleset->entries[entry];
  for (uint32_t i = 0; i < rule->find.count; i++) {
    aims[rule->find.first + i].zones = rule->zones;
  }
}

/* What an `each` or `missing` names is looked for even when it is off. */
static void look_for_named(const struct courtesy_ruleset *ruleset,
                           const struct courtesy_rule *rule,
                           struct rules_aim *aims) {
  if (rule->form == COURTESY_FORM_FIND) {
    return;
  }
  look_for(ruleset, rule->subject, aims);
  for (size_t i = 0; i < rule->without.count; i++) {
    look_for(ruleset, rules_without(ruleset, rule)[i], aims);
  }
}

/* --------------------------------------------------------------- cabinets */

static void assign(const struct courtesy_ruleset *ruleset, uint32_t entry,
                   enum rules_cabinet cabinet, struct rules_aim *aims) {
  if (entry != RULES_NO_ENTRY) {
    struct rules_range find = ruleset->entries[entry].find;
    for (uint32_t i = find.first; i < find.first + find.count; i++) {
      aims[i].cabinet = (uint16_t)cabinet;
    }
  }
}

static void assign_family(const struct courtesy_ruleset *ruleset,
                          uint32_t entry, enum rules_cabinet cabinet,
                          struct rules_aim *aims) {
  for (; entry != RULES_NO_ENTRY; entry = ruleset->entries[entry].sibling) {
    assign(ruleset, entry, cabinet, aims);
  }
}

static bool is_on(const struct courtesy_rule *entry) {
  return entry->facts.severity != COURTESY_OFF;
}

bool rules_counts_itself(const struct courtesy_rule *entry) {
  return entry->facts.rule_class == COURTESY_RULE ? is_on(entry)
                                                  : entry->facts.weight != 0;
}

/* Most of what rules "A needs B" need an A of is asked for in any message. */
static void assign_all(const struct courtesy_ruleset *ruleset,
                       struct rules_aim *aims) {
  const struct courtesy_rule *entries = ruleset->entries;
  for (uint32_t i = 0; i < ruleset->entry_count; i++) {
    assign(ruleset, i,
           rules_counts_itself(&entries[i]) ? RULES_CABINET_USUAL
                                            : RULES_CABINET_ASKED,
           aims);
  }
  for (uint32_t i = 0; i < ruleset->entry_count; i++) {
    const struct courtesy_rule *rule = &entries[i];
    if (rule->form != COURTESY_FORM_FIND && is_on(rule) &&
        rule->subject != RULES_NO_ENTRY) {
      assign_family(ruleset, rule->subject, RULES_CABINET_USUAL, aims);
    }
  }
  for (uint32_t i = 0; i < ruleset->entry_count; i++) {
    if ((entries[i].zones & RULES_OWN_ZONES) == 0) {
      assign(ruleset, i, RULES_CABINET_OTHERS, aims);
    }
  }
  assign_family(ruleset, ruleset->greeting, RULES_CABINET_FORMS, aims);
  assign_family(ruleset, ruleset->farewell, RULES_CABINET_FORMS, aims);
}

uint32_t rules_aim(const struct courtesy_ruleset *ruleset,
                   struct rules_aim *aims) {
  uint32_t regexes = 0;
  for (size_t i = 0; i < ruleset->entry_count; i++) {
    const struct courtesy_rule *rule = &ruleset->entries[i];
    regexes = aim_range(ruleset, rule, rule->find, regexes, aims);
    regexes = aim_range(ruleset, rule, rule->except, regexes, aims);
    regexes = aim_range(ruleset, rule, rule->except_here, regexes, aims);
  }
  for (uint32_t i = 0; i < ruleset->entry_count; i++) {
    const struct courtesy_rule *rule = &ruleset->entries[i];
    /* Markers and signals are never off. */
    if (rule->facts.rule_class != COURTESY_RULE ||
        rule->facts.severity != COURTESY_OFF) {
      look_for(ruleset, i, aims);
      look_for_named(ruleset, rule, aims);
    }
  }
  assign_all(ruleset, aims);
  return regexes;
}

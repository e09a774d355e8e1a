/* SPDX-License-Identifier: MIT */
#include "rules/aim.h"

#include "rules/ruleset.h"
#include "rules/veto_row.h"
#include "text/prefilter.h"

#include <courtesy/session.h>

#include <string.h>

_Static_assert((size_t)RULES_CABINET_FORMS < TEXT_CABINETS,
               "each cabinet is there");
_Static_assert(RULES_CABINET_USUAL == 0 && RULES_CABINET_ASKED == 1,
               "those that are often open together are the first");

static uint32_t aim_range(const struct courtesy_ruleset *ruleset,
                          const struct courtesy_rule *entry,
                          struct rules_range range, bool finds,
                          uint32_t regexes, struct rules_aim *aims) {
  for (uint32_t i = range.first; i < range.first + range.count; i++) {
    const struct rules_program *program = &ruleset->patterns[i];
    bool is_regex = rules_is_regex(program);
    aims[i] = (struct rules_aim){
        .entry = entry->index,
        .crosses = program->sentence_ends > 0,
        .regex = is_regex ? regexes : RULES_NO_REGEX,
        .finds = finds,
    };
    regexes += is_regex;
  }
  return regexes;
}

uint32_t rules_aim(const struct courtesy_ruleset *ruleset,
                   struct rules_aim *aims) {
  uint32_t regexes = 0;
  for (size_t i = 0; i < ruleset->entry_count; i++) {
    const struct courtesy_rule *rule = &ruleset->entries[i];
    regexes = aim_range(ruleset, rule, rule->find, true, regexes, aims);
    regexes = aim_range(ruleset, rule, rule->except, false, regexes, aims);
    regexes = aim_range(ruleset, rule, rule->except_here, false, regexes, aims);
  }
  return regexes;
}

/* A reference to what is not there was reported, and is none. */
static void look_for(const struct courtesy_ruleset *ruleset, uint32_t entry,
                     struct rules_scope *scopes) {
  if (entry == RULES_NO_ENTRY) {
    return;
  }
  const struct courtesy_rule *rule = &ruleset->entries[entry];
  scopes[entry].zones = rule->find.count > 0 ? rule->zones : 0;
}

/* What an `each` or `missing` names is looked for even when it is off. */
static void look_for_named(const struct courtesy_ruleset *ruleset,
                           const struct courtesy_rule *rule,
                           struct rules_scope *scopes) {
  if (rule->form == COURTESY_FORM_FIND) {
    return;
  }
  look_for(ruleset, rule->subject, scopes);
  for (size_t i = 0; i < rule->without.count; i++) {
    look_for(ruleset, rules_without(ruleset, rule)[i], scopes);
  }
}

/* --------------------------------------------------------------- cabinets */

static void assign_family(const struct courtesy_ruleset *ruleset,
                          uint32_t entry, enum rules_cabinet cabinet,
                          struct rules_scope *scopes) {
  for (; entry != RULES_NO_ENTRY; entry = ruleset->entries[entry].sibling) {
    scopes[entry].cabinet = (uint8_t)cabinet;
  }
}

static bool counts(const struct courtesy_rule *entry) {
  return entry->facts.rule_class == COURTESY_RULE ? rules_is_on(entry)
                                                  : entry->facts.weight != 0;
}

static uint8_t marks_of(const struct courtesy_rule *entry) {
  if (entry->facts.rule_class != COURTESY_MARKER) {
    return RULES_NO_MARKS;
  }
  return entry->facts.shown ? COURTESY_MARKS_SHOWN : COURTESY_MARKS_ALL;
}

static bool names(const struct courtesy_rule *entry) {
  return entry->form != COURTESY_FORM_FIND && rules_is_on(entry);
}

static bool speaks(const struct courtesy_rule *entry) {
  return rules_is_on(entry) && entry->form != COURTESY_FORM_MISSING &&
         !entry->message_level && entry->when.count + entry->unless.count == 0;
}

static void repeat_facts(const struct courtesy_rule *entry,
                         struct rules_scope *scope) {
  scope->family = entry->family;
  scope->language = entry->facts.language;
  scope->recognised = entry->facts.rule_class != COURTESY_RULE;
  scope->speaks = speaks(entry);
  scope->weight = entry->facts.weight;
}

/* Most of what rules "A needs B" need an A of is asked for in any message. */
static void assign_all(const struct courtesy_ruleset *ruleset,
                       struct rules_scope *scopes) {
  const struct courtesy_rule *entries = ruleset->entries;
  for (uint32_t i = 0; i < ruleset->entry_count; i++) {
    scopes[i].counts = counts(&entries[i]);
    scopes[i].marks = marks_of(&entries[i]);
    scopes[i].names = names(&entries[i]);
    scopes[i].cabinet =
        scopes[i].counts ? RULES_CABINET_USUAL : RULES_CABINET_ASKED;
  }
  for (uint32_t i = 0; i < ruleset->entry_count; i++) {
    const struct courtesy_rule *rule = &entries[i];
    if (scopes[i].names && rule->subject != RULES_NO_ENTRY) {
      assign_family(ruleset, rule->subject, RULES_CABINET_USUAL, scopes);
    }
  }
  for (uint32_t i = 0; i < ruleset->entry_count; i++) {
    if ((entries[i].zones & RULES_OWN_ZONES) == 0) {
      scopes[i].cabinet = RULES_CABINET_OTHERS;
    }
  }
  assign_family(ruleset, ruleset->greeting, RULES_CABINET_FORMS, scopes);
  assign_family(ruleset, ruleset->farewell, RULES_CABINET_FORMS, scopes);
}

static uint16_t reach_of(const struct courtesy_ruleset *ruleset,
                         struct rules_range vetoes) {
  uint16_t reach = 0;
  for (uint32_t i = 0; i < vetoes.count; i++) {
    const struct rules_program *program = &ruleset->patterns[vetoes.first + i];
    if (program->sentence_ends == 0 && program->reach > reach) {
      reach = (uint16_t)program->reach;
    }
  }
  return reach;
}

/* Rows of vetoes stand one behind the other. */
static void place_vetoes(const struct courtesy_ruleset *ruleset,
                         struct rules_scope *scopes) {
  uint32_t next = 0;
  for (uint32_t i = 0; i < ruleset->entry_count; i++) {
    const struct courtesy_rule *rule = &ruleset->entries[i];
    scopes[i].vetoes = next;
    scopes[i].reach = reach_of(ruleset, rule->except_here);
    next += rules_veto_rows(rule->except.count);
    next += rules_veto_rows(rule->except_here.count);
  }
}

void rules_scope(const struct courtesy_ruleset *ruleset,
                 struct rules_scope *scopes) {
  memset(scopes, 0, ruleset->entry_count * sizeof *scopes);
  for (uint32_t i = 0; i < ruleset->entry_count; i++) {
    const struct courtesy_rule *rule = &ruleset->entries[i];
    if (rules_is_on(rule)) {
      look_for(ruleset, i, scopes);
      look_for_named(ruleset, rule, scopes);
    }
    repeat_facts(rule, &scopes[i]);
  }
  assign_all(ruleset, scopes);
  place_vetoes(ruleset, scopes);
}

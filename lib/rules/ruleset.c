/* SPDX-License-Identifier: MIT */
/* What the public API tells of a ruleset. */
#include "rules/ruleset.h"

#include <stdlib.h>
#include <string.h>

void courtesy_ruleset_destroy(struct courtesy_ruleset *ruleset) {
  if (ruleset == NULL) {
    return;
  }
  text_vocabulary_destroy(ruleset->vocabulary);
  rules_code_destroy(&ruleset->code);
  rules_notes_destroy(&ruleset->notes);
  if (ruleset->release != NULL) {
    ruleset->release(ruleset->owned);
  }
  struct base_arena arena = ruleset->arena;
  free(ruleset);
  base_arena_destroy(&arena);
}

void courtesy_ruleset_own(struct courtesy_ruleset *ruleset, void *bytes,
                          void (*release)(void *bytes)) {
  ruleset->owned = bytes;
  ruleset->release = release;
}

const char *courtesy_ruleset_profile(const struct courtesy_ruleset *ruleset) {
  return ruleset->profile;
}

size_t courtesy_ruleset_profile_count(const struct courtesy_ruleset *ruleset) {
  return ruleset->profile_count;
}

const char *courtesy_ruleset_profile_name(
    const struct courtesy_ruleset *ruleset, size_t index) {
  return index < ruleset->profile_count ? ruleset->profile_names[index] : NULL;
}

size_t courtesy_ruleset_rule_count(const struct courtesy_ruleset *ruleset) {
  return ruleset->entry_count;
}

const struct courtesy_rule *courtesy_ruleset_rule(
    const struct courtesy_ruleset *ruleset, size_t index) {
  return index < ruleset->entry_count ? &ruleset->entries[index] : NULL;
}

const struct courtesy_rule *courtesy_ruleset_find(
    const struct courtesy_ruleset *ruleset, const char *id) {
  size_t low = 0;
  size_t high = ruleset->entry_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const struct courtesy_rule *rule =
        &ruleset->entries[ruleset->by_id[middle]];
    if (strcmp(rules_noted(ruleset, rule->facts.id), id) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == ruleset->entry_count) {
    return NULL;
  }
  const struct courtesy_rule *rule = &ruleset->entries[ruleset->by_id[low]];
  return strcmp(rules_noted(ruleset, rule->facts.id), id) == 0 ? rule : NULL;
}

void courtesy_rule_describe(const struct courtesy_ruleset *ruleset,
                            const struct courtesy_rule *rule,
                            struct courtesy_rule_facts *facts) {
  const struct rules_noted_facts *noted = &rule->facts;
  *facts = (struct courtesy_rule_facts){
      .rule_class = noted->rule_class,
      .id = rules_noted(ruleset, noted->id),
      .group = rules_noted(ruleset, noted->group),
      .language = rules_noted(ruleset, noted->language),
      .severity = noted->severity,
      .message = rules_noted(ruleset, noted->message),
      .why = rules_noted(ruleset, noted->why),
      .instead = rules_noted(ruleset, noted->instead),
      .weight = noted->weight,
      .shown = noted->shown,
      .suppressible = noted->suppressible,
      .built_in = noted->built_in,
      .file = rules_noted(ruleset, noted->file),
      .line = noted->line,
      .phrase_count = noted->phrase_count,
  };
}

enum courtesy_status courtesy_rule_severity_in(
    const struct courtesy_ruleset *ruleset, const struct courtesy_rule *rule,
    const char *profile, enum courtesy_severity *severity) {
  for (size_t i = 0; i < ruleset->profile_count; i++) {
    if (strcmp(ruleset->profile_names[i], profile) == 0) {
      size_t row = i * ruleset->entry_count;
      *severity = ruleset->profile_severities[row + rule->index];
      return COURTESY_OK;
    }
  }
  return COURTESY_UNKNOWN_NAME;
}

static const struct courtesy_rule *entry_or_null(
    const struct courtesy_ruleset *ruleset, uint32_t number) {
  return number == RULES_NO_ENTRY ? NULL : &ruleset->entries[number];
}

void courtesy_rule_describe_trigger(const struct courtesy_ruleset *ruleset,
                                    const struct courtesy_rule *rule,
                                    struct courtesy_rule_trigger *trigger) {
  struct rules_conditions when = rules_conditions_in(ruleset, rule->when);
  struct rules_conditions unless = rules_conditions_in(ruleset, rule->unless);
  *trigger = (struct courtesy_rule_trigger){
      .form = rule->form,
      .subject = entry_or_null(ruleset, rule->subject),
      .at = rule->at,
      .within = rule->within,
      .without_count = rule->without.count,
      .at_least = rule->at_least,
      .share = rule->share,
      .when = when.items,
      .when_count = when.count,
      .unless = unless.items,
      .unless_count = unless.count,
      .zones = rule->zones,
      .quoted = rule->quoted,
      .replace = rules_noted(ruleset, rule->replace),
      .edits_some = rule->replace_at != RULES_NO_SET,
      .safe = rule->safe,
  };
}

const struct courtesy_rule *courtesy_rule_without(
    const struct courtesy_ruleset *ruleset, const struct courtesy_rule *rule,
    size_t index) {
  return index < rule->without.count
             ? entry_or_null(ruleset, rules_without(ruleset, rule)[index])
             : NULL;
}

bool courtesy_rule_phrase(const struct courtesy_ruleset *ruleset,
                          const struct courtesy_rule *rule, size_t index,
                          struct courtesy_phrase *phrase) {
  bool is_there = index < rule->facts.phrase_count;
  if (is_there) {
    *phrase = rules_notes_phrase(&ruleset->notes, rule->find.first + index);
  }
  return is_there;
}

size_t courtesy_rule_example_count(const struct courtesy_rule *rule) {
  return rule->examples.count;
}

bool courtesy_rule_example(const struct courtesy_ruleset *ruleset,
                           const struct courtesy_rule *rule, size_t index,
                           struct courtesy_example *example) {
  bool is_there = index < rule->examples.count;
  if (is_there) {
    *example =
        rules_notes_example(&ruleset->notes, rule->examples.first + index);
  }
  return is_there;
}

bool courtesy_rule_ignores_case(const struct courtesy_rule *rule) {
  return rule->ignores_case;
}

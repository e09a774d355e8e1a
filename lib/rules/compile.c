/* SPDX-License-Identifier: MIT */
#include "rules/compile.h"

#include "base/sort.h"
#include "rules/lexicon.h"

#include <stdlib.h>
#include <string.h>

/* What all entries have together. */
struct totals {
  size_t patterns;
  size_t conditions;
  size_t without;
};

static struct totals count_all(const struct rules_model *model) {
  struct totals totals = {0};
  for (size_t i = 0; i < model->entries.count; i++) {
    const struct rules_description *entry = model->entries.items[i];
    for (size_t role = 0; role < RULES_ROLES; role++) {
      totals.patterns += entry->lines[role][RULES_SET].count;
    }
    totals.conditions += entry->when.count + entry->unless.count;
    totals.without += entry->without.count;
  }
  return totals;
}

static bool allocate(struct rules_compiler *compiler) {
  struct courtesy_ruleset *ruleset = compiler->ruleset;
  struct totals totals = count_all(compiler->model);
  ruleset->entry_count = compiler->model->entries.count;
  ruleset->entries = base_arena_alloc(
      compiler->arena, ruleset->entry_count * sizeof *ruleset->entries);
  ruleset->conditions = base_arena_alloc(
      compiler->arena, totals.conditions * sizeof *ruleset->conditions);
  ruleset->without = base_arena_alloc(
      compiler->arena, totals.without * sizeof *ruleset->without);
  ruleset->patterns = base_arena_alloc(
      compiler->arena, totals.patterns * sizeof *ruleset->patterns);
  if (ruleset->vocabulary == NULL) {
    ruleset->vocabulary = text_vocabulary_create();
  }
  return !compiler->arena->failed && ruleset->vocabulary != NULL;
}

/* A list and a marker of one name would be taken for one another. */
static void check_list_names(struct rules_compiler *compiler) {
  const struct rules_lists *lists = &compiler->model->lists.lists;
  for (size_t i = 0; i < lists->count; i++) {
    const struct rules_list *list = &lists->items[i];
    if (rules_model_find_marker(compiler->model, compiler->arena,
                                list->language,
                                list->name) != RULES_NOT_FOUND) {
      rules_error(compiler->report, list->place,
                  "`%s` is a marker too: call the list `%s-words`", list->name,
                  list->name);
    }
  }
}

struct named {
  const char *id;
  uint32_t number;
};

static int compare_ids(const void *left, const void *right) {
  const struct named *one = left;
  const struct named *other = right;
  int order = strcmp(one->id, other->id);
  return order != 0 ? order : base_order(one->number, other->number);
}

static bool sort_ids(struct rules_compiler *compiler) {
  struct courtesy_ruleset *ruleset = compiler->ruleset;
  size_t count = ruleset->entry_count;
  uint32_t *by_id = base_arena_alloc(compiler->arena, count * sizeof *by_id);
  struct named *names = malloc((count + 1) * sizeof *names);
  bool made = by_id != NULL && names != NULL;
  for (size_t i = 0; i < count && made; i++) {
    const char *id = rules_noted(ruleset, ruleset->entries[i].facts.id);
    names[i] = (struct named){id, (uint32_t)i};
  }
  if (made) {
    base_sort(names, count, sizeof *names, compare_ids);
  }
  for (size_t i = 0; i < count && made; i++) {
    by_id[i] = names[i].number;
    ruleset->entries[names[i].number].rank = (uint32_t)i;
  }
  free(names);
  ruleset->by_id = by_id;
  return made;
}

/* The first marker of that name, with those of other languages linked to it:
 * they make zones together, whatever the language of a message. */
static uint32_t zone_markers(struct courtesy_ruleset *ruleset, const char *id) {
  uint32_t first = RULES_NO_ENTRY;
  struct courtesy_rule *last = NULL;
  for (uint32_t i = 0; i < ruleset->entry_count; i++) {
    struct courtesy_rule *entry = &ruleset->entries[i];
    if (entry->facts.rule_class != COURTESY_MARKER ||
        strcmp(rules_noted(ruleset, entry->facts.id), id) != 0) {
      continue;
    }
    if (last == NULL) {
      first = i;
    } else {
      last->sibling = i;
    }
    entry->family = first;
    last = entry;
  }
  return first;
}

/* A reference to what is not there was reported, and is none. */
static bool entry_ignores_case(const struct courtesy_ruleset *ruleset,
                               uint32_t entry) {
  return entry == RULES_NO_ENTRY || ruleset->entries[entry].ignores_case;
}

/* A rule about markers looks at capitals where one of them does. */
static void pass_on_case(struct courtesy_ruleset *ruleset) {
  for (size_t i = 0; i < ruleset->entry_count; i++) {
    struct courtesy_rule *rule = &ruleset->entries[i];
    rule->ignores_case &= entry_ignores_case(ruleset, rule->subject);
    for (size_t k = 0; k < rule->without.count; k++) {
      uint32_t other = rules_without(ruleset, rule)[k];
      rule->ignores_case &= entry_ignores_case(ruleset, other);
    }
  }
}

static bool aim(struct rules_compiler *compiler) {
  struct courtesy_ruleset *ruleset = compiler->ruleset;
  struct rules_aim *aims =
      base_arena_alloc(compiler->arena, ruleset->pattern_count * sizeof *aims);
  struct rules_scope *scopes =
      base_arena_alloc(compiler->arena, ruleset->entry_count * sizeof *scopes);
  bool made = aims != NULL && scopes != NULL;
  if (made) {
    rules_aim(ruleset, aims);
    rules_scope(ruleset, scopes);
    ruleset->aims = aims;
    ruleset->scopes = scopes;
  }
  return made;
}

/* Behind the scopes, which tell the cabinets. */
static bool make_prefilter(struct rules_compiler *compiler) {
  struct courtesy_ruleset *ruleset = compiler->ruleset;
  uint8_t *cabinets = calloc(ruleset->pattern_count + 1, sizeof *cabinets);
  for (size_t i = 0; cabinets != NULL && i < ruleset->pattern_count; i++) {
    cabinets[i] = ruleset->scopes[ruleset->aims[i].entry].cabinet;
  }
  uint32_t words = text_vocabulary_end(ruleset->vocabulary);
  if (cabinets != NULL &&
      !text_filing_sort(&compiler->filing, words, cabinets)) {
    const struct rules_descriptions *entries = &compiler->model->entries;
    rules_error(compiler->report, entries->items[entries->count - 1]->place,
                "the phrases of all rules together are found by too many "
                "words, or too many of them by one: %d is the most",
                TEXT_DRAWERS_MAX);
  }
  bool made = cabinets != NULL;
  free(cabinets);
  return made && text_filing_make(&compiler->filing, words, compiler->arena,
                                  &ruleset->prefilter);
}

/* Behind the prefilter. */
static bool make_sieve(struct rules_compiler *compiler) {
  struct rules_sieve *sieve = base_arena_alloc(compiler->arena, sizeof *sieve);
  if (sieve != NULL) {
    rules_sieve_fill(compiler->ruleset, sieve);
    compiler->ruleset->sieve = sieve;
  }
  return sieve != NULL;
}

bool rules_compile(struct rules_compiler *compiler,
                   const enum courtesy_severity *severities) {
  struct courtesy_ruleset *ruleset = compiler->ruleset;
  if (!allocate(compiler) ||
      !rules_languages_fill(&compiler->languages, compiler->model,
                            ruleset->vocabulary, compiler->arena) ||
      !rules_lexicon_fill(&ruleset->lexicon, compiler->model,
                          ruleset->vocabulary, compiler->arena) ||
      !rules_nicknames_fill(ruleset, compiler->model, compiler->arena)) {
    return false;
  }
  check_list_names(compiler);
  for (uint32_t i = 0; i < ruleset->entry_count; i++) {
    rules_compile_facts(compiler, i, severities[i]);
  }
  for (uint32_t i = 0; i < ruleset->entry_count; i++) {
    if (!rules_compile_patterns(compiler, i) ||
        !rules_compile_entry(compiler, i)) {
      return false;
    }
  }
  pass_on_case(ruleset);
  ruleset->greeting = zone_markers(ruleset, "greeting");
  ruleset->farewell = zone_markers(ruleset, "farewell");
  return rules_notes_finish(&ruleset->notes) && sort_ids(compiler) &&
         aim(compiler) && rules_veto_rows_make(ruleset, compiler->arena) &&
         !compiler->arena->failed &&
         !text_vocabulary_failed(ruleset->vocabulary) &&
         make_prefilter(compiler) && make_sieve(compiler) &&
         rules_forms_fill(ruleset, compiler->arena);
}

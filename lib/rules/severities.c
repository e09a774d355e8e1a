/* SPDX-License-Identifier: MIT */
#include "rules/severities.h"

#include "rules/nearest.h"

#include <stdlib.h>
#include <string.h>

enum { SEVERITIES = COURTESY_ERROR + 1, UNCHANGED = SEVERITIES };

static const char group_prefix[] = "group/";

/* The groups of the rules, numbered. */
struct groups {
  struct rules_index index;
  uint32_t *of_entry; /* RULES_NOT_FOUND for markers and signals */
  size_t count;
};

static bool number_groups(const struct rules_model *model,
                          struct base_arena *arena, struct groups *groups) {
  size_t entries = model->entries.count;
  groups->of_entry = base_arena_alloc(arena, entries * sizeof(uint32_t));
  for (size_t i = 0; i < entries && groups->of_entry != NULL; i++) {
    const struct rules_description *entry = model->entries.items[i];
    uint32_t number = RULES_NOT_FOUND;
    if (entry->rule_class == COURTESY_RULE) {
      number = rules_index_get(&groups->index, entry->group);
      if (number == RULES_NOT_FOUND) {
        number = (uint32_t)groups->count++;
        rules_index_put(&groups->index, entry->group, number);
      }
    }
    groups->of_entry[i] = number;
  }
  return groups->of_entry != NULL && !groups->index.failed;
}

/* ---------------------------------------------- what a setting is about */

static void unknown_group(struct rules_report *report,
                          const struct rules_setting *setting,
                          const struct groups *groups, const char *name) {
  struct rules_nearest nearest = rules_nearest_to(name);
  for (size_t i = 0; i < groups->index.names.count; i++) {
    rules_nearest_offer(&nearest, groups->index.names.items[i].name);
  }
  if (nearest.best != NULL) {
    rules_error(report, setting->place,
                "no group is called `%s`: did you mean `%s%s`?", name,
                group_prefix, nearest.best);
  } else {
    rules_error(report, setting->place, "no group is called `%s`", name);
  }
}

static void resolve_group(struct rules_setting *setting,
                          struct rules_report *report,
                          const struct groups *groups) {
  const char *name = setting->name + strlen(group_prefix);
  setting->number = rules_index_get(&groups->index, name);
  if (setting->number == RULES_NOT_FOUND) {
    unknown_group(report, setting, groups, name);
  } else {
    setting->target = RULES_TARGET_GROUP;
  }
}

/* A change may name a marker by its bare id, whatever its language. */
static uint32_t find_entry(const struct rules_model *model,
                           const struct rules_setting *setting) {
  uint32_t number = rules_model_find(model, setting->name);
  for (size_t i = 0; number == RULES_NOT_FOUND && setting->change != NULL &&
                     i < model->entries.count;
       i++) {
    if (strcmp(model->entries.items[i]->id, setting->name) == 0) {
      number = (uint32_t)i;
    }
  }
  return number;
}

static void resolve_entry(struct rules_setting *setting,
                          struct rules_report *report,
                          const struct rules_model *model,
                          const struct groups *groups) {
  setting->number = find_entry(model, setting);
  if (setting->number == RULES_NOT_FOUND &&
      rules_index_get(&groups->index, setting->name) != RULES_NOT_FOUND) {
    rules_error(report, setting->place,
                "no rule is called `%s`: the group of that name is `%s%s`",
                setting->name, group_prefix, setting->name);
    return;
  }
  if (setting->number == RULES_NOT_FOUND) {
    rules_unknown_name(report, setting->place, model, 1U << COURTESY_RULE,
                       setting->name);
    return;
  }
  const struct rules_description *entry = model->entries.items[setting->number];
  if (setting->change == NULL && entry->rule_class != COURTESY_RULE) {
    rules_error(report, setting->place,
                "`%s` is not a rule: only rules have a severity",
                setting->name);
    return;
  }
  setting->target = RULES_TARGET_ENTRY;
}

/* Finds what each setting is about and reports what nobody knows. */
static void resolve(struct rules_settings *settings,
                    struct rules_report *report,
                    const struct rules_model *model,
                    const struct groups *groups, bool is_profile) {
  for (size_t i = 0; i < settings->count; i++) {
    struct rules_setting *setting = &settings->items[i];
    enum courtesy_severity severity;
    if (strncmp(setting->name, group_prefix, strlen(group_prefix)) == 0) {
      resolve_group(setting, report, groups);
    } else if (is_profile &&
               courtesy_severity_parse(setting->name, &severity)) {
      setting->target = RULES_TARGET_SEVERITY;
      setting->number = severity;
    } else {
      resolve_entry(setting, report, model, groups);
    }
    if (setting->change != NULL && setting->target != RULES_TARGET_ENTRY) {
      if (setting->target != RULES_TARGET_NONE) {
        rules_error(report, setting->place,
                    "`%s` is not one rule: give it a severity", setting->name);
      }
      setting->target = RULES_TARGET_NONE;
    }
  }
}

static void resolve_all(struct rules_model *model, struct rules_settings *host,
                        struct rules_report *report,
                        const struct groups *groups) {
  for (size_t i = 0; i < model->profiles.count; i++) {
    resolve(&model->profiles.items[i].settings, report, model, groups, true);
  }
  resolve(&model->severities, report, model, groups, false);
  resolve(host, report, model, groups, false);
}

/* --------------------------------------------------------- the severities */

/* What the entries are set to in their files. */
static void start(const struct rules_model *model,
                  enum courtesy_severity *severities) {
  for (size_t i = 0; i < model->entries.count; i++) {
    const struct rules_description *entry = model->entries.items[i];
    severities[i] = entry->rule_class == COURTESY_RULE ? entry->severity
                                                       : COURTESY_SUGGESTION;
  }
}

/* Notes what settings of one target say: numbers to severities. */
static void collect(const struct rules_settings *settings,
                    enum rules_target target, uint8_t *changes, size_t count) {
  memset(changes, UNCHANGED, count);
  for (size_t i = 0; i < settings->count; i++) {
    const struct rules_setting *setting = &settings->items[i];
    if (setting->target == target && setting->change == NULL) {
      changes[setting->number] = (uint8_t)setting->severity;
    }
  }
}

static void change(enum courtesy_severity *severity, uint8_t to) {
  if (to != UNCHANGED) {
    *severity = (enum courtesy_severity)to;
  }
}

static void apply_entries(const struct rules_settings *settings,
                          enum courtesy_severity *severities) {
  for (size_t i = 0; i < settings->count; i++) {
    const struct rules_setting *setting = &settings->items[i];
    if (setting->target != RULES_TARGET_ENTRY) {
      continue;
    }
    if (setting->change == NULL) {
      severities[setting->number] = setting->severity;
    } else if (rules_says(setting->change, RULES_KEY_SEVERITY)) {
      severities[setting->number] = setting->change->severity;
    }
  }
}

/* Applies resolved settings to the severities of all entries. Returns false
 * when memory ran out. */
static bool apply(const struct rules_settings *settings,
                  const struct groups *groups, size_t entry_count,
                  enum courtesy_severity *severities) {
  uint8_t by_severity[SEVERITIES];
  uint8_t *by_group = malloc(groups->count + 1);
  if (by_group == NULL) {
    return false;
  }
  collect(settings, RULES_TARGET_SEVERITY, by_severity, SEVERITIES);
  collect(settings, RULES_TARGET_GROUP, by_group, groups->count);
  for (size_t i = 0; i < entry_count; i++) {
    if (groups->of_entry[i] != RULES_NOT_FOUND) {
      change(&severities[i], by_severity[severities[i]]);
      change(&severities[i], by_group[groups->of_entry[i]]);
    }
  }
  apply_entries(settings, severities);
  free(by_group);
  return true;
}

/* The table [profile][entry]. */
static enum courtesy_severity *make_table(const struct rules_model *model,
                                          const struct rules_settings *host,
                                          const struct groups *groups,
                                          struct base_arena *arena) {
  size_t entries = model->entries.count;
  size_t profiles = model->profiles.count;
  enum courtesy_severity *table =
      base_arena_alloc(arena, profiles * entries * sizeof *table);
  bool made = table != NULL;
  for (size_t i = 0; i < profiles && made; i++) {
    enum courtesy_severity *row = table + i * entries;
    start(model, row);
    made = apply(&model->profiles.items[i].settings, groups, entries, row) &&
           apply(&model->severities, groups, entries, row) &&
           apply(host, groups, entries, row);
  }
  return made ? table : NULL;
}

const enum courtesy_severity *rules_severities(struct rules_model *model,
                                               struct rules_settings *host,
                                               struct rules_report *report,
                                               struct base_arena *arena) {
  struct groups groups = {0};
  const enum courtesy_severity *table = NULL;
  if (number_groups(model, arena, &groups)) {
    resolve_all(model, host, report, &groups);
    table = make_table(model, host, &groups, arena);
  }
  rules_index_destroy(&groups.index);
  return table;
}

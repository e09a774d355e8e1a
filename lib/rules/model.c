/* SPDX-License-Identifier: MIT */
#include "rules/model.h"

#include "rules/nearest.h"

#include <string.h>

void rules_model_destroy(struct rules_model *model) {
  rules_descriptions_destroy(&model->entries);
  rules_index_destroy(&model->ids);
  rules_lists_destroy(&model->lists.lists);
  rules_index_destroy(&model->lists.index);
  rules_lists_destroy(&model->forms.lists);
  rules_index_destroy(&model->forms.index);
  rules_settings_destroy(&model->severities);
  for (size_t i = 0; i < model->profiles.count; i++) {
    rules_settings_destroy(&model->profiles.items[i].settings);
  }
  rules_profiles_destroy(&model->profiles);
}

bool rules_model_failed(const struct rules_model *model) {
  bool failed = model->entries.failed || model->ids.failed ||
                model->lists.lists.failed || model->lists.index.failed ||
                model->forms.lists.failed || model->forms.index.failed ||
                model->severities.failed || model->profiles.failed;
  for (size_t i = 0; i < model->profiles.count && !failed; i++) {
    failed = model->profiles.items[i].settings.failed;
  }
  return failed;
}

uint32_t rules_model_find(const struct rules_model *model, const char *id) {
  return rules_index_get(&model->ids, id);
}

static const char *join(struct base_arena *arena, const char *language,
                        const char *name) {
  return base_arena_format(arena, "%s/%s", language, name);
}

uint32_t rules_model_find_marker(const struct rules_model *model,
                                 struct base_arena *arena, const char *language,
                                 const char *id) {
  return rules_index_get(&model->ids, join(arena, language, id));
}

struct rules_list *rules_shelf_find(const struct rules_shelf *shelf,
                                    struct base_arena *arena,
                                    const char *language, const char *name) {
  uint32_t number = rules_index_get(&shelf->index, join(arena, language, name));
  return number == RULES_NOT_FOUND ? NULL : &shelf->lists.items[number];
}

struct rules_list *rules_shelf_add(struct rules_shelf *shelf,
                                   struct base_arena *arena,
                                   const struct rules_list *list) {
  if (!rules_lists_add(&shelf->lists, *list)) {
    return NULL;
  }
  rules_index_put(&shelf->index, join(arena, list->language, list->name),
                  (uint32_t)(shelf->lists.count - 1));
  return &shelf->lists.items[shelf->lists.count - 1];
}

struct rules_profile *rules_model_profile(struct rules_model *model,
                                          const char *name) {
  for (size_t i = 0; i < model->profiles.count; i++) {
    if (strcmp(model->profiles.items[i].name, name) == 0) {
      return &model->profiles.items[i];
    }
  }
  struct rules_profile *profile = rules_profiles_push(&model->profiles);
  if (profile != NULL) {
    profile->name = name;
  }
  return profile;
}

void rules_unknown_name(struct rules_report *report, struct rules_spot place,
                        const struct rules_model *model, unsigned classes,
                        const char *name) {
  const char *what = classes == 1U << COURTESY_RULE     ? "rule"
                     : classes == 1U << COURTESY_MARKER ? "marker"
                                                        : "marker or rule";
  struct rules_nearest nearest = rules_nearest_to(name);
  for (size_t i = 0; i < model->entries.count && !rules_report_full(report);
       i++) {
    const struct rules_description *entry = model->entries.items[i];
    if ((classes >> entry->rule_class & 1U) != 0) {
      rules_nearest_offer(&nearest, entry->id);
    }
  }
  if (nearest.best != NULL) {
    rules_error(report, place, "no %s is called `%s`: did you mean `%s`?", what,
                name, nearest.best);
  } else if (!model->unread) {
    rules_error(report, place, "no %s is called `%s`", what, name);
  }
}

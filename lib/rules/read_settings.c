/* SPDX-License-Identifier: MIT */
/* `severities:` and `profiles:`. */
#include "rules/keys.h"
#include "rules/read_sections.h"

#include <string.h>

/* The sections of a file inside a profile, where people expect them. */
static bool is_section_of_profile(const struct rules_reading *reading,
                                  const struct data_node *node) {
  bool is_section =
      strcmp(node->key, "severities") == 0 || strcmp(node->key, "rules") == 0;
  if (is_section && node->first != NULL) {
    rules_wrong(reading, node->key_place,
                "`%s` is no rule: write `%s: …` right below the profile's name",
                node->key, node->first->key);
  }
  return is_section && node->first != NULL;
}

static void read_setting(const struct rules_reading *reading,
                         struct rules_settings *settings, bool may_change,
                         const struct data_node *node) {
  struct rules_setting setting = {
      .name = base_arena_string(reading->arena, node->key),
      .place = rules_spot_of(reading, node->key_place),
  };
  if (node->damaged && node->kind != DATA_MAP) {
    return;
  }
  if (may_change && node->kind == DATA_MAP) {
    if (is_section_of_profile(reading, node)) {
      return;
    }
    setting.change = rules_read_entry(reading, node, RULES_CLASS_ALL);
    if (setting.change != NULL && !rules_is_change(setting.change)) {
      rules_wrong(reading, node->key_place,
                  "a profile changes rules: write `find+` and the like, not "
                  "what defines a rule");
      return;
    }
  } else if (!rules_read_severity(reading, node, &setting.severity)) {
    return;
  }
  rules_settings_add(settings, setting);
}

void rules_read_settings(const struct rules_reading *reading,
                         struct rules_settings *settings, bool may_change,
                         const struct data_node *node) {
  for (const struct data_node *child = rules_first_of_map(reading, node);
       child != NULL; child = child->next) {
    read_setting(reading, settings, may_change, child);
  }
}

void rules_read_profiles(const struct rules_reading *reading,
                         struct rules_model *model,
                         const struct data_node *node) {
  for (const struct data_node *child = rules_first_of_map(reading, node);
       child != NULL; child = child->next) {
    const char *name = base_arena_string(reading->arena, child->key);
    struct rules_profile *profile =
        name == NULL ? NULL : rules_model_profile(model, name);
    if (profile != NULL) {
      rules_read_settings(reading, &profile->settings, true, child);
    }
  }
}

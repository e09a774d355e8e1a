/* SPDX-License-Identifier: MIT */
/* The sections of a file: `rules:`, `markers:`, `lists:`, … */
#include "rules/keys.h"
#include "rules/model.h"
#include "rules/nearest.h"
#include "rules/phrase.h"

#include <string.h>

static const char *const class_names[] = {"rule", "marker", "signal"};

/* ------------------------------------------- rules, markers and signals */

static void check_signs(const struct rules_reading *reading,
                        const struct rules_description *entry) {
  uint32_t signs = entry->signs[RULES_PLUS] | entry->signs[RULES_MINUS];
  for (size_t i = 0; i < RULES_KEYS; i++) {
    if ((signs >> i & 1U) != 0) {
      rules_error(reading->report, entry->place,
                  "`%s` is new here: write `%s` without + or -", entry->id,
                  rules_keys[i].name);
      return;
    }
  }
}

static void define(const struct rules_reading *reading,
                   struct rules_model *model, struct rules_description *entry) {
  check_signs(reading, entry);
  rules_check_definition(reading, entry);
  const char *key = entry->rule_class == COURTESY_MARKER
                        ? base_arena_format(reading->arena, "%s/%s",
                                            entry->language, entry->id)
                        : entry->id;
  if (rules_descriptions_add(&model->entries, entry)) {
    rules_index_put(&model->ids, key, (uint32_t)(model->entries.count - 1));
  }
}

static void redefine(const struct rules_reading *reading,
                     struct rules_model *model, uint32_t number,
                     struct rules_description *entry) {
  struct rules_description *old = model->entries.items[number];
  if (old->rule_class != entry->rule_class) {
    rules_error(reading->report, entry->place,
                "`%s` is a %s already (%s:%u): choose another name", entry->id,
                class_names[old->rule_class], old->place.name,
                (unsigned)old->place.line);
  } else if (entry->replaces) {
    check_signs(reading, entry);
    rules_check_definition(reading, entry);
    model->entries.items[number] = entry;
  } else if (rules_is_change(entry)) {
    rules_overlay(reading->report, old, entry);
  } else {
    rules_error(reading->report, entry->place,
                "`%s` exists already (%s:%u): change it with `find+`, `find-`, "
                "…, or say `replaces: yes`",
                entry->id, old->place.name, (unsigned)old->place.line);
  }
}

static void read_entry(const struct rules_reading *reading,
                       struct rules_model *model, const struct data_node *node,
                       enum courtesy_rule_class rule_class) {
  if (!rules_is_id(node->key)) {
    rules_wrong(reading, node->key_place,
                "`%s` cannot be the name of a %s: write lower-case letters, "
                "digits and single hyphens",
                node->key, class_names[rule_class]);
    return;
  }
  struct rules_description *entry =
      rules_read_entry(reading, node, 1U << rule_class);
  if (entry == NULL) {
    return;
  }
  entry->rule_class = rule_class;
  uint32_t number = rules_model_find_marker(model, reading->arena,
                                            entry->language, entry->id);
  if (number == RULES_NOT_FOUND) {
    number = rules_model_find(model, entry->id);
  }
  if (number != RULES_NOT_FOUND) {
    redefine(reading, model, number, entry);
  } else if (rules_is_change(entry) && !entry->damaged) {
    rules_unknown_name(reading->report, entry->place, model, 1U << rule_class,
                       entry->id);
  } else {
    if (entry->replaces) {
      rules_warning(reading->report, entry->place,
                    "`%s` does not exist: there is nothing that it replaces",
                    entry->id);
    }
    define(reading, model, entry);
  }
}

static void read_entries(const struct rules_reading *reading,
                         struct rules_model *model,
                         const struct data_node *node,
                         enum courtesy_rule_class rule_class) {
  if (!rules_is_map(reading, node)) {
    return;
  }
  for (const struct data_node *child = node->first; child != NULL;
       child = child->next) {
    if (!child->damaged || (child->kind == DATA_MAP && !child->repeated)) {
      read_entry(reading, model, child, rule_class);
    }
  }
}

/* ------------------------------------------------------- lists and forms */

static bool ends_with(const char *name, const char *end) {
  size_t size = strlen(name);
  size_t end_size = strlen(end);
  return size > end_size && strcmp(name + size - end_size, end) == 0;
}

/* Lists have plural names, so that no marker is called the same. */
static bool check_list_name(const struct rules_reading *reading,
                            const struct data_node *node, const char *name) {
  if (rules_is_id(name) && ends_with(name, "s")) {
    return true;
  }
  rules_wrong(reading, node->key_place,
              "the name of a list is a plural or ends in “-words”, in "
              "lower-case letters: `%s-words`",
              name);
  return false;
}

static void unknown_list(const struct rules_reading *reading,
                         const struct rules_shelf *shelf,
                         const struct data_node *node, const char *name) {
  struct rules_nearest nearest = rules_nearest_to(name);
  for (size_t i = 0; i < shelf->lists.count; i++) {
    rules_nearest_offer(&nearest, shelf->lists.items[i].name);
  }
  if (nearest.best != NULL) {
    rules_wrong(reading, node->key_place,
                "there is no `%s` to change: did you mean `%s`?", name,
                nearest.best);
  } else {
    rules_wrong(reading, node->key_place,
                "there is no `%s` to change: define it without + or -", name);
  }
}

/* Whether all lines are entries; tells of each that is none. */
static bool check_entries(const struct rules_reading *reading,
                          const struct rules_lines *lines) {
  bool good = true;
  for (const struct rules_line *line = lines->first; line != NULL;
       line = line->next) {
    struct rules_phrase_error error;
    if (!rules_phrase_check_entry(line->text, reading->arena, &error)) {
      rules_error(reading->report,
                  rules_line_place(reading->tree, line, error.offset), "%s",
                  error.message);
      good = false;
    }
  }
  return good;
}

/* `name`, `name+` or `name-` with its words. */
static void read_list(const struct rules_reading *reading,
                      struct rules_shelf *shelf, const struct data_node *node,
                      const char *name, enum rules_how how) {
  static const struct rules_lines none;
  struct rules_list *old =
      rules_shelf_find(shelf, reading->arena, reading->language, name);
  struct rules_lines lines = {0};
  rules_read_lines(reading, node, &lines);
  bool broken = how != RULES_MINUS && !check_entries(reading, &lines);
  if (how == RULES_SET && old != NULL) {
    rules_wrong(reading, node->key_place,
                "`%s` exists already (%s:%u): write `%s+` or `%s-`", name,
                old->place.name, (unsigned)old->place.line, name, name);
  } else if (how == RULES_SET) {
    struct rules_list list = {name, reading->language,
                              rules_spot_of(reading, node->key_place), lines,
                              broken};
    rules_shelf_add(shelf, reading->arena, &list);
  } else if (old == NULL) {
    unknown_list(reading, shelf, node, name);
  } else {
    old->broken |= broken;
    rules_adjust_lines(reading->report, node->key, &old->lines,
                       how == RULES_MINUS ? &lines : &none,
                       how == RULES_PLUS ? &lines : &none);
  }
}

static void read_shelf(const struct rules_reading *reading,
                       struct rules_shelf *shelf, bool plural,
                       const struct data_node *node) {
  if (!rules_is_map(reading, node)) {
    return;
  }
  for (const struct data_node *child = node->first; child != NULL;
       child = child->next) {
    size_t size;
    enum rules_how how = rules_split_sign(child->key, &size);
    const char *name = base_arena_copy(reading->arena, child->key, size);
    bool is_new_list = plural && how == RULES_SET;
    bool fine = name != NULL && !child->damaged &&
                (!is_new_list || check_list_name(reading, child, name));
    if (fine) {
      read_list(reading, shelf, child, name, how);
    }
  }
}

/* ------------------------------------------------ severities and profiles */

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

static void read_settings(const struct rules_reading *reading,
                          struct rules_settings *settings, bool may_change,
                          const struct data_node *node) {
  if (!rules_is_map(reading, node)) {
    return;
  }
  for (const struct data_node *child = node->first; child != NULL;
       child = child->next) {
    read_setting(reading, settings, may_change, child);
  }
}

static void read_profiles(const struct rules_reading *reading,
                          struct rules_model *model,
                          const struct data_node *node) {
  if (!rules_is_map(reading, node)) {
    return;
  }
  for (const struct data_node *child = node->first; child != NULL;
       child = child->next) {
    const char *name = base_arena_string(reading->arena, child->key);
    struct rules_profile *profile =
        name == NULL ? NULL : rules_model_profile(model, name);
    if (profile != NULL) {
      read_settings(reading, &profile->settings, true, child);
    }
  }
}

/* -------------------------------------------------------------- the file */

enum section {
  LANGUAGE = 0, /* read before the others, as the group */
  GROUP,
  LISTS,
  FORMS,
  MARKERS,
  SIGNALS,
  RULES,
  SEVERITIES,
  PROFILES,
  SECTIONS,
};

static const char *const section_names[SECTIONS + 1] = {
    "language", "group", "lists",      "forms",    "markers",
    "signals",  "rules", "severities", "profiles", NULL};

static void read_section(const struct rules_reading *reading,
                         struct rules_model *model,
                         const struct data_node *node) {
  enum section section = (enum section)rules_read_key(
      reading, node, section_names, "a rule file has no key",
      "rules stand below `rules:`, severities below `severities:`, indented");
  switch (section) {
  case LISTS:
    read_shelf(reading, &model->lists, true, node);
    break;
  case FORMS:
    read_shelf(reading, &model->forms, false, node);
    break;
  case MARKERS:
    read_entries(reading, model, node, COURTESY_MARKER);
    break;
  case SIGNALS:
    read_entries(reading, model, node, COURTESY_SIGNAL);
    break;
  case RULES:
    read_entries(reading, model, node, COURTESY_RULE);
    break;
  case SEVERITIES:
    read_settings(reading, &model->severities, false, node);
    break;
  case PROFILES:
    read_profiles(reading, model, node);
    break;
  case LANGUAGE:
  case GROUP:
  case SECTIONS:
    break;
  }
}

static bool says_something(const struct data_node *child) {
  return strcmp(child->key, "language") != 0 &&
         strcmp(child->key, "group") != 0 &&
         (child->kind != DATA_TEXT || child->text.size > 0);
}

/* Whether a file holds nothing, or only keys that say something of others.
 * What could not be read might have been more. */
static bool is_empty(const struct rules_reading *reading) {
  const struct data_node *root = reading->tree->root;
  const struct data_node *child = root != NULL ? root->first : NULL;
  while (child != NULL && !says_something(child)) {
    child = child->next;
  }
  return child == NULL && reading->problems->count == 0;
}

void rules_read_file(const struct rules_reading *reading,
                     struct rules_model *model) {
  const struct data_node *root = reading->tree->root;
  if (root != NULL && root->kind != DATA_MAP) {
    rules_wrong(reading, root->place,
                "a rule file begins with keys such as `language: en` and "
                "`rules:`");
    return;
  }
  if (is_empty(reading)) {
    const struct data_place start = {.line = 1, .column = 1};
    rules_warning(reading->report, rules_spot_of(reading, start),
                  "no rules in it, nor anything else: is it the right file?");
  }
  if (root == NULL) {
    return;
  }
  struct rules_reading own = *reading;
  const struct data_node *language = data_node_get(root, "language");
  const struct data_node *group = data_node_get(root, "group");
  if (language != NULL) {
    rules_read_language(&own, language, &own.language);
  }
  if (group != NULL) {
    rules_read_id(&own, group, &own.group);
  }
  for (const struct data_node *child = root->first; child != NULL;
       child = child->next) {
    read_section(&own, model, child);
  }
}

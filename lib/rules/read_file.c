/* SPDX-License-Identifier: MIT */
/* The sections of a file: `rules:`, `markers:`, `lists:`, … */
#include "rules/keys.h"
#include "rules/read_sections.h"

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
  bool told = false; /* of a key that is no name */
  for (const struct data_node *child = rules_first_of_map(reading, node);
       child != NULL; child = child->next) {
    if (child->kind != DATA_MAP && rules_names_key(child->key)) {
      if (!told) {
        rules_wrong(reading, child->key_place,
                    "`%s` is a key of a %s, not its name: indent it below "
                    "that",
                    child->key, class_names[rule_class]);
      }
      told = true;
    } else if (!child->damaged ||
               (child->kind == DATA_MAP && !child->repeated)) {
      read_entry(reading, model, child, rule_class);
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
    rules_read_shelf(reading, &model->lists, true, node);
    break;
  case FORMS:
    rules_read_shelf(reading, &model->forms, false, node);
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
    rules_read_settings(reading, &model->severities, false, node);
    break;
  case PROFILES:
    rules_read_profiles(reading, model, node);
    break;
  case SECTIONS:
    model->unread = true;
    break;
  case LANGUAGE:
  case GROUP:
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
  model->unread = model->unread || reading->problems->count > 0;
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

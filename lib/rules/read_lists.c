/* SPDX-License-Identifier: MIT */
/* `lists:` and `forms:`. */
#include "rules/nearest.h"
#include "rules/phrase.h"
#include "rules/read_sections.h"

#include <string.h>

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
              "lower-case letters: `%s%s`",
              name, ends_with(name, "-word") ? "s" : "-words");
  return false;
}

static bool check_forms_name(const struct rules_reading *reading,
                             const struct data_node *node, const char *name) {
  if (strchr(name, '~') == NULL) {
    return true;
  }
  rules_wrong(reading, node->key_place,
              "the name of forms is a word, which `~` follows in phrases only");
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

/* Of "oven one, oven two" where two entries may be meant; who puts it into
 * quotes means one. */
static void check_commas(const struct rules_reading *reading,
                         const struct rules_line *line) {
  if (strchr(line->text, ',') == NULL) {
    return;
  }
  if (line->node == NULL) {
    rules_warning(reading->report, line->place,
                  "a comma parts no entries: write a line for each");
  } else if (line->node->style == DATA_PLAIN) {
    rules_warning(reading->report, line->place,
                  "a comma parts no entries: write an item for each, or put "
                  "it in quotes if it is one");
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
    } else {
      check_commas(reading, line);
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
  bool broken =
      node->damaged || (how != RULES_MINUS && !check_entries(reading, &lines));
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

void rules_read_shelf(const struct rules_reading *reading,
                      struct rules_shelf *shelf, bool plural,
                      const struct data_node *node) {
  for (const struct data_node *child = rules_first_of_map(reading, node);
       child != NULL; child = child->next) {
    size_t size;
    enum rules_how how = rules_split_sign(child->key, &size);
    const char *name = base_arena_copy(reading->arena, child->key, size);
    bool is_new = how == RULES_SET;
    bool fine = name != NULL &&
                (!is_new || (plural ? check_list_name(reading, child, name)
                                    : check_forms_name(reading, child, name)));
    if (fine) {
      read_list(reading, shelf, child, name, how);
    }
  }
}

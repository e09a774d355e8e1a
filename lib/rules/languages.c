/* SPDX-License-Identifier: MIT */
#include "rules/languages.h"

#include "base/language_tag.h"
#include "rules/word_ids.h"

#include <string.h>

static struct rules_language *find(const struct rules_languages *languages,
                                   const char *name) {
  struct rules_language *found = NULL;
  for (size_t i = 0; i < languages->count && found == NULL; i++) {
    bool same = strcmp(languages->items[i].name, name) == 0;
    found = same ? &languages->items[i] : NULL;
  }
  return found;
}

static void add_language(struct rules_languages *languages, const char *name) {
  if (find(languages, name) == NULL) {
    rules_languages_add(languages, (struct rules_language){.name = name});
  }
}

const struct rules_definitions *rules_languages_find(
    const struct rules_languages *languages, const char *name) {
  static const struct rules_definitions none;
  const struct rules_language *language = find(languages, name);
  return language == NULL ? &none : &language->definitions;
}

/* The phrases of files about what has no language see the lists of all. */
static bool is_seen_from(const struct rules_list *list, const char *language) {
  return base_language_is_none(language) ||
         strcmp(list->language, language) == 0;
}

/* The entries of the lists from number `first` on that have its name: of one
 * list, but for no language. */
static struct rules_word_list join_lists(const struct rules_lists *lists,
                                         size_t first, const char *language,
                                         struct base_arena *arena) {
  const char *name = lists->items[first].name;
  size_t count = 0;
  for (size_t i = first; i < lists->count; i++) {
    bool same = strcmp(lists->items[i].name, name) == 0;
    count += same ? lists->items[i].lines.count : 0;
  }
  const char **entries = base_arena_alloc(arena, count * sizeof *entries);
  bool broken = false;
  count = 0;
  for (size_t i = first; entries != NULL && i < lists->count; i++) {
    const struct rules_list *list = &lists->items[i];
    if (strcmp(list->name, name) != 0 || !is_seen_from(list, language)) {
      continue;
    }
    broken |= list->broken;
    for (const struct rules_line *line = list->lines.first; line != NULL;
         line = line->next) {
      entries[count++] = line->text;
    }
  }
  return broken ? (struct rules_word_list){name, NULL, 0}
                : (struct rules_word_list){name, entries, count};
}

/* The lists of one language. */
static struct rules_word_lists select_lists(const struct rules_lists *lists,
                                            const char *language,
                                            struct base_arena *arena) {
  struct rules_word_list *items =
      base_arena_alloc(arena, lists->count * sizeof *items);
  struct rules_word_lists selected = {items, 0};
  for (size_t i = 0; i < lists->count && items != NULL; i++) {
    const struct rules_list *list = &lists->items[i];
    if (is_seen_from(list, language) &&
        rules_word_lists_find(selected, base_slice_of(list->name)) == NULL) {
      items[selected.count++] = join_lists(lists, i, language, arena);
    }
  }
  return selected;
}

static bool fill_language(struct rules_language *language,
                          const struct rules_model *model,
                          struct text_vocabulary *vocabulary,
                          struct base_arena *arena) {
  struct rules_definitions *definitions = &language->definitions;
  definitions->lists = select_lists(&model->lists.lists, language->name, arena);
  definitions->unread = model->unread;
  definitions->forms = select_lists(&model->forms.lists, language->name, arena);
  const struct rules_list *common =
      rules_shelf_find(&model->lists, arena, language->name, "common-words");
  struct rules_word_ids ids = {0};
  if (common != NULL) {
    rules_word_ids_add_list(&ids, common, vocabulary);
  }
  definitions->common_order = rules_word_ids_copy(&ids, arena);
  return rules_word_ids_make_set(&ids, arena, &definitions->common_words) &&
         !arena->failed;
}

bool rules_languages_fill(struct rules_languages *languages,
                          const struct rules_model *model,
                          struct text_vocabulary *vocabulary,
                          struct base_arena *arena) {
  for (size_t i = 0; i < model->lists.lists.count; i++) {
    add_language(languages, model->lists.lists.items[i].language);
  }
  for (size_t i = 0; i < model->forms.lists.count; i++) {
    add_language(languages, model->forms.lists.items[i].language);
  }
  for (size_t i = 0; i < model->entries.count; i++) {
    add_language(languages, model->entries.items[i]->language);
  }
  for (size_t i = 0; i < languages->count; i++) {
    if (!fill_language(&languages->items[i], model, vocabulary, arena)) {
      return false;
    }
  }
  return !languages->failed;
}

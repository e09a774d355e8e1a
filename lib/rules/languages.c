/* SPDX-License-Identifier: MIT */
#include "rules/languages.h"

#include "base/sort.h"

#include <string.h>

BASE_VECTOR(word_ids, uint32_t);

static const uint32_t *copy_words(const struct word_ids *ids,
                                  struct base_arena *arena) {
  uint32_t *words = base_arena_alloc(arena, ids->count * sizeof *words);
  for (size_t i = 0; words != NULL && i < ids->count; i++) {
    words[i] = ids->items[i];
  }
  return words;
}

/* Sorts the ids, drops doubles and moves them into the arena. */
static bool make_set(struct word_ids *ids, struct base_arena *arena,
                     struct text_word_set *set) {
  size_t count = base_sort_and_unite(ids->items, ids->count, sizeof *ids->items,
                                     base_order_numbers);
  ids->count = count;
  const uint32_t *words = copy_words(ids, arena);
  bool made = words != NULL && !ids->failed;
  *set = (struct text_word_set){words, made ? count : 0};
  word_ids_destroy(ids);
  return made;
}

/* Adds the entries that are one word. */
static void add_words(struct word_ids *ids, const struct rules_list *list,
                      struct text_vocabulary *vocabulary) {
  for (const struct rules_line *line = list->lines.first; line != NULL;
       line = line->next) {
    uint32_t word = rules_phrase_single_word(line->text, vocabulary);
    if (word != TEXT_NO_WORD) {
      word_ids_add(ids, word);
    }
  }
}

/* Adds each word of the entries: “Maria Lopez” is known as Maria and as
 * Lopez. */
static void add_name_words(struct word_ids *ids, const struct rules_list *list,
                           struct text_vocabulary *vocabulary,
                           struct base_arena *arena) {
  for (const struct rules_line *line = list->lines.first; line != NULL;
       line = line->next) {
    for (const char *at = line->text + strspn(line->text, " "); *at != '\0';) {
      size_t size = strcspn(at, " ");
      const char *name = base_arena_copy(arena, at, size);
      uint32_t word = name == NULL ? TEXT_NO_WORD
                                   : rules_phrase_single_word(name, vocabulary);
      if (word != TEXT_NO_WORD) {
        word_ids_add(ids, word);
      }
      at += size;
      at += strspn(at, " ");
    }
  }
}

/* ---------------------------------------------------------- by language */

static struct rules_language *language_of(struct rules_languages *languages,
                                          const char *name) {
  for (size_t i = 0; i < languages->count; i++) {
    if (strcmp(languages->items[i].name, name) == 0) {
      return &languages->items[i];
    }
  }
  struct rules_language *language = rules_languages_push(languages);
  if (language != NULL) {
    language->name = name;
  }
  return language;
}

const struct rules_definitions *rules_languages_find(
    const struct rules_languages *languages, const char *name) {
  static const struct rules_definitions none;
  for (size_t i = 0; i < languages->count; i++) {
    if (strcmp(languages->items[i].name, name) == 0) {
      return &languages->items[i].definitions;
    }
  }
  return &none;
}

bool rules_language_is_none(const char *language) {
  return strcmp(language, "zxx") == 0;
}

static bool is_seen_from(const struct rules_list *list, const char *language) {
  return rules_language_is_none(language) ||
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

static bool has_list(const struct rules_word_list *lists, size_t count,
                     const char *name) {
  for (size_t i = 0; i < count; i++) {
    if (strcmp(lists[i].name, name) == 0) {
      return true;
    }
  }
  return false;
}

/* The lists of one language, in an array as phrases want it. */
static const struct rules_word_list *select_lists(
    const struct rules_lists *lists, const char *language,
    struct base_arena *arena, size_t *count) {
  struct rules_word_list *selected =
      base_arena_alloc(arena, lists->count * sizeof *selected);
  *count = 0;
  for (size_t i = 0; i < lists->count && selected != NULL; i++) {
    const struct rules_list *list = &lists->items[i];
    if (is_seen_from(list, language) &&
        !has_list(selected, *count, list->name)) {
      selected[(*count)++] = join_lists(lists, i, language, arena);
    }
  }
  return selected;
}

static bool fill_language(struct rules_language *language,
                          const struct rules_model *model,
                          struct text_vocabulary *vocabulary,
                          struct base_arena *arena) {
  struct rules_definitions *definitions = &language->definitions;
  definitions->lists = select_lists(&model->lists.lists, language->name, arena,
                                    &definitions->list_count);
  definitions->forms = select_lists(&model->forms.lists, language->name, arena,
                                    &definitions->form_count);
  const struct rules_list *common =
      rules_shelf_find(&model->lists, arena, language->name, "common-words");
  struct word_ids ids = {0};
  if (common != NULL) {
    add_words(&ids, common, vocabulary);
  }
  definitions->common_order = copy_words(&ids, arena);
  return make_set(&ids, arena, &definitions->common_words) && !arena->failed;
}

bool rules_languages_fill(struct rules_languages *languages,
                          const struct rules_model *model,
                          struct text_vocabulary *vocabulary,
                          struct base_arena *arena) {
  for (size_t i = 0; i < model->lists.lists.count; i++) {
    language_of(languages, model->lists.lists.items[i].language);
  }
  for (size_t i = 0; i < model->forms.lists.count; i++) {
    language_of(languages, model->forms.lists.items[i].language);
  }
  for (size_t i = 0; i < model->entries.count; i++) {
    language_of(languages, model->entries.items[i]->language);
  }
  for (size_t i = 0; i < languages->count; i++) {
    if (!fill_language(&languages->items[i], model, vocabulary, arena)) {
      return false;
    }
  }
  return !languages->failed;
}

bool rules_list_add_set(const struct rules_word_list *list,
                        struct text_vocabulary *vocabulary,
                        struct rules_code *code, uint32_t *index) {
  struct word_ids ids = {0};
  for (size_t i = 0; i < list->count; i++) {
    uint32_t word = rules_phrase_single_word(list->entries[i], vocabulary);
    if (word != TEXT_NO_WORD) {
      word_ids_add(&ids, word);
    }
  }
  bool added =
      !ids.failed &&
      (ids.count == 0 || rules_code_add_set(code, ids.items, ids.count, index));
  word_ids_destroy(&ids);
  return added;
}

/* ----------------------------------------------------------- the lexicon */

bool rules_lexicon_fill(struct text_lexicon *lexicon,
                        const struct rules_model *model,
                        struct text_vocabulary *vocabulary,
                        struct base_arena *arena) {
  static const char *const not_name_lists[] = {"not-names", "weekdays",
                                               "months", "departments"};
  static const char *const not_person_lists[] = {"greetings",    "dear-words",
                                                 "addressees",   "opener-words",
                                                 "thanks-words", "titles"};
  struct word_ids abbreviations = {0};
  struct word_ids not_names = {0};
  struct word_ids names = {0};
  struct word_ids not_persons = {0};
  for (size_t i = 0; i < model->lists.lists.count; i++) {
    const struct rules_list *list = &model->lists.lists.items[i];
    if (strcmp(list->name, "abbreviations") == 0) {
      add_words(&abbreviations, list, vocabulary);
    } else if (strcmp(list->name, "colleagues") == 0) {
      add_name_words(&names, list, vocabulary, arena);
    }
    for (size_t k = 0; k < sizeof not_name_lists / sizeof *not_name_lists;
         k++) {
      if (strcmp(list->name, not_name_lists[k]) == 0) {
        add_words(&not_names, list, vocabulary);
      }
    }
    for (size_t k = 0; k < sizeof not_person_lists / sizeof *not_person_lists;
         k++) {
      if (strcmp(list->name, not_person_lists[k]) == 0) {
        add_name_words(&not_persons, list, vocabulary, arena);
      }
    }
  }
  lexicon->vocabulary = vocabulary;
  bool made = make_set(&abbreviations, arena, &lexicon->abbreviations);
  made = make_set(&not_names, arena, &lexicon->not_names) && made;
  made = make_set(&not_persons, arena, &lexicon->not_persons) && made;
  return make_set(&names, arena, &lexicon->names) && made;
}

BASE_VECTOR(nicknames, struct rules_nickname);

/* The first two words of an entry: “Bob Robert”. */
static void add_nickname(struct nicknames *nicknames,
                         const struct rules_line *line,
                         struct text_vocabulary *vocabulary,
                         struct base_arena *arena) {
  uint32_t words[2] = {TEXT_NO_WORD, TEXT_NO_WORD};
  const char *at = line->text;
  for (size_t i = 0; i < 2; i++) {
    at += strspn(at, " ");
    size_t size = strcspn(at, " ");
    const char *name = base_arena_copy(arena, at, size);
    if (name != NULL && size > 0) {
      words[i] = rules_phrase_single_word(name, vocabulary);
    }
    at += size;
  }
  if (words[0] != TEXT_NO_WORD && words[1] != TEXT_NO_WORD) {
    nicknames_add(nicknames, (struct rules_nickname){words[0], words[1]});
  }
}

bool rules_nicknames_fill(struct courtesy_ruleset *ruleset,
                          const struct rules_model *model,
                          struct base_arena *arena) {
  struct nicknames found = {0};
  for (size_t i = 0; i < model->lists.lists.count; i++) {
    const struct rules_list *list = &model->lists.lists.items[i];
    bool wanted = strcmp(list->name, "nicknames") == 0;
    for (const struct rules_line *line = list->lines.first;
         wanted && line != NULL; line = line->next) {
      add_nickname(&found, line, ruleset->vocabulary, arena);
    }
  }
  struct rules_nickname *kept =
      base_arena_alloc(arena, (found.count + 1) * sizeof *kept);
  bool made = kept != NULL && !found.failed;
  if (made && found.count > 0) {
    memcpy(kept, found.items, found.count * sizeof *kept);
  }
  ruleset->nicknames = kept;
  ruleset->nickname_count = made ? found.count : 0;
  nicknames_destroy(&found);
  return made;
}

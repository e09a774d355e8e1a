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
static void add_each_word(struct word_ids *ids, const struct rules_list *list,
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
  definitions->forms = select_lists(&model->forms.lists, language->name, arena);
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

enum { ABBREVIATIONS = 0, NOT_NAMES, NAMES, CAPITALS, NOT_PERSONS, SETS };

/* The lists that fill a set of the lexicon: with their entries of one word, or
 * with each word of all entries. */
static const struct {
  const char *list;
  unsigned set;
  bool each_word;
} sources[] = {
    {"abbreviations", ABBREVIATIONS, false},
    {"not-names", NOT_NAMES, false},
    {"weekdays", NOT_NAMES, false},
    {"weekdays", CAPITALS, false},
    {"months", NOT_NAMES, false},
    {"departments", NOT_NAMES, false},
    {"colleagues", NAMES, true},
    {"capital-words", CAPITALS, false},
    {"greetings", NOT_PERSONS, true},
    {"dear-words", NOT_PERSONS, true},
    {"addressees", NOT_PERSONS, true},
    {"opener-words", NOT_PERSONS, true},
    {"thanks-words", NOT_PERSONS, true},
    {"titles", NOT_PERSONS, true},
};

static void add_source(struct word_ids sets[SETS],
                       const struct rules_list *list,
                       struct text_vocabulary *vocabulary,
                       struct base_arena *arena) {
  for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++) {
    if (strcmp(list->name, sources[i].list) != 0) {
      continue;
    }
    struct word_ids *set = &sets[sources[i].set];
    if (sources[i].each_word) {
      add_each_word(set, list, vocabulary, arena);
    } else {
      add_words(set, list, vocabulary);
    }
  }
}

bool rules_lexicon_fill(struct text_lexicon *lexicon,
                        const struct rules_model *model,
                        struct text_vocabulary *vocabulary,
                        struct base_arena *arena) {
  struct word_ids sets[SETS] = {{0}};
  for (size_t i = 0; i < model->lists.lists.count; i++) {
    add_source(sets, &model->lists.lists.items[i], vocabulary, arena);
  }
  lexicon->vocabulary = vocabulary;
  bool made = make_set(&sets[ABBREVIATIONS], arena, &lexicon->abbreviations);
  made = make_set(&sets[NOT_NAMES], arena, &lexicon->not_names) && made;
  made = make_set(&sets[CAPITALS], arena, &lexicon->capitals) && made;
  made = make_set(&sets[NOT_PERSONS], arena, &lexicon->not_persons) && made;
  return make_set(&sets[NAMES], arena, &lexicon->names) && made;
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

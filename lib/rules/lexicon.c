/* SPDX-License-Identifier: MIT */
#include "rules/lexicon.h"

#include "base/sort.h"
#include "rules/phrase.h"
#include "rules/word_ids.h"

#include <string.h>

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

/* The next word of an entry, behind which *at moves. NULL: there is none, or no
 * memory. */
static const char *next_word(const char **at, struct base_arena *arena) {
  *at += strspn(*at, " ");
  size_t size = strcspn(*at, " ");
  const char *word = size == 0 ? NULL : base_arena_copy(arena, *at, size);
  *at += size;
  return word;
}

/* Adds each word of the entries: “Maria Lopez” is known as Maria and as
 * Lopez. */
static void add_each_word(struct rules_word_ids *ids,
                          const struct rules_list *list,
                          struct text_vocabulary *vocabulary,
                          struct base_arena *arena) {
  for (const struct rules_line *line = list->lines.first; line != NULL;
       line = line->next) {
    const char *at = line->text;
    for (const char *word = next_word(&at, arena); word != NULL;
         word = next_word(&at, arena)) {
      rules_word_ids_add_entry(ids, word, vocabulary);
    }
  }
}

static void add_source(struct rules_word_ids sets[SETS],
                       const struct rules_list *list,
                       struct text_vocabulary *vocabulary,
                       struct base_arena *arena) {
  for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++) {
    if (strcmp(list->name, sources[i].list) != 0) {
      continue;
    }
    struct rules_word_ids *set = &sets[sources[i].set];
    if (sources[i].each_word) {
      add_each_word(set, list, vocabulary, arena);
    } else {
      rules_word_ids_add_list(set, list, vocabulary);
    }
  }
}

/* Returns false when memory ran out, also before. */
static bool abbreviate(struct text_vocabulary *vocabulary,
                       struct rules_word_ids *words) {
  for (size_t i = 0; i < words->count; i++) {
    text_vocabulary_abbreviate(vocabulary, words->items[i]);
  }
  bool whole = !words->failed;
  rules_word_ids_destroy(words);
  return whole;
}

bool rules_lexicon_fill(struct text_lexicon *lexicon,
                        const struct rules_model *model,
                        struct text_vocabulary *vocabulary,
                        struct base_arena *arena) {
  struct rules_word_ids sets[SETS] = {{0}};
  for (size_t i = 0; i < model->lists.lists.count; i++) {
    add_source(sets, &model->lists.lists.items[i], vocabulary, arena);
  }
  lexicon->vocabulary = vocabulary;
  bool made = abbreviate(vocabulary, &sets[ABBREVIATIONS]);
  made =
      rules_word_ids_make_set(&sets[NOT_NAMES], arena, &lexicon->not_names) &&
      made;
  made = rules_word_ids_make_set(&sets[CAPITALS], arena, &lexicon->capitals) &&
         made;
  made = rules_word_ids_make_set(&sets[NOT_PERSONS], arena,
                                 &lexicon->not_persons) &&
         made;
  return rules_word_ids_make_set(&sets[NAMES], arena, &lexicon->names) && made;
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
    const char *name = next_word(&at, arena);
    if (name != NULL) {
      words[i] = rules_phrase_single_word(name, vocabulary);
    }
  }
  if (words[0] != TEXT_NO_WORD && words[1] != TEXT_NO_WORD) {
    nicknames_add(nicknames, (struct rules_nickname){words[0], words[1]});
    nicknames_add(nicknames, (struct rules_nickname){words[1], words[0]});
  }
}

static int compare_nicknames(const void *left, const void *right) {
  const struct rules_nickname *a = left;
  const struct rules_nickname *b = right;
  int order = base_order(a->word, b->word);
  return order != 0 ? order : base_order(a->other, b->other);
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
  base_sort(found.items, found.count, sizeof *found.items, compare_nicknames);
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

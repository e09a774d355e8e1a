/* SPDX-License-Identifier: MIT */
/* {list} and word~ become choices of what stands in the definitions. */
#include "rules/phrase_tree.h"

#include "rules/nearest.h"

const struct rules_word_list *rules_word_lists_find(
    struct rules_word_lists lists, struct base_slice name) {
  for (size_t i = 0; i < lists.count; i++) {
    if (base_slice_equals(name, lists.items[i].name)) {
      return &lists.items[i];
    }
  }
  return NULL;
}

/* The name of a list that is written most alike; NULL when none is. */
static const char *nearest(struct phrase_compiler *compiler,
                           struct rules_word_lists lists,
                           struct base_slice name) {
  const char *wrong =
      base_arena_copy(&compiler->scratch, name.bytes, name.size);
  if (wrong == NULL) {
    compiler->failed = true;
    return NULL;
  }
  struct rules_nearest nearest = rules_nearest_to(wrong);
  for (size_t i = 0; i < lists.count; i++) {
    rules_nearest_offer(&nearest, lists.items[i].name);
  }
  return nearest.best;
}

static bool append_word(struct phrase_compiler *compiler,
                        const struct phrase_lexeme *lexeme,
                        struct phrase_node *choice) {
  uint32_t word = text_vocabulary_add(compiler->vocabulary, lexeme->slice);
  struct phrase_node *sequence =
      phrase_node_new(compiler, PHRASE_SEQUENCE, lexeme);
  struct phrase_node *atom = phrase_node_new(compiler, PHRASE_ATOM, lexeme);
  if (word == TEXT_NO_WORD || sequence == NULL || atom == NULL) {
    compiler->failed = true;
    return false;
  }
  atom->operation = RULES_WORD;
  atom->argument = word;
  phrase_node_append(sequence, atom);
  phrase_node_append(choice, sequence);
  return true;
}

static bool append_entries(struct phrase_compiler *compiler,
                           const struct phrase_lexeme *lexeme,
                           const struct rules_word_list *list,
                           struct phrase_node *choice) {
  if (list->entries == NULL) {
    compiler->met_broken = true;
    return false;
  }
  for (size_t i = 0; i < list->count; i++) {
    struct phrase_node *entry = phrase_parse(compiler, list->entries[i]);
    if (entry == NULL) {
      return false;
    }
    entry->offset = lexeme->offset;
    entry->end = lexeme->end;
    if (entry->first != NULL) {
      phrase_node_append(choice, entry);
    }
  }
  return true;
}

/* A choice of all entries; where the lexeme is a word with forms, of the word
 * itself, too. */
static struct phrase_node *choice_of(struct phrase_compiler *compiler,
                                     const struct phrase_lexeme *lexeme,
                                     const struct rules_word_list *list) {
  struct phrase_node *choice = phrase_node_new(compiler, PHRASE_CHOICE, lexeme);
  bool made =
      choice != NULL &&
      (lexeme->kind != PHRASE_FORMS || append_word(compiler, lexeme, choice)) &&
      append_entries(compiler, lexeme, list, choice);
  return made ? choice : NULL;
}

/* Of one that may stand in what could not be read nothing is told. */
static void miss(struct phrase_compiler *compiler,
                 const struct phrase_lexeme *lexeme,
                 struct rules_word_lists among, const char *format,
                 const char *with_other) {
  const char *other = nearest(compiler, among, lexeme->slice);
  if (other == NULL && compiler->definitions->unread) {
    compiler->met_broken = true;
    return;
  }
  phrase_mistake(compiler, lexeme->offset, other == NULL ? format : with_other,
                 (int)lexeme->slice.size, lexeme->slice.bytes, other);
}

struct phrase_node *phrase_expand_list(struct phrase_compiler *compiler,
                                       const struct phrase_lexeme *lexeme) {
  struct rules_word_lists lists = compiler->definitions->lists;
  const struct rules_word_list *list =
      rules_word_lists_find(lists, lexeme->slice);
  if (list == NULL) {
    miss(compiler, lexeme, lists, "there is no list {%.*s}",
         "there is no list {%.*s}; is it {%s}?");
    return NULL;
  }
  return choice_of(compiler, lexeme, list);
}

struct phrase_node *phrase_expand_forms(struct phrase_compiler *compiler,
                                        const struct phrase_lexeme *lexeme) {
  struct rules_word_lists words = compiler->definitions->forms;
  const struct rules_word_list *forms =
      rules_word_lists_find(words, lexeme->slice);
  if (forms == NULL) {
    miss(compiler, lexeme, words,
         "there are no forms of %.*s~: add them to \"forms\"",
         "there are no forms of %.*s~: add them to \"forms\", or is it %s~?");
    return NULL;
  }
  return choice_of(compiler, lexeme, forms);
}

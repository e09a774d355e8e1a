/* SPDX-License-Identifier: MIT */
/*
 * The anchor: words of which one stands in every match. Of all that would do,
 * those whose commonest member is rarest. Without counts of words, whether
 * one is common is asked of the list of common words, and else of its length:
 * long words are rarer.
 */
#include "rules/phrase_tree.h"

enum { LONG_ENOUGH = 8 }; /* bytes; beyond them length tells no more */

struct candidate {
  uint32_t *words; /* in the scratch arena; NULL: no word is sure */
  size_t count;
  bool common;
  size_t shortest;
};

static bool is_better(const struct candidate *a, const struct candidate *b) {
  if (a->words == NULL || b->words == NULL) {
    return a->words != NULL;
  }
  if (a->common != b->common) {
    return b->common;
  }
  if (a->shortest != b->shortest) {
    return a->shortest > b->shortest;
  }
  return a->count < b->count;
}

static struct candidate of_word(struct phrase_compiler *compiler,
                                uint32_t word) {
  struct candidate candidate = {
      .words = base_arena_alloc(&compiler->scratch, sizeof(uint32_t)),
      .count = 1,
      .common = word == TEXT_POSSESSIVE,
  };
  if (candidate.words == NULL) {
    compiler->failed = true;
    return candidate;
  }
  candidate.words[0] = word;
  if (word != TEXT_POSSESSIVE) {
    size_t length = text_vocabulary_spelling(compiler->vocabulary, word).size;
    candidate.shortest = length < LONG_ENOUGH ? length : LONG_ENOUGH;
    candidate.common =
        text_word_set_has(&compiler->definitions->common_words, word);
  }
  return candidate;
}

static struct candidate of_atom(struct phrase_compiler *compiler,
                                const struct phrase_node *node) {
  if (node->operation == RULES_WORD) {
    return of_word(compiler, node->argument);
  }
  if (node->operation == RULES_EXACT) {
    return of_word(compiler,
                   compiler->code->spellings.items[node->argument].word);
  }
  return (struct candidate){0};
}

static struct candidate of_node(struct phrase_compiler *compiler,
                                const struct phrase_node *node);

static struct candidate of_sequence(struct phrase_compiler *compiler,
                                    const struct phrase_node *node) {
  struct candidate best = {0};
  for (const struct phrase_node *child = node->first; child != NULL;
       child = child->next) {
    struct candidate candidate = of_node(compiler, child);
    if (is_better(&candidate, &best)) {
      best = candidate;
    }
  }
  return best;
}

static bool add_words(struct phrase_words *words, struct candidate *whole,
                      const struct candidate *part) {
  for (size_t i = 0; i < part->count; i++) {
    phrase_words_add(words, part->words[i]);
  }
  whole->common |= part->common;
  if (part->shortest < whole->shortest) {
    whole->shortest = part->shortest;
  }
  return part->words != NULL;
}

/* Every alternative gives its best; one without any spoils the choice. */
static struct candidate of_choice(struct phrase_compiler *compiler,
                                  const struct phrase_node *node) {
  struct candidate whole = {.shortest = LONG_ENOUGH};
  struct phrase_words words = {0};
  bool sure = node->first != NULL;
  for (const struct phrase_node *child = node->first; child != NULL && sure;
       child = child->next) {
    struct candidate part = of_sequence(compiler, child);
    sure = add_words(&words, &whole, &part);
  }
  compiler->failed |= words.failed;
  if (sure && !compiler->failed) {
    whole.count = words.count;
    whole.words =
        base_arena_alloc(&compiler->scratch, words.count * sizeof *whole.words);
    compiler->failed |= whole.words == NULL;
    for (size_t i = 0; i < words.count && whole.words != NULL; i++) {
      whole.words[i] = words.items[i];
    }
  }
  phrase_words_destroy(&words);
  return whole;
}

static struct candidate of_node(struct phrase_compiler *compiler,
                                const struct phrase_node *node) {
  if (node->kind == PHRASE_ATOM) {
    return of_atom(compiler, node);
  }
  if (node->kind == PHRASE_SEQUENCE) {
    return of_sequence(compiler, node);
  }
  return node->optional ? (struct candidate){0} : of_choice(compiler, node);
}

void phrase_choose_anchor(struct phrase_compiler *compiler,
                          const struct phrase_node *root,
                          struct rules_anchor *anchor) {
  *anchor = (struct rules_anchor){0};
  struct candidate best = of_sequence(compiler, root);
  if (best.words == NULL || compiler->failed) {
    return;
  }
  uint32_t *words =
      base_arena_alloc(compiler->arena, best.count * sizeof *words);
  if (words == NULL) {
    compiler->failed = true;
    return;
  }
  for (size_t i = 0; i < best.count; i++) {
    words[i] = best.words[i];
  }
  anchor->words = words;
  anchor->count = best.count;
  anchor->common = best.common;
}

/* SPDX-License-Identifier: MIT */
/*
 * The anchor: words of which one stands in every match. Of all that would do,
 * those that are met least often, since each time one is met the phrase is
 * tried. How often a word is met is guessed: for common words from their
 * rank, for all others from their length.
 */
#include "rules/phrase_tree.h"

struct candidate {
  uint32_t *words; /* in the scratch arena; NULL: no word is sure */
  size_t count;
  bool common;
  unsigned cost; /* guessed meetings in some hundred thousand words */
};

static bool is_better(const struct candidate *a, const struct candidate *b) {
  if (a->words == NULL || b->words == NULL) {
    return a->words != NULL;
  }
  return a->cost < b->cost;
}

/* The word of rank n is met about 1/n times as often as the first (Zipf). */
static unsigned cost_of_common(const struct rules_definitions *definitions,
                               uint32_t word) {
  enum { FIRST = 5000 };
  unsigned rank = 1;
  for (size_t i = 0; definitions->common_order != NULL &&
                     i < definitions->common_words.count &&
                     definitions->common_order[i] != word;
       i++) {
    rank++;
  }
  return FIRST / rank;
}

/* Counted in English mail: short words that are not common at all are met
 * some times more often than long ones. */
static unsigned cost_of_rare(size_t length) {
  static const unsigned char costs[] = {20, 20, 20, 18, 16, 12, 9, 7};
  enum { LONG = sizeof costs / sizeof costs[0], COST_OF_LONG = 5 };
  return length < LONG ? costs[length] : COST_OF_LONG;
}

static struct candidate of_word(struct phrase_compiler *compiler,
                                uint32_t word) {
  struct candidate candidate = {
      .words = base_arena_alloc(&compiler->scratch, sizeof(uint32_t)),
      .count = 1,
      .common = word == TEXT_POSSESSIVE ||
                text_word_set_has(&compiler->definitions->common_words, word),
  };
  if (candidate.words == NULL) {
    compiler->failed = true;
    return candidate;
  }
  candidate.words[0] = word;
  candidate.cost =
      candidate.common
          ? cost_of_common(compiler->definitions, word)
          : cost_of_rare(
                text_vocabulary_spelling(compiler->vocabulary, word).size);
  return candidate;
}

static struct candidate of_atom(struct phrase_compiler *compiler,
                                const struct phrase_node *node) {
  if (node->operation == RULES_WORD) {
    return of_word(compiler, node->argument);
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
  whole->cost += part->cost;
  return part->words != NULL;
}

/* Every alternative gives its best; one without any spoils the choice. */
static struct candidate of_choice(struct phrase_compiler *compiler,
                                  const struct phrase_node *node) {
  struct candidate whole = {0};
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

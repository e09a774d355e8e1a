/* SPDX-License-Identifier: MIT */
/*
 * The anchor: words of which one stands in every match. Of all that would do,
 * first those that are met least often, since each time one is met the phrase
 * is tried, if its neighbours fit; which of them fit least, the program tells
 * (phrase_key.c). How often a word is met is guessed: for common words from
 * their rank, for all others from their length.
 */
#include "rules/phrase_tree.h"

#include <string.h>

struct candidate {
  uint32_t *words; /* in the arena; NULL: no word is sure */
  unsigned *costs; /* guessed meetings in some hundred thousand words, */
  size_t count;
  bool common;
  unsigned cost; /* and of all together */
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
  enum { FIRST = 12000 };
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

/* Room for the words. Without it there are none. */
static bool allocate(struct phrase_compiler *compiler, size_t count,
                     struct candidate *candidate) {
  struct base_arena *arena = compiler->arena;
  candidate->count = count;
  candidate->words = base_arena_alloc(arena, count * sizeof(uint32_t));
  candidate->costs = base_arena_alloc(arena, count * sizeof(unsigned));
  bool allocated = candidate->words != NULL && candidate->costs != NULL;
  compiler->failed |= !allocated;
  return allocated;
}

static struct candidate of_word(struct phrase_compiler *compiler,
                                uint32_t word) {
  struct candidate candidate = {
      .common = word == TEXT_POSSESSIVE ||
                text_word_set_has(&compiler->definitions->common_words, word),
  };
  if (!allocate(compiler, 1, &candidate)) {
    return candidate;
  }
  candidate.words[0] = word;
  candidate.cost =
      candidate.common
          ? cost_of_common(compiler->definitions, word)
          : cost_of_rare(
                text_vocabulary_spelling(compiler->vocabulary, word).size);
  candidate.costs[0] = candidate.cost;
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

BASE_VECTOR(candidates, struct candidate);

static struct candidate joined(struct phrase_compiler *compiler,
                               const struct candidates *parts, size_t words) {
  struct candidate whole = {0};
  if (!allocate(compiler, words, &whole)) {
    return whole;
  }
  size_t word = 0;
  for (size_t i = 0; i < parts->count; i++) {
    const struct candidate *part = &parts->items[i];
    memcpy(whole.words + word, part->words, part->count * sizeof *part->words);
    memcpy(whole.costs + word, part->costs, part->count * sizeof *part->costs);
    word += part->count;
    whole.common |= part->common;
    whole.cost += part->cost;
  }
  return whole;
}

/* Every alternative gives its best; one without any spoils the choice. */
static struct candidate of_choice(struct phrase_compiler *compiler,
                                  const struct phrase_node *node) {
  struct candidate whole = {0};
  struct candidates parts = {0};
  size_t words = 0;
  bool sure = node->first != NULL;
  for (const struct phrase_node *child = node->first; child != NULL && sure;
       child = child->next) {
    struct candidate part = of_sequence(compiler, child);
    sure = part.words != NULL;
    words += part.count;
    candidates_add(&parts, part);
  }
  compiler->failed |= parts.failed;
  if (sure && !compiler->failed) {
    whole = joined(compiler, &parts, words);
  }
  candidates_destroy(&parts);
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

static struct rules_anchor anchor_of(const struct candidate *candidate) {
  return (struct rules_anchor){
      .words = candidate->words,
      .costs = candidate->costs,
      .count = candidate->count,
      .common = candidate->common,
  };
}

/* Puts the candidate behind the anchor. */
static void add_other(struct phrase_compiler *compiler,
                      const struct candidate *candidate,
                      struct rules_anchor *anchor) {
  enum { MOST_WORDS = 256 }; /* that are filed for a phrase with a choice */
  if (candidate->words == NULL || candidate->count > MOST_WORDS) {
    return;
  }
  struct rules_anchor *other = base_arena_alloc(compiler->arena, sizeof *other);
  compiler->failed |= other == NULL;
  if (other != NULL) {
    *other = anchor_of(candidate);
    other->next = anchor->next;
    anchor->next = other;
  }
}

/* The rarest words first. */
void phrase_choose_anchor(struct phrase_compiler *compiler,
                          const struct phrase_node *root,
                          struct rules_anchor *anchor) {
  struct candidate best = {0};
  struct rules_anchor others = {0};
  for (const struct phrase_node *child = root->first;
       child != NULL && !compiler->failed; child = child->next) {
    struct candidate candidate = of_node(compiler, child);
    bool better = is_better(&candidate, &best);
    add_other(compiler, better ? &best : &candidate, &others);
    best = better ? candidate : best;
  }
  *anchor = (struct rules_anchor){0};
  if (best.words != NULL && !compiler->failed) {
    *anchor = anchor_of(&best);
    anchor->next = others.next;
  }
}

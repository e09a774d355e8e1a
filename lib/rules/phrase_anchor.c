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

/* What a part of the phrase proposes. */
struct proposal {
  const struct phrase_node *element; /* of the phrase, once chosen */
  uint32_t *words;                   /* in the arena; NULL: no word is sure */
  unsigned *costs; /* guessed meetings in some hundred thousand words, */
  size_t count;
  bool common;
  unsigned cost; /* and of all together */
};

static bool is_better(const struct proposal *a, const struct proposal *b) {
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
                     struct proposal *proposal) {
  struct base_arena *arena = compiler->arena;
  proposal->count = count;
  proposal->words = base_arena_alloc(arena, count * sizeof(uint32_t));
  proposal->costs = base_arena_alloc(arena, count * sizeof(unsigned));
  bool allocated = proposal->words != NULL && proposal->costs != NULL;
  compiler->failed |= !allocated;
  return allocated;
}

static struct proposal of_word(struct phrase_compiler *compiler,
                               uint32_t word) {
  struct proposal proposal = {
      .common = word == TEXT_POSSESSIVE ||
                text_word_set_has(&compiler->definitions->common_words, word),
  };
  if (!allocate(compiler, 1, &proposal)) {
    return proposal;
  }
  proposal.words[0] = word;
  proposal.cost =
      proposal.common
          ? cost_of_common(compiler->definitions, word)
          : cost_of_rare(
                text_vocabulary_spelling(compiler->vocabulary, word).size);
  proposal.costs[0] = proposal.cost;
  return proposal;
}

static struct proposal of_atom(struct phrase_compiler *compiler,
                               const struct phrase_node *node) {
  if (node->operation == RULES_WORD) {
    return of_word(compiler, node->argument);
  }
  return (struct proposal){0};
}

static struct proposal of_element(struct phrase_compiler *compiler,
                                  const struct phrase_node *node);

static struct proposal of_sequence(struct phrase_compiler *compiler,
                                   const struct phrase_node *node) {
  struct proposal best = {0};
  for (const struct phrase_node *child = node->first; child != NULL;
       child = child->next) {
    struct proposal proposal = of_element(compiler, child);
    if (is_better(&proposal, &best)) {
      best = proposal;
    }
  }
  return best;
}

BASE_VECTOR(proposals, struct proposal);

static struct proposal joined(struct phrase_compiler *compiler,
                              const struct proposals *parts, size_t words) {
  struct proposal whole = {0};
  if (!allocate(compiler, words, &whole)) {
    return whole;
  }
  size_t word = 0;
  for (size_t i = 0; i < parts->count; i++) {
    const struct proposal *part = &parts->items[i];
    memcpy(whole.words + word, part->words, part->count * sizeof *part->words);
    memcpy(whole.costs + word, part->costs, part->count * sizeof *part->costs);
    word += part->count;
    whole.common |= part->common;
    whole.cost += part->cost;
  }
  return whole;
}

/* Every alternative gives its best; one without any spoils the choice. */
static struct proposal of_choice(struct phrase_compiler *compiler,
                                 const struct phrase_node *node) {
  struct proposal whole = {0};
  struct proposals parts = {0};
  size_t words = 0;
  bool sure = node->first != NULL;
  for (const struct phrase_node *child = node->first; child != NULL && sure;
       child = child->next) {
    struct proposal part = of_sequence(compiler, child);
    sure = part.words != NULL;
    words += part.count;
    proposals_add(&parts, part);
  }
  compiler->failed |= parts.failed;
  if (sure && !compiler->failed) {
    whole = joined(compiler, &parts, words);
  }
  proposals_destroy(&parts);
  return whole;
}

static struct proposal of_element(struct phrase_compiler *compiler,
                                  const struct phrase_node *node) {
  if (node->kind == PHRASE_ATOM) {
    return of_atom(compiler, node);
  }
  return node->optional ? (struct proposal){0} : of_choice(compiler, node);
}

static struct rules_anchor anchor_of(const struct proposal *proposal) {
  return (struct rules_anchor){
      .first = (uint32_t)proposal->element->code,
      .end = (uint32_t)proposal->element->code_end,
      .words = proposal->words,
      .costs = proposal->costs,
      .count = proposal->count,
      .common = proposal->common,
  };
}

/* Puts the proposal behind the anchor. */
static void add_other(struct phrase_compiler *compiler,
                      const struct proposal *proposal,
                      struct rules_anchor *anchor) {
  enum { MOST_WORDS = 512 }; /* that are filed for a phrase with a choice */
  if (proposal->words == NULL || proposal->count > MOST_WORDS) {
    return;
  }
  struct rules_anchor *other = base_arena_alloc(compiler->arena, sizeof *other);
  compiler->failed |= other == NULL;
  if (other != NULL) {
    *other = anchor_of(proposal);
    other->next = anchor->next;
    anchor->next = other;
  }
}

/* The rarest words first. */
void phrase_choose_anchor(struct phrase_compiler *compiler,
                          const struct phrase_node *root,
                          struct rules_anchor *anchor) {
  struct proposal best = {0};
  struct rules_anchor others = {0};
  for (const struct phrase_node *child = root->first;
       child != NULL && !compiler->failed; child = child->next) {
    struct proposal proposal = of_element(compiler, child);
    proposal.element = child;
    bool better = is_better(&proposal, &best);
    add_other(compiler, better ? &best : &proposal, &others);
    best = better ? proposal : best;
  }
  *anchor = (struct rules_anchor){0};
  if (best.words != NULL && !compiler->failed) {
    *anchor = anchor_of(&best);
    anchor->next = others.next;
  }
}

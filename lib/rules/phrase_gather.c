/* SPDX-License-Identifier: MIT */
/*
 * The alternatives of a choice, ready to be emitted:
 *
 *     (since|as the|as we|{reasons})
 *       words     since · those of the list's entries of one word
 *       branches  as (the|we) · the list's other entries
 *
 * Choices in choices are laid flat, and branches that begin with the same word
 * share it: there is so much less to try at each token.
 */
#include "base/sort.h"
#include "rules/phrase_tree.h"

static void lay_flat(const struct phrase_node *choice,
                     struct phrase_words *words,
                     struct phrase_branches *branches) {
  for (struct phrase_node *alternative = choice->first; alternative != NULL;
       alternative = alternative->next) {
    const struct phrase_node *only = alternative->first;
    bool alone = only != NULL && only->next == NULL;
    if (alone && only->kind == PHRASE_ATOM && only->operation == RULES_WORD) {
      phrase_words_add(words, only->argument);
    } else if (alone && only->kind == PHRASE_CHOICE && !only->optional) {
      lay_flat(only, words, branches);
    } else {
      phrase_branches_add(branches, alternative);
    }
  }
}

/* The word that a branch begins with; something follows it, else it would not
 * be a branch. */
static uint32_t first_word(const struct phrase_node *branch) {
  const struct phrase_node *first = branch->first;
  bool leads = first != NULL && first->kind == PHRASE_ATOM &&
               first->operation == RULES_WORD;
  return leads ? first->argument : TEXT_NO_WORD;
}

/* Those that begin with a word come last. */
static int compare_branches(const void *left, const void *right) {
  const struct phrase_node *a = *(struct phrase_node *const *)left;
  const struct phrase_node *b = *(struct phrase_node *const *)right;
  return base_order(first_word(a), first_word(b));
}

static struct phrase_node *copy_of(struct phrase_compiler *compiler,
                                   const struct phrase_node *node) {
  struct phrase_node *copy = base_arena_alloc(&compiler->scratch, sizeof *copy);
  if (copy == NULL) {
    compiler->failed = true;
    return NULL;
  }
  *copy = *node;
  copy->next = NULL;
  return copy;
}

/* `as the`, `as we` → `as (the|we)`. */
static struct phrase_node *share_first(struct phrase_compiler *compiler,
                                       struct phrase_node *const *branches,
                                       size_t count) {
  struct phrase_node *whole = copy_of(compiler, branches[0]);
  struct phrase_node *word = copy_of(compiler, branches[0]->first);
  struct phrase_node *rests = copy_of(compiler, branches[0]);
  if (whole == NULL || word == NULL || rests == NULL) {
    return NULL;
  }
  rests->kind = PHRASE_CHOICE;
  rests->first = rests->last = NULL;
  rests->factors = branches[0]->factors + 1;
  for (size_t i = 0; i < count; i++) {
    struct phrase_node *rest = copy_of(compiler, branches[i]);
    if (rest == NULL) {
      return NULL;
    }
    rest->first = rest->first->next;
    rest->factors = rests->factors;
    phrase_node_append(rests, rest);
  }
  whole->first = whole->last = NULL;
  phrase_node_append(whole, word);
  phrase_node_append(whole, rests);
  return whole;
}

static void factor(struct phrase_compiler *compiler,
                   struct phrase_branches *branches) {
  size_t kept = 0;
  for (size_t i = 0; i < branches->count && !compiler->failed;) {
    uint32_t word = first_word(branches->items[i]);
    size_t end = i + 1;
    while (word != TEXT_NO_WORD && end < branches->count &&
           first_word(branches->items[end]) == word) {
      end++;
    }
    struct phrase_node *branch = branches->items[i];
    if (end - i > 1) {
      branch = share_first(compiler, branches->items + i, end - i);
    }
    branches->items[kept++] = branch;
    i = end;
  }
  branches->count = kept;
}

void phrase_gather(struct phrase_compiler *compiler,
                   const struct phrase_node *choice, struct phrase_words *words,
                   struct phrase_branches *branches) {
  lay_flat(choice, words, branches);
  compiler->failed |= words->failed || branches->failed;
  if (compiler->failed || branches->count < 2) {
    return;
  }
  base_sort(branches->items, branches->count, sizeof(struct phrase_node *),
            compare_branches);
  if (choice->factors < PHRASE_FACTORS) {
    factor(compiler, branches);
  }
}

/* SPDX-License-Identifier: MIT */
/*
 * The needs of a phrase: words of which a sentence must have some, told for
 * those elements that every match holds. Of `^ (could|would) you ** ?` the
 * sentence must have could or would, and you, and a question mark: few
 * sentences do, and on all others the phrase is not even begun.
 */
#include "rules/phrase_tree.h"

/* Of an element; the weight says how little it tells, NOTHING that the element
 * is not sure or that most sentences have it. */
struct need {
  uint32_t word;          /* when it is just one; else TEXT_NO_WORD */
  struct rules_bits bits; /* of the words, */
  uint64_t others;        /* signs of what is none, */
  uint64_t sign;          /* and of all together */
  unsigned weight;
};

enum {
  NOTHING = 96,         /* bits for words: most sentences have one of so many */
  WEIGHT_OF_COMMON = 3, /* each bit that common words share */
  WEIGHT_OF_CAPITALS = 24,
  WEIGHT_OF_WRITTEN = NOTHING,
  WEIGHT_OF_KIND = 4,
};

static unsigned count_bits(uint64_t bits) {
  return (unsigned)__builtin_popcountll(bits);
}

static struct need weighed(struct need need) {
  uint64_t capitals = TEXT_SIGN_CAPITALISED;
  unsigned weight = WEIGHT_OF_KIND * count_bits(need.others & ~capitals);
  for (size_t i = 0; i < RULES_BITS_LANES; i++) {
    weight += count_bits(need.bits.words[i]);
  }
  weight += WEIGHT_OF_COMMON * count_bits(need.sign & TEXT_SIGN_COMMON_WORDS);
  weight += (need.others & capitals) != 0 ? WEIGHT_OF_CAPITALS : 0;
  weight += (need.others & TEXT_SIGN_WRITTEN) != 0 ? WEIGHT_OF_WRITTEN : 0;
  need.weight = weight;
  return need;
}

static const struct need no_need = {.weight = NOTHING};

/* The full stop of an abbreviation is no token of its own, so that a written
 * one is not sure to be found as such. */
static struct need of_atom(const struct phrase_compiler *compiler,
                           const struct phrase_node *node) {
  bool is_full_stop = node->operation == RULES_MARK && node->argument == '.';
  if (!rules_operation_consumes(node->operation) || is_full_stop) {
    return no_need;
  }
  struct need need = {0};
  need.sign = rules_first_sign(
      compiler->code, rules_instruction_of(node->operation, node->argument));
  if (node->operation == RULES_WORD) {
    need.word = node->argument;
    rules_bits_add_word(&need.bits, node->argument);
  } else {
    need.others = need.sign;
  }
  return weighed(need);
}

static struct need of_element(const struct phrase_compiler *compiler,
                              const struct phrase_node *node);

static struct need of_sequence(const struct phrase_compiler *compiler,
                               const struct phrase_node *node) {
  struct need best = no_need;
  for (const struct phrase_node *child = node->first; child != NULL;
       child = child->next) {
    struct need need = of_element(compiler, child);
    if (need.weight < best.weight) {
      best = need;
    }
  }
  return best;
}

/* One alternative that needs nothing spoils the choice. */
static struct need of_choice(const struct phrase_compiler *compiler,
                             const struct phrase_node *node) {
  struct need all = {0};
  for (const struct phrase_node *child = node->first; child != NULL;
       child = child->next) {
    struct need need = of_sequence(compiler, child);
    if (need.weight >= NOTHING) {
      return no_need;
    }
    bool is_same = child == node->first || need.word == all.word;
    all.word = is_same ? need.word : TEXT_NO_WORD;
    all.others |= need.others;
    all.sign |= need.sign;
    rules_bits_add(&all.bits, &need.bits);
  }
  return weighed(all);
}

static struct need of_element(const struct phrase_compiler *compiler,
                              const struct phrase_node *node) {
  if (node->kind == PHRASE_ATOM) {
    return of_atom(compiler, node);
  }
  return node->optional ? no_need : of_choice(compiler, node);
}

/* Of what is no word the sign says all, or most. And needs only save work: one
 * whose number is too large is left out. */
static void add_need(struct phrase_compiler *compiler, const struct need *need,
                     struct rules_program *program) {
  uint32_t number = RULES_NEED_LAST + 1U;
  if (need->word != TEXT_NO_WORD) {
    program->needs[program->need_count++] = rules_need_of_word(need->word);
  } else if (need->others == 0) {
    compiler->failed |=
        !rules_code_add_need(compiler->code, &need->bits, &number);
  }
  if (number <= RULES_NEED_LAST) {
    program->needs[program->need_count++] = (uint16_t)number;
  }
}

/* Keeps the needs that tell most, the best first. */
void phrase_tell_needs(struct phrase_compiler *compiler,
                       const struct phrase_node *root,
                       struct rules_program *program) {
  struct need needs[RULES_NEEDS + 1];
  size_t count = 0;
  for (const struct phrase_node *child = root->first; child != NULL;
       child = child->next) {
    struct need need = of_element(compiler, child);
    if (need.weight >= NOTHING) {
      continue;
    }
    size_t place = count;
    for (; place > 0 && needs[place - 1].weight > need.weight; place--) {
      needs[place] = needs[place - 1];
    }
    needs[place] = need;
    count += count < RULES_NEEDS;
  }
  for (size_t i = 0; i < RULES_NEEDS; i++) {
    program->need_signs[i] = i < count ? needs[i].sign : TEXT_SIGN_ANY;
  }
  program->need_count = 0;
  for (size_t i = 0; i < count; i++) {
    add_need(compiler, &needs[i], program);
  }
}

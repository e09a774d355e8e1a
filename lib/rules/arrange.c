/* SPDX-License-Identifier: MIT */
/*
 * One word after the other goes to the bit where it costs least, beginning with
 * those that came first, which are common:
 *
 *     cost of a bit = how often a text has it × how many instructions ask for it
 *
 *     (I|we|you)      all three by one bit
 *     (can|could)     both by another
 *     (I|can)         asks for both: that cannot be spared
 */
#include "rules/arrange.h"

#include "base/sort.h"
#include "text/sign.h"

#include <stdlib.h>

/* What takes one of its words: a set or a switch. */
struct choice {
  uint64_t sign; /* of those of its words that have a bit already */
  uint32_t uses; /* instructions */
};

struct membership {
  uint32_t word;
  uint32_t choice;
};

BASE_VECTOR(memberships, struct membership);

struct bit {
  uint64_t met;   /* how often texts have one of its words, */
  uint64_t asked; /* and how many instructions ask for one */
  uint32_t free;  /* its first id that no word has yet; 0: there is none */
};

struct arrangement {
  const struct rules_code *code;
  uint32_t end;           /* of the words */
  struct choice *choices; /* the sets, then the switches */
  uint32_t *alone;        /* by word, the instructions that take nothing else */
  uint32_t *next;         /* by id that is free, the next one of its bit */
  uint32_t *words;        /* by id, the word that gets it */
  struct memberships memberships; /* by word */
  struct bit bits[TEXT_SIGN_WORDS];
};

static bool allocate(struct arrangement *all) {
  const struct rules_code *code = all->code;
  size_t choices = code->word_sets.count + code->switches.count;
  all->choices = calloc(choices + 1, sizeof *all->choices);
  all->alone = calloc(all->end, sizeof *all->alone);
  all->next = calloc(all->end, sizeof *all->next);
  all->words = calloc(all->end, sizeof *all->words);
  return all->choices != NULL && all->alone != NULL && all->next != NULL &&
         all->words != NULL;
}

static void release(struct arrangement *all) {
  free(all->choices);
  free(all->alone);
  free(all->next);
  free(all->words);
  memberships_destroy(&all->memberships);
}

static void count_uses(struct arrangement *all) {
  const struct rules_code *code = all->code;
  for (size_t i = 0; i < code->instructions.count; i++) {
    struct rules_instruction instruction = code->instructions.items[i];
    uint32_t argument = instruction.argument;
    if (instruction.operation == RULES_WORD) {
      all->alone[argument]++;
    } else if (instruction.operation == RULES_WORD_SET) {
      all->choices[argument].uses++;
    } else if (instruction.operation == RULES_SWITCH) {
      all->choices[code->word_sets.count + argument].uses++;
    }
  }
}

static int compare_memberships(const void *left, const void *right) {
  const struct membership *a = left;
  const struct membership *b = right;
  return a->word != b->word ? base_order(a->word, b->word)
                            : base_order(a->choice, b->choice);
}

/* Which words each choice has; in a switch one may stand twice. */
static void list_members(struct arrangement *all) {
  const struct rules_code *code = all->code;
  struct memberships *members = &all->memberships;
  uint32_t choice = 0;
  for (size_t i = 0; i < code->word_sets.count; i++, choice++) {
    struct text_word_set set = rules_code_set(code, i);
    for (size_t k = 0; k < set.count; k++) {
      memberships_add(members, (struct membership){set.words[k], choice});
    }
  }
  for (size_t i = 0; i < code->switches.count; i++, choice++) {
    struct rules_switch table = rules_code_switch(code, i);
    for (size_t k = 0; k < table.count; k++) {
      uint32_t word = rules_case_word(table.cases[k]);
      memberships_add(members, (struct membership){word, choice});
    }
  }
  members->count =
      base_sort_and_unite(members->items, members->count,
                          sizeof *members->items, compare_memberships);
}

/* The ids of each bit, but for those of the words that every vocabulary has. */
static void list_ids(struct arrangement *all) {
  for (uint32_t id = all->end - 1; id >= TEXT_ADDED_WORD; id--) {
    struct bit *bit = &all->bits[text_sign_bit(id)];
    all->next[id] = bit->free;
    bit->free = id;
  }
}

/* How often a word is met, guessed by its rank (Zipf); most are rare. */
static uint64_t times_met(uint32_t word) {
  enum { MOST = 12000, LEAST = 5 };
  uint64_t times = MOST / (word < TEXT_ADDED_WORD ? TEXT_ADDED_WORD
                                                  : word - TEXT_ADDED_WORD + 1);
  return times > LEAST ? times : LEAST;
}

/* Instructions that ask for the bit only when the word has it. */
static uint64_t asked_more(const struct arrangement *all,
                           const struct membership *members, size_t count,
                           uint32_t word, uint32_t bit) {
  uint64_t asked = all->alone[word];
  for (size_t i = 0; i < count; i++) {
    const struct choice *choice = &all->choices[members[i].choice];
    asked += (choice->sign >> bit & 1) == 0 ? choice->uses : 0;
  }
  return asked;
}

/* Common words stay common: they share no bit with others. */
static uint32_t cheapest_bit(const struct arrangement *all, uint32_t word,
                             const struct membership *members, size_t count) {
  bool common = word < TEXT_COMMON_WORDS;
  uint32_t bit = common ? 0 : TEXT_SIGN_COMMON;
  uint32_t end = common ? TEXT_SIGN_COMMON : TEXT_SIGN_WORDS;
  uint32_t best = bit;
  uint64_t least = UINT64_MAX;
  for (; bit < end; bit++) {
    const struct bit *here = &all->bits[bit];
    uint64_t asked = here->asked + asked_more(all, members, count, word, bit);
    uint64_t cost =
        (here->met + times_met(word)) * asked - here->met * here->asked;
    if (here->free != 0 && cost < least) {
      least = cost;
      best = bit;
    }
  }
  return best;
}

static void put(struct arrangement *all, uint32_t word, uint32_t bit,
                const struct membership *members, size_t count) {
  struct bit *here = &all->bits[bit];
  here->asked += asked_more(all, members, count, word, bit);
  here->met += times_met(word);
  for (size_t i = 0; i < count; i++) {
    all->choices[members[i].choice].sign |= UINT64_C(1) << bit;
  }
}

/* Gives all words an id. */
static void arrange(struct arrangement *all) {
  const struct membership *members = all->memberships.items;
  const struct membership *end = members + all->memberships.count;
  for (uint32_t word = TEXT_FIRST_WORD; word < all->end; word++) {
    while (members < end && members->word < word) {
      members++;
    }
    size_t count = 0;
    while (members + count < end && members[count].word == word) {
      count++;
    }
    uint32_t bit = text_sign_bit(word);
    uint32_t id = word;
    if (word >= TEXT_ADDED_WORD) {
      bit = cheapest_bit(all, word, members, count);
      id = all->bits[bit].free;
      all->bits[bit].free = all->next[id];
    }
    put(all, word, bit, members, count);
    all->words[id] = word;
  }
}

/* The words in the order of their ids. */
static struct text_vocabulary *make(const struct arrangement *all,
                                    const struct text_vocabulary *from) {
  struct text_vocabulary *vocabulary = text_vocabulary_create();
  for (uint32_t id = TEXT_ADDED_WORD; vocabulary != NULL && id < all->end;
       id++) {
    text_vocabulary_add(vocabulary,
                        text_vocabulary_spelling(from, all->words[id]));
  }
  if (vocabulary != NULL && text_vocabulary_failed(vocabulary)) {
    text_vocabulary_destroy(vocabulary);
    return NULL;
  }
  return vocabulary;
}

struct text_vocabulary *rules_arrange_words(
    const struct courtesy_ruleset *ruleset) {
  struct arrangement all = {
      .code = &ruleset->code,
      .end = text_vocabulary_end(ruleset->vocabulary),
  };
  struct text_vocabulary *vocabulary = NULL;
  bool made = allocate(&all);
  if (made) {
    list_members(&all);
    made = !all.memberships.failed;
  }
  if (made) {
    count_uses(&all);
    list_ids(&all);
    arrange(&all);
    vocabulary = make(&all, ruleset->vocabulary);
  }
  release(&all);
  return vocabulary;
}

/* SPDX-License-Identifier: MIT */
/* What the programs of a ruleset share, each thing once. */
#include "base/sort.h"
#include "rules/program.h"

#include <string.h>

void rules_code_destroy(struct rules_code *code) {
  if (code->borrowed) {
    return;
  }
  rules_instructions_destroy(&code->instructions);
  rules_tables_destroy(&code->word_sets);
  rules_tables_destroy(&code->switches);
  rules_members_destroy(&code->words);
  rules_cases_destroy(&code->cases);
  rules_spreads_destroy(&code->set_spreads);
  rules_spreads_destroy(&code->switch_spreads);
  rules_buckets_destroy(&code->buckets);
  rules_forks_destroy(&code->forks);
  rules_needs_destroy(&code->needs);
  rules_spellings_destroy(&code->spellings);
  rules_guards_destroy(&code->guards);
  rules_known_destroy(&code->known_sets);
  rules_known_destroy(&code->known_switches);
  rules_known_destroy(&code->known_forks);
  rules_known_destroy(&code->known_needs);
}

static struct rules_known_walk walk_of(const void *bytes, size_t size) {
  return (struct rules_known_walk){.hash = rules_known_hash(bytes, size)};
}

static bool find_set(const struct rules_code *code,
                     struct rules_known_walk *walk, const uint32_t *words,
                     size_t count) {
  bool found = false;
  while (!found && rules_known_next(&code->known_sets, walk)) {
    struct text_word_set set = rules_code_set(code, walk->number);
    found =
        set.count == count &&
        (count == 0 || memcmp(set.words, words, count * sizeof *words) == 0);
  }
  return found;
}

bool rules_code_add_set(struct rules_code *code, uint32_t *words, size_t count,
                        uint32_t *index) {
  count = base_sort_and_unite(words, count, sizeof *words, base_order_numbers);
  struct rules_known_walk walk = walk_of(words, count * sizeof *words);
  *index = (uint32_t)code->word_sets.count;
  if (find_set(code, &walk, words, count)) {
    *index = walk.number;
    return true;
  }
  struct rules_table table = {.first = (uint32_t)code->words.count,
                              .count = (uint32_t)count};
  struct rules_spread spread;
  for (size_t i = 0; i < count; i++) {
    table.sign |= text_sign_of_word(words[i]);
    rules_members_add(&code->words, words[i]);
  }
  return !code->words.failed &&
         rules_spread_words(words, count, &code->buckets, &spread) &&
         rules_spreads_add(&code->set_spreads, spread) &&
         rules_tables_add(&code->word_sets, table) &&
         rules_known_add(&code->known_sets, walk.hash, *index);
}

static int compare_cases(const void *left, const void *right) {
  const struct rules_case *a = left;
  const struct rules_case *b = right;
  return base_order(a->bits, b->bits);
}

static bool find_switch(const struct rules_code *code,
                        struct rules_known_walk *walk,
                        const struct rules_case *cases, size_t count) {
  bool found = false;
  while (!found && rules_known_next(&code->known_switches, walk)) {
    struct rules_switch table = rules_code_switch(code, walk->number);
    found = table.count == count &&
            memcmp(table.cases, cases, count * sizeof *cases) == 0;
  }
  return found;
}

bool rules_code_add_switch(struct rules_code *code, struct rules_case *cases,
                           size_t count, uint32_t *index) {
  count = base_sort_and_unite(cases, count, sizeof *cases, compare_cases);
  struct rules_known_walk walk = walk_of(cases, count * sizeof *cases);
  *index = (uint32_t)code->switches.count;
  if (find_switch(code, &walk, cases, count)) {
    *index = walk.number;
    return true;
  }
  struct rules_table table = {.first = (uint32_t)code->cases.count,
                              .count = (uint32_t)count};
  struct rules_spread spread;
  for (size_t i = 0; i < count; i++) {
    table.sign |= text_sign_of_word(rules_case_word(cases[i]));
    rules_cases_add(&code->cases, cases[i]);
  }
  return !code->cases.failed &&
         rules_spread_cases((struct rules_switch){cases, count}, &code->buckets,
                            &spread) &&
         rules_spreads_add(&code->switch_spreads, spread) &&
         rules_tables_add(&code->switches, table) &&
         rules_known_add(&code->known_switches, walk.hash, *index);
}

/* Whether one of these is the same item: that which the walk is at. */
static bool find_item(const struct rules_known *known,
                      struct rules_known_walk *walk, const void *items,
                      const void *item, size_t size) {
  bool found = false;
  while (!found && rules_known_next(known, walk)) {
    found = memcmp((const char *)items + walk->number * size, item, size) == 0;
  }
  return found;
}

bool rules_code_add_fork(struct rules_code *code, const struct rules_fork *fork,
                         uint32_t *index) {
  struct rules_known_walk walk = walk_of(fork, sizeof *fork);
  bool found = find_item(&code->known_forks, &walk, code->forks.items, fork,
                         sizeof *fork);
  *index = found ? walk.number : (uint32_t)code->forks.count;
  return found || (rules_forks_add(&code->forks, *fork) &&
                   rules_known_add(&code->known_forks, walk.hash, *index));
}

bool rules_code_add_need(struct rules_code *code, const struct rules_bits *need,
                         uint32_t *index) {
  struct rules_known_walk walk = walk_of(need, sizeof *need);
  bool found = find_item(&code->known_needs, &walk, code->needs.items, need,
                         sizeof *need);
  *index = found ? walk.number : (uint32_t)code->needs.count;
  return found || (rules_needs_add(&code->needs, *need) &&
                   rules_known_add(&code->known_needs, walk.hash, *index));
}

bool rules_code_add_spelling(struct rules_code *code, struct base_arena *arena,
                             const char *bytes, size_t size, uint32_t *index) {
  struct rules_spellings *spellings = &code->spellings;
  for (size_t i = 0; i < spellings->count; i++) {
    const char *known = spellings->items[i];
    if (strlen(known) == size && memcmp(known, bytes, size) == 0) {
      *index = (uint32_t)i;
      return true;
    }
  }
  char *copy = base_arena_copy(arena, bytes, size);
  *index = (uint32_t)spellings->count;
  return copy != NULL && rules_spellings_add(spellings, copy);
}

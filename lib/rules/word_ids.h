/* SPDX-License-Identifier: MIT */
/* Words of lists, on their way to a set. */
#ifndef COURTESY_RULES_WORD_IDS_H
#define COURTESY_RULES_WORD_IDS_H

#include "rules/model.h"
#include "text/lexicon.h"

BASE_VECTOR(rules_word_ids, uint32_t);

/* Adds an entry of a list, if it is one word. */
void rules_word_ids_add_entry(struct rules_word_ids *ids, const char *entry,
                              struct text_vocabulary *vocabulary);

/* The same of all its entries. */
void rules_word_ids_add_list(struct rules_word_ids *ids,
                             const struct rules_list *list,
                             struct text_vocabulary *vocabulary);

/* The ids in the arena, as they came. NULL: no memory. */
const uint32_t *rules_word_ids_copy(const struct rules_word_ids *ids,
                                    struct base_arena *arena);

/* Moves them into the arena, sorted and each once. Returns false when memory
 * ran out, also before. */
bool rules_word_ids_make_set(struct rules_word_ids *ids,
                             struct base_arena *arena,
                             struct text_word_set *set);

#endif

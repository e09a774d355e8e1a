/* SPDX-License-Identifier: MIT */
#include "rules/word_ids.h"

#include "base/sort.h"
#include "rules/phrase.h"

void rules_word_ids_add_entry(struct rules_word_ids *ids, const char *entry,
                              struct text_vocabulary *vocabulary) {
  uint32_t word = rules_phrase_single_word(entry, vocabulary);
  if (word != TEXT_NO_WORD) {
    rules_word_ids_add(ids, word);
  }
}

void rules_word_ids_add_list(struct rules_word_ids *ids,
                             const struct rules_list *list,
                             struct text_vocabulary *vocabulary) {
  for (const struct rules_line *line = list->lines.first; line != NULL;
       line = line->next) {
    rules_word_ids_add_entry(ids, line->text, vocabulary);
  }
}

const uint32_t *rules_word_ids_copy(const struct rules_word_ids *ids,
                                    struct base_arena *arena) {
  uint32_t *words = base_arena_alloc(arena, ids->count * sizeof *words);
  for (size_t i = 0; words != NULL && i < ids->count; i++) {
    words[i] = ids->items[i];
  }
  return words;
}

bool rules_word_ids_make_set(struct rules_word_ids *ids,
                             struct base_arena *arena,
                             struct text_word_set *set) {
  ids->count = base_sort_and_unite(ids->items, ids->count, sizeof *ids->items,
                                   base_order_numbers);
  const uint32_t *words = rules_word_ids_copy(ids, arena);
  bool made = words != NULL && !ids->failed;
  *set = (struct text_word_set){words, made ? ids->count : 0};
  rules_word_ids_destroy(ids);
  return made;
}

/* SPDX-License-Identifier: MIT */
#include "text/lexicon.h"

#include "base/arena.h"
#include "base/vector.h"
#include "text/fold.h"
#include "text/vocabulary.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 1024 };

BASE_VECTOR(spellings, struct base_slice);

struct text_vocabulary {
  struct text_vocabulary_tables tables; /* what is searched */
  /* What of it is our own: nothing, when the tables are somebody else's. */
  struct text_vocabulary_slot *slots;
  struct spellings spellings;
  struct base_arena arena; /* holds the bytes of the spellings */
  bool no_room;            /* a word could not be added */
};

struct text_vocabulary *text_vocabulary_create(void) {
  struct text_vocabulary *vocabulary = calloc(1, sizeof *vocabulary);
  if (vocabulary == NULL) {
    return NULL;
  }
  vocabulary->slots = calloc(FIRST_SLOTS, sizeof *vocabulary->slots);
  if (vocabulary->slots == NULL) {
    free(vocabulary);
    return NULL;
  }
  vocabulary->tables.slots = vocabulary->slots;
  vocabulary->tables.mask = FIRST_SLOTS - 1;
  return vocabulary;
}

struct text_vocabulary *text_vocabulary_over(
    const struct text_vocabulary_tables *tables) {
  struct text_vocabulary *vocabulary = calloc(1, sizeof *vocabulary);
  if (vocabulary != NULL) {
    vocabulary->tables = *tables;
  }
  return vocabulary;
}

void text_vocabulary_destroy(struct text_vocabulary *vocabulary) {
  if (vocabulary == NULL) {
    return;
  }
  spellings_destroy(&vocabulary->spellings);
  base_arena_destroy(&vocabulary->arena);
  free(vocabulary->slots);
  free(vocabulary);
}

bool text_vocabulary_failed(const struct text_vocabulary *vocabulary) {
  return vocabulary->no_room || vocabulary->spellings.failed ||
         vocabulary->arena.failed;
}

struct text_vocabulary_tables text_vocabulary_tables(
    const struct text_vocabulary *vocabulary) {
  return vocabulary->tables;
}

bool text_vocabulary_is_sound(const struct text_vocabulary_tables *tables) {
  size_t first = 0;
  while (first <= tables->mask && tables->slots[first].word != TEXT_NO_WORD) {
    first++;
  }
  return (tables->mask & (tables->mask + 1)) == 0 && first <= tables->mask;
}

uint32_t text_vocabulary_end(const struct text_vocabulary *vocabulary) {
  return TEXT_FIRST_WORD + vocabulary->tables.count;
}

struct base_slice text_vocabulary_spelling(
    const struct text_vocabulary *vocabulary, uint32_t word) {
  if (word < TEXT_FIRST_WORD || word >= text_vocabulary_end(vocabulary)) {
    return (struct base_slice){"", 0};
  }
  return vocabulary->tables.words[word - TEXT_FIRST_WORD];
}

static bool is_word(const struct text_vocabulary *vocabulary,
                    const struct text_vocabulary_slot *slot, const char *bytes,
                    size_t size, uint64_t hash) {
  if (slot->hash != hash || slot->size != size) {
    return false;
  }
  if (size <= TEXT_HASH_STEP) {
    return true;
  }
  struct base_slice word = text_vocabulary_spelling(vocabulary, slot->word);
  return word.size == size && memcmp(word.bytes, bytes, size) == 0;
}

uint32_t text_vocabulary_find_folded(const struct text_vocabulary *vocabulary,
                                     const char *bytes, size_t size,
                                     uint64_t hash) {
  const struct text_vocabulary_tables *tables = &vocabulary->tables;
  /* The table is never full: an empty slot ends the search. */
  for (uint64_t at = hash;; at++) {
    const struct text_vocabulary_slot *slot = &tables->slots[at & tables->mask];
    if (slot->word == TEXT_NO_WORD ||
        is_word(vocabulary, slot, bytes, size, hash)) {
      return slot->word;
    }
  }
}

uint32_t text_vocabulary_find(const struct text_vocabulary *vocabulary,
                              struct base_slice word) {
  struct text_folded folded;
  if (!text_fold(word, &folded) || folded.size == 0) {
    return TEXT_NO_WORD;
  }
  return text_vocabulary_find_folded(vocabulary, folded.bytes, folded.size,
                                     text_hash(folded.bytes, folded.size));
}

static void fill_slot(struct text_vocabulary_slot *slots, uint32_t mask,
                      struct text_vocabulary_slot slot) {
  uint64_t at = slot.hash;
  while (slots[at & mask].word != TEXT_NO_WORD) {
    at++;
  }
  slots[at & mask] = slot;
}

static bool double_slots(struct text_vocabulary *vocabulary) {
  uint32_t old_mask = vocabulary->tables.mask;
  uint32_t mask = old_mask * 2 + 1;
  struct text_vocabulary_slot *slots = calloc((size_t)mask + 1, sizeof *slots);
  if (slots == NULL) {
    return false;
  }
  for (uint32_t i = 0; i <= old_mask; i++) {
    if (vocabulary->slots[i].word != TEXT_NO_WORD) {
      fill_slot(slots, mask, vocabulary->slots[i]);
    }
  }
  free(vocabulary->slots);
  vocabulary->slots = slots;
  vocabulary->tables.slots = slots;
  vocabulary->tables.mask = mask;
  return true;
}

/* A quarter full at most: nearly all searches, most of them for words that
 * are not there, end at the first slot. */
static bool has_room(struct text_vocabulary *vocabulary) {
  const struct text_vocabulary_tables *tables = &vocabulary->tables;
  bool room = vocabulary->slots != NULL &&
              (tables->count < tables->mask / 4 || double_slots(vocabulary));
  vocabulary->no_room |= !room;
  return room;
}

uint32_t text_vocabulary_add(struct text_vocabulary *vocabulary,
                             struct base_slice word) {
  struct text_folded folded;
  if (!text_fold(word, &folded) || folded.size == 0) {
    return TEXT_NO_WORD;
  }
  uint64_t hash = text_hash(folded.bytes, folded.size);
  uint32_t known =
      text_vocabulary_find_folded(vocabulary, folded.bytes, folded.size, hash);
  if (known != TEXT_NO_WORD) {
    return known;
  }
  if (!has_room(vocabulary)) {
    return TEXT_NO_WORD;
  }
  char *bytes = base_arena_copy(&vocabulary->arena, folded.bytes, folded.size);
  uint32_t id = text_vocabulary_end(vocabulary);
  if (bytes == NULL ||
      !spellings_add(&vocabulary->spellings,
                     (struct base_slice){bytes, folded.size})) {
    return TEXT_NO_WORD;
  }
  vocabulary->tables.words = vocabulary->spellings.items;
  vocabulary->tables.count++;
  fill_slot(vocabulary->slots, vocabulary->tables.mask,
            (struct text_vocabulary_slot){hash, id, folded.size});
  return id;
}

bool text_word_set_has(const struct text_word_set *set, uint32_t word) {
  size_t low = 0;
  size_t high = set->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (set->words[middle] < word) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < set->count && set->words[low] == word;
}

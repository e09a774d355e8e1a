/* SPDX-License-Identifier: MIT */
#include "text/lexicon.h"

#include "base/arena.h"
#include "base/vector.h"
#include "text/fold.h"
#include "text/vocabulary.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 1024 };

struct slot {
  uint64_t hash;
  uint32_t word; /* TEXT_NO_WORD: empty */
  uint32_t size; /* of the folded word */
};

BASE_VECTOR(spellings, struct base_slice);

struct text_vocabulary {
  struct slot *slots;
  uint32_t mask;              /* slots - 1, a power of two less one */
  struct spellings spellings; /* of TEXT_FIRST_WORD and up */
  struct base_arena arena;    /* holds their bytes */
  bool no_room;               /* the slots could not be doubled */
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
  vocabulary->mask = FIRST_SLOTS - 1;
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

uint32_t text_vocabulary_end(const struct text_vocabulary *vocabulary) {
  return TEXT_FIRST_WORD + (uint32_t)vocabulary->spellings.count;
}

struct base_slice text_vocabulary_spelling(
    const struct text_vocabulary *vocabulary, uint32_t word) {
  if (word < TEXT_FIRST_WORD || word >= text_vocabulary_end(vocabulary)) {
    return (struct base_slice){"", 0};
  }
  return vocabulary->spellings.items[word - TEXT_FIRST_WORD];
}

static bool is_word(const struct text_vocabulary *vocabulary,
                    const struct slot *slot, const char *bytes, size_t size,
                    uint64_t hash) {
  if (slot->hash != hash || slot->size != size) {
    return false;
  }
  return size <= TEXT_HASH_STEP ||
         memcmp(vocabulary->spellings.items[slot->word - TEXT_FIRST_WORD].bytes,
                bytes, size) == 0;
}

uint32_t text_vocabulary_find_folded(const struct text_vocabulary *vocabulary,
                                     const char *bytes, size_t size,
                                     uint64_t hash) {
  const struct slot *slots = vocabulary->slots;
  /* The table is never full: an empty slot ends the search. */
  for (uint64_t at = hash;; at++) {
    const struct slot *slot = &slots[at & vocabulary->mask];
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

static void fill_slot(struct slot *slots, uint32_t mask, struct slot slot) {
  uint64_t at = slot.hash;
  while (slots[at & mask].word != TEXT_NO_WORD) {
    at++;
  }
  slots[at & mask] = slot;
}

static bool double_slots(struct text_vocabulary *vocabulary) {
  uint32_t mask = vocabulary->mask * 2 + 1;
  struct slot *slots = calloc((size_t)mask + 1, sizeof *slots);
  if (slots == NULL) {
    return false;
  }
  for (uint32_t i = 0; i <= vocabulary->mask; i++) {
    if (vocabulary->slots[i].word != TEXT_NO_WORD) {
      fill_slot(slots, mask, vocabulary->slots[i]);
    }
  }
  free(vocabulary->slots);
  vocabulary->slots = slots;
  vocabulary->mask = mask;
  return true;
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
  /* A quarter full at most: nearly all searches, most of them for words that
   * are not there, end at the first slot. */
  if (vocabulary->spellings.count >= vocabulary->mask / 4 &&
      !double_slots(vocabulary)) {
    vocabulary->no_room = true;
    return TEXT_NO_WORD;
  }
  char *bytes = base_arena_copy(&vocabulary->arena, folded.bytes, folded.size);
  uint32_t id = text_vocabulary_end(vocabulary);
  if (bytes == NULL ||
      !spellings_add(&vocabulary->spellings,
                     (struct base_slice){bytes, folded.size})) {
    return TEXT_NO_WORD;
  }
  fill_slot(vocabulary->slots, vocabulary->mask,
            (struct slot){hash, id, folded.size});
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

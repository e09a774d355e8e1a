/* SPDX-License-Identifier: MIT */
#include "text/lexicon.h"

#include "base/buffer.h"
#include "base/vector.h"
#include "text/fold.h"
#include "text/sign.h"
#include "text/vocabulary.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 1024 };

BASE_VECTOR(spellings, struct text_vocabulary_word);

struct text_vocabulary {
  struct text_vocabulary_tables tables; /* what is searched */
  /* What of it is our own: nothing, when the tables are somebody else's. */
  struct text_vocabulary_slot *slots;
  struct spellings spellings;
  struct base_buffer texts; /* the bytes of the spellings */
  bool no_room;             /* a word could not be added */
};

/* The slots of a table with a mask, and the shift that goes with it. */
static void use_slots(struct text_vocabulary_tables *tables,
                      const struct text_vocabulary_slot *slots, uint32_t mask) {
  tables->slots = slots;
  tables->mask = mask;
  tables->shift = (uint32_t)__builtin_clzll(mask);
}

static bool fill_new(struct text_vocabulary *vocabulary) {
  vocabulary->slots = calloc(FIRST_SLOTS, sizeof *vocabulary->slots);
  if (vocabulary->slots == NULL) {
    return false;
  }
  use_slots(&vocabulary->tables, vocabulary->slots, FIRST_SLOTS - 1);
  for (size_t i = 0; i < TEXT_CONTRACTION_WORDS; i++) {
    text_vocabulary_add(vocabulary, base_slice_of(text_contraction_word(i)));
  }
  return !text_vocabulary_failed(vocabulary);
}

struct text_vocabulary *text_vocabulary_create(void) {
  struct text_vocabulary *vocabulary = calloc(1, sizeof *vocabulary);
  if (vocabulary != NULL && !fill_new(vocabulary)) {
    text_vocabulary_destroy(vocabulary);
    return NULL;
  }
  return vocabulary;
}

struct text_vocabulary *text_vocabulary_over(
    const struct text_vocabulary_tables *tables) {
  struct text_vocabulary *vocabulary = calloc(1, sizeof *vocabulary);
  if (vocabulary != NULL) {
    vocabulary->tables = *tables;
    use_slots(&vocabulary->tables, tables->slots, tables->mask);
  }
  return vocabulary;
}

void text_vocabulary_destroy(struct text_vocabulary *vocabulary) {
  if (vocabulary == NULL) {
    return;
  }
  spellings_destroy(&vocabulary->spellings);
  base_buffer_destroy(&vocabulary->texts);
  free(vocabulary->slots);
  free(vocabulary);
}

bool text_vocabulary_failed(const struct text_vocabulary *vocabulary) {
  return vocabulary->no_room || vocabulary->spellings.failed ||
         vocabulary->texts.failed;
}

const struct text_vocabulary_tables *text_vocabulary_tables(
    const struct text_vocabulary *vocabulary) {
  return &vocabulary->tables;
}

_Static_assert(TEXT_ADDED_WORD - TEXT_FIRST_WORD == TEXT_CONTRACTION_WORDS,
               "or some have no number");

static bool has_first_words(const struct text_vocabulary_tables *tables) {
  bool all = tables->count >= TEXT_CONTRACTION_WORDS;
  for (size_t i = 0; all && i < TEXT_CONTRACTION_WORDS; i++) {
    all = base_slice_equals(text_vocabulary_word_at(tables, i),
                            text_contraction_word(i));
  }
  return all;
}

static bool lie_inside(const struct text_vocabulary_tables *tables,
                       size_t text_size) {
  bool inside = true;
  for (size_t i = 0; i < tables->count; i++) {
    struct text_vocabulary_word word = tables->words[i];
    inside &= word.text <= text_size && word.size <= text_size - word.text;
  }
  return inside;
}

static bool slots_are_sound(const struct text_vocabulary_tables *tables) {
  bool inside = true;
  bool has_empty = false;
  for (size_t i = 0; i <= tables->mask; i++) {
    uint32_t word = tables->slots[i].word;
    has_empty |= word == TEXT_NO_WORD;
    inside &= word == TEXT_NO_WORD || word - TEXT_FIRST_WORD < tables->count;
  }
  return inside && has_empty;
}

bool text_vocabulary_is_sound(const struct text_vocabulary_tables *tables,
                              size_t text_size) {
  return tables->mask > 0 && (tables->mask & (tables->mask + 1)) == 0 &&
         slots_are_sound(tables) && lie_inside(tables, text_size) &&
         has_first_words(tables);
}

uint32_t text_vocabulary_end(const struct text_vocabulary *vocabulary) {
  return TEXT_FIRST_WORD + vocabulary->tables.count;
}

struct base_slice text_vocabulary_spelling(
    const struct text_vocabulary *vocabulary, uint32_t word) {
  if (word < TEXT_FIRST_WORD || word >= text_vocabulary_end(vocabulary)) {
    return (struct base_slice){"", 0};
  }
  return text_vocabulary_word_at(&vocabulary->tables, word - TEXT_FIRST_WORD);
}

/* The table is never full: an empty slot ends the search. */
uint32_t text_vocabulary_find_behind(
    const struct text_vocabulary_tables *tables, struct text_word_key key) {
  uint64_t at = text_word_key_hash(key) >> tables->shift;
  for (;;) {
    const struct text_vocabulary_slot *slot =
        &tables->slots[++at & tables->mask];
    if (slot->word == TEXT_NO_WORD || text_word_key_is(slot->key, key)) {
      return slot->word;
    }
  }
}

static bool is_spelled(const struct text_vocabulary_tables *tables,
                       uint32_t word, const char *bytes, size_t size) {
  struct base_slice spelling =
      text_vocabulary_word_at(tables, word - TEXT_FIRST_WORD);
  return spelling.size == size && memcmp(spelling.bytes, bytes, size) == 0;
}

/* The id of a word that has no key. */
static uint32_t find_long(const struct text_vocabulary_tables *tables,
                          const char *bytes, size_t size) {
  uint64_t at = text_word_hash(bytes, size) >> tables->shift;
  for (;; at++) {
    uint32_t word = tables->slots[at & tables->mask].word;
    if (word == TEXT_NO_WORD || is_spelled(tables, word, bytes, size)) {
      return word;
    }
  }
}

uint32_t text_vocabulary_find_folded(
    const struct text_vocabulary_tables *tables, const char *bytes,
    size_t size) {
  struct text_word_key key = text_word_key_of(bytes, size);
  return key.low != 0 ? text_vocabulary_find_key(tables, key)
                      : find_long(tables, bytes, size);
}

uint32_t text_vocabulary_find(const struct text_vocabulary *vocabulary,
                              struct base_slice word) {
  struct text_folded folded;
  if (!text_fold(word, &folded) || folded.size == 0) {
    return TEXT_NO_WORD;
  }
  return text_vocabulary_find_folded(&vocabulary->tables, folded.bytes,
                                     folded.size);
}

static void fill_slot(struct text_vocabulary_slot *slots,
                      const struct text_vocabulary_tables *tables,
                      uint32_t word) {
  struct base_slice spelling =
      text_vocabulary_word_at(tables, word - TEXT_FIRST_WORD);
  uint64_t place =
      text_word_hash(spelling.bytes, spelling.size) >> tables->shift;
  uint64_t at = place + text_word_is_bare_contraction(word);
  while (slots[at & tables->mask].word != TEXT_NO_WORD) {
    at++;
  }
  struct text_vocabulary_slot *slot = &slots[at & tables->mask];
  slot->key = text_word_key_of(spelling.bytes, spelling.size);
  slot->sign = text_sign_of_simple_word(word, 0);
  slot->word = word;
  slots[place].more |= at > place;
}

static bool double_slots(struct text_vocabulary *vocabulary) {
  struct text_vocabulary_tables *tables = &vocabulary->tables;
  uint32_t mask = tables->mask * 2 + 1;
  struct text_vocabulary_slot *slots = calloc((size_t)mask + 1, sizeof *slots);
  if (slots == NULL) {
    return false;
  }
  free(vocabulary->slots);
  vocabulary->slots = slots;
  use_slots(tables, slots, mask);
  for (uint32_t i = 0; i < tables->count; i++) {
    fill_slot(slots, tables, TEXT_FIRST_WORD + i);
  }
  return true;
}

/* Half full at most: most words stand at their first place. */
static bool has_room(struct text_vocabulary *vocabulary) {
  const struct text_vocabulary_tables *tables = &vocabulary->tables;
  bool room = vocabulary->slots != NULL &&
              vocabulary->texts.size <= UINT32_MAX / 2 &&
              (tables->count < tables->mask / 2 || double_slots(vocabulary));
  vocabulary->no_room |= !room;
  return room;
}

/* Adds a folded word that is not there. */
static uint32_t add_new(struct text_vocabulary *vocabulary,
                        const struct text_folded *folded) {
  struct text_vocabulary_tables *tables = &vocabulary->tables;
  struct base_buffer *texts = &vocabulary->texts;
  struct text_vocabulary_word word = {(uint32_t)texts->size,
                                      (uint32_t)folded->size};
  base_buffer_add(texts, folded->bytes, folded->size);
  uint32_t id = text_vocabulary_end(vocabulary);
  if (texts->failed || !spellings_add(&vocabulary->spellings, word)) {
    return TEXT_NO_WORD;
  }
  tables->words = vocabulary->spellings.items;
  tables->texts = texts->bytes;
  tables->count++;
  fill_slot(vocabulary->slots, tables, id);
  return id;
}

uint32_t text_vocabulary_add(struct text_vocabulary *vocabulary,
                             struct base_slice word) {
  struct text_folded folded;
  if (!text_fold(word, &folded) || folded.size == 0) {
    return TEXT_NO_WORD;
  }
  uint32_t known = text_vocabulary_find_folded(&vocabulary->tables,
                                               folded.bytes, folded.size);
  if (known != TEXT_NO_WORD) {
    return known;
  }
  return has_room(vocabulary) ? add_new(vocabulary, &folded) : TEXT_NO_WORD;
}

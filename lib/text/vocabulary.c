/* SPDX-License-Identifier: MIT */
#include "text/vocabulary.h"

#include "base/buffer.h"
#include "base/vector.h"
#include "text/fold.h"
#include "text/sign.h"

#include <stdlib.h>

enum { FIRST_PLACES = 1024 };

BASE_VECTOR(words, struct text_vocabulary_word);

struct text_vocabulary {
  struct text_vocabulary_tables tables; /* what is searched */
  /* What of it is our own: nothing, when the tables are somebody else's. */
  uint32_t *places;
  struct words words;
  struct base_buffer texts; /* the bytes of the spellings */
  bool no_room;             /* a word could not be added */
};

/* Places with a mask, and the shift that goes with it. */
static void use_places(struct text_vocabulary_tables *tables,
                       const uint32_t *places, uint32_t mask) {
  tables->places = places;
  tables->mask = mask;
  tables->shift = (uint32_t)__builtin_clzll(mask);
}

/* The words without a spelling. */
static bool add_unspelled(struct text_vocabulary *vocabulary) {
  for (uint32_t word = 0; word < TEXT_FIRST_WORD; word++) {
    words_add(&vocabulary->words, (struct text_vocabulary_word){
                                      .more = word == TEXT_VOCABULARY_MORE});
  }
  vocabulary->tables.words = vocabulary->words.items;
  vocabulary->tables.end = TEXT_FIRST_WORD;
  return !vocabulary->words.failed;
}

static bool fill_new(struct text_vocabulary *vocabulary) {
  vocabulary->places = calloc(FIRST_PLACES, sizeof *vocabulary->places);
  if (vocabulary->places == NULL || !add_unspelled(vocabulary)) {
    return false;
  }
  use_places(&vocabulary->tables, vocabulary->places, FIRST_PLACES - 1);
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
    use_places(&vocabulary->tables, tables->places, tables->mask);
  }
  return vocabulary;
}

void text_vocabulary_destroy(struct text_vocabulary *vocabulary) {
  if (vocabulary == NULL) {
    return;
  }
  words_destroy(&vocabulary->words);
  base_buffer_destroy(&vocabulary->texts);
  free(vocabulary->places);
  free(vocabulary);
}

void text_vocabulary_abbreviate(struct text_vocabulary *vocabulary,
                                uint32_t word) {
  vocabulary->words.items[word].is_abbreviation = 1;
}

bool text_vocabulary_failed(const struct text_vocabulary *vocabulary) {
  return vocabulary->no_room || vocabulary->words.failed ||
         vocabulary->texts.failed;
}

const struct text_vocabulary_tables *text_vocabulary_tables(
    const struct text_vocabulary *vocabulary) {
  return &vocabulary->tables;
}

_Static_assert(TEXT_ADDED_WORD - TEXT_FIRST_WORD == TEXT_CONTRACTION_WORDS,
               "or some have no number");

static bool has_first_words(const struct text_vocabulary_tables *tables) {
  bool all = tables->end >= TEXT_ADDED_WORD;
  for (uint32_t i = 0; all && i < TEXT_CONTRACTION_WORDS; i++) {
    all =
        base_slice_equals(text_vocabulary_spelled(tables, TEXT_FIRST_WORD + i),
                          text_contraction_word(i));
  }
  return all;
}

static bool lie_inside(const struct text_vocabulary_tables *tables,
                       size_t text_size) {
  bool inside = true;
  for (size_t i = 0; i < tables->end; i++) {
    struct text_vocabulary_word word = tables->words[i];
    inside &= word.text <= text_size && word.size <= text_size - word.text;
  }
  return inside;
}

static bool places_are_sound(const struct text_vocabulary_tables *tables) {
  bool inside = true;
  bool has_empty = false;
  for (size_t i = 0; i <= tables->mask; i++) {
    has_empty |= tables->places[i] == TEXT_NO_WORD;
    inside &= tables->places[i] < tables->end;
  }
  return inside && has_empty;
}

bool text_vocabulary_is_sound(const struct text_vocabulary_tables *tables,
                              size_t text_size) {
  return tables->mask > 0 && (tables->mask & (tables->mask + 1)) == 0 &&
         places_are_sound(tables) && lie_inside(tables, text_size) &&
         has_first_words(tables);
}

uint32_t text_vocabulary_end(const struct text_vocabulary *vocabulary) {
  return vocabulary->tables.end;
}

struct base_slice text_vocabulary_spelling(
    const struct text_vocabulary *vocabulary, uint32_t word) {
  if (word < TEXT_FIRST_WORD || word >= text_vocabulary_end(vocabulary)) {
    return (struct base_slice){"", 0};
  }
  return text_vocabulary_spelled(&vocabulary->tables, word);
}

/* The table is never full: an empty place ends the search. */
uint32_t text_vocabulary_find_behind(
    const struct text_vocabulary_tables *tables, struct text_word_key key) {
  uint64_t at = text_word_key_hash(key) >> tables->shift;
  for (;;) {
    uint32_t word = tables->places[++at & tables->mask];
    if (word == TEXT_NO_WORD ||
        text_word_key_is(tables->words[word].key, key)) {
      return word;
    }
  }
}

static bool is_spelled(const struct text_vocabulary_tables *tables,
                       uint32_t word, const char *bytes, size_t size) {
  struct base_slice spelling = text_vocabulary_spelled(tables, word);
  return spelling.size == size && memcmp(spelling.bytes, bytes, size) == 0;
}

/* The id of a word that has no key. The first place only tells that there are
 * such ones: many may begin with the same bytes, and each has a place of its
 * own, by all of them. */
static uint32_t find_long(const struct text_vocabulary_tables *tables,
                          const char *bytes, size_t size) {
  uint64_t first = text_word_hash(bytes, size) >> tables->shift;
  if (tables->words[tables->places[first]].more == 0) {
    return TEXT_NO_WORD;
  }
  uint64_t at = text_word_hash_all(bytes, size) >> tables->shift;
  for (;; at++) {
    uint32_t word = tables->places[at & tables->mask];
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

/* Gives a word the first free place from its own on: of one without a key that
 * is by all its bytes. */
static void place_word(struct text_vocabulary *vocabulary, uint32_t word) {
  struct text_vocabulary_word *words = vocabulary->words.items;
  uint32_t *places = vocabulary->places;
  uint32_t mask = vocabulary->tables.mask;
  struct base_slice spelling =
      text_vocabulary_spelled(&vocabulary->tables, word);
  uint64_t own =
      text_word_hash(spelling.bytes, spelling.size) >> vocabulary->tables.shift;
  bool is_long = words[word].key.low == 0;
  uint64_t at = is_long ? text_word_hash_all(spelling.bytes, spelling.size) >>
                              vocabulary->tables.shift
                        : own + text_word_is_bare_contraction(word);
  while (places[at & mask] != TEXT_NO_WORD) {
    at++;
  }
  places[at & mask] = word;
  if (places[own] == TEXT_NO_WORD) {
    places[own] = TEXT_VOCABULARY_MORE;
  }
  words[places[own]].more |= is_long || at > own;
}

static bool double_places(struct text_vocabulary *vocabulary) {
  struct text_vocabulary_tables *tables = &vocabulary->tables;
  uint32_t mask = tables->mask * 2 + 1;
  uint32_t *places = calloc((size_t)mask + 1, sizeof *places);
  if (places == NULL) {
    return false;
  }
  free(vocabulary->places);
  vocabulary->places = places;
  use_places(tables, places, mask);
  for (uint32_t word = TEXT_FIRST_WORD; word < tables->end; word++) {
    vocabulary->words.items[word].more = 0;
  }
  for (uint32_t word = TEXT_FIRST_WORD; word < tables->end; word++) {
    place_word(vocabulary, word);
  }
  return true;
}

/* Five sixteenths full at most: nearly all words stand at their first place,
 * and the places, which are met by chance, fill few pages. */
static bool has_room(struct text_vocabulary *vocabulary) {
  const struct text_vocabulary_tables *tables = &vocabulary->tables;
  bool room =
      vocabulary->places != NULL && vocabulary->texts.size <= UINT32_MAX / 2 &&
      (tables->end < tables->mask / 16 * 5 || double_places(vocabulary));
  vocabulary->no_room |= !room;
  return room;
}

/* Adds a folded word that is not there. */
static uint32_t add_new(struct text_vocabulary *vocabulary,
                        const struct text_folded *folded) {
  struct text_vocabulary_tables *tables = &vocabulary->tables;
  struct base_buffer *texts = &vocabulary->texts;
  uint32_t id = tables->end;
  struct text_vocabulary_word word = {
      .key = text_word_key_of(folded->bytes, folded->size),
      .sign = text_sign_of_simple_word(id, 0),
      .text = (uint32_t)texts->size,
      .size = (uint16_t)folded->size,
  };
  base_buffer_add(texts, folded->bytes, folded->size);
  if (texts->failed || !words_add(&vocabulary->words, word)) {
    return TEXT_NO_WORD;
  }
  tables->words = vocabulary->words.items;
  tables->texts = texts->bytes;
  tables->end++;
  place_word(vocabulary, id);
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

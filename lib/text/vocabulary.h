/* SPDX-License-Identifier: MIT */
/*
 * The vocabulary from inside: as the tokenizer asks it, for words folded
 * already, and as tables that can be written down.
 *
 *     hash of a key     ┌ top bits: place ┬───────┬ tag ┐
 *     slots             │ tag, word │ tag, word │ empty │ …
 *                                         │
 *     keys[word]        the key itself    ┘   words[word]: the spelling
 *
 * A word that is not there, as most words of a mail are not, ends at an empty
 * slot or at one of another tag; one that is there costs one look at its key.
 */
#ifndef COURTESY_TEXT_VOCABULARY_H
#define COURTESY_TEXT_VOCABULARY_H

#include "text/lexicon.h"
#include "text/word_key.h"

/* One place of the hash table. */
struct text_vocabulary_slot {
  uint32_t tag;  /* other bits of the hash than those that choose the place */
  uint32_t word; /* TEXT_NO_WORD: empty */
};

/* A folded spelling: `size` bytes of the texts, from `text` on. */
struct text_vocabulary_word {
  uint32_t text;
  uint32_t size;
};

struct text_vocabulary_tables {
  const struct text_vocabulary_slot *slots;
  uint32_t mask;                    /* slots - 1, a power of two less one */
  uint32_t count;                   /* of the words */
  const struct text_word_key *keys; /* of TEXT_FIRST_WORD and up */
  const struct text_vocabulary_word *words; /* in the same order */
  const char *texts;
  uint32_t shift; /* leaves of a hash as many bits as the mask has */
};

/* Valid until the next word is added. */
const struct text_vocabulary_tables *text_vocabulary_tables(
    const struct text_vocabulary *vocabulary);

static inline struct base_slice text_vocabulary_word_at(
    const struct text_vocabulary_tables *tables, size_t index) {
  struct text_vocabulary_word word = tables->words[index];
  return (struct base_slice){tables->texts + word.text, word.size};
}

/* Whether tables that came from anywhere can be searched, which the places of
 * words among so many bytes of texts, an empty slot, and the tokenizer's own
 * words decide: what else the slots say, searches ask when they meet it. */
bool text_vocabulary_is_sound(const struct text_vocabulary_tables *tables,
                              size_t text_size);

/* A vocabulary of sound tables, which must outlive it; it takes no more words.
 * NULL: no memory. */
struct text_vocabulary *text_vocabulary_over(
    const struct text_vocabulary_tables *tables);

static inline uint32_t text_vocabulary_tag(uint64_t hash) {
  return (uint32_t)(hash >> 16);
}

/* text_vocabulary_find_key behind the first place. */
uint32_t text_vocabulary_find_behind(
    const struct text_vocabulary_tables *tables, struct text_word_key key);

/* The id of a folded word that has a key; TEXT_NO_WORD when it is not there.
 * The first place tells nearly always. */
static inline uint32_t text_vocabulary_find_key(
    const struct text_vocabulary_tables *tables, struct text_word_key key) {
  uint64_t hash = text_word_key_hash(key);
  uint64_t place = hash >> tables->shift;
  const struct text_vocabulary_slot *slot = &tables->slots[place];
  uint32_t index = slot->word - TEXT_FIRST_WORD;
  if (slot->tag == text_vocabulary_tag(hash) && index < tables->count &&
      text_word_key_is(tables->keys[index], key)) {
    return slot->word;
  }
  return slot->word == TEXT_NO_WORD ? TEXT_NO_WORD
                                    : text_vocabulary_find_behind(tables, key);
}

/* The same for a folded word of any size. */
uint32_t text_vocabulary_find_folded(
    const struct text_vocabulary_tables *tables, const char *bytes,
    size_t size);

#endif

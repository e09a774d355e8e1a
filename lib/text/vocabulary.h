/* SPDX-License-Identifier: MIT */
/*
 * The vocabulary from inside: as the tokenizer asks it, for words folded
 * already, and as tables that can be written down.
 *
 *     hash of a key    its top bits: a place
 *     slots            │ word │ word, more │ none │ none │ word │ …
 *                          └───────┐           └── none's key is no word's
 *     entries[word]        key itself, sign of the word
 *     words[word]          the spelling
 *
 * Whatever the slot says is looked at, and told by its key: nothing is to be
 * guessed whether the word is there, as half of a mail's are. `more` marks the
 * places of words that found theirs taken and stand behind it; contractions
 * without an apostrophe, which are rare and no word of their own, always do.
 */
#ifndef COURTESY_TEXT_VOCABULARY_H
#define COURTESY_TEXT_VOCABULARY_H

#include "text/lexicon.h"
#include "text/word_key.h"

/* One place of the hash table is a word, or TEXT_NO_WORD, and this bit. */
#define TEXT_SLOT_MORE (UINT32_C(1) << 31)

struct text_vocabulary_entry {
  struct text_word_key key; /* zeros: the word has none */
  uint64_t sign;            /* of a token of this word alone, text/sign.h */
  uint64_t unused;          /* entries do not lie on two lines of a cache */
};

/* A folded spelling: `size` bytes of the texts, from `text` on. */
struct text_vocabulary_word {
  uint32_t text;
  uint32_t size;
};

struct text_vocabulary_tables {
  const uint32_t *slots;
  uint32_t mask;  /* slots - 1, a power of two less one */
  uint32_t count; /* of the words */
  const struct text_vocabulary_entry *entries; /* by word; zeros of the first
                                                  ones, which have no key */
  const struct text_vocabulary_word *words;    /* TEXT_FIRST_WORD and up */
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
 * words among so many bytes of texts, the words in the slots, an empty one
 * among them, and the tokenizer's own words decide. */
bool text_vocabulary_is_sound(const struct text_vocabulary_tables *tables,
                              size_t text_size);

/* A vocabulary of sound tables, which must outlive it; it takes no more words.
 * NULL: no memory. */
struct text_vocabulary *text_vocabulary_over(
    const struct text_vocabulary_tables *tables);

/* The word of a slot. */
static inline uint32_t text_slot_word(uint32_t slot) {
  return slot & ~TEXT_SLOT_MORE;
}

/* text_vocabulary_find_key behind the first place. */
uint32_t text_vocabulary_find_behind(
    const struct text_vocabulary_tables *tables, struct text_word_key key);

/* What the first place tells, nearly always all there is. */
struct text_first_look {
  uint32_t word;  /* or TEXT_NO_WORD */
  bool is_behind; /* the word, if it is there at all */
};

static inline struct text_first_look text_vocabulary_look(
    const struct text_vocabulary_tables *tables, struct text_word_key key) {
  uint32_t slot = tables->slots[text_word_key_hash(key) >> tables->shift];
  uint32_t word = text_slot_word(slot);
  uint32_t found = text_word_key_is(tables->entries[word].key, key);
  return (struct text_first_look){word & -found, slot / TEXT_SLOT_MORE > found};
}

/* The id of a folded word that has a key; TEXT_NO_WORD when it is not there. */
static inline uint32_t text_vocabulary_find_key(
    const struct text_vocabulary_tables *tables, struct text_word_key key) {
  struct text_first_look look = text_vocabulary_look(tables, key);
  return look.is_behind ? text_vocabulary_find_behind(tables, key) : look.word;
}

/* The same for a folded word of any size. */
uint32_t text_vocabulary_find_folded(
    const struct text_vocabulary_tables *tables, const char *bytes,
    size_t size);

#endif

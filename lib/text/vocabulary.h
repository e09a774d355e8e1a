/* SPDX-License-Identifier: MIT */
/*
 * The vocabulary from inside: as the tokenizer asks it, for words folded
 * already, and as tables that can be written down.
 *
 *     hash of a key    its top bits: a place
 *     slots            │ word, key, sign │ word …, more │ none │ none │ word …
 *     words[word]      the spelling
 *
 * Whatever the slot holds is looked at, and told by its key: nothing is to be
 * guessed whether the word is there, as half of a mail's are. `more` marks the
 * places of words that found theirs taken and stand behind it; contractions
 * without an apostrophe, which are rare and no word of their own, always do.
 */
#ifndef COURTESY_TEXT_VOCABULARY_H
#define COURTESY_TEXT_VOCABULARY_H

#include "text/lexicon.h"
#include "text/sign.h"
#include "text/word_key.h"

/* One place of the hash table: half a line of a cache, where all stands that a
 * token needs. */
struct text_vocabulary_slot {
  struct text_word_key key; /* zeros: the word has none, or there is no word */
  uint64_t sign;            /* of a token of this word alone, text/sign.h */
  uint32_t word;            /* or TEXT_NO_WORD */
  uint32_t more;            /* 1: other words of this place stand behind it */
};

/* A folded spelling: `size` bytes of the texts, from `text` on. */
struct text_vocabulary_word {
  uint32_t text;
  uint32_t size;
};

struct text_vocabulary_tables {
  const struct text_vocabulary_slot *slots;
  uint32_t mask;  /* slots - 1, a power of two less one */
  uint32_t count; /* of the words */
  const struct text_vocabulary_word *words; /* TEXT_FIRST_WORD and up */
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

/* text_vocabulary_find_key behind the first place. */
uint32_t text_vocabulary_find_behind(
    const struct text_vocabulary_tables *tables, struct text_word_key key);

/* What the first place tells, nearly always all there is. */
struct text_first_look {
  uint64_t sign;  /* of the word, or of none */
  uint32_t word;  /* or TEXT_NO_WORD */
  bool is_behind; /* the word, if it is there at all */
};

static inline struct text_first_look text_vocabulary_look(
    const struct text_vocabulary_tables *tables, struct text_word_key key) {
  const struct text_vocabulary_slot *slot =
      &tables->slots[text_word_key_hash(key) >> tables->shift];
  uint64_t found = -(uint64_t)text_word_key_is(slot->key, key); /* all ones */
  return (struct text_first_look){
      .sign = TEXT_SIGN_WRITTEN | (slot->sign & found),
      .word = slot->word & (uint32_t)found,
      .is_behind = (slot->more & ~(uint32_t)found) != 0,
  };
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

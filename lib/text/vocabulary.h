/* SPDX-License-Identifier: MIT */
/* The vocabulary from inside: as the tokenizer asks it, for words folded
 * already, and as tables that can be written down. */
#ifndef COURTESY_TEXT_VOCABULARY_H
#define COURTESY_TEXT_VOCABULARY_H

#include "text/lexicon.h"

/* The id of a folded word whose text_hash is known; TEXT_NO_WORD when it is
 * not there. */
uint32_t text_vocabulary_find_folded(const struct text_vocabulary *vocabulary,
                                     const char *bytes, size_t size,
                                     uint64_t hash);

/* One place of the hash table. */
struct text_vocabulary_slot {
  uint64_t hash;
  uint32_t word; /* TEXT_NO_WORD: empty */
  uint32_t size; /* of the folded word */
};

struct text_vocabulary_tables {
  const struct text_vocabulary_slot *slots;
  uint32_t mask;                  /* slots - 1, a power of two less one */
  uint32_t count;                 /* of the words */
  const struct base_slice *words; /* folded, of TEXT_FIRST_WORD and up */
};

/* Valid until the next word is added. */
struct text_vocabulary_tables text_vocabulary_tables(
    const struct text_vocabulary *vocabulary);

/* Whether tables that came from anywhere can be searched, which a single empty
 * slot decides: what else the slots say, searches ask when they meet it. */
bool text_vocabulary_is_sound(const struct text_vocabulary_tables *tables);

/* A vocabulary of sound tables, which must outlive it; it takes no more words.
 * NULL: no memory. */
struct text_vocabulary *text_vocabulary_over(
    const struct text_vocabulary_tables *tables);

#endif

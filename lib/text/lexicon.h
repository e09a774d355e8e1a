/* SPDX-License-Identifier: MIT */
/*
 * Words as numbers. The vocabulary gives every word that a rule, list or form
 * mentions an id; the lexicon adds the lists that tokens and sentences need.
 * Both are filled by the rules and immutable afterwards.
 */
#ifndef COURTESY_TEXT_LEXICON_H
#define COURTESY_TEXT_LEXICON_H

#include "base/slice.h"
#include "text/contraction.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
  TEXT_NO_WORD = 0,
  TEXT_POSSESSIVE = 1, /* a written 's that may be a possessive */
  TEXT_FIRST_WORD = 2, /* up to TEXT_ADDED_WORD, exclusive: the contractions
                          without an apostrophe, and what contractions stand
                          for, which every vocabulary knows */
  TEXT_NOT = TEXT_FIRST_WORD + TEXT_BARE_CONTRACTIONS,
  TEXT_ARE,
  TEXT_HAVE,
  TEXT_AM,
  TEXT_WILL,
  TEXT_SHALL,
  TEXT_US,
  TEXT_WOULD,
  TEXT_HAD,
  TEXT_IS,
  TEXT_HAS,
  TEXT_ADDED_WORD,
};

/* Whether the word is `dont`, `youre` or another of text/contraction.h. */
static inline bool text_word_is_bare_contraction(uint32_t word) {
  return word - TEXT_FIRST_WORD < TEXT_BARE_CONTRACTIONS;
}

/* Folded words to ids: an open-addressed hash table. */
struct text_vocabulary;

struct text_vocabulary *text_vocabulary_create(void); /* NULL: no memory */
void text_vocabulary_destroy(struct text_vocabulary *vocabulary);

/* The id of a word, given as written in any case: it is folded first
 * (text/fold.h). TEXT_NO_WORD when it is not there. */
uint32_t text_vocabulary_find(const struct text_vocabulary *vocabulary,
                              struct base_slice word);

/* Adds a word if it is not there; TEXT_NO_WORD when memory ran out, or when
 * the word is empty or longer than TEXT_FOLD_MAX bytes. */
uint32_t text_vocabulary_add(struct text_vocabulary *vocabulary,
                             struct base_slice word);

/* Says of a word that was added that its full stop belongs to it. */
void text_vocabulary_abbreviate(struct text_vocabulary *vocabulary,
                                uint32_t word);

/* Whether an allocation failed since the vocabulary was made: a word that was
 * added may be missing. */
bool text_vocabulary_failed(const struct text_vocabulary *vocabulary);

/* Ids are TEXT_FIRST_WORD up to this, exclusive. */
uint32_t text_vocabulary_end(const struct text_vocabulary *vocabulary);

/* The folded spelling of an id. */
struct base_slice text_vocabulary_spelling(
    const struct text_vocabulary *vocabulary, uint32_t word);

/* Sorted ids. */
struct text_word_set {
  const uint32_t *words;
  size_t count;
};

/* The last member up to the word is found by halving what may hold it, without
 * a branch that depends on the words. */
static inline bool text_word_set_has(const struct text_word_set *set,
                                     uint32_t word) {
  const uint32_t *first = set->words;
  for (size_t count = set->count; count > 1;) {
    size_t half = count / 2;
    first = first[half] <= word ? first + half : first;
    count -= half;
  }
  return set->count > 0 && *first == word;
}

struct text_lexicon {
  const struct text_vocabulary *vocabulary;
  struct text_word_set not_names;   /* never a <Name>: weekdays, months, … */
  struct text_word_set names;       /* known names, also at sentence starts */
  struct text_word_set capitals;    /* have one anywhere: "Monday" */
  struct text_word_set not_persons; /* in a greeting: "Dear", "Team", "Ms" */
};

#endif

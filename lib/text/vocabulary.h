/* SPDX-License-Identifier: MIT */
/*
 * The vocabulary from inside: as the tokenizer asks it, for words folded
 * already, and as tables that can be written down.
 *
 *     hash of a key    its top bits: a place
 *     places           │ word │ word │ none │ none │ word │ …
 *     words[word]      key, sign, more, where its spelling lies
 *
 * The word that a place names is always looked at, even if it is none, and
 * compared by its key: half of a mail's words are not there, so that a branch
 * on it would be guessed wrong often. `more` marks a place to which more words
 * belong, which stand behind it. Always do contractions without an apostrophe,
 * which are rare and no word of their own, and words without a key, whose place
 * is that of their first sixteen bytes.
 */
#ifndef COURTESY_TEXT_VOCABULARY_H
#define COURTESY_TEXT_VOCABULARY_H

#include "text/lexicon.h"
#include "text/sign.h"
#include "text/word_key.h"

/* Half a line of a cache, where all stands that a token needs. */
struct text_vocabulary_word {
  struct text_word_key key; /* zeros: it has none */
  uint64_t sign;            /* of a token of this word alone, text/sign.h */
  uint32_t text; /* where in the texts its folded spelling begins, and */
  uint16_t size; /* the bytes of that */
  uint8_t more;  /* 1: behind its place others stand that belong there */
  uint8_t is_abbreviation; /* 1: its full stop belongs to it */
};

/* A place of no word names TEXT_NO_WORD, or this, when words that belong there
 * stand behind it. Neither has a spelling. */
enum { TEXT_VOCABULARY_MORE = TEXT_POSSESSIVE };

struct text_vocabulary_tables {
  const uint32_t *places; /* words */
  uint32_t mask;          /* places - 1, a power of two less one */
  uint32_t end;           /* of the words */
  const struct text_vocabulary_word *words; /* by id */
  const char *texts;
  uint32_t shift; /* leaves of a hash as many bits as the mask has */
};

/* Valid until the next word is added. */
const struct text_vocabulary_tables *text_vocabulary_tables(
    const struct text_vocabulary *vocabulary);

static inline struct base_slice text_vocabulary_spelled(
    const struct text_vocabulary_tables *tables, uint32_t word) {
  const struct text_vocabulary_word *spelled = &tables->words[word];
  return (struct base_slice){tables->texts + spelled->text, spelled->size};
}

/* Whether its full stop belongs to the word. */
static inline bool text_word_is_abbreviation(
    const struct text_vocabulary_tables *tables, uint32_t word) {
  return tables->words[word].is_abbreviation != 0;
}

/* Whether tables that came from anywhere can be searched: spellings lie within
 * the `text_size` bytes of texts, places name words and some place none, and
 * the tokenizer's own words have their ids. */
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

/* The key is the whole word, or that of its first sixteen bytes. */
static inline struct text_first_look text_vocabulary_look_at(
    const struct text_vocabulary_tables *tables, struct text_word_key key,
    bool whole) {
  uint32_t here = tables->places[text_word_key_hash(key) >> tables->shift];
  const struct text_vocabulary_word *word = &tables->words[here];
  bool is_word = text_word_key_is(word->key, key) & whole;
  uint64_t found = -(uint64_t)is_word; /* all ones */
  return (struct text_first_look){
      .sign = TEXT_SIGN_WRITTEN | (word->sign & found),
      .word = here & (uint32_t)found,
      .is_behind = (word->more & (uint8_t)~found) != 0,
  };
}

static inline struct text_first_look text_vocabulary_look(
    const struct text_vocabulary_tables *tables, struct text_word_key key) {
  return text_vocabulary_look_at(tables, key, true);
}

/* The same of a word that was found, or not. */
static inline struct text_first_look text_vocabulary_known(
    const struct text_vocabulary_tables *tables, uint32_t word) {
  return (struct text_first_look){
      .sign = TEXT_SIGN_WRITTEN | tables->words[word].sign,
      .word = word,
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

/* SPDX-License-Identifier: MIT */
/*
 * The word-level prefilter: which patterns could match a sentence, told from
 * its words and what stands around them. Every pattern is filed under words of
 * which one must stand in a match (or under "always"), and each time with the
 * signs of what may stand before and behind that word there:
 *
 *     sorry [for] to bother you           filed under "bother"
 *           ──── ┬─ ┬───── ┬──
 *     a match    │  word   └ behind: you
 *     begins 2   └ before: to
 *     or 3 tokens before
 *
 * A word is met often, its pattern's neighbours seldom. It may name a pattern
 * too many, never one too few.
 */
#ifndef COURTESY_TEXT_PREFILTER_H
#define COURTESY_TEXT_PREFILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text_prefilter;

struct text_prefilter *text_prefilter_create(void); /* NULL: no memory */
void text_prefilter_destroy(struct text_prefilter *prefilter);

/* A pattern, filed under one word. Tokens that phrases pass over do not count
 * as neighbours, nor for the distance. */
struct text_key {
  uint64_t before; /* signs (text/sign.h) of the token before the word … */
  uint64_t behind; /* … and of the one behind it */
  uint32_t pattern;
  uint16_t least; /* tokens from a match's first to the word, at least */
  uint16_t most;  /* written words, at most; TEXT_ANYWHERE: nobody knows */
};

enum { TEXT_ANYWHERE = UINT16_MAX };

/* A key that tells no more than that one of its words is there. */
struct text_key text_key_of(uint32_t pattern);

/* Files a pattern under a word. Returns false when memory ran out. */
bool text_prefilter_add(struct text_prefilter *prefilter, uint32_t word,
                        const struct text_key *key);
/* Files a pattern as possible in every sentence. */
bool text_prefilter_add_always(struct text_prefilter *prefilter,
                               uint32_t pattern);
/* Sorts the tables; lookups work from here on. `words` is one more than the
 * largest word id. */
bool text_prefilter_finish(struct text_prefilter *prefilter, uint32_t words);

/* The keys of the patterns filed under a word, ascending. */
const struct text_key *text_prefilter_of(const struct text_prefilter *prefilter,
                                         uint32_t word, size_t *count);
const uint32_t *text_prefilter_always(const struct text_prefilter *prefilter,
                                      size_t *count);

/* A finished prefilter as tables: the keys of word w are
 * keys[starts[w], starts[w + 1]). */
struct text_prefilter_tables {
  const uint32_t *starts; /* words + 1 */
  const struct text_key *keys;
  const uint32_t *always;
  size_t words;
  size_t key_count;
  size_t always_count;
};

struct text_prefilter_tables text_prefilter_tables(
    const struct text_prefilter *prefilter);

/* Whether tables that came from anywhere can be asked, and name patterns
 * below `patterns` only. */
bool text_prefilter_is_sound(const struct text_prefilter_tables *tables,
                             size_t patterns);

/* A finished prefilter of sound tables, which must outlive it. NULL: no
 * memory. */
struct text_prefilter *text_prefilter_over(
    const struct text_prefilter_tables *tables);

#endif

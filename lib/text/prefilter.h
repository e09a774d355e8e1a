/* SPDX-License-Identifier: MIT */
/*
 * The word-level prefilter: which patterns could match a sentence, told from
 * its words alone. Every pattern is filed under words of which one must stand
 * in a match (or under "always"). It may name a pattern too many, never one
 * too few.
 */
#ifndef COURTESY_TEXT_PREFILTER_H
#define COURTESY_TEXT_PREFILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text_prefilter;

struct text_prefilter *text_prefilter_create(void); /* NULL: no memory */
void text_prefilter_destroy(struct text_prefilter *prefilter);

/* Files a pattern under a word. Returns false when memory ran out. */
bool text_prefilter_add(struct text_prefilter *prefilter, uint32_t word,
                        uint32_t pattern);
/* Files a pattern as possible in every sentence. */
bool text_prefilter_add_always(struct text_prefilter *prefilter,
                               uint32_t pattern);
/* Sorts the tables; lookups work from here on. `words` is one more than the
 * largest word id. */
bool text_prefilter_finish(struct text_prefilter *prefilter, uint32_t words);

/* The patterns filed under a word, ascending. */
const uint32_t *text_prefilter_of(const struct text_prefilter *prefilter,
                                  uint32_t word, size_t *count);
const uint32_t *text_prefilter_always(const struct text_prefilter *prefilter,
                                      size_t *count);

/* A finished prefilter as tables: the patterns of word w are
 * patterns[starts[w], starts[w + 1]). */
struct text_prefilter_tables {
  const uint32_t *starts; /* words + 1 */
  const uint32_t *patterns;
  const uint32_t *always;
  size_t words;
  size_t pattern_count;
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

/* SPDX-License-Identifier: MIT */
/*
 * The word-level prefilter: which patterns could match a sentence, told from
 * its words and what stands around them. Every pattern is filed under words of
 * which one must stand in a match (or under "always"), and each time with the
 * signs of what may stand before and behind that word there:
 *
 *     sorry [for] to bother you           filed under "bother"
 *     ──┬── ──── ┬─ ┬───── ┬──
 *       need     │  word   └ behind: you
 *                └ before: to
 *     a match begins 2 or 3 tokens before
 *
 * A word is met often, its pattern's neighbours seldom. It may name a pattern
 * too many, never one too few.
 *
 * What is looked for together stands in one cabinet. A word has a drawer there,
 * which tells the signs of all keys in it together: most often none fits, and
 * that is known by one look.
 *
 *     cabinet, word ─ places ─> drawer ─ before, behind ─> keys, each the same
 *
 * The first two cabinets are often open together. Their keys of one word stand
 * one behind the other, so that a drawer more holds both, and one look is
 * enough:
 *
 *     keys of a word     first cabinet │ second
 *     drawers            ───────────── │ ──────
 *     together           ──────────────────────
 *
 * The other cabinets are seldom open. Their drawers and keys stand in a wing of
 * their own, which most often need not be in memory.
 */
#ifndef COURTESY_TEXT_PREFILTER_H
#define COURTESY_TEXT_PREFILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text_prefilter;

enum {
  TEXT_CABINETS = 4,
  TEXT_TOGETHER =
      TEXT_CABINETS, /* the first two, where drawers are asked for */
  TEXT_ROWS,         /* of drawers */
};

struct text_prefilter *text_prefilter_create(void); /* NULL: no memory */
void text_prefilter_destroy(struct text_prefilter *prefilter);

/* Where a token stands that a key needs besides the neighbours of its word. */
enum text_where {
  TEXT_IN_SENTENCE, /* anywhere in that of the word */
  TEXT_TWO_BEFORE,  /* before the one before the word */
  TEXT_TWO_BEHIND,  /* behind the one behind it */
  TEXT_WHERES
};

/* Where a match of a key begins. */
enum text_from {
  TEXT_FROM_ANYWHERE, /* nobody knows */
  TEXT_FROM_BEFORE,   /* before the word, `least` to `most` */
  TEXT_FROM_START,    /* the same, and at the sentence's start */
  TEXT_FROM_WORD,     /* with the word, */
  TEXT_IS_WORD,       /* and it is all of the match wherever the key fits */
};

/* A pattern, filed under one word. Tokens that phrases pass over do not count
 * as neighbours, nor for the distance. */
struct text_key {
  uint64_t before; /* signs (text/sign.h) of the token before the word, */
  uint64_t behind; /* of the one behind it, */
  uint64_t need;   /* and of one further off */
  uint32_t pattern;
  uint8_t least; /* tokens from a match's first to the word, at least */
  uint8_t most;  /* written words, at most */
  uint8_t where; /* enum text_where: that which is needed */
  uint8_t from;  /* enum text_from */
};

/* A key that fits wherever its word stands, since it asks nothing of the
 * neighbours. */
struct text_key text_key_of(uint32_t pattern);

/* Files a pattern under a word. Returns false when memory ran out. */
bool text_prefilter_add(struct text_prefilter *prefilter, uint32_t word,
                        const struct text_key *key);
/* Files a pattern as possible in every sentence. */
bool text_prefilter_add_always(struct text_prefilter *prefilter,
                               uint32_t pattern);

/* Sorts the tables; lookups work from here on. `words` is one more than the
 * largest word id; `cabinet_of` tells of each pattern where it goes (NULL: all
 * to the first). Returns false when memory ran out. */
bool text_prefilter_finish(struct text_prefilter *prefilter, uint32_t words,
                           const uint8_t *cabinet_of);

/* Drawers of a wing with keys in them, at most, and keys in one of them: eleven
 * times what the pack has, and a thousand times. */
enum { TEXT_DRAWERS_MAX = UINT16_MAX };

/* Whether it needed more: then all are empty. */
bool text_prefilter_is_overfull(const struct text_prefilter *prefilter);

/* The keys of a cabinet's patterns filed under a word, by ascending pattern. */
const struct text_key *text_prefilter_of(const struct text_prefilter *prefilter,
                                         uint8_t cabinet, uint32_t word,
                                         size_t *count);

/* Whether a pattern is one of those filed under the word. */
bool text_prefilter_holds(const struct text_prefilter *prefilter,
                          uint8_t cabinet, uint32_t word, uint32_t pattern);

/* A cabinet's patterns that are possible everywhere, ascending. */
const uint32_t *text_prefilter_always(const struct text_prefilter *prefilter,
                                      uint8_t cabinet, size_t *count);

/* Of one word in one cabinet: its keys from `first` on, and their signs
 * together. Beyond a neighbour that phrases pass over there may be anything. */
struct text_drawer {
  uint64_t before;
  uint64_t behind;
  uint32_t first;
  uint16_t count;
  uint16_t grid; /* of the keys (text/grid.h); 0: there is none */
};

enum text_wing_number {
  TEXT_WING_USUAL, /* of the first two cabinets, */
  TEXT_WING_RARE,  /* and of the others */
  TEXT_WINGS,
};

/* Where the drawers of a row stand. */
static inline enum text_wing_number text_wing_of(size_t row) {
  return row < 2 || row == TEXT_TOGETHER ? TEXT_WING_USUAL : TEXT_WING_RARE;
}

struct text_wing {
  const struct text_drawer *drawers; /* the first is empty */
  const struct text_key *keys;
  const uint8_t *grids;
  size_t drawer_count;
  size_t key_count;
  size_t grid_bytes;
};

/* A finished prefilter as tables. */
struct text_prefilter_tables {
  const uint16_t *places; /* drawers of the row's wing, at row * words + word */
  struct text_wing wings[TEXT_WINGS];
  const uint32_t *always[TEXT_CABINETS];
  size_t words;
  size_t always_count[TEXT_CABINETS];
};

struct text_prefilter_tables text_prefilter_tables(
    const struct text_prefilter *prefilter);

/* Checks tables from a source that nobody vouches for: whether lookups in them
 * stay inside of them, and all patterns that they name are below `patterns`. */
bool text_prefilter_is_sound(const struct text_prefilter_tables *tables,
                             size_t patterns);

/* A finished prefilter of sound tables, which must outlive it. NULL: no
 * memory. */
struct text_prefilter *text_prefilter_over(
    const struct text_prefilter_tables *tables);

#endif

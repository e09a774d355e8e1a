/* SPDX-License-Identifier: MIT */
/*
 * The word-level prefilter: which patterns could match a sentence, told from
 * its words and what stands around them. It may name a pattern too many, never
 * one too few. It is made by text/filing.h, or lies in an image.
 *
 * Every pattern is filed under words of which one must stand in a match (or
 * under "always"), each time as a key: with the signs of what may stand around
 * the word there.
 *
 *     sorry [for] to bother you           filed under "bother"
 *     ──┬── ──── ┬─ ┬───── ┬──
 *       need     │  word   └ behind: you
 *                └ before: to
 *     a match begins 2 or 3 tokens before
 *
 * A word is met often, its pattern's neighbours seldom. The keys under a word
 * lie in one drawer, which tells the signs of all of them together: most often
 * none fits, and that is known by one look.
 *
 *     row, word ─ places ─> drawer ─ before, behind ─> keys, each the same
 *
 * What is looked for together stands in one cabinet, a row of drawers. The first
 * two are often open together. Their keys of one word stand one behind the
 * other, so that one row more has drawers that hold both:
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

enum {
  TEXT_CABINETS = 4,
  TEXT_TOGETHER = TEXT_CABINETS, /* the row of the first two, behind those of
                                    one cabinet each */
  TEXT_ROWS,
};

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

/* Of one word in one row: its keys from `first` on, and their signs together;
 * TEXT_SIGN_PASSED always, since beyond a neighbour that phrases pass over there
 * may be anything. */
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

/* A zeroed struct is empty. */
struct text_prefilter {
  const uint16_t *places; /* drawers of the row's wing, at row * words + word */
  struct text_wing wings[TEXT_WINGS];
  const uint32_t *always[TEXT_CABINETS]; /* patterns that are possible
                                            everywhere, ascending */
  size_t words;
  size_t always_count[TEXT_CABINETS];
};

/* The drawers of a row, by word: numbers of its wing's. */
static inline const uint16_t *text_prefilter_places(
    const struct text_prefilter *prefilter, size_t row) {
  return prefilter->places + row * prefilter->words;
}

/* The keys of a cabinet's patterns filed under a word, by ascending pattern. */
const struct text_key *text_prefilter_of(const struct text_prefilter *prefilter,
                                         uint8_t cabinet, uint32_t word,
                                         size_t *count);

/* Whether a pattern is one of those filed under the word. */
bool text_prefilter_holds(const struct text_prefilter *prefilter,
                          uint8_t cabinet, uint32_t word, uint32_t pattern);

/* Checks one from a source that nobody vouches for: whether lookups in it stay
 * inside of it, and all patterns that it names are below `patterns`. */
bool text_prefilter_is_sound(const struct text_prefilter *prefilter,
                             size_t patterns);

#endif

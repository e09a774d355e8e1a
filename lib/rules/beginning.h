/* SPDX-License-Identifier: MIT */
/* How the matches of a phrase begin, as its program tells. */
#ifndef COURTESY_RULES_BEGINNING_H
#define COURTESY_RULES_BEGINNING_H

#include "rules/program.h"

/* How many words may have been taken where an instruction is reached, as a
 * set; with no bit it is never reached. What is behind a placeholder is left
 * out: a line with one is looked at anyway. */
enum {
  RULES_NONE_TAKEN = 1 << 0,
  RULES_ONE_TAKEN = 1 << 1,
  RULES_MORE_TAKEN = 1 << 2
};

struct rules_beginning {
  bool clear;    /* all with a word, or a capital at a sentence's start */
  bool capital;  /* some with a capital */
  bool other;    /* some with a mark or a placeholder */
  bool followed; /* a word or capital comes next, or a mark, or an end */
  bool named;    /* a capital may */
  bool whole;    /* all go on to the sentence's end, with words that are told */
};

/* Tells it, and of each of the program's instructions what is taken before it:
 * `taken` has room for one more. */
struct rules_beginning rules_beginning_of(const struct rules_program *program,
                                          const struct rules_code *code,
                                          uint8_t *taken);

/* What the matches of a program may be: `single`, one word alone, with marks or
 * without; `marked`, what ends with a mark or the like. `least` has room as
 * `taken` has. */
struct rules_shape {
  bool single;
  bool marked;
};

struct rules_shape rules_shape_of(const struct rules_program *program,
                                  const struct rules_code *code,
                                  uint8_t *least);

/* Tells of each of the program's instructions the most words that are taken
 * before it, of which 255 are counted. `words` has room as `taken` has. */
void rules_words_before(const struct rules_program *program,
                        const struct rules_code *code, uint8_t *words);

#endif

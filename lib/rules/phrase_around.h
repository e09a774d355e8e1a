/* SPDX-License-Identifier: MIT */
/*
 * What stands around the instructions of a phrase, in all of its matches. Of
 * `sorry [for] to bother you`:
 *
 *                        earlier     taken       least   most   ahead
 *     0 WORD  sorry                              0       0      for, to
 *     1 SPLIT 3          any         sorry       1       1      to, bother
 *     2 WORD  for        any         sorry       1       1      to
 *     3 WORD  to         any         sorry, for  1       2      bother
 *     4 WORD  bother     sorry, for  to          2       3      you
 *     5 WORD  you        to          bother      3       4      any
 *     6 ACCEPT
 *
 * Tokens are counted as the matcher walks back over them: without those that
 * phrases pass over, commas among them, whether or not the phrase wrote one.
 * What takes several tokens, such as `*`, takes those of one written word.
 */
#ifndef COURTESY_RULES_PHRASE_AROUND_H
#define COURTESY_RULES_PHRASE_AROUND_H

#include "rules/program.h"

/* More written words than this are not walked back: then nobody knows where
 * the match begins, and it may be anywhere. */
enum { PHRASE_MOST_WORDS = 20, PHRASE_ANYWHERE = UINT8_MAX };

/* What is known of all ways that arrive at an instruction, together. */
struct phrase_around {
  uint64_t taken;   /* signs of the token that was taken last, */
  uint64_t earlier; /* and of the one before that */
  uint64_t ahead;   /* signs of what can be taken behind the next token */
  uint8_t least;    /* tokens taken so far, at least */
  uint8_t most;     /* elements of the phrase that took them, at most */
  bool reached;
  bool begins_anywhere; /* nothing was taken yet, and no ^ asked for */
  bool begins_at_start; /* nothing was taken yet, and a ^ was */
};

/* Signs of what stands before the next token. */
static inline uint64_t phrase_sign_before(const struct phrase_around *around) {
  return around->taken | (around->begins_anywhere ? TEXT_SIGN_ANY : 0) |
         (around->begins_at_start ? TEXT_SIGN_EDGE : 0);
}

/* Tells it of each instruction of the program, which is not empty, and of its
 * end: of zeros first. */
void phrase_look_around(const struct rules_code *code,
                        const struct rules_program *program,
                        struct phrase_around *arounds);

#endif

/* SPDX-License-Identifier: MIT */
/*
 * The quick way to run a program: one way through it after the other, without
 * any bookkeeping. `like I [just] told you`, by the numbers of rules/program.h:
 *
 *     tokens                        like  I      just  told  you
 *     the first way                 0     1  2   3     4     5   6: a match
 *     left at SPLIT 2, gone next             2   4: ends
 *
 * A way is left only where the sign of the next token fits both. Phrases are
 * short and most ways end at once, so that this is what most runs need. A run
 * that takes more steps than that is left to the thread machine, which goes all
 * ways at once and is linear in any case.
 */
#ifndef COURTESY_MATCH_WALK_H
#define COURTESY_MATCH_WALK_H

#include "match/scene.h"

/* Where the longest match ends that begins at this token of the sentence, or
 * MATCH_TOO_FAR. */
struct match_end match_walk(const struct match_scene *scene,
                            const struct rules_program *program,
                            uint32_t sentence, uint32_t start);

#endif

/* SPDX-License-Identifier: MIT */
/*
 * The thread machine: runs a phrase program from a start token and answers
 * the longest match. All ways through the program go on side by side, one
 * thread an instruction at most, so that the cost of a run is tokens times
 * instructions whatever the phrase.
 */
#ifndef COURTESY_MATCH_MACHINE_H
#define COURTESY_MATCH_MACHINE_H

#include "match/scene.h"

struct match_machine;

/* `instructions`: of the largest program. NULL: no memory. */
struct match_machine *match_machine_create(uint32_t instructions);
void match_machine_destroy(struct match_machine *machine);

/* Before the first search in a document. Returns false when memory ran out. */
bool match_machine_begin(struct match_machine *machine,
                         const struct match_scene *scene);

/* The coarse picture of a sentence, valid until the next search. */
const struct rules_bits *match_machine_picture(struct match_machine *machine,
                                               const struct match_scene *scene,
                                               uint32_t sentence);

struct match_found {
  uint32_t first_token;
  uint32_t token_end;
  uint32_t sentence;
  uint32_t last_sentence;
};

/* The first match that begins in the sentence at token `from` or later, and
 * of those that begin there the longest. */
bool match_machine_find(struct match_machine *machine,
                        const struct match_scene *scene,
                        const struct rules_program *program, uint32_t sentence,
                        uint32_t from, struct match_found *found);

#endif

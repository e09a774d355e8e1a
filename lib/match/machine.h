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

struct match_machine *match_machine_create(void); /* NULL: no memory */
void match_machine_destroy(struct match_machine *machine);

/* Before the first search in a document. */
void match_machine_begin(struct match_machine *machine);

/* Whether memory ran out since: a match may be missing. */
bool match_machine_failed(const struct match_machine *machine);

/* Where the longest match ends that begins at this token of the sentence,
 * however many ways there are. */
struct match_end match_machine_run(struct match_machine *machine,
                                   const struct match_scene *scene,
                                   const struct rules_program *program,
                                   uint32_t sentence, uint32_t start);

#endif

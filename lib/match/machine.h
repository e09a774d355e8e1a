/* SPDX-License-Identifier: MIT */
/*
 * The thread machine: runs a phrase program from a start token and answers
 * the longest match. All ways through the program go on side by side, one
 * thread an instruction at most, so that the cost of a run is tokens times
 * instructions whatever the phrase.
 */
#ifndef COURTESY_MATCH_MACHINE_H
#define COURTESY_MATCH_MACHINE_H

#include "match/take.h"
#include "match/walk.h"

struct match_machine;

struct match_machine *match_machine_create(void); /* NULL: no memory */
void match_machine_destroy(struct match_machine *machine);

/* Before the first search in a document. */
void match_machine_begin(struct match_machine *machine);

/* Whether memory ran out since: a match may be missing. */
bool match_machine_failed(const struct match_machine *machine);

/* The longest match that begins at this token of the sentence, however many
 * ways there are. */
bool match_machine_go(struct match_machine *machine,
                      const struct match_scene *scene,
                      const struct rules_program *program, uint32_t sentence,
                      uint32_t start, struct match_found *found);

/* The same: most matches are found, or missed, by walking. */
static inline bool match_machine_run(struct match_machine *machine,
                                     const struct match_scene *scene,
                                     const struct rules_program *program,
                                     uint32_t sentence, uint32_t start,
                                     struct match_found *found) {
  if (!match_may_start_with(&scene->tokens[start])) {
    return false;
  }
  enum match_walked walked = match_walk(scene, program, sentence, start, found);
  return walked == MATCH_WALKED_FOUND ||
         (walked == MATCH_WALKED_TOO_FAR &&
          match_machine_go(machine, scene, program, sentence, start, found));
}

/* The first match that begins in the sentence at one of the tokens [from, end),
 * and of those that begin there the longest. */
bool match_machine_find(struct match_machine *machine,
                        const struct match_scene *scene,
                        const struct rules_program *program, uint32_t sentence,
                        uint32_t from, uint32_t end, struct match_found *found);

#endif

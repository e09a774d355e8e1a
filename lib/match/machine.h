/* SPDX-License-Identifier: MIT */
/*
 * The thread machine: runs a phrase program from a start token and answers
 * the longest match. All ways through the program go on side by side, one
 * thread an instruction at most, so that the cost of a run is tokens times
 * instructions whatever the phrase.
 */
#ifndef COURTESY_MATCH_MACHINE_H
#define COURTESY_MATCH_MACHINE_H

#include "match/picture.h"
#include "match/take.h"
#include "match/walk.h"

struct match_machine;

struct match_machine *match_machine_create(void); /* NULL: no memory */
void match_machine_destroy(struct match_machine *machine);

/* Before the first search in a document. */
void match_machine_begin(struct match_machine *machine);

/* Whether memory ran out since: a match may be missing. */
bool match_machine_failed(const struct match_machine *machine);

/* Where the longest match ends that begins at this token of the sentence,
 * however many ways there are. */
struct match_end match_machine_go(struct match_machine *machine,
                                  const struct match_scene *scene,
                                  const struct rules_program *program,
                                  uint32_t sentence, uint32_t start);

/* The same: most matches are found, or missed, by walking. */
static inline struct match_end match_machine_run(
    struct match_machine *machine, const struct match_scene *scene,
    const struct rules_program *program, uint32_t sentence, uint32_t start) {
  if (!match_may_start_with(&scene->tokens[start])) {
    return (struct match_end){MATCH_NOWHERE, sentence};
  }
  struct match_end end = match_walk(scene, program, sentence, start);
  return end.token == MATCH_TOO_FAR
             ? match_machine_go(machine, scene, program, sentence, start)
             : end;
}

/* The first match that begins in the sentence at one of the tokens [from, end),
 * and of those that begin there the longest. */
static inline bool match_machine_find(struct match_machine *machine,
                                      const struct match_scene *scene,
                                      const struct rules_program *program,
                                      uint32_t sentence, uint32_t from,
                                      uint32_t end, struct match_found *found) {
  for (uint32_t start = from;; start++) {
    start = match_next_with(scene, program->starts, start, end);
    if (start >= end) {
      return false;
    }
    if (!match_picture_starts(scene, program, sentence, start)) {
      continue;
    }
    struct match_end last =
        match_machine_run(machine, scene, program, sentence, start);
    if (last.token != MATCH_NOWHERE) {
      *found = (struct match_found){start, last.token, sentence, last.sentence};
      return true;
    }
  }
}

#endif

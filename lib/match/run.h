/* SPDX-License-Identifier: MIT */
/* Runs a program: most matches are found, or missed, by walking, and the others
 * by the thread machine. */
#ifndef COURTESY_MATCH_RUN_H
#define COURTESY_MATCH_RUN_H

#include "match/machine.h"
#include "match/picture.h"
#include "match/take.h"
#include "match/walk.h"

/* Where the longest match ends that begins at this token of the sentence. */
static inline struct match_end match_run(struct match_machine *machine,
                                         const struct match_scene *scene,
                                         const struct rules_program *program,
                                         uint32_t sentence, uint32_t start) {
  if (!match_may_start_with(&scene->tokens[start])) {
    return (struct match_end){MATCH_NOWHERE, sentence};
  }
  struct match_end end = match_walk(scene, program, sentence, start);
  return end.token == MATCH_TOO_FAR
             ? match_machine_run(machine, scene, program, sentence, start)
             : end;
}

/* The first match that begins in the sentence at one of the tokens [from, end),
 * and of those that begin there the longest. */
static inline bool match_find(struct match_machine *machine,
                              const struct match_scene *scene,
                              const struct rules_program *program,
                              uint32_t sentence, uint32_t from, uint32_t end,
                              struct match_found *found) {
  for (uint32_t start = from;; start++) {
    start = match_next_with(scene, program->starts, start, end);
    if (start >= end) {
      return false;
    }
    if (!match_picture_starts(scene, program, sentence, start)) {
      continue;
    }
    struct match_end last = match_run(machine, scene, program, sentence, start);
    if (last.token != MATCH_NOWHERE) {
      *found = (struct match_found){start, last.token, sentence, last.sentence};
      return true;
    }
  }
}

#endif

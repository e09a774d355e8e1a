/* SPDX-License-Identifier: MIT */
/*
 * The quick way to run a program: one way through it after the other, without
 * any bookkeeping. Phrases are short and most ways end at once, so that this
 * is what most runs need. A run that takes more steps than that is left to the
 * thread machine, which goes all ways at once and is linear in any case.
 */
#ifndef COURTESY_MATCH_WALK_H
#define COURTESY_MATCH_WALK_H

#include "match/scene.h"

enum match_walked {
  MATCH_WALKED_FOUND = 0,
  MATCH_WALKED_NOTHING,
  MATCH_WALKED_TOO_FAR, /* nobody knows yet */
};

/* The longest match that begins at this token of the sentence; `found` is
 * filled in only when there is one. */
enum match_walked match_walk(const struct match_scene *scene,
                             const struct rules_program *program,
                             uint32_t sentence, uint32_t start,
                             struct match_found *found);

#endif

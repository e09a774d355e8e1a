/* SPDX-License-Identifier: MIT */
/*
 * A sentence and its tokens, coarsely: enough to tell of most programs that
 * they cannot match, or not at this token, without running them.
 */
#ifndef COURTESY_MATCH_PICTURE_H
#define COURTESY_MATCH_PICTURE_H

#include "match/scene.h"

/* One token, in two words: enough to pass over most of them. */
struct match_glance {
  uint64_t words; /* bit `id % 64` of its readings */
  uint64_t kinds; /* as in struct rules_bits */
};

/* A zeroed struct is an empty picture. */
struct match_picture {
  struct match_glance *tokens; /* of the sentence */
  size_t capacity;
  struct rules_bits all; /* of them together */
  uint32_t sentence;     /* which it is of */
};

void match_picture_destroy(struct match_picture *picture);

/* Before the first sentence of a document. Returns false when memory ran
 * out. */
bool match_picture_begin(struct match_picture *picture,
                         const struct match_scene *scene);

/* Makes it the picture of a sentence, if it is not. */
void match_picture_look(struct match_picture *picture,
                        const struct match_scene *scene, uint32_t sentence);

/* Moves *start to the first token from there on where a match may begin.
 * Returns false when there is none. */
bool match_picture_start(const struct match_picture *picture,
                         const struct match_scene *scene,
                         const struct rules_program *program, uint32_t *start);

#endif

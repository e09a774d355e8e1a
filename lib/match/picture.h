/* SPDX-License-Identifier: MIT */
/*
 * A document, coarsely: enough to tell of most programs that they cannot match
 * in a sentence, or not at this token, without running them.
 */
#ifndef COURTESY_MATCH_PICTURE_H
#define COURTESY_MATCH_PICTURE_H

#include "match/scene.h"
#include "text/sign.h"

/* A token and its neighbours: with those that phrases pass over, for a phrase
 * may write one, the nearest that they do not. */
struct match_sign {
  uint64_t own;
  uint64_t before;
  uint64_t behind;
};

/* The tokens of a sentence together, and those of them where ^ holds. */
struct match_outline {
  uint64_t sign;
  uint64_t start_sign;
  uint64_t start_behind;
  struct rules_bits bits;
};

/* A zeroed struct is an empty picture. */
struct match_picture {
  struct match_sign *signs; /* by token of the document */
  size_t sign_capacity;
  struct match_outline *outlines; /* by sentence */
  size_t outline_capacity;
};

void match_picture_destroy(struct match_picture *picture);

/* Makes it the picture of a document. Returns false when memory ran out. */
bool match_picture_draw(struct match_picture *picture,
                        const struct match_scene *scene);

/* Whether a match of a phrase may begin somewhere in the sentence. */
static inline bool match_picture_may_begin(const struct match_picture *picture,
                                           const struct rules_program *program,
                                           uint32_t sentence) {
  const struct match_outline *outline = &picture->outlines[sentence];
  return program->at_start_only
             ? (program->starts & outline->start_sign) != 0 &&
                   (program->seconds & outline->start_behind) != 0
             : (program->starts & outline->sign) != 0;
}

/* Whether a sentence may hold a match of the program, or the end of one that
 * began in a sentence before. */
bool match_picture_fits(const struct match_picture *picture,
                        const struct match_scene *scene,
                        const struct rules_program *program, uint32_t sentence);

/* Whether a match may begin at the token. Right for most tokens, and quick;
 * wrong only in letting some through. */
static inline bool match_picture_starts(const struct match_picture *picture,
                                        const struct rules_program *program,
                                        uint32_t token) {
  const struct match_sign *sign = &picture->signs[token];
  uint64_t before = program->at_start_only ? TEXT_SIGN_EDGE : TEXT_SIGN_ANY;
  return (sign->own & program->starts) != 0 &&
         (sign->behind & program->seconds) != 0 && (sign->before & before) != 0;
}

/* Moves *start to the first token of the sentence from there on where a match
 * may begin. Returns false when there is none. */
bool match_picture_start(const struct match_picture *picture,
                         const struct match_scene *scene,
                         const struct rules_program *program, uint32_t sentence,
                         uint32_t *start);

#endif

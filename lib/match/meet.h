/* SPDX-License-Identifier: MIT */
/*
 * The words of a sentence that are worth a look, found in one pass without a
 * branch for each:
 *
 *     token     could   you   ,    please   send
 *     drawer    ■       ■     ·    ■        ■      has keys at all
 *     before    any   could  you   any      …      what it sees of the
 *     behind    you    any  please send     …      neighbours; beyond a comma,
 *                                                  anything
 *     met       ■       ·     ·    ■        ·      both are among the signs
 *                                                  of its drawer
 *
 * Of a token with several readings the first is looked at. Which keys of its
 * drawer fit is told in the same way.
 */
#ifndef COURTESY_MATCH_MEET_H
#define COURTESY_MATCH_MEET_H

#include "match/scene.h"
#include "text/prefilter.h"

/* Gathers those of the tokens [from, to) of which a key may fit. There is one
 * at least, and they lie between word_start and word_end of the sentence:
 * outside of these are no words. `places` are those of one cabinet; `met` has
 * room for all. Returns how many there are. */
size_t match_meet(const struct match_scene *scene,
                  const struct text_sentence *sentence,
                  const struct text_drawer *drawers, const uint32_t *places,
                  uint32_t from, uint32_t to, uint32_t *met);

/* What stands around a token, and in its sentence. */
struct match_around {
  uint64_t before;
  uint64_t behind;
  uint64_t all;
  uint32_t token;
  uint32_t sentence;
};

/* Gathers those of the keys [key, end) that fit, without a branch for each:
 * whether the next one does is hard to foretell. `fitting` has room for all.
 * Returns how many there are. */
size_t match_fit(const struct text_key *key, const struct text_key *end,
                 const struct match_around *around,
                 const struct text_key **fitting);

#endif

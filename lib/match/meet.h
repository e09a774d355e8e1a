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
 * Of a token with several readings the first is looked at.
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

#endif

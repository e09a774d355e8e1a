/* SPDX-License-Identifier: MIT */
/*
 * Long sentences as charts. The words of an endless sentence together are
 * nearly all that there are, and so rule out no phrase. But a match takes few
 * words: what it needs stands near to where it begins.
 *
 *     stretches of eight words     0 1 2 3 4 5 6 7
 *     could                        ■ · · · · ■ · ·
 *     you                          · ■ ■ · · · ■ ·
 *     please                       · · · ■ · · · ·
 *
 * A match of `could you please` goes on in the next stretch at most. Where it
 * may begin:
 *
 *     could, here or in the next   ■ · · · ■ ■ · ·
 *     you                          ■ ■ ■ · · ■ ■ ·
 *     please                       · · ■ ■ · · · ·
 *     all of them                  · · · · · · · ·
 *
 * It begins with a word that the phrase may begin with: that is asked by signs.
 */
#ifndef COURTESY_MATCH_CHART_H
#define COURTESY_MATCH_CHART_H

#include "match/scene.h"

enum {
  MATCH_CHART_LONG = 128,     /* words of a sentence that is worth it */
  MATCH_CHART_STRETCH = 8,    /* words */
  MATCH_CHART_STRETCHES = 64, /* bits of a row */
  MATCH_CHART_ROWS = 64 * (RULES_BITS_LANES + 1),
};

/* As many stretches as a row has bits; a sentence may have several charts. */
struct match_chart {
  uint64_t rows[MATCH_CHART_ROWS]; /* by bit of struct rules_bits, then of
                                      signs: which stretches have it */
  uint32_t borders[MATCH_CHART_STRETCHES + 1]; /* tokens: where the first
                                                  stretch begins, and each
                                                  ends */
};

BASE_VECTOR(match_charts, struct match_chart);

/* Whether charts tell where in the sentence the phrase may match: it is long,
 * and matches stay in it. */
static inline bool match_is_charted(const struct match_scene *scene,
                                    const struct rules_program *program,
                                    uint32_t sentence) {
  return scene->sentences[sentence].words > MATCH_CHART_LONG &&
         program->sentence_ends == 0;
}

/* The stretch, counted through all charts of the sentence, that the token is
 * in. */
static inline uint32_t match_stretch_of(const struct match_scene *scene,
                                        const struct text_sentence *sentence,
                                        uint32_t token) {
  const struct text_token *tokens = scene->tokens;
  return (tokens[token].written - tokens[sentence->first_token].written) /
         MATCH_CHART_STRETCH;
}

/* How many charts a sentence has; of tokens there is one at least. */
static inline uint32_t match_charts_of(const struct match_scene *scene,
                                       const struct text_sentence *sentence) {
  return match_stretch_of(scene, sentence, sentence->token_end - 1) /
             MATCH_CHART_STRETCHES +
         1;
}

/* Adds the charts of a sentence. Returns false when memory ran out. */
bool match_chart_draw(const struct match_scene *scene,
                      const struct text_sentence *sentence,
                      struct match_charts *charts);

/* The stretches, as bits, where a match of the phrase may begin. `last`: no
 * chart of the sentence follows. */
uint64_t match_chart_starts(const struct match_chart *chart,
                            const struct rules_code *code,
                            const struct rules_program *program, bool last);

/* Takes the first run of neighbours from the stretches: its tokens are [*from,
 * *to). Returns false when there is none. */
static inline bool match_chart_next(const struct match_chart *chart,
                                    uint64_t *stretches, uint32_t *from,
                                    uint32_t *to) {
  uint64_t first = *stretches & (~*stretches + 1);
  uint64_t run = *stretches & ~(*stretches + first);
  if (run == 0) {
    return false;
  }
  *stretches ^= run;
  *from = chart->borders[__builtin_ctzll(run)];
  *to = chart->borders[MATCH_CHART_STRETCHES - __builtin_clzll(run)];
  return true;
}

#endif

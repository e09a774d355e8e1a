/* SPDX-License-Identifier: MIT */
#include "match/scene.h"

struct match_words match_words_of(const struct rules_code *code) {
  static const struct rules_spread one_spread;
  static const struct rules_bucket one_bucket = {
      {{0}, {RULES_NO_CASE}, {RULES_NO_CASE}, {RULES_NO_CASE}}};
  return (struct match_words){
      .spreads = {&one_spread, code->set_spreads.items,
                  code->switch_spreads.items},
      .buckets = {&one_bucket, code->buckets.items, code->buckets.items},
      .only = {UINT32_MAX, 0, 0},
  };
}
_Static_assert(RULES_WORD == 0 && RULES_WORD_SET == 1 && RULES_SWITCH == 2,
               "the order of what is told by operation");

bool match_scene_goes_on(const struct match_scene *scene, uint32_t sentence) {
  const struct text_sentence *here = &scene->sentences[sentence];
  return sentence + 1 < scene->sentence_count &&
         here[1].paragraph == here->paragraph && here[1].source == here->source;
}

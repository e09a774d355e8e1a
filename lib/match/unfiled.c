/* SPDX-License-Identifier: MIT */
/* Patterns that are filed under no word: no token names them, and each sentence
 * is asked for what they need. */
#include "match/state.h"

/* What the pattern's sentence must have, as far as one sign tells. */
static uint64_t need_of(const struct courtesy_ruleset *rules,
                        uint32_t pattern) {
  return rules->aims[pattern].crosses ? TEXT_SIGN_ANY
                                      : rules->patterns[pattern].need_signs[0];
}

static void choose_in(struct match_engine *engine, size_t cabinet) {
  const struct courtesy_ruleset *rules = engine->rules;
  const struct text_prefilter *filed = &rules->prefilter;
  for (size_t i = 0; i < filed->always_count[cabinet]; i++) {
    uint32_t pattern = filed->always[cabinet][i];
    struct match_unfiled one = {
        .need = need_of(rules, pattern),
        .pattern = pattern,
        .zones = engine->scope.zones[rules->aims[pattern].entry],
    };
    if (one.zones != 0) {
      match_unfileds_add(&engine->unfiled, one);
    }
  }
}

bool match_choose_unfiled(struct match_engine *engine) {
  engine->unfiled.count = 0;
  engine->unfiled.failed = false;
  for (size_t cabinet = 0; cabinet < TEXT_CABINETS; cabinet++) {
    if (engine->scope.opened[cabinet] != 0) {
      choose_in(engine, cabinet);
    }
  }
  return !engine->unfiled.failed;
}

static void try_one(struct match_engine *engine, uint32_t pattern,
                    uint32_t sentence) {
  const struct courtesy_ruleset *rules = engine->rules;
  if (rules->aims[pattern].crosses) {
    match_try_sentence(engine, pattern, sentence);
  } else if (match_picture_fits(&engine->picture, &rules->patterns[pattern],
                                sentence)) {
    match_scan(engine, pattern, sentence);
  }
}

void match_try_unfiled(struct match_engine *engine, uint32_t sentence) {
  const struct text_sentence *place = &engine->scene.sentences[sentence];
  const struct match_unfileds unfiled = engine->unfiled;
  for (size_t i = 0; i < unfiled.count; i++) {
    const struct match_unfiled *one = &unfiled.items[i];
    if ((one->need & place->sign) != 0 &&
        rules_has_zone(one->zones, place->zone)) {
      try_one(engine, one->pattern, sentence);
    }
  }
}

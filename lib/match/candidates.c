/* SPDX-License-Identifier: MIT */
/*
 * Which patterns to try on a sentence, and from where:
 *
 *     token ─ word ─> keys ── neighbours fit ──> zones ──> the machine, from
 *             64,000  300,000            20,000            the tokens that the
 *                                                          key counts back to
 *
 * (in some 55,000 words of mail). A pattern of which nobody knows where it
 * begins is tried on the whole sentence, once.
 */
#include "match/state.h"

static bool is_form(const struct match_engine *engine, uint32_t family) {
  return family == engine->rules->greeting || family == engine->rules->farewell;
}

/* The zones in which a pattern is looked for in this run. */
static uint32_t zones_of(const struct match_engine *engine,
                         const struct match_candidate *candidate) {
  if (engine->family != RULES_NO_ENTRY) {
    return candidate->family == engine->family ? UINT32_MAX : 0;
  }
  bool known =
      engine->scene.text->forms_known && is_form(engine, candidate->family);
  return known ? 0 : candidate->zones;
}

static bool fits(const struct match_engine *engine, uint32_t pattern,
                 uint32_t sentence) {
  return match_picture_fits(
      match_machine_picture(engine->machine), &engine->scene,
      &engine->rules->patterns[pattern].program, sentence);
}

void match_try_sentence(struct match_engine *engine, uint32_t pattern,
                        uint32_t sentence) {
  struct match_candidate *candidate = &engine->candidates[pattern];
  uint32_t done = engine->base + sentence + 1;
  uint32_t zones = zones_of(engine, candidate);
  if (zones == 0 || candidate->tried >= done) {
    return;
  }
  uint32_t untried = 0;
  if (candidate->tried > engine->base) {
    untried = candidate->tried - engine->base;
  }
  candidate->tried = done;
  if (!fits(engine, pattern, sentence)) {
    return;
  }
  uint8_t back = engine->rules->patterns[pattern].program.sentence_ends;
  uint32_t first = sentence;
  while (back > 0 && first > untried &&
         match_scene_goes_on(&engine->scene, first - 1)) {
    first--;
    back--;
  }
  for (uint32_t s = first; s <= sentence; s++) {
    if ((zones >> engine->scene.sentences[s].zone & 1) != 0) {
      match_scan(engine, pattern, s, &engine->found);
    }
  }
}

static void try_at(struct match_engine *engine, uint32_t pattern,
                   uint32_t token, uint32_t sentence) {
  if (match_picture_starts(match_machine_picture(engine->machine),
                           &engine->rules->patterns[pattern].program, token)) {
    match_scan_at(engine, pattern, sentence, token, &engine->found);
  }
}

/* Tries the tokens where the key says that a match with its word here may
 * begin. A comma, which does not count, may be the first of a match. */
static void try_key(struct match_engine *engine, const struct text_key *key,
                    uint32_t token, uint32_t sentence) {
  const struct match_scene *scene = &engine->scene;
  const struct text_sentence *place = &scene->sentences[sentence];
  if (key->most == TEXT_ANYWHERE) {
    match_try_sentence(engine, key->pattern, sentence);
    return;
  }
  uint32_t zones = zones_of(engine, &engine->candidates[key->pattern]);
  if ((zones >> place->zone & 1) == 0 ||
      !fits(engine, key->pattern, sentence)) {
    return;
  }
  for (uint32_t back = 0; back <= key->most; token--) {
    if (back >= key->least) {
      try_at(engine, key->pattern, token, sentence);
    }
    if (token == place->first_token) {
      return;
    }
    back += !match_is_passed(&scene->tokens[token - 1], false);
  }
}

static void try_word(struct match_engine *engine, uint32_t word,
                     const struct match_sign *sign, uint32_t token,
                     uint32_t sentence) {
  size_t count = 0;
  const struct text_key *keys =
      text_prefilter_of(engine->rules->prefilter, word, &count);
  for (size_t i = 0; i < count; i++) {
    if ((keys[i].before & sign->before) != 0 &&
        (keys[i].behind & sign->behind) != 0) {
      try_key(engine, &keys[i], token, sentence);
    }
  }
}

static void try_all(struct match_engine *engine,
                    const struct match_patterns *patterns, uint32_t sentence) {
  for (size_t i = 0; i < patterns->count; i++) {
    match_try_sentence(engine, patterns->items[i], sentence);
  }
}

void match_try_candidates(struct match_engine *engine, uint32_t sentence) {
  const struct match_scene *scene = &engine->scene;
  const struct text_sentence *place = &scene->sentences[sentence];
  const struct match_sign *signs =
      match_machine_picture(engine->machine)->signs;
  for (uint32_t t = place->first_token; t < place->token_end; t++) {
    for (size_t i = 0; i < TEXT_READINGS; i++) {
      uint32_t word = scene->tokens[t].words[i];
      if (word != TEXT_NO_WORD) {
        try_word(engine, word, &signs[t], t, sentence);
      }
    }
  }
  try_all(engine, &engine->always, sentence);
  if (sentence == scene->first_own) {
    try_all(engine, &engine->first_only, sentence);
  }
}

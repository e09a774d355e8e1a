/* SPDX-License-Identifier: MIT */
/*
 * Runs a pattern where its key says that a match may be: from the tokens that
 * the key counts back to. That of `sorry [for] to bother`, which is filed under
 * "bother", says at least 2 tokens and at most 3 words:
 *
 *     I   am  sorry  ,   for  to  bother
 *             ↑      ↑   ↑        is met: these are tried
 *
 * A pattern of which nobody knows where it begins is tried on the whole
 * sentence, once.
 */
#include "match/state.h"

void match_try_sentence(struct match_engine *engine, uint32_t pattern,
                        uint32_t sentence) {
  const struct rules_program *program = &engine->rules->patterns[pattern];
  uint32_t zones = engine->scope.zones[engine->rules->aims[pattern].entry];
  uint32_t untried;
  if (zones == 0 ||
      !match_tries_take(&engine->tries, pattern, sentence, &untried) ||
      !match_picture_fits(&engine->picture, program, sentence)) {
    return;
  }
  uint32_t s = match_scene_back(&engine->scene, sentence, untried,
                                program->sentence_ends);
  for (; s <= sentence; s++) {
    if (rules_has_zone(zones, engine->scene.sentences[s].zone)) {
      match_scan(engine, pattern, s);
    }
  }
}

static inline void try_at(struct match_engine *engine,
                          const struct rules_program *program, uint32_t pattern,
                          uint32_t token, uint32_t sentence) {
  if (match_picture_starts(&engine->scene, program, sentence, token)) {
    match_scan_at(engine, pattern, sentence, token);
  }
}

enum { MOST_TOKENS = 64 }; /* some more than PHRASE_MOST_WORDS of keys */

/* Whether a match that begins at a token may have the key's word at the other:
 * so many written words may lie between. What is no word has the number of the
 * word before it. */
static inline bool is_within(const struct match_scene *scene,
                             const struct text_key *key, uint32_t first,
                             uint32_t token) {
  uint32_t words = scene->tokens[token].written - scene->tokens[first].written;
  bool is_word = (scene->signs[first] & TEXT_SIGN_WRITTEN) != 0;
  return words <= key->most + (is_word ? 0U : 1U);
}

/* Tries the tokens where the key says that a match with its word here may
 * begin, and of what phrases pass over, which does not count for the key, a few
 * more. Where one written word or a run of commas goes on and on, the sentence
 * is tried as a whole, once, rather than the same tokens again from each
 * word. */
static void try_back(struct match_engine *engine, const struct text_key *key,
                     uint32_t token, uint32_t sentence) {
  const struct match_scene *scene = &engine->scene;
  const struct rules_program *program = &engine->rules->patterns[key->pattern];
  uint32_t first = scene->sentences[sentence].first_token;
  uint32_t end = token - first < key->least ? first : token + 1 - key->least;
  while (end > first && is_within(scene, key, end - 1, token)) {
    if (token + 1 - end > MOST_TOKENS) {
      match_try_sentence(engine, key->pattern, sentence);
      return;
    }
    try_at(engine, program, key->pattern, --end, sentence);
  }
}

/* The same of a phrase that begins at a sentence's start only. */
static void try_start(struct match_engine *engine, const struct text_key *key,
                      uint32_t token, uint32_t sentence) {
  const struct rules_program *program = &engine->rules->patterns[key->pattern];
  const struct text_sentence *place = &engine->scene.sentences[sentence];
  if (!is_within(&engine->scene, key, place->word_start, token)) {
    return;
  }
  if (token - place->first_token > MOST_TOKENS) {
    match_try_sentence(engine, key->pattern, sentence);
    return;
  }
  for (uint32_t t = place->first_token; t <= place->word_start; t++) {
    try_at(engine, program, key->pattern, t, sentence);
  }
}

void match_try_key(struct match_engine *engine, const struct text_key *key,
                   uint32_t token, uint32_t sentence) {
  const struct rules_program *program = &engine->rules->patterns[key->pattern];
  if (key->from == TEXT_IS_WORD) {
    match_take_word(engine, key->pattern, sentence, token);
  } else if (key->from == TEXT_FROM_ANYWHERE) {
    match_try_sentence(engine, key->pattern, sentence);
  } else if (program->sentence_ends == 0 &&
             !match_sign_fits(engine->scene.sentences[sentence].sign,
                              program)) {
    return;
  } else if (key->from == TEXT_FROM_WORD) {
    match_scan_at(engine, key->pattern, sentence, token);
  } else if (key->from == TEXT_FROM_START) {
    try_start(engine, key, token, sentence);
  } else {
    try_back(engine, key, token, sentence);
  }
}

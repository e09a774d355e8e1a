/* SPDX-License-Identifier: MIT */
/*
 * Runs a pattern where its key says that a match may be: from the tokens that
 * the key counts back to. One of which nobody knows where it begins is tried
 * on the whole sentence, once.
 */
#include "match/state.h"

static uint32_t zones_of(const struct match_engine *engine, uint32_t pattern) {
  return engine->scope.zones[engine->rules->aims[pattern].entry];
}

static bool fits(struct match_engine *engine, uint32_t pattern,
                 uint32_t sentence) {
  return match_picture_fits(&engine->picture, &engine->rules->patterns[pattern],
                            sentence);
}

void match_try_sentence(struct match_engine *engine, uint32_t pattern,
                        uint32_t sentence) {
  uint32_t zones = zones_of(engine, pattern);
  uint32_t untried;
  if (zones == 0 ||
      !match_tries_take(&engine->tries, pattern, sentence, &untried)) {
    return;
  }
  if (!fits(engine, pattern, sentence)) {
    return;
  }
  uint8_t back = engine->rules->patterns[pattern].sentence_ends;
  uint32_t first = sentence;
  while (back > 0 && first > untried &&
         match_scene_goes_on(&engine->scene, first - 1)) {
    first--;
    back--;
  }
  for (uint32_t s = first; s <= sentence; s++) {
    if (rules_has_zone(zones, engine->scene.sentences[s].zone)) {
      match_scan(engine, pattern, s, &engine->found);
    }
  }
}

static void try_at(struct match_engine *engine, uint32_t pattern,
                   uint32_t token, uint32_t sentence) {
  if (match_picture_starts(&engine->scene, &engine->rules->patterns[pattern],
                           sentence, token)) {
    match_scan_at(engine, pattern, sentence, token, &engine->found);
  }
}

/* Whether the token goes on with the written word of the one before. */
static bool continues_word(const struct text_token *token) {
  return token[-1].kind <= TEXT_HYPHEN && token->kind <= TEXT_HYPHEN &&
         token[-1].written == token->written;
}

/* Tries the tokens where the key says that a match with its word here may
 * begin. A comma, which does not count, may be the first of a match. Where one
 * written word or a run of commas goes on and on, the sentence is tried as a
 * whole, once, rather than the same tokens again from each word. */
static void try_back(struct match_engine *engine, const struct text_key *key,
                     uint32_t token, uint32_t sentence) {
  const struct text_token *tokens = engine->scene.tokens;
  enum { MOST_TOKENS = 64 }; /* some more than MOST_WORDS of keys */
  uint32_t first = engine->scene.sentences[sentence].first_token;
  uint32_t last = token;
  uint32_t taken = 0;
  uint32_t words = 0;
  for (;; token--) {
    if (taken >= key->least) {
      try_at(engine, key->pattern, token, sentence);
    }
    if (token == first) {
      return;
    }
    if (!match_is_passed(&tokens[token - 1], false)) {
      taken++;
      words += token - 1 == first || !continues_word(&tokens[token - 1]);
    }
    if (words > key->most) {
      return;
    }
    if (last - token == MOST_TOKENS) {
      match_try_sentence(engine, key->pattern, sentence);
      return;
    }
  }
}

void match_try_key(struct match_engine *engine, const struct text_key *key,
                   uint32_t token, uint32_t sentence) {
  if (key->whole) {
    match_take_word(engine, key->pattern, sentence, token, &engine->found);
  } else if (key->most == TEXT_ANYWHERE) {
    match_try_sentence(engine, key->pattern, sentence);
  } else if (!fits(engine, key->pattern, sentence)) {
    return;
  } else if (key->begins) {
    match_scan_at(engine, key->pattern, sentence, token, &engine->found);
  } else {
    try_back(engine, key, token, sentence);
  }
}

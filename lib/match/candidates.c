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

static uint32_t zones_of(const struct match_engine *engine, uint32_t pattern) {
  return engine->scope.zones[engine->rules->aims[pattern].entry];
}

static bool fits(const struct match_engine *engine, uint32_t pattern,
                 uint32_t sentence) {
  return match_picture_fits(engine->picture, &engine->scene,
                            &engine->rules->patterns[pattern].program,
                            sentence);
}

void match_try_sentence(struct match_engine *engine, uint32_t pattern,
                        uint32_t sentence) {
  uint32_t *tried = &engine->tried[pattern];
  uint32_t done = engine->base + sentence + 1;
  uint32_t zones = zones_of(engine, pattern);
  if (zones == 0 || *tried >= done) {
    return;
  }
  uint32_t untried = 0;
  if (*tried > engine->base) {
    untried = *tried - engine->base;
  }
  *tried = done;
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
  if (match_picture_starts(engine->picture,
                           &engine->rules->patterns[pattern].program, token)) {
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

static void look(struct match_engine *engine, const struct text_key *key,
                 uint32_t token, uint32_t sentence) {
  if (key->most == TEXT_ANYWHERE) {
    match_try_sentence(engine, key->pattern, sentence);
  } else if (fits(engine, key->pattern, sentence)) {
    try_back(engine, key, token, sentence);
  }
}

/* The zones that make a sentence one to be looked at for a pattern: what
 * crosses sentences may end in any. */
static uint32_t zones_at(const struct match_engine *engine,
                         const struct rules_aim *aim, uint32_t sentence) {
  return aim->crosses ? UINT32_MAX
                      : UINT32_C(1) << engine->scene.sentences[sentence].zone;
}

/* Whether the sentence has what most candidates are turned away for. */
static bool has_kinds(const struct match_engine *engine,
                      const struct rules_aim *aim, uint32_t sentence) {
  return (engine->picture->outlines[sentence].bits.kinds & aim->kinds) != 0;
}

static void try_key(struct match_engine *engine, const struct text_key *key,
                    uint32_t token, uint32_t sentence) {
  const struct rules_aim *aim = &engine->rules->aims[key->pattern];
  uint32_t here = zones_at(engine, aim, sentence);
  if ((engine->scope.zones[aim->entry] & here) != 0 &&
      has_kinds(engine, aim, sentence)) {
    look(engine, key, token, sentence);
  }
}

static void try_word(struct match_engine *engine,
                     const struct text_prefilter_tables *filed, uint32_t word,
                     uint32_t token, uint32_t sentence) {
  const struct match_sign sign = engine->picture->signs[token];
  const struct text_key *key = filed->keys + filed->starts[word];
  const struct text_key *end = filed->keys + filed->starts[word + 1];
  for (; key < end; key++) {
    bool before = (key->before & sign.before) != 0;
    bool behind = (key->behind & sign.behind) != 0;
    if (before & behind) { /* one branch: most keys fail, by either */
      try_key(engine, key, token, sentence);
    }
  }
}

/* What no word files. */
static void try_all(struct match_engine *engine,
                    const struct match_patterns *patterns, uint32_t sentence) {
  for (size_t i = 0; i < patterns->count; i++) {
    uint32_t pattern = patterns->items[i];
    const struct rules_aim *aim = &engine->rules->aims[pattern];
    uint32_t here = zones_at(engine, aim, sentence);
    if ((engine->scope.zones[aim->entry] & here) == 0 ||
        !has_kinds(engine, aim, sentence)) {
      continue;
    }
    if (aim->crosses) {
      match_try_sentence(engine, pattern, sentence);
    } else if (fits(engine, pattern, sentence)) {
      match_scan(engine, pattern, sentence, &engine->found);
    }
  }
}

/* What may begin with any word, or at the text's start only. */
static void try_unfiled(struct match_engine *engine, uint32_t sentence) {
  try_all(engine, &engine->wanted_always, sentence);
  if (sentence == engine->scene.first_own) {
    try_all(engine, &engine->first_only, sentence);
  }
}

void match_try_candidates(struct match_engine *engine, uint32_t sentence) {
  const struct text_prefilter_tables *filed = &engine->filed;
  const struct text_sentence *place = &engine->scene.sentences[sentence];
  for (uint32_t t = place->first_token; t < place->token_end; t++) {
    const struct text_token *token = &engine->scene.tokens[t];
    size_t readings = text_token_readings(token);
    for (size_t i = 0; i < readings; i++) {
      if (token->words[i] < filed->words) {
        try_word(engine, filed, token->words[i], t, sentence);
      }
    }
  }
  try_unfiled(engine, sentence);
}

bool match_want_always(struct match_engine *engine) {
  struct match_patterns *wanted = &engine->wanted_always;
  wanted->count = 0;
  for (size_t i = 0; i < engine->always.count; i++) {
    uint32_t pattern = engine->always.items[i];
    if (zones_of(engine, pattern) != 0) {
      match_patterns_add(wanted, pattern);
    }
  }
  return !wanted->failed;
}

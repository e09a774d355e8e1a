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

static bool fits(struct match_engine *engine, uint32_t pattern,
                 uint32_t sentence) {
  return match_picture_fits(
      &engine->picture, &engine->rules->patterns[pattern].program, sentence);
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
  if (match_picture_starts(&engine->scene,
                           &engine->rules->patterns[pattern].program, sentence,
                           token)) {
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

/* A word that was met, and what stands around it. */
struct meeting {
  uint32_t token;
  uint32_t sentence;
  uint32_t zone; /* of the sentence, as a bit */
  uint64_t before;
  uint64_t behind;
};

static void look(struct match_engine *engine, const struct text_key *key,
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

/* Whether the sentence has what most candidates are turned away for. */
static bool has_kinds(struct match_engine *engine, const struct rules_aim *aim,
                      uint32_t sentence) {
  return aim->kinds == UINT64_MAX ||
         (match_picture_outline(&engine->picture, sentence)->bits.kinds &
          aim->kinds) != 0;
}

/* What goes on in another sentence stays in the paragraph, and so in the
 * zone. */
static bool is_looked_for(struct match_engine *engine,
                          const struct rules_aim *aim, uint32_t sentence,
                          uint32_t zone) {
  return (engine->scope.zones[aim->entry] & zone) != 0 &&
         has_kinds(engine, aim, sentence);
}

/* The keys that fit are gathered first, without a branch for each: whether
 * the next one does is hard to foretell. */
static void try_keys(struct match_engine *engine,
                     const struct text_drawer *drawer,
                     const struct meeting *meeting) {
  enum { AT_ONCE = 64 };
  const struct text_key *keys = engine->filed.keys;
  uint32_t fitting[AT_ONCE];
  for (uint32_t first = drawer->first; first < drawer->end; first += AT_ONCE) {
    bool many = drawer->end - first > AT_ONCE;
    uint32_t end = many ? first + AT_ONCE : drawer->end;
    size_t count = 0;
    for (uint32_t i = first; i < end; i++) {
      bool before = (keys[i].before & meeting->before) != 0;
      bool behind = (keys[i].behind & meeting->behind) != 0;
      fitting[count] = i;
      count += before & behind;
    }
    for (size_t i = 0; i < count; i++) {
      const struct text_key *key = &keys[fitting[i]];
      if (is_looked_for(engine, &engine->rules->aims[key->pattern],
                        meeting->sentence, meeting->zone)) {
        look(engine, key, meeting->token, meeting->sentence);
      }
    }
  }
}

static void try_token(struct match_engine *engine, const uint32_t *places,
                      uint32_t token, uint32_t sentence) {
  const struct match_scene *scene = &engine->scene;
  const struct text_sentence *place = &scene->sentences[sentence];
  const struct text_token *met = &scene->tokens[token];
  struct meeting meeting = {
      .token = token,
      .sentence = sentence,
      .zone = UINT32_C(1) << place->zone,
      .before = match_sign_before(scene, place, token),
      .behind = match_sign_behind(scene, place, token),
  };
  size_t readings = text_token_readings(met);
  for (size_t i = 0; i < readings; i++) {
    try_keys(engine, &engine->filed.drawers[places[met->words[i]]], &meeting);
  }
}

/* A neighbour, quickly: beyond one that phrases pass over, anything. */
static inline uint64_t seen(uint64_t sign) {
  return sign | -(sign >> 63);
}

_Static_assert(TEXT_SIGN_PASSED == UINT64_C(1) << 63, "as seen() sees it");

/* Gathers those tokens of [from, to) whose drawer has a key that may fit, and
 * those of several readings. They have neighbours on either side. */
static size_t meet_inner(const struct match_engine *engine,
                         const uint32_t *places, uint32_t from, uint32_t to,
                         uint32_t *met) {
  const struct text_token *tokens = engine->scene.tokens;
  const struct text_drawer *drawers = engine->filed.drawers;
  const uint64_t *signs = engine->scene.text->document->signs.items;
  size_t count = 0;
  for (uint32_t t = from; t < to; t++) {
    const struct text_drawer *drawer = &drawers[places[tokens[t].words[0]]];
    bool before = (drawer->before & seen(signs[t - 1])) != 0;
    bool behind = (drawer->behind & seen(signs[t + 1])) != 0;
    met[count] = t;
    count += (before & behind) | text_token_is_ambiguous(&tokens[t]);
  }
  return count;
}

/* The same of tokens at an end of the sentence: any that have a drawer. */
static size_t meet_outer(const struct match_engine *engine,
                         const uint32_t *places, uint32_t from, uint32_t to,
                         uint32_t *met) {
  const struct text_token *tokens = engine->scene.tokens;
  size_t count = 0;
  for (uint32_t t = from; t < to; t++) {
    met[count] = t;
    count +=
        (places[tokens[t].words[0]] != 0) | text_token_is_ambiguous(&tokens[t]);
  }
  return count;
}

/* What no word files. */
static void try_all(struct match_engine *engine,
                    const struct match_patterns *patterns, uint32_t sentence) {
  uint32_t zone = UINT32_C(1) << engine->scene.sentences[sentence].zone;
  for (size_t i = 0; i < patterns->count; i++) {
    uint32_t pattern = patterns->items[i];
    const struct rules_aim *aim = &engine->rules->aims[pattern];
    if (!is_looked_for(engine, aim, sentence, zone)) {
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

static uint32_t least(uint32_t a, uint32_t b) {
  return a < b ? a : b;
}

static uint32_t most(uint32_t a, uint32_t b) {
  return a > b ? a : b;
}

/* Tries the tokens [from, to) of the sentence, so many at once. */
static void try_tokens(struct match_engine *engine, const uint32_t *places,
                       size_t (*meet)(const struct match_engine *,
                                      const uint32_t *, uint32_t, uint32_t,
                                      uint32_t *),
                       uint32_t from, uint32_t to, uint32_t sentence) {
  enum { AT_ONCE = 128 };
  uint32_t met[AT_ONCE];
  for (; from < to; from = least(to, from + AT_ONCE)) {
    uint32_t end = to - from > AT_ONCE ? from + AT_ONCE : to;
    size_t count = meet(engine, places, from, end, met);
    for (size_t i = 0; i < count; i++) {
      try_token(engine, places, met[i], sentence);
    }
  }
}

static void try_cabinet(struct match_engine *engine, uint8_t cabinet,
                        uint32_t sentence) {
  const struct text_prefilter_tables *filed = &engine->filed;
  const uint32_t *places = filed->places + cabinet * filed->words;
  const struct text_sentence *place = &engine->scene.sentences[sentence];
  uint32_t first = place->first_token;
  uint32_t end = place->token_end;
  /* Between them neither ^ nor $ holds. */
  uint32_t from = least(most(first, place->word_start) + 1, end);
  uint32_t to = most(least(end, place->word_end), from + 1) - 1;
  try_tokens(engine, places, meet_outer, first, from, sentence);
  try_tokens(engine, places, meet_inner, from, to, sentence);
  try_tokens(engine, places, meet_outer, to, end, sentence);
}

void match_try_candidates(struct match_engine *engine, uint32_t sentence) {
  for (uint8_t cabinet = 0; cabinet < TEXT_CABINETS; cabinet++) {
    if (engine->scope.opened[cabinet]) {
      try_cabinet(engine, cabinet, sentence);
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

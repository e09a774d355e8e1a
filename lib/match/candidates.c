/* SPDX-License-Identifier: MIT */
/*
 * Which patterns to try, in steps that hardly branch but in the last:
 *
 *     word ── its drawer fits ──> met ── keys fit ──> entry looked for
 *                                                     in the zone ──> tried
 *     430,000                     68,000    61,000                    57,000
 *     words                       words     of 426,000 keys           keys
 *
 * (in 3,000 mails). A key fits the neighbours and what else is in the sentence.
 * Patterns filed under no word are asked of each sentence.
 *
 *     token     could   you   ,    please   send
 *     drawer    ■       ■     ·    ■        ■      has keys at all
 *     before    any   could  you   any      …      what it sees of the
 *     behind    you    any  please send     …      neighbours; beyond a comma,
 *                                                  anything
 *     met       ■       ·     ·    ■        ·      both are among the signs
 *                                                  of its drawer
 *
 * Of a token with several readings the first is looked at, then the others.
 */
#include "match/state.h"

#include <string.h>

/* ----------------------------------------------------------- under a word */

enum { KEYS_AT_ONCE = 64, TOKENS_AT_ONCE = 128 };

/* What stands around a token, and in its sentence. */
struct around {
  uint64_t before;
  uint64_t behind;
  uint64_t all;
  uint32_t token;
  uint32_t sentence;
};

static inline unsigned has_key(const struct text_drawer *drawer,
                               uint64_t before, uint64_t behind) {
  return ((drawer->before & before) != 0) & ((drawer->behind & behind) != 0);
}

/* Gathers those of the tokens [from, to) of which a key may fit, without a
 * branch for each. There is one at least, and they lie between word_start and
 * word_end of the sentence: outside of these are no words. Returns how many
 * there are. */
static size_t meet(const struct match_scene *scene,
                   const struct text_sentence *sentence,
                   const struct text_drawer *drawers, const uint16_t *places,
                   uint32_t from, uint32_t to, uint32_t met[TOKENS_AT_ONCE]) {
  const struct text_token *tokens = scene->tokens;
  const uint64_t *signs = scene->signs;
  uint32_t *next_met = met;
  uint32_t last = to - 1;
  /* Where ^ or $ holds, it is one of the neighbours. */
  uint64_t before =
      from == sentence->word_start ? TEXT_SIGN_ANY : signs[from - 1];
  uint64_t behind = to == sentence->word_end ? TEXT_SIGN_ANY : signs[to];
  uint64_t here = signs[from];
  for (size_t t = from; t < last; t++) {
    uint64_t next = signs[t + 1];
    *next_met = (uint32_t)t;
    next_met += has_key(&drawers[places[tokens[t].words[0]]], before, next);
    before = here;
    here = next;
  }
  *next_met = last;
  next_met += has_key(&drawers[places[tokens[last].words[0]]], before, behind);
  return (size_t)(next_met - met);
}

/* Gathers those of the keys [key, end) that fit, without a branch for each:
 * whether the next one does is hard to foretell. Returns how many there are. */
static size_t fit(const struct text_key *key, const struct text_key *end,
                  const struct around *around,
                  const struct text_key *fitting[KEYS_AT_ONCE]) {
  const struct text_key **next = fitting;
  uint64_t before = around->before;
  uint64_t behind = around->behind;
  uint64_t all = around->all;
  for (; key < end; key++) {
    *next = key;
    next += ((key->before & before) != 0) & ((key->behind & behind) != 0) &
            ((key->need & all) != 0);
  }
  return (size_t)(next - fitting);
}

/* What goes on in another sentence stays in the paragraph, and so in the
 * zone. */
static bool is_looked_for(const struct match_engine *engine, uint32_t pattern,
                          uint32_t sentence) {
  uint8_t zone = engine->scene.sentences[sentence].zone;
  uint32_t entry = engine->rules->aims[pattern].entry;
  return rules_has_zone(engine->scope.zones[entry], zone);
}

/* Tries the keys of a drawer that fit and are looked for. */
static inline void try_drawer(struct match_engine *engine,
                              const struct text_drawer *drawer,
                              const struct around *around) {
  const struct text_key *fitting[KEYS_AT_ONCE];
  const struct text_key *key = engine->filed.keys + drawer->first;
  const struct text_key *end = engine->filed.keys + drawer->end;
  while (key < end) {
    const struct text_key *stop =
        end - key > KEYS_AT_ONCE ? key + KEYS_AT_ONCE : end;
    size_t count = fit(key, stop, around, fitting);
    for (size_t i = 0; i < count; i++) {
      if (is_looked_for(engine, fitting[i]->pattern, around->sentence)) {
        match_try_key(engine, fitting[i], around->token, around->sentence);
      }
    }
    key = stop;
  }
}

static inline void look_around(struct around *around,
                               const struct match_scene *scene,
                               const struct text_sentence *sentence,
                               uint32_t token) {
  around->before = match_sign_before(scene, sentence, token);
  around->behind = match_sign_behind(scene, sentence, token);
  around->token = token;
}

/* The words of the sentence that are worth a look, by their first reading. */
static void try_words(struct match_engine *engine, const uint16_t *places,
                      struct around *around) {
  uint32_t met[TOKENS_AT_ONCE];
  const struct match_scene *scene = &engine->scene;
  const struct text_drawer *drawers = engine->filed.drawers;
  const struct text_sentence *place = &scene->sentences[around->sentence];
  for (uint32_t from = place->word_start, to; from < place->word_end;
       from = to) {
    uint32_t left = place->word_end - from;
    to = from + (left < TOKENS_AT_ONCE ? left : TOKENS_AT_ONCE);
    size_t count = meet(scene, place, drawers, places, from, to, met);
    for (size_t i = 0; i < count; i++) {
      look_around(around, scene, place, met[i]);
      uint32_t word = scene->tokens[met[i]].words[0];
      try_drawer(engine, &drawers[places[word]], around);
    }
  }
}

/* The other readings of those that have several. */
static void try_readings(struct match_engine *engine, const uint16_t *places,
                         struct around *around) {
  const struct match_scene *scene = &engine->scene;
  const struct text_sentence *place = &scene->sentences[around->sentence];
  for (uint32_t t = place->first_token; t < place->token_end; t++) {
    if ((scene->signs[t] & TEXT_SIGN_SEVERAL) == 0) {
      continue;
    }
    look_around(around, scene, place, t);
    for (size_t i = 1; i < TEXT_READINGS; i++) {
      uint32_t word = scene->tokens[t].words[i];
      try_drawer(engine, &engine->filed.drawers[places[word]], around);
    }
  }
}

/* ----------------------------------------------------------- under no word */

/* Patterns filed under no word. */
static void try_all(struct match_engine *engine,
                    const struct match_patterns *patterns, uint32_t sentence) {
  for (size_t i = 0; i < patterns->count; i++) {
    uint32_t pattern = patterns->items[i];
    const struct rules_aim *aim = &engine->rules->aims[pattern];
    if (!is_looked_for(engine, pattern, sentence)) {
      continue;
    }
    if (aim->crosses) {
      match_try_sentence(engine, pattern, sentence);
    } else if (match_picture_fits(&engine->picture,
                                  &engine->rules->patterns[pattern],
                                  sentence)) {
      match_scan(engine, pattern, sentence, &engine->found);
    }
  }
}

/* What may begin with any word, or at the text's start only. */
static void try_unfiled(struct match_engine *engine, uint32_t sentence) {
  const struct text_sentence *place = &engine->scene.sentences[sentence];
  if ((place->sign & engine->always_signs[place->zone]) != 0) {
    try_all(engine, &engine->wanted_always, sentence);
  }
  if (sentence == engine->scene.first_own) {
    try_all(engine, &engine->first_only, sentence);
  }
}

/* What the pattern's sentence must have, as far as one sign tells. */
static uint64_t need_of(const struct match_engine *engine, uint32_t pattern) {
  return engine->rules->aims[pattern].crosses
             ? TEXT_SIGN_ANY
             : engine->rules->patterns[pattern].need_signs[0];
}

bool match_want_always(struct match_engine *engine) {
  struct match_patterns *wanted = &engine->wanted_always;
  wanted->count = 0;
  wanted->failed = false;
  memset(engine->always_signs, 0, sizeof engine->always_signs);
  for (size_t i = 0; i < engine->always.count; i++) {
    uint32_t pattern = engine->always.items[i];
    uint32_t zones = engine->scope.zones[engine->rules->aims[pattern].entry];
    if (zones == 0) {
      continue;
    }
    match_patterns_add(wanted, pattern);
    uint64_t need = need_of(engine, pattern);
    for (size_t zone = 0; zones >> zone != 0 && zone < COURTESY_ZONE_COUNT;
         zone++) {
      engine->always_signs[zone] |= (zones >> zone & 1) * need;
    }
  }
  return !wanted->failed;
}

/* ---------------------------------------------------------------- the text */

/* A cabinet that is open, or the first two together, and for which zones. */
struct cabinet {
  const uint16_t *places;
  uint32_t zones;
};

/* Returns how many there are. */
static size_t open_cabinets(const struct match_engine *engine,
                            struct cabinet cabinets[TEXT_ROWS]) {
  const uint32_t *opened = engine->scope.opened;
  uint32_t both = opened[RULES_CABINET_USUAL] & opened[RULES_CABINET_ASKED];
  const uint32_t zones[TEXT_ROWS] = {
      [RULES_CABINET_USUAL] = opened[RULES_CABINET_USUAL] & ~both,
      [RULES_CABINET_ASKED] = opened[RULES_CABINET_ASKED] & ~both,
      [RULES_CABINET_OTHERS] = opened[RULES_CABINET_OTHERS],
      [RULES_CABINET_FORMS] = opened[RULES_CABINET_FORMS],
      [TEXT_TOGETHER] = both,
  };
  size_t count = 0;
  for (size_t row = 0; row < TEXT_ROWS; row++) {
    if (zones[row] != 0) {
      cabinets[count++] = (struct cabinet){
          .places = engine->filed.places + row * engine->filed.words,
          .zones = zones[row],
      };
    }
  }
  return count;
}

void match_try_text(struct match_engine *engine) {
  struct cabinet cabinets[TEXT_ROWS];
  size_t count = open_cabinets(engine, cabinets);
  for (uint32_t s = 0; s < engine->scene.sentence_count; s++) {
    const struct text_sentence *sentence = &engine->scene.sentences[s];
    struct around around = {.all = sentence->sign, .sentence = s};
    try_unfiled(engine, s);
    for (size_t i = 0; i < count; i++) {
      if (!rules_has_zone(cabinets[i].zones, sentence->zone)) {
        continue;
      }
      try_words(engine, cabinets[i].places, &around);
      if ((sentence->sign & TEXT_SIGN_SEVERAL) != 0) {
        try_readings(engine, cabinets[i].places, &around);
      }
    }
  }
}

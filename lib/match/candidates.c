/* SPDX-License-Identifier: MIT */
/*
 * Which patterns to try, in steps that hardly branch but in the last:
 *
 *     word ── its drawer fits ──> met ── keys fit ──> entry looked for
 *                                                     in the zone ──> tried
 *     430,000                     69,000    75,000                    59,000
 *     words                       words     of 475,000 keys           keys
 *
 * (in 3,000 mails). A key fits the neighbours and what stands further off;
 * of a drawer with many of them its grid tells which fit the neighbours.
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
#include "text/grid.h"

enum { TOKENS_AT_ONCE = 128, KEYS_AT_ONCE = 64, CANDIDATES = 256 };

/* A sentence that is looked at, in one cabinet. */
struct search {
  const struct text_sentence *place;
  uint32_t sentence;
  const struct text_wing *wing; /* where the cabinet stands, */
  const uint16_t *places;       /* and of its drawers */
};

/* What stands around a token, and further off. */
struct around {
  uint64_t before;
  uint64_t behind;
  uint64_t far[TEXT_WHERES]; /* in its sentence, and beyond the neighbours */
  uint32_t token;
};

/* A key that fits at a token. */
struct candidate {
  const struct text_key *key;
  uint32_t token;
};

static inline unsigned has_key(const struct text_drawer *drawer,
                               uint64_t before, uint64_t behind) {
  return ((drawer->before & before) != 0) & ((drawer->behind & behind) != 0);
}

/* Gathers those of the tokens [from, to) of which a key may fit, by their first
 * reading, without a branch for each. There is one at least, and they lie
 * between word_start and word_end of the sentence: outside of these are no
 * words. Returns how many there are. */
static size_t meet(const struct match_engine *engine,
                   const struct search *search, uint32_t from, uint32_t to,
                   uint32_t met[TOKENS_AT_ONCE]) {
  const struct text_token *tokens = engine->scene.tokens;
  const uint64_t *signs = engine->scene.signs;
  const struct text_drawer *drawers = search->wing->drawers;
  const uint16_t *places = search->places;
  uint32_t *next_met = met;
  uint32_t last = to - 1;
  /* Where ^ or $ holds, it is one of the neighbours. */
  uint64_t before =
      from == search->place->word_start ? TEXT_SIGN_ANY : signs[from - 1];
  uint64_t behind = to == search->place->word_end ? TEXT_SIGN_ANY : signs[to];
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

/* Gathers those that have several readings. */
static size_t meet_ambiguous(const struct match_engine *engine, uint32_t from,
                             uint32_t to, uint32_t met[TOKENS_AT_ONCE]) {
  size_t count = 0;
  for (uint32_t t = from; t < to; t++) {
    met[count] = t;
    count += (engine->scene.signs[t] & TEXT_SIGN_SEVERAL) != 0;
  }
  return count;
}

/* Adds those of the keys [key, end) that fit, without a branch for each:
 * whether the next one does is hard to foretell. Returns the end of all. */
static inline struct candidate *fit(const struct text_key *key,
                                    const struct text_key *end,
                                    const struct around *around,
                                    struct candidate *next) {
  for (; key < end; key++) {
    *next = (struct candidate){key, around->token};
    next += ((key->before & around->before) != 0) &
            ((key->behind & around->behind) != 0) &
            ((key->need & around->far[key->where]) != 0);
  }
  return next;
}

/* The same of all keys of a drawer that has a grid. */
static inline struct candidate *fit_by_grid(const struct text_wing *wing,
                                            const struct text_drawer *drawer,
                                            const struct around *around,
                                            struct candidate *next) {
  const struct text_key *keys = wing->keys + drawer->first;
  uint64_t fits = text_grid_fit(text_grid_of(wing->grids, drawer->grid),
                                drawer->count, around->before, around->behind);
  for (; fits != 0; fits &= fits - 1) {
    const struct text_key *key = keys + __builtin_ctzll(fits);
    *next = (struct candidate){key, around->token};
    next += (key->need & around->far[key->where]) != 0;
  }
  return next;
}

/* Tries those candidates that are looked for in the zone. What goes on in
 * another sentence stays in the paragraph, and so in the zone. Returns where
 * new ones go. */
static struct candidate *try_candidates(struct match_engine *engine,
                                        const struct search *search,
                                        struct candidate *candidates,
                                        const struct candidate *end) {
  uint8_t zone = search->place->zone;
  const struct rules_aim *aims = engine->rules->aims;
  const uint32_t *zones = engine->scope.zones;
  for (const struct candidate *one = candidates; one < end; one++) {
    if (rules_has_zone(zones[aims[one->key->pattern].entry], zone)) {
      match_try_key(engine, one->key, one->token, search->sentence);
    }
  }
  return candidates;
}

static inline void look_around(struct around *around,
                               const struct match_scene *scene,
                               const struct text_sentence *sentence,
                               uint32_t token) {
  around->before = match_sign_before(scene, sentence, token);
  around->behind = match_sign_behind(scene, sentence, token);
  around->far[TEXT_TWO_BEFORE] = match_sign_two_before(scene, token);
  around->far[TEXT_TWO_BEHIND] = match_sign_two_behind(scene, token);
  around->token = token;
}

/* Tries the keys of the tokens, by one of their readings. */
static void try_met(struct match_engine *engine, const struct search *search,
                    const uint32_t *met, size_t count, size_t reading) {
  struct candidate candidates[CANDIDATES];
  const struct candidate *full = candidates + CANDIDATES - KEYS_AT_ONCE;
  struct candidate *next = candidates;
  const struct match_scene *scene = &engine->scene;
  struct around around = {.far[TEXT_IN_SENTENCE] = search->place->sign};
  for (const uint32_t *end = met + count; met < end; met++) {
    uint32_t word = scene->tokens[*met].words[reading];
    const struct text_drawer *drawer =
        &search->wing->drawers[search->places[word]];
    look_around(&around, scene, search->place, *met);
    next =
        next <= full ? next : try_candidates(engine, search, candidates, next);
    if (drawer->grid != 0) {
      next = fit_by_grid(search->wing, drawer, &around, next);
      continue;
    }
    const struct text_key *key = search->wing->keys + drawer->first;
    const struct text_key *keys_end = key + drawer->count;
    for (; keys_end - key > KEYS_AT_ONCE; key += KEYS_AT_ONCE) {
      next = fit(key, key + KEYS_AT_ONCE, &around, next);
      next = try_candidates(engine, search, candidates, next);
    }
    next = fit(key, keys_end, &around, next);
  }
  try_candidates(engine, search, candidates, next);
}

static void try_words(struct match_engine *engine,
                      const struct search *search) {
  uint32_t met[TOKENS_AT_ONCE];
  uint32_t end = search->place->word_end;
  bool ambiguous = (search->place->sign & TEXT_SIGN_SEVERAL) != 0;
  for (uint32_t from = search->place->word_start, to; from < end; from = to) {
    to = end - from < TOKENS_AT_ONCE ? end : from + TOKENS_AT_ONCE;
    size_t count = meet(engine, search, from, to, met);
    try_met(engine, search, met, count, 0);
    count = ambiguous ? meet_ambiguous(engine, from, to, met) : 0;
    for (size_t reading = 1; reading < TEXT_READINGS && count > 0; reading++) {
      try_met(engine, search, met, count, reading);
    }
  }
}

/* ---------------------------------------------------------------- the text */

/* A cabinet that is open, or the first two together, and for which zones. */
struct cabinet {
  const struct text_wing *wing;
  const uint16_t *places;
  uint32_t zones;
};

/* Returns how many there are. */
static size_t open_cabinets(const struct match_engine *engine,
                            struct cabinet cabinets[TEXT_ROWS]) {
  const struct text_prefilter *filed = &engine->rules->prefilter;
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
          .wing = &filed->wings[text_wing_of(row)],
          .places = text_prefilter_places(filed, row),
          .zones = zones[row],
      };
    }
  }
  return count;
}

void match_try_text(struct match_engine *engine) {
  struct cabinet cabinets[TEXT_ROWS];
  struct search search;
  size_t count = open_cabinets(engine, cabinets);
  for (uint32_t s = 0; s < engine->scene.sentence_count; s++) {
    const struct text_sentence *sentence = &engine->scene.sentences[s];
    search.sentence = s;
    search.place = sentence;
    match_try_unfiled(engine, s);
    for (size_t i = 0; i < count; i++) {
      if (!rules_has_zone(cabinets[i].zones, sentence->zone)) {
        continue;
      }
      search.wing = cabinets[i].wing;
      search.places = cabinets[i].places;
      try_words(engine, &search);
    }
  }
}

/* SPDX-License-Identifier: MIT */
/*
 * What silences a hit: an `except` anywhere in its sentences or, for an item of
 * a list, in the one that leads to that; an `except-here` that overlaps it.
 *
 *     hit ─> ground ─ rows ─> vetoes that may be there ─ run ─> one that is
 *
 * Of dozens of vetoes hardly one shares with the ground what it needs, and only
 * those that do are run. Hits of an entry in one place ask for the same ones:
 * the engine keeps what they were told.
 */
#include "match/state.h"

/* -------------------------------------------------- where a veto may be */

/* Sentences [first, end), and their signs together. */
struct around {
  uint32_t first;
  uint32_t end;
  uint64_t sign;
};

/* All that a veto of so many sentence ends may touch where it silences the
 * hit. */
static struct around around_of(const struct match_scene *scene,
                               const struct match_hit *hit, unsigned ends) {
  struct around around = {.first =
                              match_scene_back(scene, hit->sentence, 0, ends),
                          .end = hit->last_sentence + 1,
                          .sign = TEXT_SIGN_EDGE};
  for (; ends > 0 && match_scene_goes_on(scene, around.end - 1); ends--) {
    around.end++;
  }
  for (uint32_t s = around.first; s < around.end; s++) {
    around.sign |= scene->sentences[s].sign;
  }
  return around;
}

/* What a veto must share with the place of a hit. */
struct ground {
  const struct match_hit *hit;
  const struct match_outline *outline; /* of its only sentence; NULL: there are
                                          several */
  uint64_t sign;                       /* of that, */
  uint64_t words;                      /* and its words; else anything */
};

static bool has_need_around(const struct match_engine *engine,
                            const struct around *around, uint16_t need) {
  bool has = false;
  for (uint32_t s = around->first; s < around->end && !has; s++) {
    has = match_has_need(&engine->rules->code, need,
                         match_picture_outline(&engine->picture, s));
  }
  return has;
}

/* Whether a veto of several sentences may be where it silences the hit. */
static bool may_cross(const struct match_engine *engine,
                      const struct rules_program *program,
                      const struct ground *ground) {
  struct around around =
      around_of(&engine->scene, ground->hit, program->sentence_ends);
  bool may = match_sign_fits(around.sign, program);
  for (size_t i = 0; i < program->need_count && may; i++) {
    may = has_need_around(engine, &around, program->needs[i]);
  }
  return may;
}

static struct ground ground_of(const struct match_engine *engine,
                               const struct match_hit *hit) {
  struct ground ground = {
      .hit = hit, .sign = TEXT_SIGN_ANY, .words = UINT64_MAX};
  if (hit->sentence == hit->last_sentence) {
    ground.outline = match_picture_outline(&engine->picture, hit->sentence);
    ground.sign = engine->scene.sentences[hit->sentence].sign | TEXT_SIGN_EDGE;
    ground.words = rules_bits_folded(&ground.outline->words);
  }
  return ground;
}

static uint32_t least(uint32_t one, uint32_t other) {
  return one < other ? one : other;
}

/* Whether the tokens [first, end), which are part of the sentence, hold all
 * matches of so many words that overlap the hit. */
static bool holds_all_near(const struct match_scene *scene,
                           const struct match_hit *hit, uint32_t reach,
                           uint32_t first, uint32_t end) {
  const struct text_sentence *sentence = &scene->sentences[hit->sentence];
  const struct text_token *tokens = scene->tokens;
  return (first == sentence->first_token ||
          tokens[first - 1].written + reach <
              tokens[hit->first_token].written) &&
         (end == sentence->token_end ||
          tokens[end].written > tokens[hit->token_end - 1].written + reach);
}

/* The ground of a hit in a long sentence for vetoes of so many words that
 * overlap it: what stands near it. Returns false where it is better to ask for
 * all of the sentence. */
static bool ground_near(const struct match_engine *engine,
                        const struct match_hit *hit, uint32_t reach,
                        struct match_outline *outline, struct ground *ground) {
  enum { LONG = 48, MORE = 2 }; /* words; tokens that are none */
  const struct match_scene *scene = &engine->scene;
  const struct text_sentence *sentence = &scene->sentences[hit->sentence];
  if (sentence->words < LONG + 2 * reach ||
      hit->sentence != hit->last_sentence) {
    return false;
  }
  uint32_t around = reach + MORE;
  uint32_t first = hit->first_token -
                   least(hit->first_token - sentence->first_token, around);
  uint32_t end =
      hit->token_end + least(sentence->token_end - hit->token_end, around);
  if (hit->first_token == hit->token_end ||
      !holds_all_near(scene, hit, reach, first, end)) {
    return false;
  }
  uint64_t sign = TEXT_SIGN_EDGE;
  for (uint32_t t = first; t < end; t++) {
    sign |= scene->signs[t];
  }
  match_outline_draw(outline, scene->tokens + first, scene->tokens + end, sign);
  *ground = (struct ground){.hit = hit,
                            .outline = outline,
                            .sign = sign,
                            .words = rules_bits_folded(&outline->words)};
  return true;
}

/* Whether the veto may be where it silences the hit. */
static inline bool may_be_there(struct match_engine *engine,
                                const struct rules_program *program,
                                const struct ground *ground) {
  if (program->sentence_ends > 0 || ground->outline == NULL) {
    return may_cross(engine, program, ground);
  }
  return match_sign_fits(ground->sign, program) &&
         match_has_needs(&engine->rules->code, program, ground->outline);
}

/* Some vetoes of an entry, asked by their rows, as many at once as a number has
 * bits: nearly always that is all. */
struct asked {
  const struct rules_veto_row *rows;
  struct rules_range left; /* patterns that were not asked yet */
  uint64_t bits; /* of those asked last, from `first` on: which may be there by
                    what their rows tell */
  uint32_t first;
};

static inline void ask_more(struct asked *vetoes, const struct ground *ground) {
  enum { MOST = 64 };
  struct rules_range *left = &vetoes->left;
  uint32_t count = left->count < MOST ? left->count : MOST;
  uint32_t rows = rules_veto_rows(count);
  for (uint32_t i = rows; i > 0; i--) {
    vetoes->bits =
        vetoes->bits << BASE_FOUR |
        rules_veto_row_fits(&vetoes->rows[i - 1], ground->sign, ground->words);
  }
  vetoes->first = left->first;
  vetoes->rows += rows;
  left->first += count;
  left->count -= count;
}

/* Takes the next veto that may be where it silences the hit. Returns false when
 * there is none. */
static inline bool next_veto(struct match_engine *engine, struct asked *vetoes,
                             const struct ground *ground, uint32_t *pattern) {
  for (;;) {
    while (vetoes->bits != 0) {
      *pattern = vetoes->first + (uint32_t)__builtin_ctzll(vetoes->bits);
      vetoes->bits &= vetoes->bits - 1;
      if (may_be_there(engine, &engine->rules->patterns[*pattern], ground)) {
        return true;
      }
    }
    if (vetoes->left.count == 0) {
      return false;
    }
    ask_more(vetoes, ground);
  }
}

/* ----------------------------------------------- anywhere in the sentences */

/* Whether the veto is in the sentences of the hit. One of several sentences may
 * begin before them, but must end in them or behind. */
static bool stands_around(struct match_engine *engine, uint32_t pattern,
                          const struct match_hit *hit) {
  const struct match_scene *scene = &engine->scene;
  const struct text_sentence *sentences = scene->sentences;
  uint8_t ends = engine->rules->patterns[pattern].sentence_ends;
  uint32_t after = sentences[hit->sentence].first_token;
  uint32_t s = match_scene_back(scene, hit->sentence, 0, ends);
  bool stands = false;
  for (; s <= hit->last_sentence && !stands; s++) {
    stands = match_furthest(engine, pattern, s, sentences[s].first_token,
                            sentences[s].token_end) > after;
  }
  return stands;
}

/* Returns whether there is one, and which. */
static bool find_anywhere(struct match_engine *engine,
                          const struct ground *ground, uint32_t *by) {
  const struct courtesy_ruleset *rules = engine->rules;
  uint32_t entry = ground->hit->entry;
  struct asked vetoes = {
      .rows = rules->vetoes + rules->scopes[entry].vetoes,
      .left = rules->entries[entry].except,
  };
  while (next_veto(engine, &vetoes, ground, by)) {
    if (stands_around(engine, *by, ground->hit)) {
      return true;
    }
  }
  return false;
}

/* The lead of a list may be long, and the items many. */
static bool find_in_lead(struct match_engine *engine, uint32_t entry,
                         uint32_t list, uint32_t *by) {
  struct match_lead *lead = &engine->lead;
  if (lead->list != list || lead->entry != entry) {
    struct match_hit whole = {
        .entry = entry, .sentence = list - 1, .last_sentence = list - 1};
    struct ground ground = ground_of(engine, &whole);
    *lead = (struct match_lead){.list = list, .entry = entry};
    lead->vetoes = find_anywhere(engine, &ground, &lead->pattern);
  }
  *by = lead->pattern;
  return lead->vetoes;
}

/* What is told of an entry's first hit in a place holds for the others. */
static inline void fill_vetoes(struct match_engine *engine,
                               const struct ground *ground) {
  const struct match_hit *hit = ground->hit;
  struct match_vetoes *vetoes = &engine->vetoes;
  uint32_t other = (vetoes->entry ^ hit->entry) |
                   (vetoes->first ^ hit->sentence) |
                   (vetoes->last ^ hit->last_sentence);
  if (vetoes->filled && other == 0) {
    return;
  }
  vetoes->filled = true;
  vetoes->entry = hit->entry;
  vetoes->first = hit->sentence;
  vetoes->last = hit->last_sentence;
  vetoes->looked = 0;
  vetoes->furthest = 0;
  uint32_t list = engine->scene.sentences[hit->sentence].list;
  vetoes->anywhere =
      find_anywhere(engine, ground, &vetoes->pattern) ||
      (list > 0 && find_in_lead(engine, hit->entry, list, &vetoes->pattern));
}

/* ------------------------------------------------------------ over the hit */

/* The first token, not before `first`, from which the veto may reach the
 * hit. A regex may match behind all tokens. */
static uint32_t first_near(const struct match_scene *scene,
                           const struct rules_program *program,
                           const struct match_hit *hit, uint32_t first) {
  const struct text_token *tokens = scene->tokens;
  uint32_t token = hit->first_token;
  if (token == scene->sentences[hit->sentence].token_end ||
      program->reach == RULES_ANY_WORDS) {
    return first;
  }
  uint32_t written = tokens[token].written;
  uint32_t near = written - least(written, program->reach);
  token -= least(token - first, program->reach); /* of one word each, or less */
  while (token > first && tokens[token - 1].written >= near) {
    token--;
  }
  return token;
}

static uint32_t later(uint32_t one, uint32_t other) {
  return one > other ? one : other;
}

/* Looks where nobody looked yet for a veto that may overlap the hit. */
static void look_here(struct match_engine *engine, uint32_t pattern,
                      const struct match_hit *hit) {
  const struct match_scene *scene = &engine->scene;
  const struct text_sentence *sentences = scene->sentences;
  const struct rules_program *program = &engine->rules->patterns[pattern];
  struct match_vetoes *vetoes = &engine->vetoes;
  uint32_t s =
      match_scene_back(scene, hit->sentence, 0, program->sentence_ends);
  uint32_t first = later(sentences[s].first_token, vetoes->looked);
  uint32_t from = later(first_near(scene, program, hit, first), first);
  for (; s <= hit->last_sentence; s++) {
    uint32_t end = sentences[s].token_end;
    uint32_t furthest = match_furthest(
        engine, pattern, s, later(from, sentences[s].first_token),
        hit->token_end < end ? hit->token_end : end);
    if (furthest > vetoes->furthest) {
      vetoes->furthest = furthest;
      vetoes->here = pattern;
    }
  }
}

/* Whether one overlaps the hit: all begin before its end. */
static bool find_here(struct match_engine *engine, const struct ground *whole,
                      uint32_t *by) {
  const struct courtesy_ruleset *rules = engine->rules;
  const struct match_hit *hit = whole->hit;
  struct match_vetoes *vetoes = &engine->vetoes;
  const struct courtesy_rule *entry = &rules->entries[hit->entry];
  struct asked asked = {
      .rows = rules->vetoes + rules->scopes[hit->entry].vetoes +
              rules_veto_rows(entry->except.count),
      .left = entry->except_here,
  };
  if (asked.left.count == 0) {
    return false;
  }
  struct match_outline outline;
  struct ground near;
  const struct ground *ground =
      ground_near(engine, hit, rules->scopes[hit->entry].reach, &outline, &near)
          ? &near
          : whole;
  for (uint32_t i; next_veto(engine, &asked, ground, &i);) {
    look_here(engine, i, hit);
  }
  vetoes->looked = hit->token_end;
  if (vetoes->furthest <= hit->first_token) {
    return false;
  }
  *by = vetoes->here;
  return true;
}

bool match_is_vetoed(struct match_engine *engine, const struct match_hit *hit,
                     uint32_t *by) {
  struct ground ground = ground_of(engine, hit);
  fill_vetoes(engine, &ground);
  if (engine->vetoes.anywhere) {
    *by = engine->vetoes.pattern;
    return true;
  }
  return find_here(engine, &ground, by);
}

/* SPDX-License-Identifier: MIT */
/* What silences a hit: an `except` anywhere in its sentences or, for an item of
 * a list, in the one that leads to that; an `except-here` that overlaps it.
 * Hits of an entry in one place ask for the same vetoes. */
#include "match/state.h"

/* Those that end before the token are dropped. */
static void drop_before(struct match_hits *hits, uint32_t token) {
  size_t kept = 0;
  for (size_t i = 0; i < hits->count; i++) {
    if (hits->items[i].token_end > token) {
      hits->items[kept++] = hits->items[i];
    }
  }
  hits->count = kept;
}

/* The first sentence in which a veto of so many sentence ends may begin that
 * silences the hit. */
static uint32_t first_around(const struct match_scene *scene,
                             const struct match_hit *hit, unsigned ends) {
  uint32_t first = hit->sentence;
  for (; ends > 0 && first > 0 && match_scene_goes_on(scene, first - 1);
       ends--) {
    first--;
  }
  return first;
}

/* Whether a veto of several sentences may be where it silences the hit, by the
 * signs of all that it may touch. */
static bool may_cross(const struct match_scene *scene,
                      const struct rules_program *program,
                      const struct match_hit *hit) {
  unsigned ends = program->sentence_ends;
  uint64_t sign = 0;
  uint32_t s = first_around(scene, hit, ends);
  for (; s <= hit->last_sentence; s++) {
    sign |= scene->sentences[s].sign;
  }
  for (; ends > 0 && match_scene_goes_on(scene, s - 1); ends--) {
    sign |= scene->sentences[s++].sign;
  }
  return match_sign_fits(sign, program);
}

/* Whether the veto may be where it silences the hit, told at once for most by
 * the signs there. `sign` is that of the hit's one sentence; of several
 * sentences, all. */
static inline bool may_veto(struct match_engine *engine,
                            const struct rules_program *program,
                            const struct match_hit *hit, uint64_t sign) {
  if (program->sentence_ends > 0) {
    return may_cross(&engine->scene, program, hit);
  }
  return match_sign_fits(sign, program) &&
         (hit->sentence != hit->last_sentence ||
          match_picture_fits_closely(&engine->picture, program, hit->sentence));
}

/* Adds what the veto finds in the sentences of the hit. One of several
 * sentences may begin before them, but must end in them or behind. */
static void scan_veto(struct match_engine *engine, uint32_t pattern,
                      const struct match_hit *hit, struct match_hits *hits) {
  const struct match_scene *scene = &engine->scene;
  uint8_t ends = engine->rules->patterns[pattern].sentence_ends;
  uint32_t first = first_around(scene, hit, ends);
  for (uint32_t s = first; s <= hit->last_sentence; s++) {
    match_scan(engine, pattern, s, hits);
  }
  if (first < hit->sentence) {
    drop_before(hits, scene->sentences[hit->sentence].first_token);
  }
}

static inline void find_anywhere(struct match_engine *engine,
                                 const struct match_hit *hit, uint64_t sign) {
  struct match_vetoes *vetoes = &engine->vetoes;
  struct rules_range range = engine->rules->entries[hit->entry].except;
  const struct rules_program *programs = engine->rules->patterns + range.first;
  for (uint32_t i = 0; i < range.count && !vetoes->anywhere; i++) {
    if (may_veto(engine, &programs[i], hit, sign)) {
      scan_veto(engine, range.first + i, hit, &vetoes->hits);
      vetoes->anywhere = vetoes->hits.count > 0;
      vetoes->pattern = range.first + i;
    }
  }
}

/* The lead of a list may be long, and the items many. */
static void find_in_lead(struct match_engine *engine,
                         const struct match_hit *hit, uint32_t list) {
  struct match_vetoes *vetoes = &engine->vetoes;
  struct match_lead *lead = &engine->lead;
  if (lead->list == list && lead->entry == hit->entry) {
    vetoes->anywhere = lead->vetoes;
    vetoes->pattern = lead->pattern;
    return;
  }
  struct match_hit whole = {
      .entry = hit->entry, .sentence = list - 1, .last_sentence = list - 1};
  find_anywhere(engine, &whole, engine->scene.sentences[list - 1].sign);
  *lead =
      (struct match_lead){list, hit->entry, vetoes->anywhere, vetoes->pattern};
}

/* Sorted by start, and of those with overlapping spans each ends later than
 * all before it: what lies inside another vetoes nothing more. */
static void find_here(struct match_engine *engine, const struct match_hit *hit,
                      uint64_t sign) {
  struct match_hits *hits = &engine->vetoes.hits;
  struct rules_range range = engine->rules->entries[hit->entry].except_here;
  const struct rules_program *programs = engine->rules->patterns + range.first;
  for (uint32_t i = 0; i < range.count; i++) {
    if (may_veto(engine, &programs[i], hit, sign)) {
      scan_veto(engine, range.first + i, hit, hits);
    }
  }
  if (hits->count < 2) {
    return;
  }
  match_sort_hits(hits->items, hits->count);
  size_t kept = 1;
  for (size_t i = 1; i < hits->count; i++) {
    if (hits->items[i].end > hits->items[kept - 1].end) {
      hits->items[kept++] = hits->items[i];
    }
  }
  hits->count = kept;
}

static void fill_vetoes(struct match_engine *engine,
                        const struct match_hit *hit) {
  struct match_vetoes *vetoes = &engine->vetoes;
  if (vetoes->filled && vetoes->entry == hit->entry &&
      vetoes->first == hit->sentence && vetoes->last == hit->last_sentence) {
    return;
  }
  vetoes->filled = true;
  vetoes->entry = hit->entry;
  vetoes->first = hit->sentence;
  vetoes->last = hit->last_sentence;
  vetoes->anywhere = false;
  vetoes->hits.count = 0;
  uint64_t sign = hit->sentence == hit->last_sentence
                      ? engine->scene.sentences[hit->sentence].sign
                      : TEXT_SIGN_ANY;
  find_anywhere(engine, hit, sign);
  uint32_t list = engine->scene.sentences[hit->sentence].list;
  if (!vetoes->anywhere && list > 0) {
    find_in_lead(engine, hit, list);
  }
  if (!vetoes->anywhere) {
    find_here(engine, hit, sign);
  }
}

/* The first veto that ends behind the hit's start: the one to overlap it, if
 * any does. */
static const struct match_hit *veto_here(const struct match_vetoes *vetoes,
                                         const struct match_hit *hit) {
  size_t low = 0;
  size_t high = vetoes->hits.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (vetoes->hits.items[middle].end <= hit->start) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const struct match_hit *veto =
      low < vetoes->hits.count ? &vetoes->hits.items[low] : NULL;
  return veto != NULL && match_overlap(veto, hit) ? veto : NULL;
}

bool match_is_vetoed(struct match_engine *engine, const struct match_hit *hit,
                     uint32_t *by) {
  const struct match_vetoes *vetoes = &engine->vetoes;
  fill_vetoes(engine, hit);
  if (vetoes->anywhere) {
    *by = vetoes->pattern;
    return true;
  }
  const struct match_hit *veto = veto_here(vetoes, hit);
  if (veto != NULL) {
    *by = veto->pattern;
  }
  return veto != NULL;
}

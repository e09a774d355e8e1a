/* SPDX-License-Identifier: MIT */
/*
 * From all matches to hits:
 *
 *     every match of every pattern
 *        │ of each entry the leftmost, of those the longest, not overlapping
 *        ▼
 *     hits ── inside quotation marks, or vetoed: `fate` says so
 *
 * A match that is quoted or vetoed was chosen before: it hides shorter ones.
 */
#include "match/state.h"

#include <stdlib.h>

static uint64_t pair(uint32_t high, uint32_t low) {
  return (uint64_t)high << 32 | low;
}

/* By entry, then place, then the longer, then the earlier pattern. */
static inline bool goes_before(const struct match_hit *a,
                               const struct match_hit *b) {
  uint64_t left = pair(a->entry, a->sentence);
  uint64_t right = pair(b->entry, b->sentence);
  if (left == right) {
    left = pair(a->start, UINT32_MAX - a->end);
    right = pair(b->start, UINT32_MAX - b->end);
  }
  if (left == right) {
    /* The parts of a contraction begin at the same byte. */
    left = pair(a->pattern, a->first_token);
    right = pair(b->pattern, b->first_token);
  }
  return left < right;
}

static int compare_hits(const void *left, const void *right) {
  return goes_before(right, left) - goes_before(left, right);
}

static void sort_hits(struct match_hits *hits) {
  qsort(hits->items, hits->count, sizeof *hits->items, compare_hits);
}

enum { FEW = 48 };

/* A hit's place in the order, with what tells most of them apart. */
struct rank {
  uint64_t entry_and_sentence;
  size_t hit;
};

static inline bool ranks_before(const struct match_hits *hits, struct rank a,
                                struct rank b) {
  return a.entry_and_sentence != b.entry_and_sentence
             ? a.entry_and_sentence < b.entry_and_sentence
             : goes_before(&hits->items[a.hit], &hits->items[b.hit]);
}

/* Most texts have few matches: these stay where they are, and their order is
 * told, without the memory that qsort asks for. */
static void rank_few(const struct match_hits *hits, struct rank ranks[FEW]) {
  for (size_t i = 0; i < hits->count; i++) {
    const struct match_hit *hit = &hits->items[i];
    struct rank rank = {pair(hit->entry, hit->sentence), i};
    size_t place = i;
    for (; place > 0 && ranks_before(hits, rank, ranks[place - 1]); place--) {
      ranks[place] = ranks[place - 1];
    }
    ranks[place] = rank;
  }
}

static bool overlap(const struct match_hit *a, const struct match_hit *b) {
  return a->source == b->source && a->start < b->end && b->start < a->end;
}

static bool is_quoted(const struct match_scene *scene,
                      const struct match_hit *hit) {
  for (uint32_t i = hit->first_token; i < hit->token_end; i++) {
    if (scene->tokens[i].kind != TEXT_SKIPPED &&
        (scene->tokens[i].flags & TEXT_QUOTED) == 0) {
      return false;
    }
  }
  return hit->first_token < hit->token_end;
}

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

/* Whether the veto can be in the sentences of the hit, told at once for most:
 * those of one sentence that lack in it what they begin with, or need. */
static inline bool may_veto(struct match_engine *engine, uint32_t pattern,
                            const struct match_hit *hit) {
  const struct rules_program *program =
      &engine->rules->patterns[pattern].program;
  return program->sentence_ends > 0 || hit->sentence != hit->last_sentence ||
         match_picture_fits(&engine->picture, program, hit->sentence);
}

/* Adds what the veto finds in the sentences of the hit. A veto of several
 * sentences may begin before them, but must end in them. */
static void scan_veto(struct match_engine *engine, uint32_t pattern,
                      const struct match_hit *hit, struct match_hits *hits) {
  const struct match_scene *scene = &engine->scene;
  uint32_t first = hit->sentence;
  uint8_t back = engine->rules->patterns[pattern].program.sentence_ends;
  while (back > 0 && first > 0 && match_scene_goes_on(scene, first - 1)) {
    first--;
    back--;
  }
  for (uint32_t s = first; s <= hit->last_sentence; s++) {
    match_scan(engine, pattern, s, hits);
  }
  if (first < hit->sentence) {
    drop_before(hits, scene->sentences[hit->sentence].first_token);
  }
}

static void find_anywhere(struct match_engine *engine,
                          const struct match_hit *hit) {
  struct match_vetoes *vetoes = &engine->vetoes;
  struct rules_range range = engine->rules->entries[hit->entry].except;
  for (uint32_t i = 0; i < range.count && !vetoes->anywhere; i++) {
    vetoes->hits.count = 0;
    if (may_veto(engine, range.first + i, hit)) {
      scan_veto(engine, range.first + i, hit, &vetoes->hits);
    }
    vetoes->anywhere = vetoes->hits.count > 0;
    vetoes->pattern = range.first + i;
  }
  vetoes->hits.count = 0;
}

/* Sorted by start, and of those with overlapping spans each ends later than
 * all before it: what lies inside another vetoes nothing more. */
static void find_here(struct match_engine *engine,
                      const struct match_hit *hit) {
  struct match_hits *hits = &engine->vetoes.hits;
  struct rules_range range = engine->rules->entries[hit->entry].except_here;
  for (uint32_t i = 0; i < range.count; i++) {
    if (may_veto(engine, range.first + i, hit)) {
      scan_veto(engine, range.first + i, hit, hits);
    }
  }
  if (hits->count < 2) {
    return;
  }
  sort_hits(hits);
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
  find_anywhere(engine, hit);
  if (!vetoes->anywhere) {
    find_here(engine, hit);
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
  return veto != NULL && overlap(veto, hit) ? veto : NULL;
}

static void decide(struct match_engine *engine, struct match_hit *hit) {
  const struct courtesy_rule *entry = &engine->rules->entries[hit->entry];
  if (!entry->quoted && is_quoted(&engine->scene, hit)) {
    hit->fate = MATCH_QUOTED;
    return;
  }
  if (entry->except.count == 0 && entry->except_here.count == 0) {
    return;
  }
  fill_vetoes(engine, hit);
  const struct match_hit *veto = veto_here(&engine->vetoes, hit);
  if (engine->vetoes.anywhere) {
    hit->fate = MATCH_VETOED;
    hit->veto = engine->vetoes.pattern;
  } else if (veto != NULL) {
    hit->fate = MATCH_VETOED;
    hit->veto = veto->pattern;
  }
}

void match_settle(struct match_engine *engine, struct match_hits *hits) {
  struct match_hits *found = &engine->found;
  struct rank ranks[FEW];
  bool few = found->count <= FEW;
  if (few) {
    rank_few(found, ranks);
  } else {
    sort_hits(found);
  }
  engine->vetoes.filled = false;
  size_t first = hits->count;
  for (size_t i = 0; i < found->count; i++) {
    struct match_hit *hit = &found->items[few ? ranks[i].hit : i];
    const struct match_hit *last =
        hits->count > first ? &hits->items[hits->count - 1] : NULL;
    if (last == NULL || last->entry != hit->entry || !overlap(last, hit)) {
      decide(engine, hit);
      engine->failed |= !match_hits_add(hits, *hit);
    }
  }
}

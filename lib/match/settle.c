/* SPDX-License-Identifier: MIT */
/*
 * From all matches to hits:
 *
 *     every match of every pattern, as they are found
 *        │ those of each entry together, counted to know where
 *        ▼
 *     sets, in the order of entries
 *        │ of each the leftmost, of those the longest, not overlapping
 *        ▼
 *     hits ── inside quotation marks, or vetoed: `fate` says so
 *
 * A match that is quoted or vetoed was chosen before: it hides shorter ones.
 */
#include "base/sort.h"
#include "match/state.h"

static uint64_t pair(uint32_t high, uint32_t low) {
  return (uint64_t)high << 32 | low;
}

/* Of one entry's: by place, then the longer, then the earlier pattern. */
static int compare_hits(const void *one, const void *other) {
  const struct match_hit *a = one;
  const struct match_hit *b = other;
  uint64_t left = pair(a->sentence, a->start);
  uint64_t right = pair(b->sentence, b->start);
  if (left == right) {
    left = pair(UINT32_MAX - a->end, a->pattern);
    right = pair(UINT32_MAX - b->end, b->pattern);
  }
  if (left == right) { /* the parts of a contraction begin at the same byte */
    left = a->first_token;
    right = b->first_token;
  }
  return base_order(left, right);
}

void match_sort_hits(struct match_hit *hits, size_t count) {
  base_sort_few(hits, count, sizeof *hits, compare_hits);
}

/* Lists the entries that have matches in their order, and forgets which these
 * were. Returns how many there are. */
static size_t list_met(struct match_engine *engine) {
  size_t words = match_met_words(engine->rules);
  size_t count = 0;
  for (size_t i = 0; i < words; i++) {
    for (uint64_t bits = engine->met[i]; bits != 0; bits &= bits - 1) {
      engine->listed[count++] =
          (uint32_t)(64 * i) + (uint32_t)__builtin_ctzll(bits);
    }
    engine->met[i] = 0;
  }
  return count;
}

/* Puts all that was found behind the hits, those of each entry together, and
 * where these end into `tallies`. Returns false when memory ran out. */
static bool gather(struct match_engine *engine, size_t entries,
                   struct match_hits *hits) {
  const struct match_hits *found = &engine->found;
  uint32_t *ends = engine->tallies;
  uint32_t end = (uint32_t)hits->count;
  for (size_t i = 0; i < entries; i++) {
    uint32_t count = ends[engine->listed[i]];
    ends[engine->listed[i]] = end;
    end += count < MATCH_ENTRY_MAX ? count : MATCH_ENTRY_MAX;
  }
  if (engine->failed || !match_hits_make_room(hits, end)) {
    return false;
  }
  for (size_t i = 0; i < found->count; i++) {
    hits->items[ends[found->items[i].entry]++] = found->items[i];
  }
  return true;
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

/* What may silence the hits of an entry. */
struct silence {
  bool quotes;
  bool vetoes;
};

static struct silence silence_of(const struct match_engine *engine,
                                 const struct courtesy_rule *entry) {
  return (struct silence){
      .quotes = engine->text.document->quotes && !entry->quoted,
      .vetoes = entry->except.count + entry->except_here.count > 0,
  };
}

static void decide(struct match_engine *engine, struct silence silence,
                   struct match_hit *hit) {
  if (silence.quotes && is_quoted(&engine->scene, hit)) {
    hit->fate = MATCH_QUOTED;
  } else if (silence.vetoes && match_is_vetoed(engine, hit, &hit->veto)) {
    hit->fate = MATCH_VETOED;
  }
}

/* Chooses among an entry's matches, [first, end) of the items; those that stay
 * move up to the hits that are settled. */
static void choose(struct match_engine *engine, struct match_hits *hits,
                   const struct courtesy_rule *entry, uint32_t first,
                   uint32_t end) {
  struct silence silence = silence_of(engine, entry);
  struct match_hit *last = NULL;
  struct match_hit *next = hits->items + hits->count;
  struct match_hit *stop = hits->items + end;
  match_sort_hits(hits->items + first, end - first);
  for (struct match_hit *hit = hits->items + first; hit < stop; hit++) {
    if (last == NULL || !match_overlap(last, hit)) {
      decide(engine, silence, hit);
      if (next < hit) {
        *next = *hit;
      }
      last = next++;
    }
  }
  hits->count = (size_t)(next - hits->items);
}

void match_settle(struct match_engine *engine, struct match_hits *hits) {
  size_t entries = list_met(engine);
  uint32_t first = (uint32_t)hits->count;
  bool gathered = gather(engine, entries, hits);
  engine->vetoes.filled = false;
  engine->lead.list = 0;
  for (size_t i = 0; i < entries; i++) {
    uint32_t entry = engine->listed[i];
    uint32_t *end = &engine->tallies[entry];
    if (gathered) {
      choose(engine, hits, &engine->rules->entries[entry], first, *end);
    }
    first = *end;
    *end = 0;
  }
  engine->failed |= !gathered;
  match_hits_empty(&engine->found);
}

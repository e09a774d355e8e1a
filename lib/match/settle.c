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
 * What an entry may find in a message is hardly ever foreseen: all are gone
 * through in one loop, whatever their entries.
 */
#include "base/sort.h"
#include "match/state.h"

static uint64_t pair(uint32_t high, uint32_t low) {
  return (uint64_t)high << 32 | low;
}

/* By entry, then by place, the longer before the shorter. Without a branch:
 * most are in order, but by which of these is never foreseen. */
static int compare_hits(const void *one, const void *other) {
  const struct match_hit *a = one;
  const struct match_hit *b = other;
  int order =
      2 * base_order(pair(a->entry, a->sentence), pair(b->entry, b->sentence)) +
      base_order(pair(a->start, UINT32_MAX - a->end),
                 pair(b->start, UINT32_MAX - b->end));
  if (order == 0) { /* the parts of a contraction begin at the same byte */
    order = base_order(pair(a->pattern, a->first_token),
                       pair(b->pattern, b->first_token));
  }
  return order;
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

/* Puts all that was found behind the hits, those of each entry together, up to
 * *end. Returns false when memory ran out. */
static bool gather(struct match_engine *engine, size_t entries,
                   struct match_hits *hits, size_t *end) {
  const struct match_hits *found = &engine->found;
  uint32_t *next = engine->tallies;
  for (size_t i = 0; i < entries; i++) {
    uint32_t count = next[engine->listed[i]];
    next[engine->listed[i]] = (uint32_t)*end;
    *end += count < MATCH_ENTRY_MAX ? count : MATCH_ENTRY_MAX;
  }
  bool made = !engine->failed && match_hits_make_room(hits, *end);
  for (size_t i = 0; i < found->count && made; i++) {
    hits->items[next[found->items[i].entry]++] = found->items[i];
  }
  for (size_t i = 0; i < entries; i++) {
    next[engine->listed[i]] = 0;
  }
  return made;
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

/* Whether a hit that was chosen hides the next match. */
static bool hides(const struct match_hit *chosen,
                  const struct match_hit *match) {
  bool other = chosen->entry != match->entry;
  other |= chosen->source != match->source;
  other |= chosen->end <= match->start;
  return !(other | (match->end <= chosen->start));
}

static void silence(struct match_engine *engine, struct match_hit *hit) {
  const struct courtesy_rule *entry = &engine->rules->entries[hit->entry];
  if (engine->text.document->quotes && !entry->quoted &&
      is_quoted(&engine->scene, hit)) {
    hit->fate = MATCH_QUOTED;
  } else if (entry->except.count + entry->except_here.count > 0 &&
             match_is_vetoed(engine, hit, &hit->veto)) {
    hit->fate = MATCH_VETOED;
  }
}

/* Chooses among the matches, [first, end) of the items; those that stay move up
 * to the hits that are settled. */
static void choose(struct match_engine *engine, struct match_hits *hits,
                   size_t first, size_t end) {
  static const struct match_hit none = {.entry = UINT32_MAX};
  const struct match_hit *last = &none;
  struct match_hit *next = hits->items + first;
  struct match_hit *stop = hits->items + end;
  for (const struct match_hit *match = next; match < stop; match++) {
    *next = *match;
    if (!hides(last, next)) {
      silence(engine, next);
      last = next++;
    }
  }
  hits->count = (size_t)(next - hits->items);
}

void match_settle(struct match_engine *engine, struct match_hits *hits) {
  size_t first = hits->count;
  size_t end = first;
  bool gathered = gather(engine, list_met(engine), hits, &end);
  engine->vetoes.filled = false;
  engine->lead.list = 0;
  if (gathered) {
    base_sort_few(hits->items + first, end - first, sizeof *hits->items,
                  compare_hits);
    choose(engine, hits, first, end);
  }
  engine->failed |= !gathered;
  match_hits_empty(&engine->found);
}

/* SPDX-License-Identifier: MIT */
/*
 * Merging: within a group, overlapping candidates become one. The most severe
 * wins, then the longest, the earliest, the smallest id; the others follow it
 * (`winner`). Candidates of different groups stay side by side.
 *
 *     group blame    [you never answered]          error      wins
 *                        [never answered me]       warning    follows
 *     group demand                 [answer me]     suggestion stays
 */
#include "base/sort.h"
#include "lint/session.h"

static int by_place(const void *left, const void *right) {
  const struct lint_candidate *a = left;
  const struct lint_candidate *b = right;
  int order = base_order(a->rule->facts.group, b->rule->facts.group);
  if (order == 0) {
    order = base_order(a->source, b->source);
  }
  if (order == 0) {
    order = base_order(a->start, b->start);
  }
  if (order == 0) {
    order = base_order(a->end, b->end);
  }
  return order != 0 ? order : base_order(a->rule->rank, b->rule->rank);
}

static uint32_t length(const struct lint_candidate *candidate) {
  return candidate->end - candidate->start;
}

/* Whether a goes before b where they overlap. */
static bool outranks(const struct lint_candidate *a,
                     const struct lint_candidate *b) {
  if (a->rule->facts.severity != b->rule->facts.severity) {
    return a->rule->facts.severity > b->rule->facts.severity;
  }
  if (length(a) != length(b)) {
    return length(a) > length(b);
  }
  if (a->start != b->start) {
    return a->start < b->start;
  }
  return a->rule->rank < b->rule->rank;
}

static bool overlap(const struct lint_candidate *a,
                    const struct lint_candidate *b) {
  return a->start < b->end && b->start < a->end;
}

/* Sorts the cluster's indices by rank; clusters are mostly one to three. */
static void sort_by_rank(const struct lint_candidates *all, uint32_t *order,
                         size_t count) {
  for (size_t i = 1; i < count; i++) {
    uint32_t moved = order[i];
    size_t place = i;
    while (place > 0 &&
           outranks(&all->items[moved], &all->items[order[place - 1]])) {
      order[place] = order[place - 1];
      place--;
    }
    order[place] = moved;
  }
}

/* The winner that covers a candidate, or the candidate itself. */
static uint32_t find_winner(const struct lint_candidates *all,
                            const uint32_t *order, size_t before,
                            uint32_t candidate) {
  for (size_t i = 0; i < before; i++) {
    const struct lint_candidate *other = &all->items[order[i]];
    if (other->winner == order[i] && overlap(other, &all->items[candidate])) {
      return order[i];
    }
  }
  return candidate;
}

static void settle(struct lint_candidates *all, uint32_t *order, size_t count) {
  sort_by_rank(all, order, count);
  for (size_t i = 0; i < count; i++) {
    all->items[order[i]].winner = find_winner(all, order, i, order[i]);
  }
}

/* A cluster ends where nothing overlaps what came before, or where it grows
 * past a bound that keeps hostile chains of overlaps linear: there two that
 * overlap both stay, so that nothing is lost. */
enum { LARGEST_CLUSTER = 64 };

static bool continues(const struct lint_candidate *last, uint32_t reach,
                      const struct lint_candidate *next, size_t size) {
  return size < LARGEST_CLUSTER && next->source == last->source &&
         next->start < reach &&
         next->rule->facts.group == last->rule->facts.group;
}

enum courtesy_status lint_merge(struct courtesy_session *session) {
  struct lint_candidates *all = &session->candidates;
  base_sort_few(all->items, all->count, sizeof all->items[0], by_place);
  for (size_t first = 0; first < all->count;) {
    session->order.count = 0;
    uint32_t reach = 0;
    size_t next = first;
    do {
      if (!lint_indices_add(&session->order, (uint32_t)next)) {
        return COURTESY_NO_MEMORY;
      }
      if (all->items[next].end > reach) {
        reach = all->items[next].end;
      }
      next++;
    } while (next < all->count && continues(&all->items[next - 1], reach,
                                            &all->items[next], next - first));
    settle(all, session->order.items, session->order.count);
    first = next;
  }
  return COURTESY_OK;
}

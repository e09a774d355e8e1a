/* SPDX-License-Identifier: MIT */
/* Of more findings than anybody reads the gravest are told, so that no heap of
 * small ones hides an insult from a mail filter. */
#include "lint/session.h"

#include <stdlib.h>

/* The graver first, of those the earlier; winners of one place keep the order
 * of their groups. */
static int by_gravity(const void *left, const void *right) {
  const struct lint_candidate *a = *(struct lint_candidate *const *)left;
  const struct lint_candidate *b = *(struct lint_candidate *const *)right;
  int order = base_order(b->rule->facts.severity, a->rule->facts.severity);
  if (order == 0) {
    order = lint_order_starts(lint_place_of(a), lint_place_of(b));
  }
  return order != 0 ? order : base_order((uintptr_t)a, (uintptr_t)b);
}

static size_t count_winners(const struct lint_candidates *all) {
  size_t winners = 0;
  for (size_t i = 0; i < all->count; i++) {
    winners += all->items[i].winner == i;
  }
  return winners;
}

static void trace_left_out(const struct courtesy_session *session,
                           const struct lint_candidate *candidate) {
  lint_trace(session, COURTESY_TRACE_CONDITION, candidate->rule,
             lint_place_of(candidate), candidate->pattern,
             "there are too many findings");
}

static bool leave_out(struct courtesy_session *session, size_t winners) {
  struct lint_candidates *all = &session->candidates;
  struct lint_candidate **order = malloc(winners * sizeof(*order));
  if (order == NULL) {
    return false;
  }
  size_t count = 0;
  for (size_t i = 0; i < all->count; i++) {
    if (all->items[i].winner == i) {
      order[count++] = &all->items[i];
    }
  }
  base_sort(order, count, sizeof(*order), by_gravity);
  for (size_t i = COURTESY_FINDINGS_MAX; i < count; i++) {
    order[i]->left_out = true;
    trace_left_out(session, order[i]);
  }
  free(order);
  return true;
}

static bool note_problem(struct courtesy_session *session) {
  struct courtesy_problem problem = {
      .code = "finding-limit",
      .message = base_arena_format(&session->arena,
                                   "there are more than %zu findings: the "
                                   "gravest are told, of those the first",
                                   COURTESY_FINDINGS_MAX),
  };
  return problem.message != NULL &&
         lint_problems_add(&session->problems, problem);
}

enum courtesy_status lint_choose(struct courtesy_session *session) {
  size_t winners = count_winners(&session->candidates);
  bool chosen = winners <= COURTESY_FINDINGS_MAX ||
                (leave_out(session, winners) && note_problem(session));
  return chosen ? COURTESY_OK : COURTESY_NO_MEMORY;
}

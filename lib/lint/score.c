/* SPDX-License-Identifier: MIT */
/*
 * The phrase score: 100 / (1 + exp(-sum)), where the sum takes each entry's
 * weight times its count, two at most. It says which known phrases a text
 * holds, and nothing of what lies between them.
 */
#include "lint/session.h"

#include <string.h>

enum { LARGEST_COUNT = 2 };

static double size_of(double number) {
  return number < 0 ? -number : number;
}

static void count_entries(struct courtesy_session *session) {
  const struct courtesy_ruleset *ruleset = session->ruleset;
  memset(session->counts, 0, ruleset->entry_count * sizeof session->counts[0]);
  for (size_t i = 0; i < session->candidates.count; i++) {
    const struct lint_candidate *candidate = &session->candidates.items[i];
    session->counts[candidate->rule->index] += candidate->winner == i;
  }
  for (size_t i = 0; i < session->hits.count; i++) {
    const struct match_hit *hit = &session->hits.items[i];
    enum courtesy_rule_class class =
        ruleset->entries[hit->entry].facts.rule_class;
    session->counts[hit->entry] +=
        class != COURTESY_RULE && hit->fate == MATCH_LIVE;
  }
}

static double part_size(const struct courtesy_score_part *part) {
  size_t count = part->count < LARGEST_COUNT ? part->count : LARGEST_COUNT;
  return part->weight * (double)count;
}

/* The heaviest first. */
static bool is_before(const struct courtesy_score_part *one,
                      const struct courtesy_score_part *other) {
  double a = size_of(part_size(one));
  double b = size_of(part_size(other));
  return a != b ? a > b : strcmp(one->id, other->id) < 0;
}

/* Few hosts ask for parts, and there are few: so they are put in order by who
 * asks. */
const struct courtesy_score_part *courtesy_session_score_part(
    const struct courtesy_session *session, size_t index) {
  const struct lint_parts *parts = &session->parts;
  for (size_t i = 0; i < parts->count; i++) {
    size_t before = 0;
    for (size_t k = 0; k < parts->count; k++) {
      before += is_before(&parts->items[k], &parts->items[i]);
    }
    if (before == index) {
      return &parts->items[i];
    }
  }
  return NULL;
}

/* e to the power of `x`, from -16 to 16: the series for a small part of it,
 * squared again and again. For exp alone each program would load libm. */
static double exponential(double x) {
  enum { TERMS = 8, HALVINGS = 8 };
  double part = x / (1 << HALVINGS);
  double term = 1;
  double power = 1;
  for (int i = 1; i <= TERMS; i++) {
    term *= part / i;
    power += term;
  }
  for (int i = 0; i < HALVINGS; i++) {
    power *= power;
  }
  return power;
}

static int score_of(double sum) {
  static const double most = 16; /* the score is 0 or 100 long before */
  sum = sum < most ? sum : most;
  sum = sum > -most ? sum : -most;
  return (int)(100 / (1 + exponential(-sum)) + 0.5);
}

enum courtesy_status lint_score(struct courtesy_session *session) {
  const char *why_not;
  double sum = 0;
  count_entries(session);
  session->parts.count = 0;
  for (size_t i = 0; i < session->ruleset->entry_count; i++) {
    const struct courtesy_rule *entry = &session->ruleset->entries[i];
    if (session->counts[i] == 0 || entry->facts.weight == 0 ||
        !lint_entry_speaks(session, entry, &why_not)) {
      continue;
    }
    struct courtesy_score_part part = {entry->facts.id, entry->facts.rule_class,
                                       entry->facts.weight, session->counts[i]};
    sum += part_size(&part);
    if (!lint_parts_add(&session->parts, part)) {
      return COURTESY_NO_MEMORY;
    }
  }
  session->has_score = session->view.has_own;
  session->score = score_of(sum);
  return COURTESY_OK;
}

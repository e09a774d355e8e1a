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

static double part_size(const struct courtesy_score_part *part) {
  size_t count = part->count < LARGEST_COUNT ? part->count : LARGEST_COUNT;
  return part->weight * (double)count;
}

/* The heaviest first. Markers of several languages may share an id. */
static int compare_parts(const void *left, const void *right) {
  const struct courtesy_score_part *a = left;
  const struct courtesy_score_part *b = right;
  double weight_a = size_of(part_size(a));
  double weight_b = size_of(part_size(b));
  if (weight_a != weight_b) {
    return weight_a > weight_b ? -1 : 1;
  }
  int order = strcmp(a->id, b->id);
  return order != 0 ? order : base_order(a->count, b->count);
}

const struct courtesy_score_part *courtesy_session_score_part(
    const struct courtesy_session *session, size_t index) {
  struct lint_listing *listing = session->listing;
  struct lint_parts *parts = &listing->parts;
  if (!listing->parts_in_order) {
    base_sort(parts->items, parts->count, sizeof *parts->items, compare_parts);
    listing->parts_in_order = true;
  }
  return index < parts->count ? &parts->items[index] : NULL;
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

static bool add_part(struct courtesy_session *session,
                     const struct courtesy_rule *entry, uint32_t times,
                     double *sum) {
  struct courtesy_score_part part = {
      rules_noted(session->ruleset, entry->facts.id), entry->facts.rule_class,
      entry->facts.weight, times};
  *sum += part_size(&part);
  return lint_parts_add(&session->listing->parts, part);
}

/* Each rule once, with the number of its findings. */
static bool add_rules(struct courtesy_session *session, double *sum) {
  const struct lint_candidates *all = &session->candidates;
  bool added = true;
  for (size_t i = 0; i < all->count; i++) {
    session->counts[all->items[i].rule->index] += all->items[i].winner == i;
  }
  for (size_t i = 0; i < all->count; i++) {
    const struct courtesy_rule *rule = all->items[i].rule;
    uint32_t *times = &session->counts[rule->index];
    added &= rule->facts.weight == 0 || *times == 0 ||
             add_part(session, rule, *times, sum);
    *times = 0;
  }
  return added;
}

/* Markers and signals, with the number of their hits. */
static bool add_recognised(struct courtesy_session *session, double *sum) {
  bool added = true;
  for (size_t i = 0; i < session->met.count; i++) {
    uint32_t index = session->met.items[i];
    const struct courtesy_rule *entry = &session->ruleset->entries[index];
    if (entry->facts.rule_class != COURTESY_RULE && entry->facts.weight != 0) {
      uint32_t times = session->live_hits[index];
      added &= times == 0 || !lint_entry_speaks(session, entry) ||
               add_part(session, entry, times, sum);
    }
  }
  return added;
}

enum courtesy_status lint_score(struct courtesy_session *session) {
  double sum = 0;
  bool added = add_rules(session, &sum) && add_recognised(session, &sum);
  session->has_score = session->view.has_own;
  session->score = score_of(sum);
  session->listing->parts_in_order = false;
  return added ? COURTESY_OK : COURTESY_NO_MEMORY;
}

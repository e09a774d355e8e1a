/* SPDX-License-Identifier: MIT */
/*
 * The phrase score: 100 / (1 + exp(-sum)), where the sum takes each entry's
 * weight times its count, two at most. It says which known phrases a text
 * holds, and nothing of what lies between them.
 */
#include "lint/session.h"

#include <string.h>

static double size_of(double number) {
  return number < 0 ? -number : number;
}

/* No branch asks whether it was met again: it would not be foreseen. */
static double part_size(double weight, size_t times) {
  return weight * ((times > 0) + (times > 1));
}

/* The heaviest first. Markers of several languages may share an id. */
static int compare_parts(const void *left, const void *right) {
  const struct courtesy_score_part *a = left;
  const struct courtesy_score_part *b = right;
  double weight_a = size_of(part_size(a->weight, a->count));
  double weight_b = size_of(part_size(b->weight, b->count));
  if (weight_a != weight_b) {
    return weight_a > weight_b ? -1 : 1;
  }
  int order = strcmp(a->id, b->id);
  return order != 0 ? order : base_order(a->count, b->count);
}

static void tell_parts(const struct courtesy_session *session) {
  struct lint_listing *listing = session->listing;
  struct lint_told_parts *told = &listing->told_parts;
  for (size_t i = 0; i < listing->parts.count; i++) {
    const struct lint_part *part = &listing->parts.items[i];
    const struct rules_noted_facts *facts =
        &session->ruleset->entries[part->entry].facts;
    told->items[told->count++] = (struct courtesy_score_part){
        rules_noted(session->ruleset, facts->id), facts->rule_class,
        facts->weight, part->times};
  }
  base_sort(told->items, told->count, sizeof *told->items, compare_parts);
}

const struct courtesy_score_part *courtesy_session_score_part(
    const struct courtesy_session *session, size_t index) {
  const struct lint_told_parts *told = &session->listing->told_parts;
  if (told->count < session->listing->parts.count) {
    tell_parts(session);
  }
  return index < told->count ? &told->items[index] : NULL;
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

/* What has no weight, or was told already, is no part and adds nothing. */
static void add_part(struct courtesy_session *session, uint32_t entry,
                     uint32_t times, double *sum) {
  struct lint_parts *parts = &session->listing->parts;
  double weight = session->ruleset->scopes[entry].weight;
  parts->items[parts->count] = (struct lint_part){entry, times};
  parts->count += (weight != 0) & (times > 0);
  *sum += part_size(weight, times);
}

/* Each rule once, with the number of its findings. */
static void add_rules(struct courtesy_session *session, double *sum) {
  const struct lint_candidates *all = &session->candidates;
  for (size_t i = 0; i < all->count; i++) {
    session->counts[all->items[i].rule->index] += all->items[i].winner == i;
  }
  for (size_t i = 0; i < all->count; i++) {
    uint32_t rule = all->items[i].rule->index;
    add_part(session, rule, session->counts[rule], sum);
    session->counts[rule] = 0;
  }
}

/* Markers and signals, with the number of their hits. */
static void add_recognised(struct courtesy_session *session, double *sum) {
  for (size_t i = 0; i < session->recognised.count; i++) {
    uint32_t entry = session->recognised.items[i];
    add_part(session, entry, session->found[entry].live, sum);
  }
}

enum courtesy_status lint_score(struct courtesy_session *session) {
  struct lint_listing *listing = session->listing;
  size_t most = session->candidates.count + session->recognised.count + 1;
  if (!lint_parts_make_room(&listing->parts, most)) {
    return COURTESY_NO_MEMORY;
  }
  double sum = 0;
  add_rules(session, &sum);
  add_recognised(session, &sum);
  session->has_score = session->view.has_own;
  session->score = score_of(sum);
  return lint_told_parts_make_room(&listing->told_parts, most)
             ? COURTESY_OK
             : COURTESY_NO_MEMORY;
}

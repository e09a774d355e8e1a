/* SPDX-License-Identifier: MIT */
/*
 * The phrase score: 100 / (1 + exp(-sum)), where the sum takes each entry's
 * weight times its count, two at most. It says which known phrases a text
 * holds, and nothing of what lies between them.
 */
#include "lint/session.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LARGEST_COUNT = 2 };

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

static int compare_parts(const void *left, const void *right) {
  double a = fabs(part_size(left));
  double b = fabs(part_size(right));
  if (a != b) {
    return a > b ? -1 : 1;
  }
  const struct courtesy_score_part *x = left;
  const struct courtesy_score_part *y = right;
  return strcmp(x->id, y->id);
}

enum courtesy_status lint_score(struct courtesy_session *session) {
  const char *why_not;
  double sum = 0;
  count_entries(session);
  session->parts.count = 0;
  for (size_t i = 0; i < session->ruleset->entry_count; i++) {
    const struct courtesy_rule *entry = &session->ruleset->entries[i];
    struct courtesy_score_part part = {entry->facts.id, entry->facts.rule_class,
                                       entry->facts.weight, session->counts[i]};
    if (part.count == 0 || part_size(&part) == 0 ||
        !lint_entry_speaks(session, entry, &why_not)) {
      continue;
    }
    sum += part_size(&part);
    if (!lint_parts_add(&session->parts, part)) {
      return COURTESY_NO_MEMORY;
    }
  }
  if (session->parts.count > 1) {
    qsort(session->parts.items, session->parts.count,
          sizeof session->parts.items[0], compare_parts);
  }
  session->has_score = session->view.has_own;
  session->score = (int)lround(100 / (1 + exp(-sum)));
  return COURTESY_OK;
}

/* SPDX-License-Identifier: MIT */
/* "A needs B": whether a B is near. */
#include "lint/session.h"

/* How far a hit reaches, in the unit in which nearness is counted. */
struct reach {
  uint32_t first;
  uint32_t last;
};

static struct reach reach_of(const struct courtesy_session *session,
                             const struct match_hit *hit,
                             enum courtesy_within within) {
  const struct text_sentence *sentences =
      session->view.document.sentences.items;
  switch (within) {
  case COURTESY_WITHIN_SENTENCE:
    return (struct reach){hit->sentence, hit->last_sentence};
  case COURTESY_WITHIN_PARAGRAPH:
    return (struct reach){sentences[hit->sentence].paragraph,
                          sentences[hit->last_sentence].paragraph};
  case COURTESY_WITHIN_MESSAGE:
    break;
  }
  return (struct reach){0, 0};
}

/* The first of an entry's hits that does not end before the reach: they are
 * sorted, so that a search keeps "each request, near each thanks" from costing
 * their product. */
static size_t first_near(const struct courtesy_session *session,
                         struct reach reach, uint32_t entry,
                         enum courtesy_within within) {
  const struct match_hit *hits = lint_hits_of(session, entry);
  size_t low = 0;
  size_t high = lint_hit_count(session, entry);
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (reach_of(session, &hits[middle], within).last < reach.first) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

static bool is_softened_by(const struct courtesy_session *session,
                           const struct match_hit *subject, uint32_t entry,
                           enum courtesy_within within) {
  const struct match_hit *hits = lint_hits_of(session, entry);
  struct reach reach = reach_of(session, subject, within);
  for (size_t i = first_near(session, reach, entry, within);
       i < lint_hit_count(session, entry) &&
       reach_of(session, &hits[i], within).first <= reach.last;
       i++) {
    if (hits[i].fate == MATCH_LIVE) {
      return true;
    }
  }
  return false;
}

bool lint_is_softened(const struct courtesy_session *session,
                      const struct courtesy_rule *rule,
                      const struct match_hit *subject) {
  const uint32_t *without = rules_without(session->ruleset, rule);
  for (size_t i = 0; i < rule->without.count; i++) {
    if (is_softened_by(session, subject, without[i], rule->within)) {
      return true;
    }
  }
  return false;
}

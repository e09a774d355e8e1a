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

static bool is_near(const struct courtesy_session *session, uint32_t entry,
                    struct reach reach, enum courtesy_within within) {
  const struct match_hit *hits = lint_hits_of(session, entry);
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

static bool is_softened_in(const struct courtesy_session *session,
                           const struct courtesy_rule *rule,
                           struct reach reach) {
  const uint32_t *without = rules_without(session->ruleset, rule);
  for (size_t i = 0; i < rule->without.count; i++) {
    if (is_near(session, without[i], reach, rule->within)) {
      return true;
    }
  }
  return false;
}

/* What leads to a list is said of all its items: "Could you please:". */
static bool is_softened_in_lead(struct courtesy_session *session,
                                const struct courtesy_rule *rule,
                                uint32_t list) {
  struct lint_lead *lead = &session->lead;
  if (lead->rule != rule || lead->list != list) {
    struct reach reach = {list - 1, list - 1};
    bool softens = is_softened_in(session, rule, reach);
    *lead = (struct lint_lead){rule, list, softens};
  }
  return lead->softens;
}

bool lint_is_softened(struct courtesy_session *session,
                      const struct courtesy_rule *rule,
                      const struct match_hit *subject) {
  if (is_softened_in(session, rule, reach_of(session, subject, rule->within))) {
    return true;
  }
  uint32_t list =
      session->view.document.sentences.items[subject->sentence].list;
  return rule->within == COURTESY_WITHIN_SENTENCE && list > 0 &&
         is_softened_in_lead(session, rule, list);
}

/* SPDX-License-Identifier: MIT */
/* "A needs B": findings on those A that have no B near them. */
#include "lint/session.h"

static struct lint_reach reach_of(const struct courtesy_session *session,
                                  const struct match_hit *hit,
                                  enum courtesy_within within) {
  const struct text_sentence *sentences =
      session->view.document.sentences.items;
  switch (within) {
  case COURTESY_WITHIN_SENTENCE:
    return (struct lint_reach){hit->sentence, hit->last_sentence};
  case COURTESY_WITHIN_PARAGRAPH:
    return (struct lint_reach){sentences[hit->sentence].paragraph,
                               sentences[hit->last_sentence].paragraph};
  case COURTESY_WITHIN_MESSAGE:
    break;
  }
  return (struct lint_reach){0, 0};
}

/* The first of an entry's hits that does not end before the reach: they are
 * sorted, so that a search keeps "each request, near each thanks" from costing
 * their product. */
static size_t first_near(const struct courtesy_session *session,
                         struct lint_reach reach, uint32_t entry,
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
                    struct lint_reach reach, enum courtesy_within within) {
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
                           struct lint_reach reach) {
  const uint32_t *without = rules_without(session->ruleset, rule);
  for (size_t i = 0; i < rule->without.count; i++) {
    if (is_near(session, without[i], reach, rule->within)) {
      return true;
    }
  }
  return false;
}

/* The same, asked once of a reach: it may hold many hits that a veto silenced,
 * and many that ask. */
static bool softens(const struct courtesy_session *session,
                    struct lint_softening *last,
                    const struct courtesy_rule *rule, struct lint_reach reach) {
  if (last->rule != rule || last->reach.first != reach.first ||
      last->reach.last != reach.last) {
    *last = (struct lint_softening){rule, reach,
                                    is_softened_in(session, rule, reach)};
  }
  return last->softens;
}

/* Whether a hit of what the rule says without is near the subject's. What leads
 * to a list is said of all its items: "Could you please:". */
static bool is_softened(struct courtesy_session *session,
                        const struct courtesy_rule *rule,
                        const struct match_hit *subject) {
  if (softens(session, &session->around, rule,
              reach_of(session, subject, rule->within))) {
    return true;
  }
  uint32_t list =
      session->view.document.sentences.items[subject->sentence].list;
  return rule->within == COURTESY_WITHIN_SENTENCE && list > 0 &&
         softens(session, &session->lead, rule,
                 (struct lint_reach){list - 1, list - 1});
}

/* A finding on an A, unless a B is near. */
static bool add_subject(struct courtesy_session *session,
                        const struct courtesy_rule *rule,
                        const struct match_hit *hit) {
  if (is_softened(session, rule, hit)) {
    lint_trace_silence(session, rule, hit, "what `without` names is near");
    return true;
  }
  return lint_add_candidate(session, rule, hit);
}

static uint32_t paragraph_of(const struct courtesy_session *session,
                             const struct match_hit *hit) {
  return session->view.document.sentences.items[hit->sentence].paragraph;
}

/* Others' words may have been read behind the author's, wherever they stand. */
static bool stands_before(const struct match_hit *one,
                          const struct match_hit *other) {
  return lint_order_starts(lint_place_of_hit(one), lint_place_of_hit(other)) <
         0;
}

/* Whether "A needs B" asks after this A. */
static bool is_subject(const struct courtesy_rule *rule,
                       const struct match_hit *hit) {
  return hit->fate == MATCH_LIVE && rules_has_zone(rule->zones, hit->zone);
}

/* "A needs B" in a message: a finding on its first A. */
static bool add_first(struct courtesy_session *session,
                      const struct courtesy_rule *rule) {
  const struct match_hit *hits = lint_hits_of(session, rule->subject);
  const struct match_hit *first = NULL;
  for (size_t i = 0; i < lint_hit_count(session, rule->subject); i++) {
    if (is_subject(rule, &hits[i]) &&
        (first == NULL || stands_before(&hits[i], first))) {
      first = &hits[i];
    }
  }
  return first == NULL || add_subject(session, rule, first);
}

/* In a sentence one on each A, in a paragraph on its first. */
static bool add_each(struct courtesy_session *session,
                     const struct courtesy_rule *rule) {
  const struct match_hit *hits = lint_hits_of(session, rule->subject);
  const struct match_hit *last = NULL;
  bool added = true;
  for (size_t i = 0; i < lint_hit_count(session, rule->subject) && added; i++) {
    if (is_subject(rule, &hits[i]) &&
        (rule->within == COURTESY_WITHIN_SENTENCE || last == NULL ||
         paragraph_of(session, &hits[i]) != paragraph_of(session, last))) {
      last = &hits[i];
      added = add_subject(session, rule, last);
    }
  }
  return added;
}

bool lint_add_needing(struct courtesy_session *session,
                      const struct courtesy_rule *rule) {
  return rule->within == COURTESY_WITHIN_MESSAGE ? add_first(session, rule)
                                                 : add_each(session, rule);
}

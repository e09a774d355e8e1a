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

static bool goes_on(const struct text_document *document,
                    const struct text_sentence *sentence) {
  const struct text_token *last =
      &document->tokens.items[sentence->token_end - 1];
  return last->kind != TEXT_PUNCTUATION || last->mark == ':';
}

/* The sentence that a list item goes on with, as in "Please:", or the item's
 * own one. Of a longer list the first items alone have one, so that each item
 * does not cost all those before it. */
static uint32_t lead_of(const struct courtesy_session *session,
                        uint32_t sentence) {
  enum { LONGEST_LIST = 64 };
  const struct text_document *document = &session->view.document;
  const struct text_sentence *sentences = document->sentences.items;
  uint32_t lead = sentence;
  while (lead > 0 && sentence - lead < LONGEST_LIST &&
         (sentences[lead].flags & TEXT_ITEM) != 0) {
    lead--;
  }
  bool leads = (sentences[lead].flags & TEXT_ITEM) == 0 &&
               sentences[lead].zone == sentences[sentence].zone &&
               goes_on(document, &sentences[lead]);
  return leads ? lead : sentence;
}

bool lint_is_softened(const struct courtesy_session *session,
                      const struct courtesy_rule *rule,
                      const struct match_hit *subject) {
  if (is_softened_in(session, rule, reach_of(session, subject, rule->within))) {
    return true;
  }
  if (rule->within != COURTESY_WITHIN_SENTENCE) {
    return false;
  }
  uint32_t lead = lead_of(session, subject->sentence);
  return lead != subject->sentence &&
         is_softened_in(session, rule, (struct reach){lead, lead});
}

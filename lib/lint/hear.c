/* SPDX-License-Identifier: MIT */
/*
 * Others' words: what is quoted or forwarded, signatures, code. In a mail they
 * may be most of the text, and hardly an entry looks there: what no entry of
 * this lint listens to is not even made into tokens.
 */
#include "lint/session.h"
#include "lint/skim.h"

static bool is_skimmed_for(const struct courtesy_ruleset *ruleset,
                           uint32_t entry) {
  return ruleset->scopes[entry].cabinet == RULES_CABINET_OTHERS &&
         ruleset->sieve->works;
}

/* Zones that entries of this lint look at: whatever they hold, or if a skim
 * finds something. */
struct heard {
  uint32_t always;
  uint32_t perhaps;
};

static struct heard heard_zones(struct courtesy_session *session) {
  struct heard heard = {0};
  for (size_t i = 0; i < session->search.hearing.count; i++) {
    uint32_t index = session->search.hearing.items[i];
    const struct courtesy_rule *entry = &session->ruleset->entries[index];
    if (!session->search.sought[index]) {
      continue;
    }
    if (is_skimmed_for(session->ruleset, index)) {
      heard.perhaps |= lint_others_of(entry->zones);
    } else {
      heard.always |= lint_others_of(entry->zones);
    }
  }
  return heard;
}

static bool is_worth_it(const struct courtesy_session *session,
                        struct heard heard, const struct lint_zone *zone) {
  return rules_has_zone(heard.always, zone->zone) ||
         (rules_has_zone(heard.perhaps, zone->zone) &&
          lint_skim_finds(session->ruleset, session->view.sources[zone->source],
                          zone->start, zone->end));
}

bool lint_hear(struct courtesy_session *session) {
  struct heard heard = heard_zones(session);
  bool read = true;
  if ((heard.always | heard.perhaps) == 0) {
    return true;
  }
  for (size_t i = 0; i < session->view.zones.count; i++) {
    if (!session->view.zones.items[i].heard &&
        is_worth_it(session, heard, &session->view.zones.items[i])) {
      read &= lint_view_hear(&session->view, session->ruleset, i);
      session->search.hears = true;
    }
  }
  return read;
}

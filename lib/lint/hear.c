/* SPDX-License-Identifier: MIT */
/*
 * Others' words: what is quoted or forwarded, signatures, code. In a mail they
 * may be most of the text, and hardly an entry looks there: what no entry of
 * this lint listens to is not even made into tokens.
 */
#include "lint/session.h"

/* Of some zones those of others' words. */
static uint32_t others_of(uint32_t zones) {
  return zones & ~(uint32_t)LINT_OWN_ZONES;
}

bool lint_list_hearing(struct courtesy_session *session) {
  for (uint32_t i = 0; i < session->ruleset->entry_count; i++) {
    const struct courtesy_rule *entry = &session->ruleset->entries[i];
    if (entry->find.count > 0 && others_of(entry->zones) != 0) {
      lint_indices_add(&session->hearing, i);
    }
  }
  return !session->hearing.failed;
}

/* The entries of this lint that look at a zone of others' words, as the bits
 * that the skim knows them by. */
static uint32_t hearing_in(const struct courtesy_session *session,
                           enum courtesy_zone zone) {
  uint32_t bits = 0;
  for (size_t i = 0; i < session->hearing.count; i++) {
    uint32_t entry = session->hearing.items[i];
    uint32_t zones = others_of(session->ruleset->entries[entry].zones);
    if (session->sought[entry] && (zones >> zone & 1) != 0) {
      bits |= UINT32_C(1) << i % 32;
    }
  }
  return bits;
}

static bool any_hears(const struct courtesy_session *session) {
  bool any = false;
  for (size_t i = 0; i < session->hearing.count; i++) {
    any |= session->sought[session->hearing.items[i]];
  }
  return any;
}

static bool is_worth_it(const struct courtesy_session *session,
                        const struct lint_zone *zone) {
  uint32_t bits = hearing_in(session, zone->zone);
  return bits != 0 && lint_skim_finds(&session->skim, session->ruleset, bits,
                                      session->view.sources[zone->source],
                                      zone->start, zone->end);
}

enum courtesy_status lint_hear(struct courtesy_session *session, bool *more) {
  *more = false;
  if (!any_hears(session)) {
    return COURTESY_OK;
  }
  if (session->skim.role_of == NULL &&
      !lint_skim_fill(&session->skim, session->ruleset, session->hearing.items,
                      session->hearing.count)) {
    return COURTESY_NO_MEMORY;
  }
  for (size_t i = 0; i < session->view.zones.count; i++) {
    struct lint_zone *zone = &session->view.zones.items[i];
    if (!zone->heard && is_worth_it(session, zone)) {
      zone->heard = true;
      *more = true;
    }
  }
  return COURTESY_OK;
}

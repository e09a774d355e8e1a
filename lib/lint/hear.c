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

/* The zones that entries of this lint look at. */
static uint32_t heard_zones(const struct courtesy_session *session) {
  uint32_t zones = 0;
  for (size_t i = 0; i < session->hearing.count; i++) {
    uint32_t entry = session->hearing.items[i];
    if (session->sought[entry]) {
      zones |= session->ruleset->entries[entry].zones;
    }
  }
  return others_of(zones);
}

bool lint_hear(struct courtesy_session *session) {
  uint32_t zones = heard_zones(session);
  bool more = false;
  for (size_t i = 0; zones != 0 && i < session->view.zones.count; i++) {
    struct lint_zone *zone = &session->view.zones.items[i];
    if (!zone->heard && (zones >> zone->zone & 1) != 0) {
      zone->heard = true;
      more = true;
    }
  }
  return more;
}

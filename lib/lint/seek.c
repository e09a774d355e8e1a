/* SPDX-License-Identifier: MIT */
/* What a lint looks for, and which rule asked for what: see hits.c. */
#include "lint/session.h"
#include "rules/aim.h"

/* Whether the results may differ by the entry's hits whatever other rules say.
 * A trace tells of all hits. */
static bool counts_here(const struct courtesy_session *session,
                        const struct rules_scope *entry) {
  return session->trace != NULL || entry->counts ||
         session->wanted_marks >= entry->marks;
}

/* The view knows greeting and farewell, but of loose text. */
static void tell_engine(struct courtesy_session *session, uint32_t entry) {
  bool unknown = session->search.is_loose || !lint_is_form(session, entry);
  match_engine_want(session->engine, entry,
                    unknown && session->search.sought[entry]);
}

static void tell_engine_all(struct courtesy_session *session) {
  unsigned known = session->search.is_loose ? 0 : 1U << RULES_CABINET_FORMS;
  match_engine_want_all(session->engine, session->search.sought, ~known);
}

/* A marker that may be in others' words, too, waits for an "A needs B". */
static void seek_subject(struct courtesy_session *session,
                         const struct lint_naming *naming) {
  const struct courtesy_rule *entries = session->ruleset->entries;
  for (uint32_t entry = entries[naming->subject].family;
       entry != RULES_NO_ENTRY; entry = entries[entry].sibling) {
    session->search.sought[entry] |= naming->form == COURTESY_FORM_MISSING ||
                                     !lint_hears(session->ruleset, entry);
  }
}

static void list_waiting(struct courtesy_session *session) {
  const struct lint_namings *all = &session->search.naming;
  struct lint_indices *waiting = &session->search.waiting;
  waiting->count = 0;
  waiting->failed = false;
  for (size_t i = 0; i < all->count; i++) {
    const struct lint_naming *naming = &all->items[i];
    if (naming->form == COURTESY_FORM_EACH &&
        !session->search.sought[naming->subject]) {
      lint_indices_add(waiting, naming->rule);
    }
  }
}

void lint_seek(struct courtesy_session *session) {
  const struct courtesy_ruleset *ruleset = session->ruleset;
  bool *sought = session->search.sought;
  session->search.asked.count = 0;
  for (uint32_t i = 0; i < ruleset->entry_count; i++) {
    sought[i] = counts_here(session, &ruleset->scopes[i]);
  }
  for (size_t i = 0; i < session->search.naming.count; i++) {
    seek_subject(session, &session->search.naming.items[i]);
  }
  list_waiting(session);
  session->search.is_stale = session->search.waiting.failed;
  tell_engine_all(session);
}

/* Goes back to what every message is searched for. */
static void forget_asked(struct courtesy_session *session) {
  for (size_t i = 0; i < session->search.asked.count; i++) {
    session->search.sought[session->search.asked.items[i]] = false;
    tell_engine(session, session->search.asked.items[i]);
  }
  session->search.asked.count = 0;
  session->search.asked.failed = false;
}

void lint_seek_again(struct courtesy_session *session) {
  bool is_loose = session->view.message->kind == COURTESY_TEXT;
  forget_asked(session);
  session->search.hears = false;
  if (is_loose != session->search.is_loose) {
    session->search.is_loose = is_loose;
    tell_engine_all(session);
  }
}

void lint_tell_asked(struct courtesy_session *session) {
  for (size_t i = 0; i < session->search.asked.count; i++) {
    uint32_t entry = session->search.asked.items[i];
    uint32_t zones = session->ruleset->entries[entry].zones;
    if (session->search.hears || (zones & RULES_OWN_ZONES) != 0) {
      tell_engine(session, entry);
    }
  }
}

bool lint_list_searchers(struct courtesy_session *session) {
  const struct courtesy_ruleset *ruleset = session->ruleset;
  struct lint_search *search = &session->search;
  for (uint32_t i = 0; i < ruleset->entry_count; i++) {
    if (ruleset->scopes[i].names) {
      const struct courtesy_rule *rule = &ruleset->entries[i];
      lint_namings_add(&search->naming,
                       (struct lint_naming){i, rule->subject, rule->form});
    }
    if (lint_hears(ruleset, i)) {
      lint_indices_add(&search->hearing, i);
    }
  }
  return !search->naming.failed && !search->hearing.failed;
}

/* Only for a rule that could speak, which takes longest to tell. */
static void ask(struct courtesy_session *session,
                const struct courtesy_rule *rule, uint32_t entry) {
  if (!session->search.sought[entry] &&
      lint_entry_speaks(session, rule->index) &&
      lint_indices_add(&session->search.asked, entry)) {
    session->search.sought[entry] = true;
  }
}

/* Whether a B was found already that is near every A. */
static bool is_satisfied(const struct courtesy_session *session,
                         const struct courtesy_rule *rule) {
  const uint32_t *without = rules_without(session->ruleset, rule);
  bool any = false;
  for (size_t i = 0; i < rule->without.count && !any; i++) {
    any = rule->within == COURTESY_WITHIN_MESSAGE &&
          lint_has_live_hit(session, without[i], UINT32_MAX);
  }
  return any;
}

static void ask_for_without(struct courtesy_session *session,
                            const struct courtesy_rule *rule) {
  const uint32_t *without = rules_without(session->ruleset, rule);
  if (lint_has_live_hit(session, rule->subject, rule->zones) &&
      !is_satisfied(session, rule)) {
    for (size_t i = 0; i < rule->without.count; i++) {
      ask(session, rule, without[i]);
    }
  }
}

bool lint_ask_for_heard(struct courtesy_session *session) {
  for (size_t i = 0; i < session->search.waiting.count; i++) {
    const struct courtesy_rule *rule =
        &session->ruleset->entries[session->search.waiting.items[i]];
    ask(session, rule, rule->subject);
  }
  return !session->search.waiting.failed && !session->search.asked.failed;
}

bool lint_ask_for_without(struct courtesy_session *session) {
  for (size_t i = 0; i < session->search.naming.count; i++) {
    const struct lint_naming *naming = &session->search.naming.items[i];
    if (naming->form == COURTESY_FORM_EACH &&
        lint_hit_count(session, naming->subject) > 0) {
      ask_for_without(session, &session->ruleset->entries[naming->rule]);
    }
  }
  return !session->search.asked.failed;
}

/* SPDX-License-Identifier: MIT */
/*
 * Which hits there are. What nearly every message asks for is looked for in
 * each; what may be spared only for a rule that names it and could speak:
 *
 *     run      rules, what has weight, what the host wants as marks,
 *              the A of each rule "A needs B", and what a rule says is missing;
 *              but an A in others' words only for a rule that could speak
 *     more     the B, where there is an A
 *
 * Of most texts nobody ever asks whether they hold a B. Where one is asked for
 * that may stand in others' words, which were passed over so far, these are
 * read then. Nothing is looked for in a message in whose language there is
 * nothing to say.
 */
#include "lint/session.h"

/* Whether an entry before this one of its family was met: one language is
 * enough to say hello. */
static bool was_said(const struct courtesy_session *session, uint32_t entry) {
  uint32_t other = session->ruleset->entries[entry].family;
  while (other != entry && session->found[other].count == 0) {
    other = session->ruleset->entries[other].sibling;
  }
  return other != entry;
}

/* Those of an entry stand one behind the other. No branch asks whether a hit is
 * its entry's first: it would not be foreseen. */
static void note_hit(struct courtesy_session *session,
                     const struct match_hit *hit, size_t place) {
  struct lint_found *all = &session->found[hit->entry];
  struct lint_indices *met = &session->met;
  met->items[met->count] = hit->entry;
  met->count += all->count == 0;
  all->first = (uint32_t)place - all->count;
  all->count++;
  all->live += hit->fate == MATCH_LIVE;
}

/* In loose text, which has no zones, a greeting is one in the first sentence
 * and a farewell one in the last. */
static bool is_loose_form(const struct courtesy_session *session,
                          const struct match_hit *hit) {
  const struct lint_view *view = &session->view;
  if (view->message->kind != COURTESY_TEXT || was_said(session, hit->entry)) {
    return false;
  }
  return session->ruleset->entries[hit->entry].family ==
                 session->ruleset->greeting
             ? hit->sentence == 0
             : hit->last_sentence + 1 == view->own;
}

/* An answer or a forward keeps the subject of somebody else, where only what
 * looks at nothing but the subject has something to see. */
static void pass_others_subject(struct courtesy_session *session,
                                size_t first) {
  const struct mail_prefix *prefix = &session->view.message->prefix;
  bool is_others = prefix->answers || prefix->forwards;
  for (size_t i = first; is_others && i < session->hits.count; i++) {
    struct match_hit *hit = &session->hits.items[i];
    if (hit->zone == COURTESY_ZONE_SUBJECT &&
        (session->ruleset->entries[hit->entry].zones & RULES_TEXT_ZONES) != 0) {
      hit->fate = MATCH_OTHERS;
    }
  }
}

static bool counts(const struct courtesy_session *session,
                   const struct match_hit *hit) {
  return !lint_is_form(session, hit->entry) ||
         (hit->fate != MATCH_OTHERS && is_loose_form(session, hit));
}

/* Notes whose the hits from `first` on are, which are sorted by entry, and
 * drops forms that are none. */
static void note_hits(struct courtesy_session *session, size_t first) {
  struct match_hits *hits = &session->hits;
  size_t kept = first;
  pass_others_subject(session, first);
  for (size_t i = first; i < hits->count; i++) {
    const struct match_hit *hit = &hits->items[i];
    if (!counts(session, hit)) {
      continue;
    }
    note_hit(session, hit, kept);
    if (kept < i) {
      hits->items[kept] = *hit;
    }
    kept++;
  }
  hits->count = kept;
}

bool lint_has_live_hit(const struct courtesy_session *session, uint32_t entry,
                       uint32_t zones) {
  const struct match_hit *hits = lint_hits_of(session, entry);
  for (size_t i = 0; i < lint_hit_count(session, entry); i++) {
    if (hits[i].fate == MATCH_LIVE && rules_has_zone(zones, hits[i].zone)) {
      return true;
    }
  }
  return false;
}

/* The hits that made greeting and closing of the view. */
static bool add_forms(struct courtesy_session *session) {
  const struct match_hits *forms = &session->view.forms;
  bool added = true;
  for (size_t i = 0; i < forms->count; i++) {
    note_hit(session, &forms->items[i], i);
    added &= match_hits_add(&session->hits, forms->items[i]);
  }
  return added;
}

static void forget_hits(struct courtesy_session *session) {
  for (size_t i = 0; i < session->met.count; i++) {
    session->found[session->met.items[i]] = (struct lint_found){0};
  }
  session->met.count = 0;
  session->met_rules.count = 0;
  session->recognised.count = 0;
  session->hits.count = 0;
  session->limits.count = 0;
}

static enum courtesy_status search(struct courtesy_session *session) {
  struct match_text text = lint_view_text(&session->view);
  lint_tell_asked(session);
  size_t first = session->hits.count;
  enum courtesy_status status = match_engine_run(
      session->engine, &text, &session->hits, &session->limits);
  if (status == COURTESY_OK) {
    note_hits(session, first);
  }
  return status;
}

/* Looks for what was asked for when that many had been. */
static enum courtesy_status search_for_asked(struct courtesy_session *session,
                                             size_t before) {
  size_t first = session->hits.count;
  enum courtesy_status status = match_engine_run_more(
      session->engine, session->search.asked.items + before,
      session->search.asked.count - before, &session->hits, &session->limits);
  if (status == COURTESY_OK) {
    note_hits(session, first);
  }
  return status;
}

/* Whether hits may count beside those of the view's forms. */
static bool is_searched(const struct courtesy_session *session) {
  return session->trace != NULL ||
         session->view.message->kind == COURTESY_TEXT || session->speaks;
}

/* The own words are read first: it may depend on them who asks. Where nobody
 * can, they wait for a host that asks. */
static enum courtesy_status read_own(struct courtesy_session *session) {
  struct lint_view *view = &session->view;
  view->waits = !is_searched(session);
  lint_seek_again(session);
  enum courtesy_status status =
      lint_view_mark_forms(view, session->ruleset, session->engine);
  bool wait = view->waits && lint_view_leave(view, session->ruleset);
  return status == COURTESY_OK && !wait ? lint_view_read(view, session->ruleset)
                                        : status;
}

static enum courtesy_status search_first(struct courtesy_session *session) {
  return lint_ask_for_heard(session) && lint_hear(session) ? search(session)
                                                           : COURTESY_NO_MEMORY;
}

static enum courtesy_status search_more(struct courtesy_session *session) {
  size_t before = session->search.asked.count;
  if (!lint_ask_for_without(session)) {
    return COURTESY_NO_MEMORY;
  }
  if (session->search.asked.count == before) {
    return COURTESY_OK;
  }
  return lint_hear(session) ? search_for_asked(session, before)
                            : COURTESY_NO_MEMORY;
}

/* Parts rules from what is recognised. */
static void part_met(struct courtesy_session *session) {
  struct lint_indices *rules = &session->met_rules;
  struct lint_indices *recognised = &session->recognised;
  rules->count = 0;
  recognised->count = 0;
  for (size_t i = 0; i < session->met.count; i++) {
    uint32_t entry = session->met.items[i];
    if (session->ruleset->scopes[entry].recognised == 0) {
      rules->items[rules->count++] = entry;
    } else if (session->found[entry].live > 0 &&
               lint_entry_speaks(session, entry)) {
      recognised->items[recognised->count++] = entry;
    }
  }
}

enum courtesy_status lint_find_hits(struct courtesy_session *session) {
  session->speaks = lint_any_speaks(session);
  enum courtesy_status status = read_own(session);
  forget_hits(session);
  if (status == COURTESY_OK && !add_forms(session)) {
    status = COURTESY_NO_MEMORY;
  }
  bool searched = status == COURTESY_OK && is_searched(session);
  if (searched) {
    status = search_first(session);
  }
  if (searched && status == COURTESY_OK) {
    status = search_more(session);
  }
  if (status == COURTESY_OK) {
    part_met(session);
    lint_trace_hits(session);
  }
  return status;
}

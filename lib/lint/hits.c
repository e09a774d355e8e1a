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
 * Of most texts nobody ever asks whether they hold a B. Where a B is asked for
 * that may stand in others' words, which were passed over so far, the run is
 * done again.
 */
#include "lint/session.h"

/* Whether an entry before this one of its family was met: one language is
 * enough to say hello. */
static bool was_said(const struct courtesy_session *session, uint32_t entry) {
  uint32_t other = session->ruleset->entries[entry].family;
  while (other != entry && session->by_entry[other].count == 0) {
    other = session->ruleset->entries[other].sibling;
  }
  return other != entry;
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
             : hit->last_sentence + 1 == view->document.sentences.count;
}

static bool keep_hit(struct courtesy_session *session,
                     const struct match_hit *hit) {
  struct rules_range *range = &session->by_entry[hit->entry];
  if (range->count == 0) {
    range->first = (uint32_t)session->hits.count;
    if (!lint_indices_add(&session->met, hit->entry)) {
      return false;
    }
  }
  range->count++;
  return match_hits_add(&session->hits, *hit);
}

/* Gathers what the matcher found from `first` on, and `forms`, the hits that
 * made greeting and closing of the view, both sorted by entry, and notes which
 * hits are whose. */
static bool keep_hits(struct courtesy_session *session, size_t first,
                      const struct match_hit *forms, size_t form_count) {
  size_t form = 0;
  bool kept = true;
  for (size_t i = first; kept && i < session->found.count; i++) {
    const struct match_hit *hit = &session->found.items[i];
    while (kept && form < form_count && forms[form].entry <= hit->entry) {
      kept = keep_hit(session, &forms[form++]);
    }
    if (kept &&
        (!lint_is_form(session, hit->entry) || is_loose_form(session, hit))) {
      kept = keep_hit(session, hit);
    }
  }
  while (kept && form < form_count) {
    kept = keep_hit(session, &forms[form++]);
  }
  return kept;
}

static void forget_hits(struct courtesy_session *session) {
  for (size_t i = 0; i < session->met.count; i++) {
    session->by_entry[session->met.items[i]].count = 0;
  }
  session->met.count = 0;
  session->met.failed = false;
  session->found.count = 0;
  session->hits.count = 0;
  session->limits.count = 0;
}

static enum courtesy_status search(struct courtesy_session *session) {
  const struct match_hits *forms = &session->view.forms;
  struct match_text text = lint_view_text(&session->view);
  forget_hits(session);
  enum courtesy_status status = match_engine_run(
      session->engine, &text, &session->found, &session->limits);
  if (status == COURTESY_OK &&
      !keep_hits(session, 0, forms->items, forms->count)) {
    status = COURTESY_NO_MEMORY;
  }
  return status;
}

static enum courtesy_status search_all(struct courtesy_session *session) {
  lint_tell_asked(session);
  return search(session);
}

/* Reads the message with what is heard, and looks for all that is sought. */
static enum courtesy_status search_anew(struct courtesy_session *session) {
  enum courtesy_status status =
      lint_view_read(&session->view, session->ruleset);
  return status == COURTESY_OK ? search_all(session) : status;
}

/* Looks for what was asked for when that many had been. */
static enum courtesy_status search_for_asked(struct courtesy_session *session,
                                             size_t before) {
  size_t first = session->found.count;
  enum courtesy_status status = match_engine_run_more(
      session->engine, session->search.asked.items + before,
      session->search.asked.count - before, &session->found, &session->limits);
  if (status == COURTESY_OK && !keep_hits(session, first, NULL, 0)) {
    status = COURTESY_NO_MEMORY;
  }
  return status;
}

/* The own words are read first: it may depend on them who asks. */
static enum courtesy_status read_own(struct courtesy_session *session) {
  lint_seek_again(session);
  lint_hear(session);
  return lint_view_read(&session->view, session->ruleset);
}

static enum courtesy_status search_first(struct courtesy_session *session) {
  if (!lint_ask_for_heard(session)) {
    return COURTESY_NO_MEMORY;
  }
  return lint_hear(session) ? search_anew(session) : search_all(session);
}

static enum courtesy_status search_more(struct courtesy_session *session) {
  size_t before = session->search.asked.count;
  if (!lint_ask_for_without(session)) {
    return COURTESY_NO_MEMORY;
  }
  if (session->search.asked.count == before) {
    return COURTESY_OK;
  }
  return lint_hear(session) ? search_anew(session)
                            : search_for_asked(session, before);
}

enum courtesy_status lint_find_hits(struct courtesy_session *session) {
  enum courtesy_status status = read_own(session);
  if (status == COURTESY_OK) {
    status = search_first(session);
  }
  if (status == COURTESY_OK) {
    status = search_more(session);
  }
  if (status == COURTESY_OK) {
    lint_trace_hits(session);
  }
  return status;
}

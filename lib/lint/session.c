/* SPDX-License-Identifier: MIT */
#include "lint/session.h"

#include <stdlib.h>
#include <string.h>

enum courtesy_status courtesy_session_create(
    const struct courtesy_ruleset *ruleset, struct courtesy_session **out) {
  struct courtesy_session *session = calloc(1, sizeof *session);
  if (session == NULL) {
    return COURTESY_NO_MEMORY;
  }
  session->ruleset = ruleset;
  session->tried = RULES_NO_ENTRY;
  size_t entries = ruleset->entry_count + 1;
  session->found = calloc(entries, sizeof session->found[0]);
  session->reasons = calloc(entries, sizeof session->reasons[0]);
  session->counts = calloc(entries, sizeof session->counts[0]);
  session->search.sought = calloc(entries, sizeof session->search.sought[0]);
  session->listing = calloc(1, sizeof *session->listing);
  bool made = session->found != NULL && session->reasons != NULL &&
              session->counts != NULL && session->search.sought != NULL &&
              session->listing != NULL &&
              lint_indices_make_room(&session->met, entries) &&
              lint_indices_make_room(&session->met_rules, entries) &&
              lint_indices_make_room(&session->recognised, entries) &&
              lint_list_searchers(session);
  enum courtesy_status status =
      made ? match_engine_create(ruleset, &session->engine)
           : COURTESY_NO_MEMORY;
  if (status != COURTESY_OK) {
    courtesy_session_destroy(session);
    return status;
  }
  session->listing->view = &session->view;
  lint_find_live(session);
  courtesy_session_want_marks(session, COURTESY_MARKS_ALL);
  *out = session;
  return COURTESY_OK;
}

void courtesy_session_destroy(struct courtesy_session *session) {
  if (session == NULL) {
    return;
  }
  match_engine_destroy(session->engine);
  lint_view_destroy(&session->view);
  match_hits_destroy(&session->hits);
  match_limits_destroy(&session->limits);
  lint_candidates_destroy(&session->candidates);
  lint_indices_destroy(&session->order);
  lint_findings_destroy(&session->findings);
  lint_problems_destroy(&session->problems);
  base_arena_destroy(&session->arena);
  lint_indices_destroy(&session->met);
  lint_indices_destroy(&session->met_rules);
  lint_indices_destroy(&session->recognised);
  lint_indices_destroy(&session->tongues);
  if (session->listing != NULL) {
    lint_marks_destroy(&session->listing->marks);
    lint_parts_destroy(&session->listing->parts);
    lint_told_parts_destroy(&session->listing->told_parts);
  }
  free(session->listing);
  free(session->found);
  free(session->reasons);
  free(session->counts);
  free(session->search.sought);
  lint_namings_destroy(&session->search.naming);
  lint_indices_destroy(&session->search.waiting);
  lint_indices_destroy(&session->search.hearing);
  lint_indices_destroy(&session->search.asked);
  free(session);
}

static void forget_results(struct courtesy_session *session) {
  base_arena_reset(&session->arena);
  match_hits_empty(&session->hits);
  match_limits_empty(&session->limits);
  lint_candidates_empty(&session->candidates);
  lint_findings_empty(&session->findings);
  lint_zones_empty(&session->view.zones);
  lint_indices_empty(&session->order);
  session->view.own = 0;
  session->view.waits = false;
  lint_marks_empty(&session->listing->marks);
  session->listing->mark_count = 0;
  lint_parts_empty(&session->listing->parts);
  lint_told_parts_empty(&session->listing->told_parts);
  lint_problems_empty(&session->problems);
  session->has_score = false;
  session->tongue.language = RULES_NO_NOTE;
  session->around.rule = NULL;
  session->lead.rule = NULL;
  session->names.are_read = false;
  session->facts.asked = 0;
  memset(session->reasons, 0,
         session->ruleset->entry_count * sizeof session->reasons[0]);
}

enum courtesy_status courtesy_session_lint(
    struct courtesy_session *session, const struct courtesy_message *message) {
  forget_results(session);
  match_engine_begin_message(session->engine);
  if (session->search.is_stale) {
    lint_seek(session);
  }
  enum courtesy_status status = lint_view_begin(&session->view, message);
  enum courtesy_status (*const steps[])(struct courtesy_session *) = {
      lint_find_hits, lint_note_limits, lint_note_language,
      lint_collect,   lint_merge,       lint_choose,
      lint_render,    lint_mark_hits,   lint_score};
  for (size_t i = 0;
       status == COURTESY_OK && i < sizeof steps / sizeof steps[0]; i++) {
    status = steps[i](session);
  }
  if (status != COURTESY_OK) {
    forget_results(session);
  }
  return status;
}

enum courtesy_status courtesy_session_try_rule(struct courtesy_session *session,
                                               const char *id) {
  if (id == NULL) {
    session->tried = RULES_NO_ENTRY;
    return COURTESY_OK;
  }
  const struct courtesy_rule *rule =
      courtesy_ruleset_find(session->ruleset, id);
  if (rule == NULL) {
    return COURTESY_UNKNOWN_NAME;
  }
  session->tried = rule->index;
  return COURTESY_OK;
}

void courtesy_session_want_marks(struct courtesy_session *session,
                                 enum courtesy_marks marks) {
  session->wanted_marks = marks;
  session->search.is_stale = true;
}

void courtesy_session_set_trace(
    struct courtesy_session *session,
    void (*trace)(void *context, const struct courtesy_trace *step),
    void *context) {
  session->trace = trace;
  session->trace_context = context;
  session->search.is_stale = true;
}

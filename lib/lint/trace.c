/* SPDX-License-Identifier: MIT */
#include "lint/session.h"

void lint_tell_trace(const struct courtesy_session *session,
                     enum courtesy_trace_step step,
                     const struct courtesy_rule *rule, struct lint_place place,
                     uint32_t pattern, const char *detail) {
  struct courtesy_phrase phrase;
  bool named = pattern != LINT_NO_PATTERN;
  if (named) {
    phrase = rules_notes_phrase(&session->ruleset->notes, pattern);
  }
  struct courtesy_trace event = {
      .step = step,
      .rule = rules_noted(session->ruleset, rule->facts.id),
      .span = lint_view_span(session->listing->view, place.source, place.start,
                             place.end),
      .phrase = named ? &phrase : NULL,
      .detail = detail,
  };
  session->trace(session->trace_context, &event);
}

void lint_trace_silence(const struct courtesy_session *session,
                        const struct courtesy_rule *rule,
                        const struct match_hit *hit, const char *why_not) {
  lint_trace(session, COURTESY_TRACE_CONDITION, rule, lint_place_of_hit(hit),
             LINT_NO_PATTERN, why_not);
}

void lint_trace_hits(const struct courtesy_session *session) {
  const struct courtesy_ruleset *ruleset = session->ruleset;
  for (size_t i = 0; session->trace != NULL && i < session->hits.count; i++) {
    const struct match_hit *hit = &session->hits.items[i];
    const struct courtesy_rule *entry = &ruleset->entries[hit->entry];
    struct lint_place place = lint_place_of_hit(hit);
    lint_trace(session, COURTESY_TRACE_MATCHED, entry, place, hit->pattern, "");
    if (hit->fate == MATCH_VETOED) {
      lint_trace(session, COURTESY_TRACE_VETOED, entry, place, hit->veto, "");
    } else if (hit->fate == MATCH_QUOTED) {
      lint_trace(session, COURTESY_TRACE_QUOTED, entry, place, LINT_NO_PATTERN,
                 "");
    } else if (hit->fate == MATCH_OTHERS) {
      lint_trace(session, COURTESY_TRACE_CONDITION, entry, place,
                 LINT_NO_PATTERN, "the subject is somebody else's");
    }
  }
}

/* SPDX-License-Identifier: MIT */
#include "lint/session.h"

void lint_trace(const struct courtesy_session *session,
                enum courtesy_trace_step step, const struct courtesy_rule *rule,
                struct lint_place place, const struct courtesy_phrase *phrase,
                const char *detail) {
  if (session->trace == NULL) {
    return;
  }
  struct courtesy_trace event = {
      .step = step,
      .rule = rule->facts.id,
      .span =
          lint_view_span(&session->view, place.source, place.start, place.end),
      .phrase = phrase,
      .detail = detail,
  };
  session->trace(session->trace_context, &event);
}

void lint_trace_hits(const struct courtesy_session *session) {
  const struct courtesy_ruleset *ruleset = session->ruleset;
  for (size_t i = 0; session->trace != NULL && i < session->hits.count; i++) {
    const struct match_hit *hit = &session->hits.items[i];
    const struct courtesy_rule *entry = &ruleset->entries[hit->entry];
    struct lint_place place = {hit->source, hit->start, hit->end};
    lint_trace(session, COURTESY_TRACE_MATCHED, entry, place,
               &ruleset->patterns[hit->pattern].phrase, "");
    if (hit->fate == MATCH_VETOED) {
      lint_trace(session, COURTESY_TRACE_VETOED, entry, place,
                 &ruleset->patterns[hit->veto].phrase, "");
    } else if (hit->fate == MATCH_QUOTED) {
      lint_trace(session, COURTESY_TRACE_QUOTED, entry, place, NULL, "");
    }
  }
}

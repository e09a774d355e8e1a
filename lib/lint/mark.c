/* SPDX-License-Identifier: MIT */
#include "lint/session.h"

#include <stdlib.h>
#include <string.h>

static bool add_mark(struct courtesy_session *session,
                     const struct courtesy_rule *marker,
                     const struct match_hit *hit) {
  struct lint_place place = {hit->source, hit->start, hit->end};
  struct lint_mark mark = {
      .marker = marker,
      .zone = (enum courtesy_zone)hit->zone,
      .source = hit->source,
      .start = hit->start,
      .end = hit->end,
  };
  lint_trace(session, COURTESY_TRACE_FOUND, marker, place, LINT_NO_PATTERN, "");
  return !lint_wants_mark(session, marker) ||
         lint_marks_add(&session->marks, mark);
}

/* The subject stands above the text. */
static int compare_marks(const void *left, const void *right) {
  const struct lint_mark *a = left;
  const struct lint_mark *b = right;
  if (a->source != b->source) {
    return a->source == MAIL_SOURCE_SUBJECT ? -1 : 1;
  }
  if (a->start != b->start) {
    return a->start < b->start ? -1 : 1;
  }
  if (a->end != b->end) {
    return a->end < b->end ? -1 : 1;
  }
  return strcmp(a->marker->facts.id, b->marker->facts.id);
}

enum courtesy_status lint_mark_hits(struct courtesy_session *session) {
  const char *why_not;
  if (session->wanted_marks == COURTESY_MARKS_NONE && session->trace == NULL) {
    return COURTESY_OK;
  }
  for (size_t i = 0; i < session->hits.count; i++) {
    const struct match_hit *hit = &session->hits.items[i];
    const struct courtesy_rule *entry = &session->ruleset->entries[hit->entry];
    if (entry->facts.rule_class == COURTESY_MARKER && hit->fate == MATCH_LIVE &&
        lint_entry_speaks(session, entry, &why_not) &&
        !add_mark(session, entry, hit)) {
      return COURTESY_NO_MEMORY;
    }
  }
  if (session->marks.count > 1) {
    qsort(session->marks.items, session->marks.count,
          sizeof session->marks.items[0], compare_marks);
  }
  return COURTESY_OK;
}

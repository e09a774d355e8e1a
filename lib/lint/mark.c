/* SPDX-License-Identifier: MIT */
#include "base/sort.h"
#include "lint/session.h"

static bool add_mark(struct courtesy_session *session,
                     const struct courtesy_rule *marker,
                     const struct match_hit *hit) {
  struct lint_mark mark = {
      .marker = marker,
      .zone = (enum courtesy_zone)hit->zone,
      .place = lint_place_of_hit(hit),
  };
  lint_trace(session, COURTESY_TRACE_FOUND, marker, mark.place, LINT_NO_PATTERN,
             "");
  return !lint_wants_mark(session, marker) ||
         lint_marks_add(&session->marks, mark);
}

static int compare_marks(const void *left, const void *right) {
  const struct lint_mark *a = left;
  const struct lint_mark *b = right;
  int order = lint_order_starts(a->place, b->place);
  if (order == 0) {
    order = base_order(a->place.end, b->place.end);
  }
  return order != 0 ? order : base_order(a->marker->rank, b->marker->rank);
}

static bool mark_entry(struct courtesy_session *session,
                       const struct courtesy_rule *marker) {
  const struct match_hit *hits = lint_hits_of(session, marker->index);
  bool marked = true;
  for (size_t i = 0; i < lint_hit_count(session, marker->index); i++) {
    marked &= hits[i].fate != MATCH_LIVE || add_mark(session, marker, &hits[i]);
  }
  return marked;
}

enum courtesy_status lint_mark_hits(struct courtesy_session *session) {
  const char *why_not;
  bool marked = true;
  if (session->wanted_marks == COURTESY_MARKS_NONE && session->trace == NULL) {
    return COURTESY_OK;
  }
  for (size_t i = 0; i < session->met.count; i++) {
    const struct courtesy_rule *entry =
        &session->ruleset->entries[session->met.items[i]];
    if (entry->facts.rule_class == COURTESY_MARKER &&
        lint_entry_speaks(session, entry, &why_not)) {
      marked &= mark_entry(session, entry);
    }
  }
  base_sort_few(session->marks.items, session->marks.count,
                sizeof session->marks.items[0], compare_marks);
  return marked ? COURTESY_OK : COURTESY_NO_MEMORY;
}

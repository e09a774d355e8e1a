/* SPDX-License-Identifier: MIT */
#include "base/sort.h"
#include "lint/session.h"

static bool mark_hit(struct courtesy_session *session,
                     const struct courtesy_rule *marker,
                     const struct match_hit *hit, bool wanted) {
  struct lint_mark mark = {
      .marker = marker,
      .zone = (enum courtesy_zone)hit->zone,
      .place = lint_place_of_hit(hit),
  };
  lint_trace(session, COURTESY_TRACE_FOUND, marker, mark.place, LINT_NO_PATTERN,
             "");
  return !wanted || lint_marks_add(&session->listing->marks, mark);
}

static bool mark_entry(struct courtesy_session *session,
                       const struct courtesy_rule *marker) {
  const struct match_hit *hit = lint_hits_of(session, marker->index);
  const struct match_hit *end = hit + lint_hit_count(session, marker->index);
  bool wanted = lint_wants_mark(session, marker);
  bool marked = true;
  for (; hit < end; hit++) {
    marked &= hit->fate != MATCH_LIVE || mark_hit(session, marker, hit, wanted);
  }
  return marked;
}

enum courtesy_status lint_mark_hits(struct courtesy_session *session) {
  bool marked = true;
  if (session->wanted_marks == COURTESY_MARKS_NONE && session->trace == NULL) {
    return COURTESY_OK;
  }
  for (size_t i = 0; i < session->met.count; i++) {
    const struct courtesy_rule *entry =
        &session->ruleset->entries[session->met.items[i]];
    if (entry->facts.rule_class == COURTESY_MARKER &&
        lint_entry_speaks(session, entry)) {
      marked &= mark_entry(session, entry);
    }
  }
  session->listing->marks_in_order = false;
  return marked ? COURTESY_OK : COURTESY_NO_MEMORY;
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

const struct lint_mark *lint_mark_at(const struct courtesy_session *session,
                                     size_t index) {
  struct lint_listing *listing = session->listing;
  struct lint_marks *marks = &listing->marks;
  if (!listing->marks_in_order) {
    base_sort_few(marks->items, marks->count, sizeof *marks->items,
                  compare_marks);
    listing->marks_in_order = true;
  }
  return index < marks->count ? &marks->items[index] : NULL;
}

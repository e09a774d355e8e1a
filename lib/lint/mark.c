/* SPDX-License-Identifier: MIT */
#include "base/sort.h"
#include "lint/session.h"
#include "rules/aim.h"

static bool is_wanted(const struct lint_listing *listing,
                      const struct rules_scope *scope) {
  return scope->marks <= listing->wanted;
}

/* A trace is told of all, wanted or not. */
static void trace_marks(const struct courtesy_session *session,
                        uint32_t entry) {
  const struct match_hit *hits = lint_hits_of(session, entry);
  for (size_t i = 0; i < lint_hit_count(session, entry); i++) {
    if (hits[i].fate == MATCH_LIVE) {
      lint_trace(session, COURTESY_TRACE_FOUND,
                 &session->ruleset->entries[entry], lint_place_of_hit(&hits[i]),
                 LINT_NO_PATTERN, "");
    }
  }
}

enum courtesy_status lint_mark_hits(struct courtesy_session *session) {
  struct lint_listing *listing = session->listing;
  listing->wanted = session->wanted_marks;
  size_t count = 0;
  for (size_t i = 0; i < session->recognised.count; i++) {
    uint32_t entry = session->recognised.items[i];
    const struct rules_scope *scope = &session->ruleset->scopes[entry];
    count += is_wanted(listing, scope) * session->found[entry].live;
    if (session->trace != NULL && scope->marks != RULES_NO_MARKS) {
      trace_marks(session, entry);
    }
  }
  listing->mark_count = count;
  return lint_marks_make_room(&listing->marks, count + 1) ? COURTESY_OK
                                                          : COURTESY_NO_MEMORY;
}

static void list_entry(const struct courtesy_session *session, uint32_t entry) {
  const struct match_hit *hits = lint_hits_of(session, entry);
  for (size_t i = 0; i < lint_hit_count(session, entry); i++) {
    if (hits[i].fate == MATCH_LIVE) {
      struct lint_mark mark = {&session->ruleset->entries[entry], &hits[i]};
      lint_marks_add(&session->listing->marks, mark);
    }
  }
}

static int compare_marks(const void *left, const void *right) {
  const struct lint_mark *a = left;
  const struct lint_mark *b = right;
  int order =
      lint_order_starts(lint_place_of_hit(a->hit), lint_place_of_hit(b->hit));
  if (order == 0) {
    order = base_order(a->hit->end, b->hit->end);
  }
  return order != 0 ? order : base_order(a->marker->rank, b->marker->rank);
}

static void list_marks(const struct courtesy_session *session) {
  struct lint_listing *listing = session->listing;
  for (size_t i = 0; i < session->recognised.count; i++) {
    uint32_t entry = session->recognised.items[i];
    if (is_wanted(listing, &session->ruleset->scopes[entry])) {
      list_entry(session, entry);
    }
  }
  base_sort_few(listing->marks.items, listing->marks.count,
                sizeof *listing->marks.items, compare_marks);
}

const struct lint_mark *lint_mark_at(const struct courtesy_session *session,
                                     size_t index) {
  const struct lint_listing *listing = session->listing;
  if (listing->marks.count < listing->mark_count) {
    list_marks(session);
  }
  return index < listing->mark_count ? &listing->marks.items[index] : NULL;
}

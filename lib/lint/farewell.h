/* SPDX-License-Identifier: MIT */
/* Which of the last own lines of a message begins its closing. */
#ifndef COURTESY_LINT_FAREWELL_H
#define COURTESY_LINT_FAREWELL_H

#include "lint/edge.h"

/* The last own lines. Those before `first` only show what is above. */
struct lint_ending {
  struct lint_edge *lines;
  size_t count;
  size_t first;
};

/* Adds to view->hits the name or initials in small letters of the last line,
 * if it has such: phrases know a name by its capital. */
bool lint_farewell_add_small_name(struct lint_view *view,
                                  const struct courtesy_ruleset *ruleset,
                                  const struct lint_ending *ending);

/* Notes on each line that of view->hits which may begin the closing there. */
void lint_farewell_note(const struct lint_view *view,
                        const struct courtesy_ruleset *ruleset,
                        struct lint_ending *ending);

/* The first line that could begin it: what follows it is little, or are lines
 * like a name. Those before need not be looked at. */
size_t lint_farewell_first(const struct lint_view *view,
                           const struct lint_ending *ending);

/* Whether the hit stands where its line begins. */
static inline bool lint_farewell_at_start(const struct lint_edge *line,
                                          const struct match_hit *hit) {
  return hit->start <= line->text + 1;
}

/* Whether nothing but marks follows the hit on its line. */
bool lint_farewell_fills(const struct lint_edge *line,
                         const struct match_hit *hit);

#endif

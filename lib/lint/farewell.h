/* SPDX-License-Identifier: MIT */
/* Which of the last own lines of a message begins its closing. */
#ifndef COURTESY_LINT_FAREWELL_H
#define COURTESY_LINT_FAREWELL_H

#include "lint/ending.h"

/* The farewell of line `n`, which was read, if it may begin the closing there,
 * or NULL: it is one of view->hits, which the next search replaces. */
enum courtesy_status lint_farewell_find(struct lint_ending *ending, size_t n,
                                        const struct match_hit **farewell);

/* Whether too much stands below line `n` for any farewell, there and on the
 * lines above up to a postscript. */
bool lint_farewell_is_far(struct lint_ending *ending, size_t n);

/* Whether the hit stands where its line begins. */
static inline bool lint_farewell_at_start(const struct lint_edge *line,
                                          const struct match_hit *hit) {
  return hit->start <= line->text + 1;
}

/* Whether nothing but marks and smiles follows the hit on its line. */
bool lint_farewell_fills(const struct lint_view *view,
                         const struct lint_edge *line,
                         const struct match_hit *hit);

#endif

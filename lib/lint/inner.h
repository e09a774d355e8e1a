/* SPDX-License-Identifier: MIT */
/*
 * Where a closing may stand that has more below it, such as a table:
 *
 *     The menu is below.                  The menu is below.
 *
 *     Thanks,        words, and below     Eva Baker      the sender's name
 *     Eva            them a name
 *                                         Monday         soup
 *     Monday         soup
 */
#ifndef COURTESY_LINT_INNER_H
#define COURTESY_LINT_INNER_H

#include "lint/sender.h"

struct lint_inner {
  size_t zones;   /* the closing may end with the zone before this one … */
  bool is_signed; /* … if it has words and a name */
  bool goes_on;   /* the name may stand in that zone */
  size_t looks;   /* zones that were looked at closely */
  struct lint_sender sender;
};

/* Before the first place. */
struct lint_inner lint_inner_of(const struct lint_view *view);

/* Goes on to the next place; *found is false when there is none. */
enum courtesy_status lint_inner_next(struct lint_inner *inner,
                                     struct lint_view *view,
                                     const struct courtesy_ruleset *ruleset,
                                     bool *found);

#endif

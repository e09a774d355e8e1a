/* SPDX-License-Identifier: MIT */
/*
 * Greeting and closing, told by the markers `greeting` and `farewell` of all
 * languages: the first on the first own lines (greeting.c), the second on the
 * last ones (closing.c).
 */
#ifndef COURTESY_LINT_GREETING_H
#define COURTESY_LINT_GREETING_H

#include "lint/view.h"

/* Cuts the body zones of the view into greeting, body and closing. */
enum courtesy_status lint_mark_greeting(struct lint_view *view,
                                        const struct courtesy_ruleset *ruleset,
                                        struct match_engine *engine);
enum courtesy_status lint_mark_closing(struct lint_view *view,
                                       const struct courtesy_ruleset *ruleset,
                                       struct match_engine *engine);

#endif

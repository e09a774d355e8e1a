/* SPDX-License-Identifier: MIT */
/*
 * A farewell at the start of a signature. Lines with telephone numbers and
 * addresses at the end of a message are a signature by their looks, without a
 * look at their words; the first of them may be more than that.
 *
 *     Kind regards          signature → closing
 *     Tom Park              signature
 *     +1 555 010 0100       signature
 */
#ifndef COURTESY_LINT_SIGNATURE_H
#define COURTESY_LINT_SIGNATURE_H

#include "lint/view.h"

/* Makes lines with words of farewell own text, to be looked at again; *opened
 * says if any. A name that begins a block stays there and is added to
 * view->forms; not below `-- `, where a program put it. */
enum courtesy_status lint_signature_open(struct lint_view *view,
                                         const struct courtesy_ruleset *ruleset,
                                         struct match_engine *engine,
                                         bool *opened);

#endif

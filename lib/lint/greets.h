/* SPDX-License-Identifier: MIT */
/* Whom the greeting names, next to those whom the header names. */
#ifndef COURTESY_LINT_GREETS_H
#define COURTESY_LINT_GREETS_H

#include "lint/view.h"

/* "recipient" when the greeting of a filled view names one of To and Cc,
 * "stranger" when it names nobody of them, NULL when that cannot be told:
 * there is no name in it ("Hi all"), or a recipient's first name is not known,
 * or may be what the name is short for. Told each time that somebody asks. */
const char *lint_greets(const struct lint_view *view,
                        const struct courtesy_ruleset *ruleset);

#endif

/* SPDX-License-Identifier: MIT */
/* The edits of findings. */
#ifndef COURTESY_LINT_EDIT_H
#define COURTESY_LINT_EDIT_H

#include "lint/session.h"

/* Adds the edit that the candidate's rule makes of it, if it can be made in
 * the raw text. Returns false when memory ran out. */
bool lint_add_edit(struct courtesy_session *session,
                   const struct lint_candidate *candidate,
                   struct courtesy_finding *finding);

#endif

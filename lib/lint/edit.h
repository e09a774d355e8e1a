/* SPDX-License-Identifier: MIT */
/* Texts with something filled in, and the edits of findings. */
#ifndef COURTESY_LINT_EDIT_H
#define COURTESY_LINT_EDIT_H

#include "lint/session.h"

/* What stands for {text}, {lower} and {recipient}; NULL: the slot stays. */
struct lint_filling {
  const char *text;
  const char *lower;
  const char *recipient;
};

/* The template itself when it has no slot; NULL when memory ran out. */
const char *lint_fill(struct base_arena *arena, const char *template,
                      const struct lint_filling *filling);

/* Adds the edit that the candidate's rule makes of it, if it can be made in
 * the raw text. Returns false when memory ran out. */
bool lint_add_edit(struct courtesy_session *session,
                   const struct lint_candidate *candidate,
                   struct courtesy_finding *finding);

#endif

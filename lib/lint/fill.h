/* SPDX-License-Identifier: MIT */
/* Texts of rules with something filled in. */
#ifndef COURTESY_LINT_FILL_H
#define COURTESY_LINT_FILL_H

#include "base/arena.h"

/* What stands for {text}, {lower} and {recipient}; NULL: the slot stays. */
struct lint_filling {
  const char *text;
  const char *lower;
  const char *recipient;
};

/* The template itself when it has no slot; NULL when memory ran out. */
const char *lint_fill(struct base_arena *arena, const char *template,
                      const struct lint_filling *filling);

#endif

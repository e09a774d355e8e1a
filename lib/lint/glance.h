/* SPDX-License-Identifier: MIT */
/* Whether a line is worth a search: most hold no word of greeting or farewell,
 * and are no name. */
#ifndef COURTESY_LINT_GLANCE_H
#define COURTESY_LINT_GLANCE_H

#include "rules/ruleset.h"
#include "text/token.h"

/* Where a match counts. */
enum lint_where {
  LINT_ANYWHERE,
  LINT_AT_START, /* it begins with the first word */
  LINT_AT_ENDS,  /* … or it stands in the last sentence of the line */
};

/* The patterns of greetings or farewells (rules/forms.h) that may match in a
 * line, as bits: too many when in doubt. */
struct lint_promise {
  uint64_t counting; /* that may have a match which counts */
  uint64_t all;      /* that may have any match; with LINT_AT_START: as above */
};

/* What a line of these tokens promises. */
struct lint_promise lint_glance(const struct courtesy_ruleset *ruleset,
                                enum rules_form_family family,
                                const struct text_token *line, size_t count,
                                enum lint_where where);

#endif

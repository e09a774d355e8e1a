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
  LINT_AT_ENDS,  /* … or no sentence ends behind it and goes before another */
};

/* The patterns of greetings or farewells (rules/forms.h) that may match in a
 * line, as bits: too many when in doubt. */
struct lint_promise {
  uint64_t counting; /* a match of them may count */
  uint64_t all;      /* may match at all; LINT_AT_START: and count */
};

/* What a line of these tokens promises. */
struct lint_promise lint_glance(const struct courtesy_ruleset *ruleset,
                                enum rules_form_family family,
                                const struct text_token *line, size_t count,
                                enum lint_where where);

#endif

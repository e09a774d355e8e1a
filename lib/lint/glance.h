/* SPDX-License-Identifier: MIT */
/* Whether a line is worth making into tokens: most hold no word of greeting
 * or farewell, and are no name. */
#ifndef COURTESY_LINT_GLANCE_H
#define COURTESY_LINT_GLANCE_H

#include "rules/ruleset.h"
#include "text/source.h"

/* Where a match counts. */
enum lint_where {
  LINT_ANYWHERE,
  LINT_AT_START, /* it begins with the first word */
  LINT_AT_ENDS,  /* … or there is no `.`, `!` or `?` with a blank behind it
                    from the match's end on */
};

/* The patterns of greetings or farewells (rules/forms.h) that may match in
 * [start, end) of a text, as bits: too many when in doubt. */
uint64_t lint_glance(const struct courtesy_ruleset *ruleset,
                     enum rules_form_family family,
                     const struct text_source *source, uint32_t start,
                     uint32_t end, enum lint_where where);

#endif

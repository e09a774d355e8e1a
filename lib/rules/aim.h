/* SPDX-License-Identifier: MIT */
/* What the matcher asks of a pattern before it looks at the pattern itself:
 * told from its entry once, when the ruleset is made. */
#ifndef COURTESY_RULES_AIM_H
#define COURTESY_RULES_AIM_H

#include <stdint.h>

struct courtesy_ruleset;

enum { RULES_NO_REGEX = UINT32_MAX };

struct rules_aim {
  uint32_t entry;  /* whose the pattern is */
  uint32_t family; /* of that entry */
  uint32_t zones;  /* where it is looked for; 0: nowhere, as vetoes are, and
                      what is off and nobody names */
  uint32_t regex;  /* its number among the regexes, or RULES_NO_REGEX */
};

/* Fills in the aims of all patterns; returns the number of regexes. */
uint32_t rules_aim(const struct courtesy_ruleset *ruleset,
                   struct rules_aim *aims);

#endif

/* SPDX-License-Identifier: MIT */
/* What the matcher asks of a pattern before it looks at the pattern itself:
 * told from its entry once, when the ruleset is made. */
#ifndef COURTESY_RULES_AIM_H
#define COURTESY_RULES_AIM_H

#include <stdint.h>

struct courtesy_ruleset;

enum { RULES_NO_REGEX = UINT32_MAX };

struct rules_aim {
  uint64_t kinds;   /* of what its sentence must have, what is looked at first:
                     one of these of struct rules_bits */
  uint32_t entry;   /* whose the pattern is */
  uint32_t zones;   /* where it is looked for; 0: nowhere, as vetoes are, and
                      what is off and nobody names */
  uint32_t regex;   /* its number among the regexes, or RULES_NO_REGEX */
  uint32_t crosses; /* 1: a match may go on in another sentence; else 0. (Of 32
                       bits: aims are compared as bytes.) */
};

/* Fills in the aims of all patterns; returns the number of regexes. */
uint32_t rules_aim(const struct courtesy_ruleset *ruleset,
                   struct rules_aim *aims);

#endif

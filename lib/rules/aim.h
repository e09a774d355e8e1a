/* SPDX-License-Identifier: MIT */
/* What the matcher asks of a pattern, and of an entry, before it looks at the
 * pattern itself: told once, when the ruleset is made. */
#ifndef COURTESY_RULES_AIM_H
#define COURTESY_RULES_AIM_H

#include <stdbool.h>
#include <stdint.h>

struct courtesy_rule;
struct courtesy_ruleset;

#define RULES_NO_REGEX UINT32_MAX

struct rules_aim {
  uint32_t entry;   /* whose the pattern is */
  uint32_t regex;   /* its number among the regexes, or RULES_NO_REGEX */
  uint16_t crosses; /* 1: a match may go on in another sentence; else 0 */
  uint16_t finds;   /* 1: it is looked for; 0: a veto */
};

/* Where an entry is looked for, who wants it, what may silence it, and what
 * each message asks of one that was met: some things that the entry knows, too,
 * but far apart. */
struct rules_scope {
  uint32_t zones;  /* bit 1 << enum courtesy_zone; 0: nowhere, as what is off
                      and nobody names */
  uint8_t cabinet; /* of the prefilter */
  uint8_t counts;  /* 1: its hits count whatever other entries say */
  uint8_t marks;   /* the first of enum courtesy_marks that asks for it, or
                      RULES_NO_MARKS */
  uint8_t names;   /* 1: a rule that is on and says `missing` or `each`: it
                      names other entries */
  uint32_t vetoes; /* its first row of them (rules/veto_row.h) */
  uint32_t family;
  uint32_t language;  /* a rules_note */
  uint8_t recognised; /* 1: a marker or a signal; 0: a rule */
  uint8_t speaks;     /* 1: about any message of its language */
  uint16_t reach; /* most words that a match of an except-here can take which
                     stays in its sentence */
  double weight;
};

/* Both are compared as bytes. */
_Static_assert(sizeof(struct rules_aim) == 12, "an aim has no padding");
_Static_assert(sizeof(struct rules_scope) == 32, "a scope has no padding");

#define RULES_NO_MARKS UINT8_MAX

/* The prefilter files patterns in cabinets, by how often their entries are
 * looked for: a run opens only the cabinets that it needs. */
enum rules_cabinet {
  RULES_CABINET_USUAL = 0, /* in nearly every message: all whose hits count */
  RULES_CABINET_ASKED,     /* only when something else was found */
  RULES_CABINET_OTHERS,    /* only in others' words: quotes, signatures, … */
  RULES_CABINET_FORMS,     /* greeting and farewell, of all languages */
};

/* Fills in the aims of all patterns; returns the number of regexes. */
uint32_t rules_aim(const struct courtesy_ruleset *ruleset,
                   struct rules_aim *aims);

/* Fills in the scopes of all entries; greeting and farewell are known. */
void rules_scope(const struct courtesy_ruleset *ruleset,
                 struct rules_scope *scopes);

#endif

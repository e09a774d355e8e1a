/* SPDX-License-Identifier: MIT */
/*
 * What a run looks for, and where: of each entry the zones, as bits. A run
 * reads one of two tables:
 *
 *     ordinary    of each entry that is wanted, where it is looked for
 *     special     the same of a few entries; all zeros but for the run that
 *                 is on
 *
 * and looks only into the cabinets where their patterns are filed, each for
 * sentences of those zones where some entry of it is looked for.
 */
#ifndef COURTESY_MATCH_SCOPE_H
#define COURTESY_MATCH_SCOPE_H

#include "rules/ruleset.h"

/* A zeroed struct is none. */
struct match_scope {
  const struct courtesy_ruleset *rules;
  /* By entry, the zones in which it is looked for: */
  uint32_t *ordinary;    /* by an ordinary run, */
  uint32_t *special;     /* by a run for a few entries, */
  const uint32_t *zones; /* and by the run which is on: one of the two */
  /* By cabinet: */
  uint32_t wanted[TEXT_CABINETS]; /* how many entries ordinary runs look for */
  uint32_t wanted_in[TEXT_CABINETS]; /* zones in which one of them may be */
  uint32_t opened[TEXT_CABINETS];    /* zones in which the run which is on looks
                                     for some; 0: the cabinet stays closed */
};

/* Wants no entry. Returns false when memory ran out. */
bool match_scope_create(struct match_scope *scope,
                        const struct courtesy_ruleset *rules);
void match_scope_destroy(struct match_scope *scope);
void match_scope_want(struct match_scope *scope, uint32_t entry, bool want);
void match_scope_want_all(struct match_scope *scope, const bool *wants,
                          unsigned cabinets);

/* Begins a run: for all that is wanted; for some entries, and for one family,
 * which are taken back when the run has ended. */
void match_scope_begin_ordinary(struct match_scope *scope);
void match_scope_begin_some(struct match_scope *scope, const uint32_t *entries,
                            size_t count);
void match_scope_end_some(struct match_scope *scope, const uint32_t *entries,
                          size_t count);

#endif

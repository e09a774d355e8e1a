/* SPDX-License-Identifier: MIT */
/* What listings ask of a ruleset's entries. */
#ifndef COURTESY_CLI_ENTRIES_H
#define COURTESY_CLI_ENTRIES_H

#include "memory.h"

#include <courtesy/courtesy.h>

struct cli_entry {
  const struct courtesy_rule *rule;
  struct courtesy_rule_facts facts;
};

struct cli_entry cli_entry_at(const struct courtesy_ruleset *ruleset,
                              size_t index);

/* Markers have one entry in each language: the first stands for them. */
bool cli_entry_is_first(const struct courtesy_ruleset *ruleset,
                        const struct cli_entry *entry);

/* How many ids a class has. */
size_t cli_count_entries(const struct courtesy_ruleset *ruleset,
                         enum courtesy_rule_class rule_class);

size_t cli_longest_id(const struct courtesy_ruleset *ruleset);

/* The severity of a rule in the profile of that number. */
enum courtesy_severity cli_severity_in(const struct courtesy_ruleset *ruleset,
                                       const struct courtesy_rule *rule,
                                       size_t profile);

/* "external warning, quiet off": the profiles in which a rule's severity is
 * not that of the ruleset. */
void cli_add_differences(struct cli_bytes *text,
                         const struct courtesy_ruleset *ruleset,
                         const struct cli_entry *entry);

#endif

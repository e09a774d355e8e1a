/* SPDX-License-Identifier: MIT */
/* courtesy rules list and explain: what the rules are, on a terminal and as
 * the Markdown pages of rules/reference/. */
#ifndef COURTESY_CLI_RULES_EXPLAIN_H
#define COURTESY_CLI_RULES_EXPLAIN_H

#include "page.h"

#include <courtesy/courtesy.h>

/* The rules of the ruleset, each for all of its profiles: rulesets[i] is that
 * of the profile number i, or NULL. */
struct cli_rulebook {
  const struct courtesy_ruleset *ruleset;
  struct courtesy_ruleset **rulesets;
};

/* The page of a rule, marker or signal. */
void cli_explain_rule(struct cli_page *page, const struct cli_rulebook *book,
                      const struct courtesy_rule *rule);

/* A line for each rule, marker and signal. */
void cli_print_rules(struct cli_output *output,
                     const struct courtesy_ruleset *ruleset);

/* The same as a Markdown page of tables, with links to the pages. */
void cli_print_index(struct cli_page *page,
                     const struct courtesy_ruleset *ruleset);

/* The rules of a group; false when there is no such group. */
bool cli_explain_group(struct cli_page *page,
                       const struct courtesy_ruleset *ruleset,
                       const char *group);

#endif

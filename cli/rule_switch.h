/* SPDX-License-Identifier: MIT */
/* How to switch a rule off, or change it, as a section of a page. */
#ifndef COURTESY_CLI_RULE_SWITCH_H
#define COURTESY_CLI_RULE_SWITCH_H

#include "entries.h"
#include "page.h"

void cli_print_switch(struct cli_page *page,
                      const struct courtesy_ruleset *ruleset,
                      const struct cli_entry *entry);

/* The same for all rules of a group. */
void cli_print_group_switch(struct cli_page *page, const char *group);

#endif

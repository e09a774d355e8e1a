/* SPDX-License-Identifier: MIT */
/* The phrases of a rule and its example sentences, as sections of a page. */
#ifndef COURTESY_CLI_RULE_EXAMPLES_H
#define COURTESY_CLI_RULE_EXAMPLES_H

#include "page.h"

#include <courtesy/courtesy.h>

/* The lines under one key; no section when there are none. */
void cli_print_phrases(struct cli_page *page,
                       const struct courtesy_ruleset *ruleset,
                       const struct courtesy_rule *rule,
                       enum courtesy_phrase_role role, const char *heading);

/* The sentences that it must find, or must leave alone. */
void cli_print_examples(struct cli_page *page,
                        const struct courtesy_ruleset *ruleset,
                        const struct courtesy_rule *rule, bool bad,
                        const char *heading);

#endif

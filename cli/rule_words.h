/* SPDX-License-Identifier: MIT */
/* What a rule looks for, in plain words. */
#ifndef COURTESY_CLI_RULE_WORDS_H
#define COURTESY_CLI_RULE_WORDS_H

#include "page.h"

#include <courtesy/courtesy.h>

/* Items that say what an entry looks for, where, and under which
 * conditions. */
void cli_tell_trigger(struct cli_page *page,
                      const struct courtesy_ruleset *ruleset,
                      const struct courtesy_rule *rule);

/* Whether two rulesets ask the same of a message before the rule speaks. */
bool cli_same_conditions(const struct courtesy_rule_trigger *one,
                         const struct courtesy_rule_trigger *other);

/* An item with the conditions alone: "in the profile strict: …". */
void cli_tell_conditions_in(struct cli_page *page, const char *profile,
                            const struct courtesy_rule_trigger *trigger);

#endif

/* SPDX-License-Identifier: MIT */
/* One example of one rule, in one variant: does it say what it should? */
#ifndef COURTESY_CLI_TRIAL_H
#define COURTESY_CLI_TRIAL_H

#include "output.h"
#include "variants.h"

#include <courtesy/courtesy.h>

struct cli_trial {
  struct cli_output *output;            /* for what is wrong */
  const struct courtesy_ruleset *usual; /* as the profile has it */
  const struct courtesy_rule *rule;
  struct courtesy_rule_facts facts; /* of the rule */
  const struct courtesy_example *example;
  enum cli_variant_id variant;
  const struct cli_variant *made; /* its text */
  const struct courtesy_session *session;
};

/* Lints the variant's text; false, after a message, when the example does not
 * hold. */
bool cli_trial_run(struct cli_trial *trial, struct courtesy_session *session);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef COURTESY_CLI_RULES_REACH_H
#define COURTESY_CLI_RULES_REACH_H

#include <courtesy/rules.h>
#include <courtesy/session.h>

struct cli_reach {
  bool found;                  /* or cannot be told */
  struct courtesy_phrase veto; /* that hides what the phrase finds; its text is
                                  NULL where nothing fits the phrase */
};

/* Whether a phrase that looks into the body of a message ever finds a text.
 * The session must be one of the ruleset; its trace is turned off. */
struct cli_reach cli_reach_of(const struct courtesy_ruleset *ruleset,
                              struct courtesy_session *session,
                              const struct courtesy_rule *rule, size_t phrase);

#endif

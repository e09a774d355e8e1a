/* SPDX-License-Identifier: MIT */
/* What could not be read as it should: each kind of problem once, for a
 * hostile mail may have a thousand of one kind. */
#ifndef COURTESY_CLI_PROBLEMS_H
#define COURTESY_CLI_PROBLEMS_H

#include "report.h"

/* Codes are fixed words; more than there are. */
enum { CLI_MOST_CODES = 32 };

struct cli_problem {
  const struct courtesy_problem *first; /* of its code */
  size_t count;                         /* with that code */
};

/* Those of a message, then those of the session that linted it; returns how
 * many. */
size_t cli_problems_of(const struct courtesy_message *message,
                       const struct courtesy_session *session,
                       struct cli_problem problems[CLI_MOST_CODES]);

/* The problem that the rules are in another language than the message; NULL
 * when they are not. */
const struct courtesy_problem *cli_other_language(
    const struct courtesy_session *session);

/* Tells them on `errors`, for formats that have no place for them, but for
 * another language, which is no fault of the input. */
void cli_complain_of_problems(const struct cli_result *result,
                              struct cli_output *errors);

#endif

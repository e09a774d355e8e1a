/* SPDX-License-Identifier: MIT */
/* --trace: what happened to each match, on standard error. */
#ifndef COURTESY_CLI_TRACE_H
#define COURTESY_CLI_TRACE_H

#include "report.h"

struct cli_trace {
  const struct cli_result *result; /* what is linted next */
};

/* Has every step of the session printed; `trace` must outlive it. */
void cli_trace_start(struct cli_trace *trace, struct courtesy_session *session);

#endif

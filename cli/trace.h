/* SPDX-License-Identifier: MIT */
/* --trace: what happened to each match, on standard error. */
#ifndef COURTESY_CLI_TRACE_H
#define COURTESY_CLI_TRACE_H

#include <courtesy/courtesy.h>

struct cli_trace {
  const char *path;
  const char *bytes;
  size_t size;
};

/* Has every step of the session printed; `trace` must outlive it. */
void cli_trace_start(struct cli_trace *trace, struct courtesy_session *session);

/* What is linted next. */
void cli_trace_input(struct cli_trace *trace, const char *path,
                     const char *bytes, size_t size);

#endif

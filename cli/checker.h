/* SPDX-License-Identifier: MIT */
/* Reads inputs, lints them and reports on them, one after the other, so that
 * memory does not grow with their number. */
#ifndef COURTESY_CLI_CHECKER_H
#define COURTESY_CLI_CHECKER_H

#include "memory.h"
#include "report.h"
#include "trace.h"

/* What one thread needs. */
struct cli_checker {
  const struct cli_arguments *arguments;
  const struct cli_reporter *reporter;
  struct cli_report report;
  struct courtesy_session *session;
  struct cli_bytes buffer; /* of the input at hand; used again */
  struct cli_trace trace;
  enum courtesy_severity worst; /* of all findings, shown or not */
  bool trouble;                 /* something was not read or not written */
};

/* A path that was named or that a named folder stands for. */
struct cli_source {
  const char *path; /* "-": standard input */
  bool in_maildir;
  int error; /* errno: the path cannot be read */
};

/* Arguments, ruleset and output must outlive the checker. */
enum courtesy_status cli_checker_start(struct cli_checker *checker,
                                       const struct cli_arguments *arguments,
                                       const struct courtesy_ruleset *ruleset,
                                       struct cli_output *output);
void cli_checker_end(struct cli_checker *checker);

/* Checks all messages of a source. */
void cli_checker_take(struct cli_checker *checker,
                      const struct cli_source *source);

#endif

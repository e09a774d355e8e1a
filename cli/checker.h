/* SPDX-License-Identifier: MIT */
/* Reads inputs, lints them and reports on them, one after the other, so that
 * memory does not grow with their number. */
#ifndef COURTESY_CLI_CHECKER_H
#define COURTESY_CLI_CHECKER_H

#include "json_in.h"
#include "pieces.h"
#include "report.h"
#include "trace.h"

/* What one thread needs. */
struct cli_checker {
  const struct cli_arguments *arguments;
  const struct cli_reporter *reporter;
  struct cli_report report;
  struct courtesy_session *session;
  struct cli_pieces pieces; /* of the source at hand; used again */
  struct cli_line line;     /* the same */
  struct cli_trace trace;
  struct cli_progress *progress; /* NULL: nobody is told of it here */
  enum courtesy_severity worst;  /* of all findings, shown or not */
  bool trouble;                  /* something was not read or not written */
};

/* Arguments, ruleset and outputs must outlive the checker. */
enum courtesy_status cli_checker_start(struct cli_checker *checker,
                                       const struct cli_arguments *arguments,
                                       const struct courtesy_ruleset *ruleset,
                                       struct cli_output *output,
                                       struct cli_output *errors);
void cli_checker_end(struct cli_checker *checker);

/* Checks all pieces of a source, or says why it cannot be read. */
void cli_checker_take(struct cli_checker *checker,
                      const struct cli_source *source);

/* Checks one piece of an input of that name. */
void cli_checker_check(struct cli_checker *checker, const char *name,
                       const struct cli_piece *piece);

/* Tells who waits how much was checked by now. */
void cli_checker_tell_progress(struct cli_checker *checker);

#endif

/* SPDX-License-Identifier: MIT */
/* The format line: PATH:LINE:COLUMN: SEVERITY: MESSAGE [RULE], for editors
 * and for grep. */
#include "problems.h"

static void line_result(struct cli_report *report,
                        const struct cli_result *result) {
  const struct courtesy_session *session = result->session;
  for (size_t i = 0; i < courtesy_session_finding_count(session); i++) {
    const struct courtesy_finding *finding =
        courtesy_session_finding(session, i);
    if (!cli_report_shows(report, finding)) {
      continue;
    }
    cli_print_heading(report->output, result->path, finding->span.line,
                      finding->span.column, finding->severity);
    if (finding->span.in_subject) {
      cli_output_string(report->output, "subject: ");
    }
    cli_output_shown_string(report->output, finding->message);
    cli_output_string(report->output, " [");
    cli_output_string(report->output, finding->rule);
    cli_output_string(report->output, "]\n");
  }
  const struct courtesy_problem *language = cli_other_language(session);
  if (language != NULL) {
    cli_complain_to(report->errors, "%s: %s", result->path, language->message);
  }
  cli_complain_of_problems(result, report->errors);
}

const struct cli_reporter cli_report_line = {
    .name = "line",
    .result = line_result,
};

/* SPDX-License-Identifier: MIT */
#include "trace.h"

#include "output.h"

#include <unistd.h>

static void print_match(struct cli_output *output,
                        const struct cli_result *result,
                        const struct courtesy_span *span) {
  size_t at = span->offset - result->origin.offset;
  if (!span->in_subject && span->length > 0 && at < result->size &&
      span->length <= result->size - at) {
    cli_output_string(output, " “");
    cli_output_shown(output, result->bytes + at, span->length);
    cli_output_string(output, "”");
  }
}

/* "draft.txt:3:1: told-you-before: vetoed “…” by `…` (pack/x.yaml:12:5)" */
static void print_step(void *context, const struct courtesy_trace *step) {
  const struct cli_trace *trace = context;
  struct cli_output output;
  cli_output_open(&output, STDERR_FILENO, false);
  cli_output_shown_string(&output, trace->result->path);
  cli_output_format(&output, ":%u:%u: %s: %s", step->span.line,
                    step->span.column, step->rule,
                    courtesy_trace_step_name(step->step));
  print_match(&output, trace->result, &step->span);
  if (step->phrase != NULL) {
    cli_output_string(&output, " by `");
    cli_output_shown_string(&output, step->phrase->text);
    cli_output_string(&output, "` (");
    cli_output_shown_string(&output, step->phrase->file);
    cli_output_format(&output, ":%u:%u)", step->phrase->line,
                      step->phrase->column);
  }
  if (step->detail[0] != '\0') {
    cli_output_string(&output, ": ");
    cli_output_shown_string(&output, step->detail);
  }
  cli_output_string(&output, "\n");
  cli_output_flush(&output);
}

void cli_trace_start(struct cli_trace *trace,
                     struct courtesy_session *session) {
  courtesy_session_set_trace(session, print_step, trace);
}

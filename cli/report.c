/* SPDX-License-Identifier: MIT */
#include "report.h"

#include <string.h>

static const struct cli_reporter *const reporters[] = {
    &cli_report_text,
    &cli_report_line,
    &cli_report_json,
    &cli_report_ndjson,
};

const struct cli_reporter *cli_reporter_find(const char *name) {
  for (size_t i = 0; i < sizeof reporters / sizeof reporters[0]; i++) {
    if (strcmp(reporters[i]->name, name) == 0) {
      return reporters[i];
    }
  }
  return NULL;
}

bool cli_report_shows(const struct cli_report *report,
                      const struct courtesy_finding *finding) {
  return finding->severity >= report->arguments->show_from;
}

enum cli_style cli_severity_style(enum courtesy_severity severity) {
  static const enum cli_style styles[] = {
      [COURTESY_OFF] = CLI_PLAIN,
      [COURTESY_SUGGESTION] = CLI_CYAN,
      [COURTESY_WARNING] = CLI_YELLOW,
      [COURTESY_ERROR] = CLI_RED,
  };
  return styles[severity];
}

unsigned cli_print_heading(struct cli_output *output, const char *path,
                           uint32_t line, uint32_t column,
                           enum courtesy_severity severity) {
  enum { MARKS = sizeof "::: : " - 1 };
  const char *name = courtesy_severity_name(severity);
  cli_output_style(output, CLI_BOLD);
  cli_output_shown_string(output, path);
  cli_output_string(output, ":");
  unsigned digits = cli_output_number(output, line);
  cli_output_string(output, ":");
  digits += cli_output_number(output, column);
  cli_output_string(output, ": ");
  cli_output_style(output, CLI_PLAIN);
  cli_output_style(output, cli_severity_style(severity));
  cli_output_string(output, name);
  cli_output_string(output, ":");
  cli_output_style(output, CLI_PLAIN);
  cli_output_string(output, " ");
  return digits + (unsigned)strlen(name) + MARKS;
}

const char *cli_plural(size_t count) {
  return count == 1 ? "" : "s";
}

void cli_print_counts(struct cli_output *output,
                      const size_t by_severity[COURTESY_ERROR + 1]) {
  const char *between = "";
  for (int i = COURTESY_ERROR; i > COURTESY_OFF; i--) {
    if (by_severity[i] > 0) {
      cli_output_string(output, between);
      cli_output_number(output, by_severity[i]);
      cli_output_string(output, " ");
      cli_output_string(output,
                        courtesy_severity_name((enum courtesy_severity)i));
      cli_output_string(output, cli_plural(by_severity[i]));
      between = ", ";
    }
  }
}

void cli_share_room(const size_t by_severity[COURTESY_ERROR + 1], size_t most,
                    size_t room[COURTESY_ERROR + 1]) {
  for (int i = COURTESY_ERROR; i >= COURTESY_OFF; i--) {
    room[i] = by_severity[i] < most ? by_severity[i] : most;
    most -= room[i];
  }
}

/* SPDX-License-Identifier: MIT */
/*
 * What all reporters share. A format is one file that fills in a struct
 * cli_reporter and is named in report.c; it is told of one linted input at a
 * time and keeps none.
 */
#ifndef COURTESY_CLI_REPORT_H
#define COURTESY_CLI_REPORT_H

#include "arguments.h"
#include "json_out.h"
#include "output.h"

/* One input, read and linted. */
struct cli_result {
  const char *path;
  const char *id;    /* of an ndjson line, as JSON; else NULL */
  bool path_is_ours; /* made up for people: not for machine formats */
  const char *bytes; /* of the message */
  size_t size;
  size_t message_number;         /* in a mailbox, from 1; 0 elsewhere */
  bool of_many;                  /* it was not named by itself */
  struct courtesy_origin origin; /* of the bytes, there */
  const struct courtesy_message *message;
  const struct courtesy_session *session;
};

/* An input, or a message of a mailbox, that could not be read. */
struct cli_failure {
  const char *path;
  const char *id;
  bool path_is_ours;
  size_t message_number;
  size_t message_offset;
  const char *code; /* a fixed word */
  const char *message;
};

struct cli_totals {
  size_t files;                           /* or messages, or lines */
  size_t bytes;                           /* of them */
  size_t failed;                          /* that could not be read */
  size_t unlisted;                        /* of them: nothing was said */
  bool has_messages;                      /* one of them was no file */
  size_t by_severity[COURTESY_ERROR + 1]; /* findings shown */
  size_t hidden;                          /* findings below --severity */
};

struct cli_report {
  const struct cli_arguments *arguments;
  struct cli_output *output;
  struct cli_output *errors; /* for complaints */
  struct cli_json json;      /* of the machine formats */
  const char *profile;
  struct cli_totals totals; /* counted up before each `result` */
};

/* Whatever a format has no place for is NULL. */
struct cli_reporter {
  const char *name;          /* for --format */
  const char *between;       /* two results; NULL: nothing */
  enum courtesy_marks marks; /* that it reads without --show markers */
  void (*begin)(struct cli_report *report);
  void (*result)(struct cli_report *report, const struct cli_result *result);
  void (*failure)(struct cli_report *report, const struct cli_failure *failure);
  void (*end)(struct cli_report *report);
};

extern const struct cli_reporter cli_report_text;
extern const struct cli_reporter cli_report_line;
extern const struct cli_reporter cli_report_json;
extern const struct cli_reporter cli_report_ndjson;

/* NULL when no format has that name. */
const struct cli_reporter *cli_reporter_find(const char *name);

/* Whether --severity lets the finding be seen. */
bool cli_report_shows(const struct cli_report *report,
                      const struct courtesy_finding *finding);

/* "PATH:LINE:COLUMN: SEVERITY: ", as people and editors read it; returns the
 * columns behind the path. */
unsigned cli_print_heading(struct cli_output *output, const char *path,
                           uint32_t line, uint32_t column,
                           enum courtesy_severity severity);
enum cli_style cli_severity_style(enum courtesy_severity severity);

/* "1 error, 2 warnings, 1 suggestion"; nothing when all are 0. */
void cli_print_counts(struct cli_output *output,
                      const size_t by_severity[COURTESY_ERROR + 1]);

/* How many of each severity are told where there is room for `most`: the
 * gravest first. */
void cli_share_room(const size_t by_severity[COURTESY_ERROR + 1], size_t most,
                    size_t room[COURTESY_ERROR + 1]);

/* "s" unless the count is 1. */
const char *cli_plural(size_t count);

#endif

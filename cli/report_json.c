/* SPDX-License-Identifier: MIT */
/* The formats json (one object) and ndjson (one object an input), held to
 * output.schema.json. */
#include "json_result.h"
#include "report.h"

#include <string.h>

static void put_name(struct cli_json *json, const char *id, const char *path,
                     bool path_is_ours) {
  if (id != NULL) {
    cli_json_raw(cli_json_key(json, "id"), id);
  }
  if (!path_is_ours) {
    cli_json_string(cli_json_key(json, "path"), path);
  }
}

static void put_findings(struct cli_report *report,
                         const struct courtesy_session *session) {
  struct cli_json *json = &report->json;
  cli_json_open(cli_json_key(json, "findings"), '[');
  for (size_t i = 0; i < courtesy_session_finding_count(session); i++) {
    const struct courtesy_finding *finding =
        courtesy_session_finding(session, i);
    if (cli_report_shows(report, finding)) {
      cli_json_finding(json, finding);
    }
  }
  cli_json_close(json, ']');
}

/* The members of an input's object. */
static void put_result(struct cli_report *report,
                       const struct cli_result *result) {
  struct cli_json *json = &report->json;
  unsigned show = report->arguments->show;
  put_name(json, result->id, result->path, result->path_is_ours);
  cli_json_number(json, result->message_number, result->origin.offset);
  cli_json_string(cli_json_key(json, "kind"),
                  courtesy_kind_name(courtesy_message_kind(result->message)));
  cli_json_string(cli_json_key(json, "profile"), report->profile);
  cli_json_score(json, result->session);
  if (show & CLI_SHOW_SCORE) {
    cli_json_score_parts(json, result->session);
  }
  if (show & CLI_SHOW_FINDINGS) {
    put_findings(report, result->session);
  }
  if (show & CLI_SHOW_MARKERS) {
    cli_json_marks(json, result->session, false);
  }
  if (show & CLI_SHOW_ZONES) {
    cli_json_zones(json, result->session, false);
  }
  cli_json_errors(json, result->message, result->session);
}

static void put_failure(struct cli_json *json,
                        const struct cli_failure *failure) {
  put_name(json, failure->id, failure->path, failure->path_is_ours);
  cli_json_number(json, failure->message_number, failure->message_offset);
  cli_json_failure(json, failure->code, failure->message);
}

static void json_begin(struct cli_report *report) {
  struct cli_json *json = &report->json;
  cli_json_open(json, '{');
  cli_json_size(cli_json_key(json, "version"), CLI_SCHEMA_VERSION);
  char tool[64] = "courtesy ";
  cli_json_string(cli_json_key(json, "tool"),
                  strncat(tool, courtesy_version(), 32));
  cli_json_open(cli_json_key(json, "files"), '[');
}

static void json_result(struct cli_report *report,
                        const struct cli_result *result) {
  cli_json_line_before(&report->json);
  cli_json_open(&report->json, '{');
  put_result(report, result);
  cli_json_close(&report->json, '}');
}

static void json_failure(struct cli_report *report,
                         const struct cli_failure *failure) {
  cli_json_line_before(&report->json);
  cli_json_open(&report->json, '{');
  put_failure(&report->json, failure);
  cli_json_close(&report->json, '}');
}

static void json_end(struct cli_report *report) {
  struct cli_json *json = &report->json;
  cli_json_line_break(json);
  cli_json_close(json, ']');
  cli_json_open(cli_json_key(json, "summary"), '{');
  cli_json_size(cli_json_key(json, "files"),
                report->totals.files + report->totals.failed);
  for (int i = COURTESY_ERROR; i > COURTESY_OFF; i--) {
    cli_json_size(
        cli_json_key(json, courtesy_severity_name((enum courtesy_severity)i)),
        report->totals.by_severity[i]);
  }
  cli_json_close(json, '}');
  cli_json_close(json, '}');
  cli_json_line_break(json);
}

const struct cli_reporter cli_report_json = {
    .name = "json",
    .between = ",",
    .begin = json_begin,
    .result = json_result,
    .failure = json_failure,
    .end = json_end,
};

/* Each line is a JSON text of its own: no comma between them. */
static void open_line(struct cli_json *json) {
  json->comma = false;
  cli_json_open(json, '{');
  cli_json_size(cli_json_key(json, "version"), CLI_SCHEMA_VERSION);
}

static void close_line(struct cli_json *json) {
  cli_json_close(json, '}');
  cli_json_line_break(json);
}

static void ndjson_result(struct cli_report *report,
                          const struct cli_result *result) {
  open_line(&report->json);
  put_result(report, result);
  close_line(&report->json);
}

static void ndjson_failure(struct cli_report *report,
                           const struct cli_failure *failure) {
  open_line(&report->json);
  put_failure(&report->json, failure);
  close_line(&report->json);
}

const struct cli_reporter cli_report_ndjson = {
    .name = "ndjson",
    .result = ndjson_result,
    .failure = ndjson_failure,
};

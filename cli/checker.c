/* SPDX-License-Identifier: MIT */
#include "checker.h"

#include "advice.h"
#include "input.h"
#include "json_in.h"
#include "kind.h"
#include "mailbox.h"
#include "report.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum courtesy_status cli_checker_start(struct cli_checker *checker,
                                       const struct cli_arguments *arguments,
                                       const struct courtesy_ruleset *ruleset,
                                       struct cli_output *output) {
  *checker = (struct cli_checker){
      .arguments = arguments,
      .reporter = cli_reporter_find(arguments->format),
      .report = {.arguments = arguments,
                 .output = output,
                 .json = {.output = output},
                 .profile = courtesy_ruleset_profile(ruleset)},
  };
  enum courtesy_status status =
      courtesy_session_create(ruleset, &checker->session);
  if (status == COURTESY_OK && arguments->trace) {
    cli_trace_start(&checker->trace, checker->session);
  }
  return status;
}

void cli_checker_end(struct cli_checker *checker) {
  courtesy_session_destroy(checker->session);
  cli_bytes_destroy(&checker->buffer);
}

/* A failure of an input. Machine formats hold it as well. */
static void report_failure(struct cli_checker *checker,
                           const struct cli_failure *failure) {
  if (checker->reporter->failure != NULL) {
    checker->reporter->failure(&checker->report, failure);
  }
}

static void fail_input(struct cli_checker *checker, const char *path,
                       const char *why) {
  const struct cli_failure failure = {
      .path = path, .code = "unreadable", .message = why};
  cli_output_flush(checker->report.output);
  cli_complain_to(checker->report.errors, "%s: cannot be read: %s",
                  path[0] != '\0' ? path : "“”", why);
  report_failure(checker, &failure);
  checker->trouble = true;
}

static void count_findings(struct cli_checker *checker, size_t size,
                           bool in_mailbox) {
  struct cli_totals *totals = &checker->report.totals;
  totals->files++;
  totals->bytes += size;
  totals->in_mailbox = totals->in_mailbox || in_mailbox;
  for (size_t i = 0; i < courtesy_session_finding_count(checker->session);
       i++) {
    const struct courtesy_finding *finding =
        courtesy_session_finding(checker->session, i);
    if (finding->severity > checker->worst) {
      checker->worst = finding->severity;
    }
    if (cli_report_shows(&checker->report, finding)) {
      totals->by_severity[finding->severity]++;
    } else {
      totals->hidden++;
    }
  }
}

/* Lints and reports a message of `size` bytes in result->bytes; the result's
 * message is filled in here. */
static enum courtesy_status lint(struct cli_checker *checker,
                                 struct cli_result *result,
                                 const struct courtesy_origin *origin,
                                 size_t size, enum courtesy_kind kind,
                                 const struct courtesy_facts *facts) {
  struct courtesy_message *message = NULL;
  enum courtesy_status status = courtesy_message_create_at(
      origin, kind, result->bytes + origin->offset, size, facts, &message);
  if (status != COURTESY_OK) {
    return status;
  }
  cli_trace_input(&checker->trace, result->path, result->bytes, result->size);
  status = courtesy_session_lint(checker->session, message);
  if (status == COURTESY_OK) {
    result->message = message;
    result->session = checker->session;
    count_findings(checker, size, result->message_number > 0);
    checker->reporter->result(&checker->report, result);
  }
  courtesy_message_destroy(message);
  return status;
}

static const struct courtesy_origin whole; /* nothing stands before it */

static enum courtesy_status check_mailbox(struct cli_checker *checker,
                                          struct cli_result *result) {
  struct cli_mailbox mailbox = {.bytes = result->bytes, .size = result->size};
  enum courtesy_status status = COURTESY_OK;
  while (status == COURTESY_OK && checker->report.output->error == 0 &&
         cli_mailbox_next(&mailbox)) {
    result->message_number = mailbox.number;
    result->message_offset = mailbox.origin.offset;
    status = lint(checker, result, &mailbox.origin, mailbox.message_size,
                  COURTESY_MAIL, &checker->arguments->facts);
  }
  return status;
}

static void check_file(struct cli_checker *checker, const char *path,
                       const char *name, bool in_maildir) {
  struct cli_bytes *buffer = &checker->buffer;
  int error = cli_read_file(path, buffer);
  if (error != 0) {
    fail_input(checker, name, strerror(error));
    return;
  }
  struct cli_result result = {
      .path = name,
      .bytes = buffer->size > 0 ? buffer->bytes : "",
      .size = buffer->size,
  };
  enum courtesy_kind kind = in_maildir ? COURTESY_MAIL
                                       : cli_kind_of(checker->arguments, name,
                                                     result.bytes, result.size);
  struct courtesy_facts facts =
      cli_facts_of(checker->arguments, kind, name, result.bytes, result.size);
  bool many = !in_maildir &&
              cli_holds_mailbox(checker->arguments, result.bytes, result.size);
  enum courtesy_status status =
      many ? check_mailbox(checker, &result)
           : lint(checker, &result, &whole, result.size, kind, &facts);
  if (status != COURTESY_OK) {
    fail_input(checker, name, courtesy_status_text(status));
  }
}

/* One line of ndjson. A bad one is answered and never ends the run. */
static void check_line(struct cli_checker *checker, struct cli_line *line,
                       const char *name, const char *json, size_t size) {
  bool ok = cli_line_read(line, json, size, &checker->arguments->facts);
  const char *why = line->error;
  if (ok) {
    struct cli_result result = {
        .path = line->path != NULL ? line->path : name,
        .id = line->id.bytes,
        .path_is_ours = line->path == NULL,
        .bytes = line->bytes,
        .size = line->size,
    };
    enum courtesy_status status =
        lint(checker, &result, &whole, line->size, line->kind, &line->facts);
    ok = status == COURTESY_OK;
    why = courtesy_status_text(status);
  }
  if (!ok) {
    const struct cli_failure failure = {
        .path = name,
        .id = line->id.bytes,
        .path_is_ours = true,
        .code = "bad-line",
        .message = why,
    };
    cli_complain_to(checker->report.errors, "%s: %s", name, why);
    report_failure(checker, &failure);
  }
}

static bool is_blank(const char *line, size_t size) {
  size_t i = 0;
  while (i < size && strchr(" \t\r", line[i]) != NULL && line[i] != '\0') {
    i++;
  }
  return i == size;
}

static void check_ndjson(struct cli_checker *checker, const char *path,
                         const char *name) {
  struct cli_lines lines;
  struct cli_line line = {0};
  const char *json;
  size_t size;
  int error = cli_lines_open(&lines, path);
  if (error != 0) {
    fail_input(checker, name, strerror(error));
    return;
  }
  for (size_t number = 1; checker->report.output->error == 0 &&
                          cli_lines_next(&lines, &json, &size);
       number++) {
    char place[4200];
    snprintf(place, sizeof place, "%s#%zu", name, number);
    if (!is_blank(json, size)) {
      check_line(checker, &line, place, json, size);
    }
    if (!cli_lines_ready(&lines)) {
      /* Who waits for the answer before sending the next line gets it. */
      cli_output_flush(checker->report.output);
    }
  }
  if (lines.error != 0) {
    fail_input(checker, name, strerror(lines.error));
  }
  cli_line_destroy(&line);
  cli_lines_close(&lines);
}

void cli_checker_take(struct cli_checker *checker,
                      const struct cli_source *source) {
  const struct cli_arguments *arguments = checker->arguments;
  const char *path = source->path;
  const char *name = strcmp(path, "-") == 0 ? arguments->stdin_path : path;
  if (source->error != 0) {
    fail_input(checker, name, strerror(source->error));
    if (source->error == ENOENT) {
      cli_advise_on_path(arguments, path, checker->report.errors);
    }
  } else if (arguments->input == CLI_INPUT_NDJSON) {
    check_ndjson(checker, path, name);
  } else {
    check_file(checker, path, name, source->in_maildir);
  }
}

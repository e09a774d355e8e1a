/* SPDX-License-Identifier: MIT */
/*
 * courtesy check: every input is read, linted and reported before the next
 * one is opened, so that memory does not grow with their number.
 */
#include "commands.h"

#include "advice.h"
#include "input.h"
#include "json_in.h"
#include "kind.h"
#include "mailbox.h"
#include "report.h"
#include "rule_files.h"
#include "trace.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct check {
  const struct cli_arguments *arguments;
  const struct cli_reporter *reporter;
  struct cli_report report;
  struct courtesy_session *session;
  struct cli_bytes buffer; /* of the input at hand; used again */
  struct cli_trace trace;
  enum courtesy_severity worst; /* of all findings, shown or not */
  bool trouble;                 /* something was not read or not written */
};

/* A failure of an input. Machine formats hold it as well. */
static void report_failure(struct check *check,
                           const struct cli_failure *failure) {
  if (check->reporter->failure != NULL) {
    check->reporter->failure(&check->report, failure);
  }
}

static void fail_input(struct check *check, const char *path, const char *why) {
  const struct cli_failure failure = {
      .path = path, .code = "unreadable", .message = why};
  cli_output_flush(check->report.output);
  cli_complain("%s: cannot be read: %s", path[0] != '\0' ? path : "“”", why);
  report_failure(check, &failure);
  check->trouble = true;
}

static void count_findings(struct check *check, bool in_mailbox) {
  struct cli_totals *totals = &check->report.totals;
  totals->files++;
  totals->in_mailbox = totals->in_mailbox || in_mailbox;
  for (size_t i = 0; i < courtesy_session_finding_count(check->session); i++) {
    const struct courtesy_finding *finding =
        courtesy_session_finding(check->session, i);
    if (finding->severity > check->worst) {
      check->worst = finding->severity;
    }
    if (cli_report_shows(&check->report, finding)) {
      totals->by_severity[finding->severity]++;
    } else {
      totals->hidden++;
    }
  }
}

/* Lints and reports a message of `size` bytes in result->bytes; the result's
 * message is filled in here. */
static enum courtesy_status lint(struct check *check, struct cli_result *result,
                                 const struct courtesy_origin *origin,
                                 size_t size, enum courtesy_kind kind,
                                 const struct courtesy_facts *facts) {
  struct courtesy_message *message = NULL;
  enum courtesy_status status = courtesy_message_create_at(
      origin, kind, result->bytes + origin->offset, size, facts, &message);
  if (status != COURTESY_OK) {
    return status;
  }
  cli_trace_input(&check->trace, result->path, result->bytes, result->size);
  status = courtesy_session_lint(check->session, message);
  if (status == COURTESY_OK) {
    result->message = message;
    result->session = check->session;
    count_findings(check, result->message_number > 0);
    check->reporter->result(&check->report, result);
  }
  courtesy_message_destroy(message);
  return status;
}

static const struct courtesy_origin whole; /* nothing stands before it */

static enum courtesy_status check_mailbox(struct check *check,
                                          struct cli_result *result) {
  struct cli_mailbox mailbox = {.bytes = result->bytes, .size = result->size};
  enum courtesy_status status = COURTESY_OK;
  while (status == COURTESY_OK && check->report.output->error == 0 &&
         cli_mailbox_next(&mailbox)) {
    result->message_number = mailbox.number;
    result->message_offset = mailbox.origin.offset;
    status = lint(check, result, &mailbox.origin, mailbox.message_size,
                  COURTESY_MAIL, &check->arguments->facts);
  }
  return status;
}

static void check_file(struct check *check, const char *path, const char *name,
                       bool in_maildir) {
  struct cli_bytes *buffer = &check->buffer;
  int error = cli_read_file(path, buffer);
  if (error != 0) {
    fail_input(check, name, strerror(error));
    return;
  }
  struct cli_result result = {
      .path = name,
      .bytes = buffer->size > 0 ? buffer->bytes : "",
      .size = buffer->size,
  };
  enum courtesy_kind kind = in_maildir ? COURTESY_MAIL
                                       : cli_kind_of(check->arguments, name,
                                                     result.bytes, result.size);
  struct courtesy_facts facts =
      cli_facts_of(check->arguments, kind, name, result.bytes, result.size);
  bool many = !in_maildir &&
              cli_holds_mailbox(check->arguments, result.bytes, result.size);
  enum courtesy_status status =
      many ? check_mailbox(check, &result)
           : lint(check, &result, &whole, result.size, kind, &facts);
  if (status != COURTESY_OK) {
    fail_input(check, name, courtesy_status_text(status));
  }
}

/* One line of ndjson. A bad one is answered and never ends the run. */
static void check_line(struct check *check, struct cli_line *line,
                       const char *name, const char *json, size_t size) {
  bool ok = cli_line_read(line, json, size, &check->arguments->facts);
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
        lint(check, &result, &whole, line->size, line->kind, &line->facts);
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
    cli_complain("%s: %s", name, why);
    report_failure(check, &failure);
  }
}

static bool is_blank(const char *line, size_t size) {
  size_t i = 0;
  while (i < size && strchr(" \t\r", line[i]) != NULL && line[i] != '\0') {
    i++;
  }
  return i == size;
}

static void check_ndjson(struct check *check, const char *path,
                         const char *name) {
  struct cli_lines lines;
  struct cli_line line = {0};
  const char *json;
  size_t size;
  int error = cli_lines_open(&lines, path);
  if (error != 0) {
    fail_input(check, name, strerror(error));
    return;
  }
  for (size_t number = 1;
       check->report.output->error == 0 && cli_lines_next(&lines, &json, &size);
       number++) {
    char place[4200];
    snprintf(place, sizeof place, "%s#%zu", name, number);
    if (!is_blank(json, size)) {
      check_line(check, &line, place, json, size);
    }
    if (!cli_lines_ready(&lines)) {
      /* Who waits for the answer before sending the next line gets it. */
      cli_output_flush(check->report.output);
    }
  }
  if (lines.error != 0) {
    fail_input(check, name, strerror(lines.error));
  }
  cli_line_destroy(&line);
  cli_lines_close(&lines);
}

static void check_paths(struct check *check) {
  static const char *const standard_input[] = {"-"};
  const struct cli_arguments *arguments = check->arguments;
  bool none = arguments->path_count == 0;
  struct cli_walk walk;
  bool any = false;
  int error;
  if (none && isatty(STDIN_FILENO)) {
    cli_complain("reading from the terminal; end with Ctrl-D");
  }
  cli_walk_begin(&walk, none ? standard_input : arguments->paths,
                 none ? 1 : arguments->path_count, cli_endings);
  walk.without_ignored = true;
  walk.all_are_maildirs = arguments->input == CLI_INPUT_MAILDIR;
  for (const char *path; check->report.output->error == 0 &&
                         (path = cli_walk_next(&walk, &error)) != NULL;) {
    const char *name = strcmp(path, "-") == 0 ? arguments->stdin_path : path;
    any = true;
    if (error != 0) {
      fail_input(check, name, strerror(error));
      if (error == ENOENT) {
        cli_advise_on_path(arguments, path);
      }
    } else if (arguments->input == CLI_INPUT_NDJSON) {
      check_ndjson(check, path, name);
    } else {
      check_file(check, path, name, walk.in_maildir);
    }
  }
  cli_walk_end(&walk);
  if (!any) { /* or an empty report would pass for a clean one */
    cli_complain("nothing was checked: no file there ends in .txt .md .html "
                 ".eml or as a template does, such as .j2 or .hbs");
  }
}

static enum cli_exit exit_of(const struct check *check) {
  enum courtesy_severity fail_on = check->arguments->fail_on;
  if (check->trouble) {
    return CLI_EXIT_TROUBLE;
  }
  return fail_on != COURTESY_OFF && check->worst >= fail_on ? CLI_EXIT_FOUND
                                                            : CLI_EXIT_OK;
}

static enum cli_exit run(struct check *check) {
  const struct cli_reporter *reporter = check->reporter;
  if (check->arguments->trace) {
    cli_trace_start(&check->trace, check->session);
  }
  if (reporter->begin != NULL) {
    reporter->begin(&check->report);
  }
  check_paths(check);
  if (reporter->end != NULL) {
    reporter->end(&check->report);
  }
  cli_bytes_destroy(&check->buffer);
  return cli_finish_output(check->report.output, exit_of(check));
}

enum cli_exit cli_command_check(const struct cli_arguments *arguments) {
  struct courtesy_ruleset *ruleset = cli_rules_for(arguments);
  if (ruleset == NULL) {
    return CLI_EXIT_TROUBLE;
  }
  cli_advise_on_options(arguments);
  struct cli_output output;
  cli_output_open(&output, STDOUT_FILENO,
                  cli_color_wanted(arguments->color, STDOUT_FILENO));
  struct check check = {
      .arguments = arguments,
      .reporter = cli_reporter_find(arguments->format),
      .report = {.arguments = arguments,
                 .output = &output,
                 .json = {.output = &output},
                 .profile = courtesy_ruleset_profile(ruleset)},
  };
  enum cli_exit status = CLI_EXIT_TROUBLE;
  if (courtesy_session_create(ruleset, &check.session) == COURTESY_OK) {
    status = run(&check);
  } else {
    cli_complain("%s", courtesy_status_text(COURTESY_NO_MEMORY));
  }
  courtesy_session_destroy(check.session);
  courtesy_ruleset_destroy(ruleset);
  return status;
}

/* SPDX-License-Identifier: MIT */
#include "checker.h"

#include "advice.h"
#include "kind.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum courtesy_status cli_checker_start(struct cli_checker *checker,
                                       const struct cli_arguments *arguments,
                                       const struct courtesy_ruleset *ruleset,
                                       struct cli_output *output,
                                       struct cli_output *errors) {
  *checker = (struct cli_checker){
      .arguments = arguments,
      .reporter = cli_reporter_find(arguments->format),
      .report = {.arguments = arguments,
                 .output = output,
                 .errors = errors,
                 .json = {.output = output},
                 .profile = courtesy_ruleset_profile(ruleset)},
  };
  enum courtesy_status status =
      courtesy_session_create(ruleset, &checker->session);
  if (status == COURTESY_OK) {
    bool all = (arguments->show & CLI_SHOW_MARKERS) != 0;
    courtesy_session_want_marks(
        checker->session, all ? COURTESY_MARKS_ALL : checker->reporter->marks);
  }
  if (status == COURTESY_OK && arguments->trace) {
    cli_trace_start(&checker->trace, checker->session);
  }
  return status;
}

void cli_checker_end(struct cli_checker *checker) {
  courtesy_session_destroy(checker->session);
  cli_pieces_destroy(&checker->pieces);
  cli_line_destroy(&checker->line);
}

/* A failure of an input. Machine formats hold it as well. */
static void report_failure(struct cli_checker *checker,
                           const struct cli_failure *failure) {
  checker->report.totals.failed++;
  if (checker->reporter->failure != NULL) {
    checker->reporter->failure(&checker->report, failure);
  }
}

static void fail_source(struct cli_checker *checker,
                        const struct cli_source *source, int error) {
  const char *name = cli_source_name(source, checker->arguments);
  const char *why = strerror(error);
  const struct cli_failure failure = {
      .path = name, .code = "unreadable", .message = why};
  cli_output_flush(checker->report.output);
  cli_complain_to(checker->report.errors, "%s: cannot be read: %s",
                  name[0] != '\0' ? name : "“”", why);
  if (error == ENOENT) {
    cli_advise_on_path(checker->arguments, source->path,
                       checker->report.errors);
  }
  report_failure(checker, &failure);
  checker->trouble = true;
}

/* A whole file, or a message of a mailbox. */
static void fail_message(struct cli_checker *checker, const char *name,
                         const struct cli_piece *piece,
                         enum courtesy_status status) {
  char number[40] = "";
  const struct cli_failure failure = {
      .path = name,
      .message_number = piece->number,
      .message_offset = piece->origin.offset,
      .code = "unreadable",
      .message = courtesy_status_text(status),
  };
  if (piece->form == CLI_MESSAGE) {
    snprintf(number, sizeof number, ", message %zu", piece->number);
  }
  cli_output_flush(checker->report.output);
  cli_complain_to(checker->report.errors, "%s%s: cannot be read: %s", name,
                  number, failure.message);
  report_failure(checker, &failure);
  checker->trouble = true;
}

static void count_findings(struct cli_checker *checker,
                           const struct cli_result *result) {
  struct cli_totals *totals = &checker->report.totals;
  totals->files++;
  totals->bytes += result->size;
  totals->has_messages |= result->message_number > 0 || result->id != NULL;
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

/* Lints and reports what is in result->bytes; the result's message is filled
 * in here. */
static enum courtesy_status lint(struct cli_checker *checker,
                                 struct cli_result *result,
                                 enum courtesy_kind kind,
                                 const struct courtesy_facts *facts) {
  struct courtesy_message *message = NULL;
  enum courtesy_status status = courtesy_message_create_at(
      &result->origin, kind, result->bytes, result->size, facts, &message);
  if (status != COURTESY_OK) {
    return status;
  }
  checker->trace.result = result;
  status = courtesy_session_lint(checker->session, message);
  if (status == COURTESY_OK) {
    result->message = message;
    result->session = checker->session;
    count_findings(checker, result);
    checker->reporter->result(&checker->report, result);
  }
  courtesy_message_destroy(message);
  return status;
}

static void check_message(struct cli_checker *checker, const char *name,
                          const struct cli_piece *piece) {
  struct cli_result result = {
      .path = name,
      .bytes = piece->bytes,
      .size = piece->size,
      .message_number = piece->number,
      .of_many = piece->of_many,
      .origin = piece->origin,
  };
  struct courtesy_facts facts = cli_facts_of(checker->arguments, piece->kind,
                                             name, piece->bytes, piece->size);
  enum courtesy_status status =
      piece->too_large ? COURTESY_TOO_LARGE
                       : lint(checker, &result, piece->kind, &facts);
  if (status != COURTESY_OK) {
    fail_message(checker, name, piece, status);
  }
}

enum { PLACE = 4200 }; /* bytes: the longest path, and a number */

/* What a line is called that does not say its path. */
static void name_line(char place[PLACE], const char *name,
                      const struct cli_piece *piece) {
  snprintf(place, PLACE, "%s#%zu", name, piece->number);
}

/* A bad line is answered and never ends the run. */
static void fail_line(struct cli_checker *checker, const char *name,
                      const struct cli_piece *piece, const char *why) {
  char place[PLACE];
  name_line(place, name, piece);
  const struct cli_failure failure = {
      .path = place,
      .id = checker->line.id.bytes,
      .path_is_ours = true,
      .code = "bad-line",
      .message = why,
  };
  cli_complain_to(checker->report.errors, "%s, line %zu: %s", name,
                  piece->number, why);
  report_failure(checker, &failure);
}

static void check_line(struct cli_checker *checker, const char *name,
                       const struct cli_piece *piece) {
  struct cli_line *line = &checker->line;
  if (!cli_line_read(line, piece->bytes, piece->size,
                     &checker->arguments->facts)) {
    fail_line(checker, name, piece,
              piece->too_large ? courtesy_status_text(COURTESY_TOO_LARGE)
                               : line->error);
    return;
  }
  char place[PLACE];
  name_line(place, name, piece);
  struct cli_result result = {
      .path = line->path != NULL ? line->path : place,
      .id = line->id.bytes,
      .path_is_ours = line->path == NULL,
      .of_many = true,
      .bytes = line->bytes,
      .size = line->size,
  };
  enum courtesy_status status =
      lint(checker, &result, line->kind, &line->facts);
  if (status != COURTESY_OK) {
    fail_line(checker, name, piece, courtesy_status_text(status));
    checker->trouble |= status == COURTESY_NO_MEMORY; /* no fault of its own */
  }
}

static bool is_blank(const char *line, size_t size) {
  size_t i = 0;
  while (i < size && strchr(" \t\r", line[i]) != NULL && line[i] != '\0') {
    i++;
  }
  return i == size;
}

void cli_checker_check(struct cli_checker *checker, const char *name,
                       const struct cli_piece *piece) {
  if (piece->form != CLI_LINE) {
    check_message(checker, name, piece);
  } else if (piece->too_large || !is_blank(piece->bytes, piece->size)) {
    check_line(checker, name, piece);
  }
}

void cli_checker_tell_progress(struct cli_checker *checker) {
  const struct cli_totals *totals = &checker->report.totals;
  if (checker->progress != NULL) {
    cli_progress_tell(checker->progress, totals->files, totals->bytes);
  }
}

void cli_checker_take(struct cli_checker *checker,
                      const struct cli_source *source) {
  struct cli_pieces *pieces = &checker->pieces;
  struct cli_output *output = checker->report.output;
  struct cli_piece piece;
  int error = source->error;
  if (error == 0) {
    error = cli_pieces_open(pieces, checker->arguments, source);
  }
  if (error == 0) {
    while (output->error == 0 && cli_pieces_next(pieces, &piece)) {
      cli_checker_check(checker, pieces->name, &piece);
      cli_checker_tell_progress(checker);
      if (!cli_pieces_ready(pieces)) {
        /* Who waits for the answer before sending the next line gets it. */
        cli_output_flush(output);
      }
    }
    error = cli_pieces_close(pieces);
  }
  if (error != 0) {
    fail_source(checker, source, error);
  }
}

/* SPDX-License-Identifier: MIT */
/* The format text, for the author of the message. */
#include "excerpt.h"
#include "report.h"

#include <string.h>

/* Forms that are missing are told in one line each, below what was found:
 * there is nothing to point at. */
static bool is_missing_form(const struct courtesy_finding *finding) {
  return finding->span.length == 0 || strcmp(finding->group, "forms") == 0;
}

static void print_message(struct cli_report *report,
                          const struct cli_result *result,
                          const struct courtesy_finding *finding) {
  struct cli_output *output = report->output;
  cli_print_heading(output, result->path, finding->span.line,
                    finding->span.column, finding->severity);
  if (finding->span.in_subject) {
    cli_output_string(output, "subject: ");
  }
  cli_output_shown_string(output, finding->message);
  cli_output_style(output, CLI_FAINT);
  cli_output_format(output, " [%s]", finding->rule);
  cli_output_style(output, CLI_PLAIN);
  cli_output_string(output, "\n");
}

/* Whether raw bytes read as the match does, blanks and line ends aside. An
 * encoded line of a mail would only puzzle its reader. */
static bool reads_as(const char *raw, size_t size, const char *text) {
  size_t i = 0;
  for (;; text++) {
    while (*text == ' ' || *text == '\t') {
      text++;
    }
    while (i < size && strchr(" \t\r\n", raw[i]) != NULL && raw[i] != '\0') {
      i++;
    }
    if (*text == '\0' || i == size || *text != raw[i]) {
      return *text == '\0' && i == size;
    }
    i++;
  }
}

/* Where the finding's excerpt is taken from; false when there is none. */
static bool find_excerpt(const struct cli_result *result,
                         const struct courtesy_finding *finding,
                         struct cli_excerpt *excerpt) {
  const struct courtesy_span *span = &finding->span;
  *excerpt =
      (struct cli_excerpt){.bytes = result->bytes,
                           .size = result->size,
                           .offset = span->offset - result->origin.offset,
                           .length = span->length,
                           .line = span->line};
  if (span->in_subject) {
    excerpt->bytes = courtesy_message_facts(result->message)->subject;
    excerpt->size = strlen(excerpt->bytes);
    excerpt->offset = span->offset;
  }
  if (excerpt->offset > excerpt->size ||
      excerpt->length > excerpt->size - excerpt->offset) {
    return false;
  }
  return courtesy_message_kind(result->message) != COURTESY_MAIL ||
         reads_as(excerpt->bytes + excerpt->offset, excerpt->length,
                  finding->text);
}

/* Ids seen so far in one message, of findings or of shown marks: it may hold
 * many of them, but of few kinds. */
enum { MOST_KINDS = 64 };

struct kinds {
  const char *ids[MOST_KINDS];
  size_t count;
};

static bool is_new_kind(struct kinds *kinds, const char *id) {
  for (size_t i = 0; i < kinds->count; i++) {
    if (strcmp(kinds->ids[i], id) == 0) {
      return false;
    }
  }
  if (kinds->count == MOST_KINDS) {
    return false;
  }
  kinds->ids[kinds->count++] = id;
  return true;
}

static void print_advice(struct cli_output *output,
                         const struct courtesy_finding *finding, unsigned bar) {
  for (size_t i = 0; i < finding->suggestion_count; i++) {
    cli_output_repeat(output, ' ', bar);
    cli_output_style(output, CLI_GREEN);
    cli_output_string(output, "= instead:");
    cli_output_style(output, CLI_PLAIN);
    cli_output_string(output, " ");
    cli_output_shown_string(output, finding->suggestions[i]);
    cli_output_string(output, "\n");
  }
}

/* A rule gives its advice once a message; again it would only be noise. */
static void print_finding(struct cli_report *report,
                          const struct cli_result *result,
                          const struct courtesy_finding *finding,
                          struct kinds *advised) {
  struct cli_output *output = report->output;
  struct cli_excerpt excerpt;
  unsigned bar = 4;
  print_message(report, result, finding);
  if (find_excerpt(result, finding, &excerpt)) {
    bar = cli_excerpt_print(output, &excerpt,
                            cli_severity_style(finding->severity));
  }
  if (is_new_kind(advised, finding->rule)) {
    print_advice(output, finding, bar);
  }
}

static void print_findings(struct cli_report *report,
                           const struct cli_result *result,
                           bool missing_forms) {
  const struct courtesy_session *session = result->session;
  struct kinds advised = {.count = 0};
  for (size_t i = 0; i < courtesy_session_finding_count(session); i++) {
    const struct courtesy_finding *finding =
        courtesy_session_finding(session, i);
    if (!cli_report_shows(report, finding) ||
        is_missing_form(finding) != missing_forms) {
      continue;
    }
    if (missing_forms) {
      print_message(report, result, finding);
    } else {
      print_finding(report, result, finding, &advised);
    }
  }
}

/* " · good: greeting, thanks" */
static void print_good(struct cli_output *output,
                       const struct courtesy_session *session) {
  struct kinds kinds = {.count = 0};
  for (size_t i = 0; i < courtesy_session_mark_count(session); i++) {
    struct courtesy_mark mark;
    courtesy_session_mark(session, i, &mark);
    if (mark.shown && is_new_kind(&kinds, mark.id)) {
      cli_output_string(output, kinds.count == 1 ? " · good: " : ", ");
      cli_output_string(output, mark.id);
    }
  }
}

/* Counts the findings that are shown; returns how many are not. */
static size_t count_findings(const struct cli_report *report,
                             const struct courtesy_session *session,
                             size_t by_severity[COURTESY_ERROR + 1]) {
  size_t hidden = 0;
  for (size_t i = 0; i < courtesy_session_finding_count(session); i++) {
    const struct courtesy_finding *finding =
        courtesy_session_finding(session, i);
    if (cli_report_shows(report, finding)) {
      by_severity[finding->severity]++;
    } else {
      hidden++;
    }
  }
  return hidden;
}

static bool none_of(const size_t by_severity[COURTESY_ERROR + 1]) {
  return by_severity[COURTESY_ERROR] + by_severity[COURTESY_WARNING] +
             by_severity[COURTESY_SUGGESTION] ==
         0;
}

static void print_path(struct cli_output *output,
                       const struct cli_result *result) {
  cli_output_style(output, CLI_BOLD);
  cli_output_shown_string(output, result->path);
  if (result->message_number > 0) {
    cli_output_format(output, ", message %zu", result->message_number);
  }
  cli_output_string(output, ":");
  cli_output_style(output, CLI_PLAIN);
  cli_output_string(output, " ");
}

/* What is said when nothing was shown. A clean draft is not called polite:
 * known phrases were looked for, and that is all that can be said. Missing
 * forms are not spoken of, for whether they were looked for depends on kind,
 * profile and length. */
static void print_nothing(const struct cli_report *report, size_t hidden) {
  if (hidden > 0) {
    cli_output_format(
        report->output, "nothing at or above %s (%zu below it not shown)",
        courtesy_severity_name(report->arguments->show_from), hidden);
  } else {
    cli_output_string(report->output, "no known phrase found");
  }
}

static void print_summary(struct cli_report *report,
                          const struct cli_result *result) {
  struct cli_output *output = report->output;
  size_t by_severity[COURTESY_ERROR + 1] = {0};
  size_t hidden = count_findings(report, result->session, by_severity);
  print_path(output, result);
  int score;
  if (!none_of(by_severity)) {
    cli_print_counts(output, by_severity);
  } else if (hidden > 0 || courtesy_session_score(result->session, &score)) {
    print_nothing(report, hidden);
  } else {
    cli_output_string(output, "no words of the author's own");
  }
  print_good(output, result->session);
  cli_output_string(output, "\n");
}

/* "phrase score 64/100: thanks +0.6, told-you-before −0.8" */
static void print_score(struct cli_report *report,
                        const struct cli_result *result) {
  struct cli_output *output = report->output;
  int score;
  print_path(output, result);
  if (!courtesy_session_score(result->session, &score)) {
    cli_output_string(output, "no phrase score\n");
    return;
  }
  cli_output_format(output, "phrase score %d/100", score);
  size_t count = courtesy_session_score_part_count(result->session);
  for (size_t i = 0; i < count; i++) {
    const struct courtesy_score_part *part =
        courtesy_session_score_part(result->session, i);
    double weight = part->weight * (part->count > 1 ? 2 : 1);
    cli_output_format(output, "%s%s %s%.2g", i == 0 ? ": " : ", ", part->id,
                      weight < 0 ? "−" : "+", weight < 0 ? -weight : weight);
  }
  cli_output_string(output, "\n");
}

static void text_result(struct cli_report *report,
                        const struct cli_result *result) {
  print_findings(report, result, false);
  print_findings(report, result, true);
  if (!report->arguments->quiet) {
    print_summary(report, result);
  }
  if (report->arguments->show & CLI_SHOW_SCORE) {
    print_score(report, result);
  }
  cli_complain_of_problems(result, report->errors);
}

static void text_end(struct cli_report *report) {
  const struct cli_totals *totals = &report->totals;
  if (report->arguments->quiet || totals->files < 2) {
    return;
  }
  cli_output_format(report->output, "%zu %s: ", totals->files,
                    totals->in_mailbox ? "messages" : "files");
  if (none_of(totals->by_severity)) {
    print_nothing(report, totals->hidden);
  } else {
    cli_print_counts(report->output, totals->by_severity);
  }
  cli_output_string(report->output, "\n");
}

const struct cli_reporter cli_report_text = {
    .name = "text",
    .marks = COURTESY_MARKS_SHOWN,
    .result = text_result,
    .end = text_end,
};

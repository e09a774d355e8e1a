/* SPDX-License-Identifier: MIT */
/* The format text, for the author of the message. */
#include "context.h"
#include "praise.h"
#include "problems.h"
#include "wrap.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Forms that are missing are told below what was found, without an excerpt:
 * there is nothing to point at. */
static bool is_missing_form(const struct courtesy_finding *finding) {
  return finding->span.length == 0 || strcmp(finding->group, "forms") == 0;
}

/* In brackets, as one word. */
static void print_rule(struct cli_wrap *wrap, const char *rule) {
  char name[256] = " [";
  size_t most = sizeof name - strlen(" []");
  size_t length = strlen(rule);
  size_t size = length < most ? length : most;
  memcpy(name + 2, rule, size);
  name[2 + size] = ']';
  cli_wrap_text(wrap, name, size + 3);
}

/* A long message goes on below its own beginning. */
static void print_message(struct cli_report *report,
                          const struct cli_result *result,
                          const struct courtesy_finding *finding) {
  struct cli_output *output = report->output;
  const struct courtesy_span *span = &finding->span;
  struct cli_wrap wrap = {output, output->width, .hang = 4};
  wrap.column = cli_columns_of(result->path, strlen(result->path)) +
                cli_print_heading(output, result->path, span->line,
                                  span->column, finding->severity);
  cli_wrap_string(&wrap, span->in_subject ? "subject: " : "");
  cli_wrap_string(&wrap, finding->message);
  cli_output_style(output, CLI_FAINT);
  print_rule(&wrap, finding->rule);
  cli_output_style(output, CLI_PLAIN);
  cli_output_string(output, "\n");
}

static void print_advice(struct cli_output *output, const char *advice,
                         unsigned bar) {
  static const char sign[] = "= instead:";
  struct cli_wrap wrap = {output, output->width,
                          .column = bar + (unsigned)strlen(sign),
                          .hang = bar + 2};
  cli_output_repeat(output, ' ', bar);
  cli_output_style(output, CLI_GREEN);
  cli_output_string(output, sign);
  cli_output_style(output, CLI_PLAIN);
  cli_wrap_string(&wrap, " ");
  cli_wrap_string(&wrap, advice);
  cli_output_string(output, "\n");
}

/* There is one. */
static const struct courtesy_finding *first_of_rule(
    const struct courtesy_session *session, const char *rule) {
  size_t i = 0;
  while (strcmp(courtesy_session_finding(session, i)->rule, rule) != 0) {
    i++;
  }
  return courtesy_session_finding(session, i);
}

/* Where a rule gave its advice. */
static void print_advised(struct cli_output *output,
                          const struct courtesy_span *first, unsigned bar) {
  char place[40] = "as in the subject";
  if (!first->in_subject) {
    snprintf(place, sizeof place, "as in line %" PRIu32, first->line);
  }
  print_advice(output, place, bar);
}

/* A rule gives its advice once a message; again it would only be noise. Of a
 * form that is missing one piece of advice is enough. */
static void print_finding(struct cli_report *report,
                          const struct cli_result *result,
                          const struct courtesy_finding *finding,
                          const char *rule_above) {
  struct cli_output *output = report->output;
  const struct courtesy_finding *first =
      first_of_rule(result->session, finding->rule);
  struct cli_excerpt excerpt;
  bool missing_form = is_missing_form(finding);
  unsigned bar = 4;
  print_message(report, result, finding);
  if (!missing_form && cli_context_of(result, finding, &excerpt)) {
    bar = cli_excerpt_print(output, &excerpt,
                            cli_severity_style(finding->severity));
  }
  if (first != finding) {
    if (!missing_form && strcmp(finding->rule, rule_above) != 0) {
      print_advised(output, &first->span, bar);
    }
    return;
  }
  size_t count = finding->suggestion_count;
  for (size_t i = 0; i < (missing_form && count > 1 ? 1 : count); i++) {
    print_advice(output, finding->suggestions[i], bar);
  }
}

/* Nobody reads more of one message; the other formats give all. The gravest
 * are told, in the order of the text. */
enum { MOST_FINDINGS = 1000 };

/* Prints as many findings as there is room for and takes them off it; returns
 * how many were left out. */
static size_t print_findings(struct cli_report *report,
                             const struct cli_result *result,
                             bool missing_forms,
                             size_t room[COURTESY_ERROR + 1]) {
  const struct courtesy_session *session = result->session;
  const char *rule_above = "";
  size_t left_out = 0;
  for (size_t i = 0; i < courtesy_session_finding_count(session); i++) {
    const struct courtesy_finding *finding =
        courtesy_session_finding(session, i);
    if (!cli_report_shows(report, finding) ||
        is_missing_form(finding) != missing_forms) {
      continue;
    }
    if (room[finding->severity] == 0) {
      left_out++;
    } else {
      print_finding(report, result, finding, rule_above);
      rule_above = finding->rule;
      room[finding->severity]--;
    }
  }
  return left_out;
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

/* Of many inputs those that leave nothing to say are only counted. */
static void print_summary(struct cli_report *report,
                          const struct cli_result *result,
                          const size_t by_severity[COURTESY_ERROR + 1],
                          size_t hidden) {
  struct cli_output *output = report->output;
  const struct courtesy_problem *language = cli_other_language(result->session);
  if (result->of_many && none_of(by_severity) && language == NULL) {
    report->totals.unlisted++;
    return;
  }
  print_path(output, result);
  int score;
  if (!none_of(by_severity)) {
    cli_print_counts(output, by_severity);
  } else if (language != NULL) {
    cli_output_shown_string(output, language->message);
  } else if (hidden > 0 || courtesy_session_score(result->session, &score)) {
    print_nothing(report, hidden);
  } else if (courtesy_message_problem_count(result->message) > 0) {
    cli_output_string(output, "no words that could be read");
  } else {
    cli_output_string(output, "no words of the author's own");
  }
  cli_print_praise(output, result->session);
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
  size_t by_severity[COURTESY_ERROR + 1] = {0};
  size_t room[COURTESY_ERROR + 1];
  size_t hidden = count_findings(report, result->session, by_severity);
  cli_share_room(by_severity, MOST_FINDINGS, room);
  size_t left_out = print_findings(report, result, false, room);
  left_out += print_findings(report, result, true, room);
  if (left_out > 0) {
    print_path(report->output, result);
    cli_output_format(report->output,
                      "… and %zu more; --format line shows all\n", left_out);
  }
  if (!report->arguments->quiet) {
    print_summary(report, result, by_severity, hidden);
  }
  if (report->arguments->show & CLI_SHOW_SCORE) {
    print_score(report, result);
  }
  cli_complain_of_problems(result, report->errors);
}

static void text_end(struct cli_report *report) {
  const struct cli_totals *totals = &report->totals;
  if (report->arguments->quiet ||
      (totals->files < 2 && totals->unlisted == 0)) {
    return;
  }
  cli_output_format(report->output, "%zu %s%s: ", totals->files,
                    totals->has_messages ? "message" : "file",
                    cli_plural(totals->files));
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

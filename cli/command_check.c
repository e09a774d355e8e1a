/* SPDX-License-Identifier: MIT */
/* courtesy check: all inputs, by one thread or several, and the exit status. */
#include "commands.h"

#include "advice.h"
#include "checker.h"
#include "crew.h"
#include "kind.h"
#include "rule_files.h"
#include "walk.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Whether each source is read when its turn comes, by one thread. A trace is
 * told at once. */
static bool is_read_at_once(const struct cli_arguments *arguments) {
  return arguments->jobs == 1 || arguments->trace;
}

/* Has every source taken, in order, until `take` says no. False when there
 * was none: an empty report would pass for a clean one. */
static bool check_sources(const struct cli_arguments *arguments,
                          bool (*take)(void *by, const struct cli_source *),
                          void *by) {
  static const char *const standard_input[] = {"-"};
  bool none = arguments->path_count == 0;
  struct cli_source source;
  struct cli_walk walk;
  bool any = false;
  if (none && isatty(STDIN_FILENO)) {
    cli_complain("reading from the terminal; end with Ctrl-D");
  }
  cli_walk_begin(&walk, none ? standard_input : arguments->paths,
                 none ? 1 : arguments->path_count, cli_is_message_name);
  walk.opens = is_read_at_once(arguments);
  walk.without_ignored = true;
  walk.all_are_maildirs = arguments->input == CLI_INPUT_MAILDIR;
  for (bool on = true; on && cli_walk_next(&walk, &source);) {
    any = true;
    on = take(by, &source);
  }
  cli_walk_end(&walk);
  any |= walk.met_maildir;
  if (!any) {
    cli_complain("nothing was checked: " CLI_NOTHING_THERE);
  }
  return any;
}

static bool take_alone(void *by, const struct cli_source *source) {
  struct cli_checker *checker = by;
  cli_checker_take(checker, source);
  return checker->report.output->error == 0;
}

static bool take_to_crew(void *crew, const struct cli_source *source) {
  return cli_crew_take(crew, source);
}

/* What was found is left in the checker, also when others did the work. */
static enum courtesy_status check_all(struct cli_checker *checker,
                                      const struct courtesy_ruleset *ruleset) {
  const struct cli_arguments *arguments = checker->arguments;
  if (is_read_at_once(arguments)) {
    checker->trouble |= !check_sources(arguments, take_alone, checker);
    return COURTESY_OK;
  }
  struct cli_crew *crew = NULL;
  enum courtesy_status status = cli_crew_create(checker, ruleset, &crew);
  if (status == COURTESY_OK) {
    bool any = check_sources(arguments, take_to_crew, crew);
    cli_crew_finish(crew);
    checker->trouble |= !any;
  }
  return status;
}

static enum cli_exit exit_of(const struct cli_checker *checker) {
  enum courtesy_severity fail_on = checker->arguments->fail_on;
  if (checker->trouble) {
    return CLI_EXIT_TROUBLE;
  }
  return fail_on != COURTESY_OFF && checker->worst >= fail_on ? CLI_EXIT_FOUND
                                                              : CLI_EXIT_OK;
}

/* Why a job fails of which nothing is shown; the text report says it. */
static void tell_what_fails(const struct cli_checker *checker) {
  const struct cli_arguments *arguments = checker->arguments;
  const char *name = courtesy_severity_name(arguments->show_from);
  bool told = strcmp(arguments->format, "text") == 0 && !arguments->quiet;
  if (!told && checker->worst < arguments->show_from) {
    cli_complain("what makes exit 1 is below --severity %s and not shown; "
                 "--fail-on %s lets it pass",
                 name, name);
  }
}

/* "300 messages, 1.2 MB in 110.0 ms: 11 MB/s", and below it what was found. So
 * short a time that it says nothing is not divided by. */
static void print_stats(struct cli_report *report, double seconds) {
  const struct cli_totals *totals = &report->totals;
  struct cli_output *errors = report->errors;
  size_t found = 0;
  static const double least = 0.02; /* seconds */
  char amount[CLI_AMOUNT];
  char speed[CLI_AMOUNT];
  bool told = seconds >= least;
  bool brief = seconds < 1;
  cli_name_amount(amount, (double)totals->bytes);
  cli_name_amount(speed, told ? (double)totals->bytes / seconds : 0);
  cli_complain_to(errors, "%zu message%s, %s in %.1f %s%s%s%s", totals->files,
                  cli_plural(totals->files), amount,
                  brief ? 1000 * seconds : seconds, brief ? "ms" : "s",
                  told ? ": " : "", told ? speed : "", told ? "/s" : "");
  for (size_t i = 0; i <= COURTESY_ERROR; i++) {
    found += totals->by_severity[i];
  }
  cli_output_string(errors, found > 0 ? "courtesy: " : "courtesy: no findings");
  cli_print_counts(errors, totals->by_severity);
  if (totals->hidden > 0) {
    cli_output_format(errors, ", %zu below %s not shown", totals->hidden,
                      courtesy_severity_name(report->arguments->show_from));
  }
  cli_output_string(errors, "\n");
  cli_output_flush(errors);
}

/* Not in pipes, nor where somebody is typing. */
static bool is_progress_wanted(const struct cli_arguments *arguments) {
  const char *terminal = getenv("TERM");
  if (arguments->progress != COURTESY_UNKNOWN) {
    return arguments->progress == COURTESY_YES;
  }
  return isatty(STDERR_FILENO) && terminal != NULL &&
         strcmp(terminal, "dumb") != 0 && !arguments->quiet &&
         !arguments->trace &&
         !(isatty(STDIN_FILENO) && cli_reads_standard_input(arguments));
}

static void start_progress(struct cli_checker *checker,
                           struct cli_progress *progress) {
  static const double delay = 0.5; /* a short run needs none */
  const struct cli_arguments *arguments = checker->arguments;
  *progress = (struct cli_progress){.wanted = is_progress_wanted(arguments)};
  if (progress->wanted || arguments->stats) {
    cli_progress_start(progress,
                       arguments->progress == COURTESY_YES ? 0 : delay);
  }
  checker->progress = progress;
  checker->report.errors->progress = progress;
  if (progress->wanted && isatty(STDOUT_FILENO)) {
    checker->report.output->progress = progress;
  }
}

static enum cli_exit run(struct cli_checker *checker,
                         const struct courtesy_ruleset *ruleset) {
  const struct cli_reporter *reporter = checker->reporter;
  struct cli_progress progress;
  start_progress(checker, &progress);
  if (reporter->begin != NULL) {
    reporter->begin(&checker->report);
  }
  enum courtesy_status status = check_all(checker, ruleset);
  cli_progress_hide(&progress);
  if (status != COURTESY_OK) {
    cli_complain("%s", courtesy_status_text(status));
    return CLI_EXIT_TROUBLE;
  }
  if (reporter->end != NULL) {
    reporter->end(&checker->report);
  }
  if (checker->arguments->stats) {
    cli_output_flush(checker->report.output); /* they come last */
    print_stats(&checker->report, cli_seconds() - progress.start);
  }
  enum cli_exit exit_status = exit_of(checker);
  if (exit_status == CLI_EXIT_FOUND) {
    tell_what_fails(checker);
  }
  return cli_finish_output(checker->report.output, exit_status);
}

/* Editors take colours in the format line for part of the message, and some
 * run it at a terminal of theirs. */
static bool is_colored(const struct cli_arguments *arguments) {
  bool for_editors = strcmp(arguments->format, "line") == 0;
  return for_editors ? arguments->color == CLI_COLOR_ALWAYS
                     : cli_color_wanted(arguments->color, STDOUT_FILENO);
}

enum cli_exit cli_command_check(const struct cli_arguments *arguments) {
  if (cli_refuse_late_command(arguments)) {
    return CLI_EXIT_TROUBLE;
  }
  struct courtesy_ruleset *ruleset = cli_rules_for(arguments);
  if (ruleset == NULL) {
    return CLI_EXIT_TROUBLE;
  }
  cli_advise_on_options(arguments);
  if (arguments->input == CLI_INPUT_NDJSON) {
    cli_line_prepare();
  }
  struct cli_output output;
  struct cli_output errors;
  cli_output_open(&output, STDOUT_FILENO, is_colored(arguments));
  cli_output_open(&errors, STDERR_FILENO, false);
  struct cli_checker checker;
  enum cli_exit exit_status = CLI_EXIT_TROUBLE;
  enum courtesy_status status =
      cli_checker_start(&checker, arguments, ruleset, &output, &errors);
  if (status == COURTESY_OK) {
    exit_status = run(&checker, ruleset);
  } else {
    cli_complain("%s", courtesy_status_text(status));
  }
  cli_checker_end(&checker);
  courtesy_ruleset_destroy(ruleset);
  return exit_status;
}

/* SPDX-License-Identifier: MIT */
/* What the command line asks for. */
#ifndef COURTESY_CLI_ARGUMENTS_H
#define COURTESY_CLI_ARGUMENTS_H

#include "options.h"
#include "output.h"

#include <courtesy/courtesy.h>

/* Arrays of machine formats, and lines of the text format. */
enum cli_show {
  CLI_SHOW_FINDINGS = 1 << 0,
  CLI_SHOW_MARKERS = 1 << 1,
  CLI_SHOW_ZONES = 1 << 2,
  CLI_SHOW_SCORE = 1 << 3,
};

/* How an input is taken when its kind is not fixed by --input. */
enum cli_input_mode {
  CLI_INPUT_AUTO = 0,
  CLI_INPUT_KIND,
  CLI_INPUT_NDJSON,
  CLI_INPUT_MBOX,
  CLI_INPUT_MAILDIR,
};

struct cli_arguments {
  enum cli_command_id command;
  enum cli_input_mode input;
  enum courtesy_kind kind; /* when it is neither told by the input nor
                              ndjson */
  const char *stdin_path;
  struct courtesy_facts facts;
  const char **attachments; /* of facts, owned */
  const char **domains;     /* the same */
  const char *format;
  unsigned show; /* of enum cli_show */
  enum courtesy_severity show_from;
  enum courtesy_severity fail_on; /* COURTESY_OFF: never */
  const char **rules;             /* files and folders, in order; owned */
  size_t rules_count;
  bool default_rules;
  bool cache;
  const char *profile;    /* NULL: the library's default */
  const char *unanswered; /* an option that may have =yes or =no and has not */
  size_t jobs;            /* threads, from 1 */
  enum courtesy_answer progress;
  bool stats;
  bool trace;
  bool quiet;
  enum cli_color color;
  bool help;
  bool version;
  const char *const *paths; /* what is no option */
  size_t path_count;
  bool paths_only; /* they stand behind a `--`: no command is meant */
};

/* Reads the command line; strings point into argv. False: it was wrong, and
 * a message says what to write instead. */
bool cli_arguments_parse(struct cli_arguments *arguments, int argc,
                         char **argv);
/* A part of it: an option with its value, NULL where it has none. */
bool cli_option_apply(struct cli_arguments *arguments,
                      const struct cli_option *option, const char *value);

/* Whether one of the paths is "-", or there is none. */
bool cli_reads_standard_input(const struct cli_arguments *arguments);
void cli_arguments_destroy(struct cli_arguments *arguments);

#endif

/* SPDX-License-Identifier: MIT */
/*
 * The one table of commands and options. getopt_long is fed from it and help
 * is printed from it, and whatever else describes the options should be.
 */
#ifndef COURTESY_CLI_OPTIONS_H
#define COURTESY_CLI_OPTIONS_H

#include "output.h"

#include <getopt.h>

enum cli_command_id {
  CLI_OVERVIEW = 0, /* no command was named */
  CLI_CHECK,
  CLI_INSPECT,
  CLI_RULES,
  CLI_COMMAND_COUNT,
};

enum cli_option_id {
  CLI_ATTACH = 1,
  CLI_AUTOMATIC,
  CLI_BCC,
  CLI_CC,
  CLI_COLOR,
  CLI_DATE,
  CLI_FAIL_ON,
  CLI_FORMAT,
  CLI_FROM,
  CLI_HELP,
  CLI_INPUT,
  CLI_INTERNAL_DOMAIN,
  CLI_NO_CACHE,
  CLI_NO_CONFIG,
  CLI_NO_DEFAULT_RULES,
  CLI_PROFILE,
  CLI_PROGRESS,
  CLI_QUIET,
  CLI_REPLY,
  CLI_RULES_FILE,
  CLI_SEVERITY,
  CLI_SHOW,
  CLI_STDIN_PATH,
  CLI_SUBJECT,
  CLI_TO,
  CLI_TODAY,
  CLI_JOBS,
  CLI_STATS,
  CLI_TRACE,
  CLI_VERSION,
  CLI_OPTION_COUNT,
};

struct cli_option {
  enum cli_option_id id;
  const char *name;
  char letter;       /* '\0': none */
  int argument;      /* no_argument, required_argument, optional_argument */
  const char *value; /* what the help calls the argument */
  unsigned commands; /* a bit for each command that takes it */
  const char *help;  /* NULL: taken, but not listed */
};

struct cli_command {
  const char *name;
  const char *head; /* above the options in the help */
  const char *tail; /* below them */
};

extern const struct cli_option cli_options[];
extern const size_t cli_option_count;
extern const struct cli_command cli_commands[CLI_COMMAND_COUNT];

/* What getopt_long wants for one command: `long_options` has room for
 * cli_option_count + 1, `letters` for 2 * cli_option_count + 2. Values are
 * option ids. */
void cli_options_for_getopt(enum cli_command_id command,
                            struct option *long_options, char *letters);
/* The option of the command with that id or letter; NULL when none. */
const struct cli_option *cli_options_find(enum cli_command_id command,
                                          int id_or_letter);

void cli_options_print_help(enum cli_command_id command,
                            struct cli_output *output);

#endif

/* SPDX-License-Identifier: MIT */
/* The commands. Each answers with the exit status. */
#ifndef COURTESY_CLI_COMMANDS_H
#define COURTESY_CLI_COMMANDS_H

#include "arguments.h"

enum cli_exit { CLI_EXIT_OK = 0, CLI_EXIT_FOUND = 1, CLI_EXIT_TROUBLE = 2 };

enum cli_exit cli_command_check(const struct cli_arguments *arguments);
enum cli_exit cli_command_inspect(const struct cli_arguments *arguments);
enum cli_exit cli_command_rules(const struct cli_arguments *arguments);

/* Flushes and says so when something could not be written: then the exit
 * status is CLI_EXIT_TROUBLE. */
enum cli_exit cli_finish_output(struct cli_output *output,
                                enum cli_exit otherwise);

/* `rules test` and `rules check`; `paths` are the operands after the word. */
enum cli_exit cli_rules_test(const struct cli_arguments *arguments,
                             const char *const *paths, size_t count,
                             struct cli_output *output);
enum cli_exit cli_rules_check(const struct cli_arguments *arguments,
                              const char *const *paths, size_t count,
                              struct cli_output *output);

#endif

/* SPDX-License-Identifier: MIT */
/* What is said, on standard error, to somebody who may have meant something
 * else. */
#ifndef COURTESY_CLI_ADVICE_H
#define COURTESY_CLI_ADVICE_H

#include "arguments.h"

/* Whether a command such as `rules list` stands behind options, where it would
 * be taken for two paths; says so. */
bool cli_refuse_late_command(const struct cli_arguments *arguments);

/* Of options of `check` that have no effect as they are used. */
void cli_advise_on_options(const struct cli_arguments *arguments);

/* Of a path that cannot be read and may be a mistyped command, or the value
 * of an option whose value stands behind an equals sign. */
void cli_advise_on_path(const struct cli_arguments *arguments, const char *path,
                        struct cli_output *errors);

#endif

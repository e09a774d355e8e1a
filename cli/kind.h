/* SPDX-License-Identifier: MIT */
/* What an input is: as told by --input, else by its name or its bytes. */
#ifndef COURTESY_CLI_KIND_H
#define COURTESY_CLI_KIND_H

#include "arguments.h"

/* How the files end that a folder stands for, NULL-terminated. */
extern const char *const cli_endings[];

/* A template by its name, else as its bytes look. */
enum courtesy_kind cli_kind_of(const struct cli_arguments *arguments,
                               const char *path, const char *bytes,
                               size_t size);

/* The facts that the command line gives, and how a draft is marked up: HTML by
 * its name or its first tag. */
struct courtesy_facts cli_facts_of(const struct cli_arguments *arguments,
                                   enum courtesy_kind kind, const char *path,
                                   const char *bytes, size_t size);

#endif

/* SPDX-License-Identifier: MIT */
/*
 * What git leaves out of a folder: the patterns of .gitignore (gitignore(5))
 * from the top of the repository down to the folder, and of its own
 * info/exclude.
 *
 *     shop/.git/info/exclude     read first
 *     shop/.gitignore            the last pattern that fits decides
 *     shop/mails/.gitignore
 *
 * Whether git tracks a file all the same, and what a person ignores
 * everywhere, is not looked up: the answer is the same for everybody.
 */
#ifndef COURTESY_CLI_IGNORE_H
#define COURTESY_CLI_IGNORE_H

#include "memory.h"

struct cli_ignore_pattern;

struct cli_ignore {
  struct cli_names path; /* names from the top to the folder, and room for
                            one more */
  struct cli_ignore_pattern *patterns;
  size_t count;
  size_t capacity;
};

/* Reads what holds for a folder; nothing when it is in no repository. */
void cli_ignore_read(struct cli_ignore *ignore, const char *folder);
bool cli_ignore_holds(struct cli_ignore *ignore, const char *name,
                      bool is_folder);
void cli_ignore_destroy(struct cli_ignore *ignore);

#endif

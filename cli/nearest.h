/* SPDX-License-Identifier: MIT */
/* Which known name somebody may have meant. */
#ifndef COURTESY_CLI_NEAREST_H
#define COURTESY_CLI_NEAREST_H

#include <stddef.h>

struct cli_nearest {
  const char *wanted;
  const char *best; /* NULL while nothing was near enough */
  size_t distance;
};

/* Starts a search. */
struct cli_nearest cli_nearest_to(const char *wanted);

/* Looks at one known name, of which a start counts as one letter wrong. It must
 * outlive the search. */
void cli_nearest_try(struct cli_nearest *nearest, const char *known);

#endif

/* SPDX-License-Identifier: MIT */
/* Keeps the cache folder from growing. */
#ifndef COURTESY_CLI_CACHE_TIDY_H
#define COURTESY_CLI_CACHE_TIDY_H

enum {
  CLI_CACHE_DIGITS = 16, /* hexadecimal: how each name in it begins */
  CLI_CACHE_FILES = 16,  /* some megabytes each */
};

/* Removes all but the newest files of the folder whose names are ours. What
 * cannot be removed stays. */
void cli_cache_tidy(const char *folder);

#endif

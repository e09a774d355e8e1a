/* SPDX-License-Identifier: MIT */
/*
 * Compiled rules of one's own files, kept in the user's cache folder
 * ($XDG_CACHE_HOME/courtesy, else ~/.cache/courtesy). A file there holds all
 * that went into the rules and, behind it, their image:
 *
 *     size of what went in │ what went in, byte by byte │ image
 *
 * It counts only when what went in is the same, when it is a regular file of
 * the user's, and when nobody else may read or write it. Whatever goes wrong
 * costs time alone: the rules are built anew. The newest few files are kept;
 * --no-cache neither reads nor writes any.
 */
#ifndef COURTESY_CLI_CACHE_H
#define COURTESY_CLI_CACHE_H

#include "rule_files.h"

struct cli_cache {
  struct cli_bytes path;    /* empty: there is no cache */
  struct cli_bytes content; /* what goes into the rules */
};

void cli_cache_open(struct cli_cache *cache,
                    const struct cli_rule_files *files);
void cli_cache_close(struct cli_cache *cache);

/* NULL when it is not there. */
struct courtesy_ruleset *cli_cache_read(const struct cli_cache *cache);

void cli_cache_write(const struct cli_cache *cache,
                     const struct courtesy_ruleset *ruleset);

#endif

/* SPDX-License-Identifier: MIT */
/*
 * Walks paths as they were named. A folder stands for the files in it and below
 * it whose names are wanted, sorted, hidden ones and linked folders left out;
 * one that holds `cur`, `new` and `tmp` is a Maildir and stands for the files
 * in the first two.
 */
#ifndef COURTESY_CLI_WALK_H
#define COURTESY_CLI_WALK_H

#include "input.h"

struct cli_walk {
  const char *const *paths; /* that were named, and are still to be walked */
  size_t path_count;
  struct cli_names pending; /* found in folders: a stack, the next one on top */
  bool (*wants)(const char *name); /* of a file found in a folder */
  char *current;                   /* the path found last */
  bool opens;            /* opens each file, which spares a second search */
  bool without_ignored;  /* leaves out, but in Maildirs, what git ignores */
  bool all_are_maildirs; /* takes every folder for one */
  bool met_maildir;      /* one was walked: it may well be empty */
  size_t maildir_floor;  /* pending names from here on are such */
};

/* The paths must outlive the walk. */
void cli_walk_begin(struct cli_walk *walk, const char *const *paths,
                    size_t count, bool (*wants)(const char *name));
/* The next file, whose path is valid until the next call; false at the
 * end. */
bool cli_walk_next(struct cli_walk *walk, struct cli_source *source);
void cli_walk_end(struct cli_walk *walk);

#endif

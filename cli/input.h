/* SPDX-License-Identifier: MIT */
/* Reading inputs: whole files, lines of any length, and folders. */
#ifndef COURTESY_CLI_INPUT_H
#define COURTESY_CLI_INPUT_H

#include "memory.h"

/* Reads all of a file ("-": standard input) into the emptied buffer.
 * Returns 0 or an errno; EFBIG for more than COURTESY_MESSAGE_MAX. */
int cli_read_file(const char *path, struct cli_bytes *into);

/* The same from a descriptor, which stays open. */
int cli_read_descriptor(int descriptor, struct cli_bytes *into);

/* The lines of a file ("-": standard input), whatever their length. */
struct cli_lines {
  int descriptor;
  struct cli_bytes buffer;
  size_t start;   /* of what was not yet given out */
  size_t scanned; /* no line feed between start and here */
  bool ended;
  int error; /* errno of a failed read; the lines end there */
};

/* Returns 0 or an errno. */
int cli_lines_open(struct cli_lines *lines, const char *path);
/* The next line without its line feed, valid until the next call; false at
 * the end. */
bool cli_lines_next(struct cli_lines *lines, const char **line, size_t *size);
/* Whether the next line is there without reading, and so without waiting. */
bool cli_lines_ready(struct cli_lines *lines);
void cli_lines_close(struct cli_lines *lines);

/* Walks paths as they were named; a folder stands for the files in it and
 * below it whose names end in one of `endings` (NULL-terminated), sorted,
 * hidden ones and linked folders left out. A folder that holds `cur`, `new`
 * and `tmp` is a Maildir and stands for the files in the first two. */
struct cli_walk {
  struct cli_names pending; /* a stack: the next one on top */
  const char *const *endings;
  char *current;
  bool without_ignored;  /* nor, outside Maildirs, what git ignores */
  bool all_are_maildirs; /* whatever is in them */
  bool in_maildir;       /* the current file is a message of one */
  size_t maildir_floor;  /* pending names from here on are such */
};

void cli_walk_begin(struct cli_walk *walk, const char *const *paths,
                    size_t count, const char *const *endings);
/* The next file, valid until the next call; NULL at the end. With *error set
 * it is a path that cannot be read. */
const char *cli_walk_next(struct cli_walk *walk, int *error);
void cli_walk_end(struct cli_walk *walk);

/* Whether a name ends so, small and capital letters alike. */
bool cli_name_ends(const char *name, const char *ending);

#endif

/* SPDX-License-Identifier: MIT */
/* Reading inputs: whole files, files block by block, and folders. */
#ifndef COURTESY_CLI_INPUT_H
#define COURTESY_CLI_INPUT_H

#include "memory.h"

/* Reads all of a file ("-": standard input) into the emptied buffer.
 * Returns 0 or an errno; EFBIG for more than COURTESY_MESSAGE_MAX. */
int cli_read_file(const char *path, struct cli_bytes *into);

/* The same from a descriptor, which stays open. */
int cli_read_descriptor(int descriptor, struct cli_bytes *into);

/* A path that was named or that a named folder stands for. */
struct cli_source {
  const char *path; /* "-": standard input */
  bool in_folder;   /* it was not named itself */
  bool in_maildir;  /* it is a message of one */
  bool is_open;     /* whoever takes it closes the descriptor */
  int descriptor;
  int error;   /* errno: the path cannot be read */
  size_t size; /* in bytes; SIZE_MAX when it is no plain file */
};

/* A file ("-": standard input) read block by block: what was taken off its
 * front is forgotten, and the memory used again, also for the next file. */
struct cli_input {
  int descriptor;
  size_t block;    /* bytes asked for at once */
  size_t expected; /* of a regular file: its size; else SIZE_MAX */
  size_t taken;    /* bytes read so far */
  struct cli_bytes buffer;
  size_t start; /* of the bytes at hand, in the buffer */
  bool ended;
  int error; /* errno of a failed read; the file ends there */
};

/* Opens a file with the buffer that is there. Returns 0 or an errno. */
int cli_input_open(struct cli_input *input, const struct cli_source *source);
/* Reads once behind the bytes at hand, which may move; false at the end. */
bool cli_input_more(struct cli_input *input);
/* Takes bytes off the front. */
void cli_input_drop(struct cli_input *input, size_t size);
/* Leaves the buffer, whose bytes stay as they are. */
void cli_input_close(struct cli_input *input);
void cli_input_destroy(struct cli_input *input);

static inline size_t cli_input_size(const struct cli_input *input) {
  return input->buffer.size - input->start;
}

/* Never NULL. */
static inline const char *cli_input_bytes(const struct cli_input *input) {
  return input->buffer.size > 0 ? input->buffer.bytes + input->start : "";
}

/* Walks paths as they were named; a folder stands for the files in it and
 * below it whose names `wants` wants, sorted,
 * hidden ones and linked folders left out. A folder that holds `cur`, `new`
 * and `tmp` is a Maildir and stands for the files in the first two. */
struct cli_walk {
  struct cli_names pending; /* a stack: the next one on top */
  size_t named;             /* of them, at the bottom; others were found */
  bool (*wants)(const char *name);
  char *current;
  bool opens;            /* files, to look at them with one search less */
  bool without_ignored;  /* nor, outside Maildirs, what git ignores */
  bool all_are_maildirs; /* whatever is in them */
  bool met_maildir;      /* one was walked: it may well be empty */
  size_t maildir_floor;  /* pending names from here on are such */
};

void cli_walk_begin(struct cli_walk *walk, const char *const *paths,
                    size_t count, bool (*wants)(const char *name));
/* The next file, whose path is valid until the next call; false at the
 * end. */
bool cli_walk_next(struct cli_walk *walk, struct cli_source *source);
void cli_walk_end(struct cli_walk *walk);

#endif

/* SPDX-License-Identifier: MIT */
/* Reading inputs: whole files, and files block by block. */
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

#endif

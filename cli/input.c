/* SPDX-License-Identifier: MIT */
#include "input.h"

#include "retry.h"

#include <courtesy/courtesy.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

/* Large enough that the calls cost nothing beside the linting. */
enum { READ_SIZE = 1 << 16 };

static int open_path(const char *path, int *descriptor) {
  if (strcmp(path, "-") == 0) {
    *descriptor = STDIN_FILENO;
    return 0;
  }
  *descriptor = open(path, O_RDONLY | O_CLOEXEC);
  return *descriptor < 0 ? errno : 0;
}

static void close_descriptor(int descriptor) {
  if (descriptor != STDIN_FILENO) {
    close(descriptor);
  }
}

/* Reads once behind the buffer's bytes; nothing is got at the end. Returns 0
 * or an errno. */
static int read_more(int descriptor, struct cli_bytes *into, size_t block,
                     size_t *more) {
  *more = 0;
  if (!cli_bytes_reserve(into, block)) {
    return ENOMEM;
  }
  ssize_t got;
  do {
    got = read(descriptor, into->bytes + into->size, block);
  } while (got < 0 && cli_retry(descriptor, POLLIN));
  if (got < 0) {
    return errno;
  }
  *more = (size_t)got;
  into->size += *more;
  return 0;
}

/* What room is left is filled first: the end of a small file is read without
 * making more. */
static size_t next_block(const struct cli_bytes *into) {
  size_t room = into->capacity - into->size;
  return room >= READ_SIZE / 4 ? room : READ_SIZE;
}

int cli_read_descriptor(int descriptor, struct cli_bytes *into) {
  int error = 0;
  into->size = 0;
  for (size_t more = 1; error == 0 && more > 0;) {
    error = into->size > COURTESY_MESSAGE_MAX
                ? EFBIG
                : read_more(descriptor, into, next_block(into), &more);
  }
  return error;
}

int cli_read_file(const char *path, struct cli_bytes *into) {
  int descriptor;
  int error = open_path(path, &descriptor);
  if (error != 0) {
    return error;
  }
  error = cli_read_descriptor(descriptor, into);
  close_descriptor(descriptor);
  return error;
}

/* Of a small file all that it holds, and that there is no more. */
static size_t block_for(const struct cli_source *source) {
  return source->size > 0 && source->size < READ_SIZE ? source->size + 1
                                                      : READ_SIZE;
}

int cli_input_open(struct cli_input *input, const struct cli_source *source) {
  *input = (struct cli_input){
      .descriptor = source->descriptor,
      .block = block_for(source),
      .expected = source->size,
      .buffer = input->buffer,
  };
  input->buffer.size = 0;
  return source->is_open ? 0 : open_path(source->path, &input->descriptor);
}

bool cli_input_more(struct cli_input *input) {
  struct cli_bytes *buffer = &input->buffer;
  if (input->ended || input->error != 0) {
    return false;
  }
  if (input->start > 0) {
    buffer->size -= input->start;
    memmove(buffer->bytes, buffer->bytes + input->start, buffer->size);
    input->start = 0;
  }
  size_t more;
  input->error = read_more(input->descriptor, buffer, input->block, &more);
  input->taken += more;
  /* A regular file that gave less than was asked for, and all that it holds,
   * need not be asked again. */
  input->ended =
      more == 0 || (more < input->block && input->taken == input->expected);
  return input->error == 0 && more > 0;
}

void cli_input_drop(struct cli_input *input, size_t size) {
  input->start += size;
}

void cli_input_close(struct cli_input *input) {
  close_descriptor(input->descriptor);
}

void cli_input_destroy(struct cli_input *input) {
  cli_bytes_destroy(&input->buffer);
}

/* SPDX-License-Identifier: MIT */
#include "input.h"

#include <courtesy/courtesy.h>

#include <errno.h>
#include <fcntl.h>
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

/* Reads once behind the buffer's bytes. Returns 0 or an errno. */
static int read_more(int descriptor, struct cli_bytes *into, bool *ended) {
  if (into->size > COURTESY_MESSAGE_MAX) {
    return EFBIG;
  }
  if (!cli_bytes_reserve(into, READ_SIZE)) {
    return ENOMEM;
  }
  ssize_t got;
  do {
    got =
        read(descriptor, into->bytes + into->size, into->capacity - into->size);
  } while (got < 0 && errno == EINTR);
  if (got < 0) {
    return errno;
  }
  *ended = got == 0;
  into->size += (size_t)got;
  return 0;
}

int cli_read_descriptor(int descriptor, struct cli_bytes *into) {
  int error = 0;
  into->size = 0;
  for (bool ended = false; error == 0 && !ended;) {
    error = read_more(descriptor, into, &ended);
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

int cli_lines_open(struct cli_lines *lines, const char *path) {
  *lines = (struct cli_lines){0};
  return open_path(path, &lines->descriptor);
}

/* The end of the line at `start`, or NULL; what was looked at once is not
 * looked at again. */
static const char *find_line_end(struct cli_lines *lines) {
  size_t left = lines->buffer.size - lines->scanned;
  const char *end =
      left > 0 ? memchr(lines->buffer.bytes + lines->scanned, '\n', left)
               : NULL;
  lines->scanned =
      end != NULL ? (size_t)(end - lines->buffer.bytes) : lines->buffer.size;
  return end;
}

/* Moves the unfinished line to the buffer's front and reads behind it. */
static void fill(struct cli_lines *lines) {
  struct cli_bytes *buffer = &lines->buffer;
  if (lines->start > 0) {
    memmove(buffer->bytes, buffer->bytes + lines->start,
            buffer->size - lines->start);
    buffer->size -= lines->start;
    lines->scanned -= lines->start;
    lines->start = 0;
  }
  lines->error = read_more(lines->descriptor, buffer, &lines->ended);
}

bool cli_lines_next(struct cli_lines *lines, const char **line, size_t *size) {
  const char *end = find_line_end(lines);
  while (end == NULL && !lines->ended && lines->error == 0) {
    fill(lines);
    end = find_line_end(lines);
  }
  if (lines->error != 0 ||
      (end == NULL && lines->start == lines->buffer.size)) {
    return false;
  }
  *line = lines->buffer.bytes + lines->start;
  *size = lines->scanned - lines->start;
  lines->scanned += end != NULL ? 1 : 0;
  lines->start = lines->scanned;
  return true;
}

bool cli_lines_ready(struct cli_lines *lines) {
  return find_line_end(lines) != NULL;
}

void cli_lines_close(struct cli_lines *lines) {
  cli_bytes_destroy(&lines->buffer);
  close_descriptor(lines->descriptor);
}

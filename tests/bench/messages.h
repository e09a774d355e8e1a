/* SPDX-License-Identifier: MIT */
/* A file of messages, each ended by a NUL, in memory. */
#ifndef COURTESY_BENCH_MESSAGES_H
#define COURTESY_BENCH_MESSAGES_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct messages {
  char *bytes;
  size_t size;
};

/* The bytes of a file with a NUL behind them; none when it cannot be read. */
static inline struct messages read_messages(const char *path) {
  struct messages messages = {NULL, 0};
  FILE *file = fopen(path, "rb");
  if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
    return messages;
  }
  long size = ftell(file);
  char *bytes = size >= 0 ? malloc((size_t)size + 1) : NULL;
  rewind(file);
  if (bytes != NULL && fread(bytes, 1, (size_t)size, file) == (size_t)size) {
    bytes[size] = '\0';
    messages = (struct messages){bytes, (size_t)size};
  }
  fclose(file);
  return messages;
}

/* Of the processor: what else it does meanwhile does not count. */
static inline double seconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

#endif

/* SPDX-License-Identifier: MIT */
/* Memory of the command itself, and a growing run of bytes. */
#ifndef COURTESY_CLI_MEMORY_H
#define COURTESY_CLI_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/* For the command's own small tables: never NULL; ends the process with a
 * message and exit status 2 when there is no memory. */
void *cli_resize(void *memory, size_t size);
void *cli_zeroed(size_t count, size_t item_size); /* one at least */
char *cli_copy(const char *bytes, size_t size);

/* Bytes that may be large: growing them may fail. Zeroed, it is empty. */
struct cli_bytes {
  char *bytes;
  size_t size;
  size_t capacity;
};

/* Makes room for `more` bytes after the size; false leaves it as it was. */
bool cli_bytes_reserve(struct cli_bytes *bytes, size_t more);
/* As cli_resize: ends the process when there is no memory. */
void cli_bytes_add(struct cli_bytes *bytes, const char *more, size_t size);
void cli_bytes_add_string(struct cli_bytes *bytes, const char *more);
void cli_bytes_destroy(struct cli_bytes *bytes);

/* Names in a growing list; the strings are its own. Zeroed, it is empty. */
struct cli_names {
  char **names;
  size_t count;
  size_t capacity;
};

void cli_names_add(struct cli_names *names, const char *name);
/* Whether one of some names is this one. */
bool cli_is_among(const char *const *names, size_t count, const char *name);
/* Sorts the names from `first` on, bytewise, so that no locale shows. */
void cli_names_sort(struct cli_names *names, size_t first);
void cli_names_destroy(struct cli_names *names);

#endif

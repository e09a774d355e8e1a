/* SPDX-License-Identifier: MIT */
#include "memory.h"

#include "output.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void *or_end(void *memory) {
  if (memory == NULL) {
    cli_complain("there is not enough memory");
    exit(2);
  }
  return memory;
}

void *cli_resize(void *memory, size_t size) {
  return or_end(realloc(memory, size > 0 ? size : 1));
}

void *cli_zeroed(size_t count, size_t item_size) {
  return or_end(calloc(count, item_size));
}

char *cli_copy(const char *bytes, size_t size) {
  char *copy = cli_resize(NULL, size + 1);
  memcpy(copy, bytes, size);
  copy[size] = '\0';
  return copy;
}

bool cli_bytes_reserve(struct cli_bytes *bytes, size_t more) {
  if (bytes->capacity - bytes->size >= more) {
    return true;
  }
  if (more > SIZE_MAX / 2 - bytes->size) {
    return false;
  }
  size_t capacity = bytes->capacity > 0 ? bytes->capacity : 256;
  while (capacity - bytes->size < more) {
    capacity *= 2;
  }
  char *grown = realloc(bytes->bytes, capacity);
  if (grown == NULL) {
    return false;
  }
  bytes->bytes = grown;
  bytes->capacity = capacity;
  return true;
}

void cli_bytes_add(struct cli_bytes *bytes, const char *more, size_t size) {
  if (!cli_bytes_reserve(bytes, size)) {
    or_end(NULL);
  }
  if (size > 0) {
    memcpy(bytes->bytes + bytes->size, more, size);
  }
  bytes->size += size;
}

void cli_bytes_add_string(struct cli_bytes *bytes, const char *more) {
  cli_bytes_add(bytes, more, strlen(more));
}

void cli_bytes_destroy(struct cli_bytes *bytes) {
  free(bytes->bytes);
  *bytes = (struct cli_bytes){0};
}

void cli_names_add(struct cli_names *names, const char *name) {
  if (names->count == names->capacity) {
    names->capacity = names->capacity > 0 ? names->capacity * 2 : 16;
    names->names =
        cli_resize(names->names, names->capacity * sizeof *names->names);
  }
  names->names[names->count++] = cli_copy(name, strlen(name));
}

bool cli_is_among(const char *const *names, size_t count, const char *name) {
  size_t i = 0;
  while (i < count && strcmp(names[i], name) != 0) {
    i++;
  }
  return i < count;
}

static int compare_names(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

void cli_names_sort(struct cli_names *names, size_t first) {
  if (names->count > first) {
    qsort(names->names + first, names->count - first, sizeof *names->names,
          compare_names);
  }
}

void cli_names_destroy(struct cli_names *names) {
  for (size_t i = 0; i < names->count; i++) {
    free(names->names[i]);
  }
  free(names->names);
  *names = (struct cli_names){0};
}

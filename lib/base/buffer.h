/* SPDX-License-Identifier: MIT */
/* A growing run of bytes, always NUL-terminated once something was added. */
#ifndef COURTESY_BASE_BUFFER_H
#define COURTESY_BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

struct base_buffer {
  char *bytes;
  size_t size;
  size_t capacity;
  bool failed; /* sticks once an allocation failed; nothing is added then */
};

/* A zeroed struct is an empty buffer. */
void base_buffer_destroy(struct base_buffer *buffer);

/* Empties the buffer, keeps its memory, clears the failure flag. */
void base_buffer_reset(struct base_buffer *buffer);

void base_buffer_add(struct base_buffer *buffer, const char *bytes,
                     size_t size);
void base_buffer_add_byte(struct base_buffer *buffer, char byte);
void base_buffer_add_string(struct base_buffer *buffer, const char *string);

#endif

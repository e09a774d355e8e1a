/* SPDX-License-Identifier: MIT */
/* A growing run of bytes, always NUL-terminated once it has any memory. */
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

/* Makes room for so many bytes more; false, and the flag set, on failure. */
bool base_buffer_make_room(struct base_buffer *buffer, size_t more);

void base_buffer_add(struct base_buffer *buffer, const char *bytes,
                     size_t size);

/* The same, quicker for a few bytes. */
static inline void base_buffer_add_few(struct base_buffer *buffer,
                                       const char *bytes, size_t size) {
  if (size >= buffer->capacity - buffer->size || buffer->failed) {
    base_buffer_add(buffer, bytes, size);
    return;
  }
  char *end = buffer->bytes + buffer->size;
  for (size_t i = 0; i < size; i++) {
    end[i] = bytes[i];
  }
  end[size] = '\0';
  buffer->size += size;
}

void base_buffer_add_byte(struct base_buffer *buffer, char byte);
void base_buffer_add_string(struct base_buffer *buffer, const char *string);

#endif

/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 64 };

void base_buffer_destroy(struct base_buffer *buffer) {
  free(buffer->bytes);
  *buffer = (struct base_buffer){0};
}

void base_buffer_reset(struct base_buffer *buffer) {
  buffer->size = 0;
  buffer->failed = false;
}

bool base_buffer_make_room(struct base_buffer *buffer, size_t more) {
  if (buffer->failed || more > SIZE_MAX / 4 - buffer->size) {
    buffer->failed = true;
    return false;
  }
  size_t needed = buffer->size + more + 1;
  if (needed <= buffer->capacity) {
    return true;
  }
  size_t capacity = buffer->capacity == 0 ? FIRST_CAPACITY : buffer->capacity;
  while (capacity < needed) {
    capacity *= 2;
  }
  char *bytes = realloc(buffer->bytes, capacity);
  if (bytes == NULL) {
    buffer->failed = true;
    return false;
  }
  buffer->bytes = bytes;
  buffer->capacity = capacity;
  buffer->bytes[buffer->size] = '\0';
  return true;
}

void base_buffer_add(struct base_buffer *buffer, const char *bytes,
                     size_t size) {
  if (!base_buffer_make_room(buffer, size)) {
    return;
  }
  if (size > 0) {
    memcpy(buffer->bytes + buffer->size, bytes, size);
  }
  buffer->size += size;
  buffer->bytes[buffer->size] = '\0';
}

void base_buffer_add_byte(struct base_buffer *buffer, char byte) {
  base_buffer_add(buffer, &byte, 1);
}

void base_buffer_add_string(struct base_buffer *buffer, const char *string) {
  base_buffer_add(buffer, string, strlen(string));
}

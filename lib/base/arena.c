/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Blocks of few sizes: malloc gives again what was given back to it, whole. */
enum { BLOCK_UNIT = 4096, LARGEST_STEP = 1 << 20, ALIGNMENT = 16 };

struct base_arena_block {
  struct base_arena_block *next;
  size_t used;
  size_t size;
  size_t padding; /* keeps `bytes` aligned */
  char bytes[];
};

void base_arena_destroy(struct base_arena *arena) {
  struct base_arena_block *block = arena->blocks;
  while (block != NULL) {
    struct base_arena_block *next = block->next;
    free(block);
    block = next;
  }
  *arena = (struct base_arena){0};
}

void base_arena_reset(struct base_arena *arena) {
  struct base_arena_block *kept = arena->blocks;
  if (kept != NULL) {
    arena->blocks = kept->next;
    base_arena_destroy(arena);
    kept->next = NULL;
    kept->used = 0;
    arena->blocks = kept;
  }
  arena->failed = false;
}

static struct base_arena_block *add_block(struct base_arena *arena,
                                          size_t least) {
  size_t size = arena->blocks == NULL ? 0 : arena->blocks->size * 2;
  if (size > LARGEST_STEP) {
    size = LARGEST_STEP;
  }
  if (size < least) {
    size = least;
  }
  size_t units = (sizeof(struct base_arena_block) + size - 1) / BLOCK_UNIT + 1;
  struct base_arena_block *block = malloc(units * BLOCK_UNIT);
  if (block == NULL) {
    return NULL;
  }
  *block = (struct base_arena_block){
      .next = arena->blocks,
      .size = units * BLOCK_UNIT - sizeof *block,
  };
  arena->blocks = block;
  return block;
}

bool base_arena_make_room(struct base_arena *arena, size_t size) {
  if (!arena->failed &&
      (size > SIZE_MAX / 2 || add_block(arena, size) == NULL)) {
    arena->failed = true;
  }
  return !arena->failed;
}

void *base_arena_take(struct base_arena *arena, size_t size) {
  if (arena->failed || size > SIZE_MAX / 2) {
    arena->failed = true;
    return NULL;
  }
  size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
  struct base_arena_block *block = arena->blocks;
  if (block == NULL || block->size - block->used < size) {
    block = add_block(arena, size);
    if (block == NULL) {
      arena->failed = true;
      return NULL;
    }
  }
  void *place = block->bytes + block->used;
  block->used += size;
  return place;
}

void *base_arena_alloc(struct base_arena *arena, size_t size) {
  void *place = base_arena_take(arena, size);
  return place == NULL ? NULL : memset(place, 0, size);
}

char *base_arena_copy(struct base_arena *arena, const char *bytes,
                      size_t size) {
  char *copy = base_arena_take(arena, size + 1);
  if (copy == NULL) {
    return NULL;
  }
  if (size > 0) {
    memcpy(copy, bytes, size);
  }
  copy[size] = '\0';
  return copy;
}

char *base_arena_string(struct base_arena *arena, const char *string) {
  return string == NULL ? NULL : base_arena_copy(arena, string, strlen(string));
}

char *base_arena_join(struct base_arena *arena, const char *const *strings,
                      size_t count) {
  size_t size = 0;
  for (size_t i = 0; i < count; i++) {
    size += strlen(strings[i]);
  }
  char *joined = base_arena_take(arena, size + 1);
  if (joined == NULL) {
    return NULL;
  }
  char *end = joined;
  for (size_t i = 0; i < count; i++) {
    size_t part = strlen(strings[i]);
    memcpy(end, strings[i], part);
    end += part;
  }
  *end = '\0';
  return joined;
}

char *base_arena_format_list(struct base_arena *arena, const char *format,
                             va_list arguments) {
  va_list again;
  va_copy(again, arguments);
  int size = vsnprintf(NULL, 0, format, arguments);
  char *text = size < 0 ? NULL : base_arena_alloc(arena, (size_t)size + 1);
  if (text != NULL) {
    vsnprintf(text, (size_t)size + 1, format, again);
  }
  va_end(again);
  return text;
}

char *base_arena_format(struct base_arena *arena, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char *text = base_arena_format_list(arena, format, arguments);
  va_end(arguments);
  return text;
}

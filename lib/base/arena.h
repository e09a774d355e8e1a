/* SPDX-License-Identifier: MIT */
/*
 * An arena: many small allocations, freed all at once.
 *
 * A failed allocation makes the arena's failure flag stick, and answers NULL
 * from then on; callers that fill a structure may check once at the end.
 */
#ifndef COURTESY_BASE_ARENA_H
#define COURTESY_BASE_ARENA_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct base_arena_block;

struct base_arena {
  struct base_arena_block *blocks; /* newest first */
  bool failed;
};

/* A zeroed struct is an empty arena. */
void base_arena_destroy(struct base_arena *arena);

/* Forgets all allocations but keeps the newest block for reuse, and clears
 * the failure flag. */
void base_arena_reset(struct base_arena *arena);

/* Takes memory for allocations of so many bytes together; false on failure. */
bool base_arena_make_room(struct base_arena *arena, size_t size);

/* `size` zeroed bytes, aligned for any type; NULL on failure. */
void *base_arena_alloc(struct base_arena *arena, size_t size);

/* The same, with bytes of any value: for what is filled next. */
void *base_arena_take(struct base_arena *arena, size_t size);

/* A NUL-terminated copy of `size` bytes; NULL on failure. */
char *base_arena_copy(struct base_arena *arena, const char *bytes, size_t size);

/* A copy of a string; NULL for NULL and on failure. */
char *base_arena_string(struct base_arena *arena, const char *string);

/* The strings one behind the other; NULL on failure. */
char *base_arena_join(struct base_arena *arena, const char *const *strings,
                      size_t count);

/* A formatted string; NULL on failure. */
char *base_arena_format(struct base_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* The same with the arguments of somebody else, which are used up. */
char *base_arena_format_list(struct base_arena *arena, const char *format,
                             va_list arguments)
    __attribute__((format(printf, 2, 0)));

#endif

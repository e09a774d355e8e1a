/* SPDX-License-Identifier: MIT */
/*
 * Typed vectors. BASE_VECTOR(name, type) defines
 *
 *     struct name { type *items; size_t count; size_t capacity; bool failed;
 *                   bool lent; };
 *     type *name_push(struct name *vector);   a zeroed new last item, or NULL
 *     bool name_reserve(struct name *vector); makes room for one more
 *     bool name_make_room(struct name *vector, size_t count); for as many
 *     void name_lend(struct name *vector, type *items, size_t capacity);
 *     bool name_add(struct name *vector, type item);
 *     void name_empty(struct name *vector);   forgets the items and a failure
 *     void name_destroy(struct name *vector);
 *
 * A zeroed struct is an empty vector. A failed allocation makes `failed`
 * stick; items that are there stay there. What is emptied keeps its memory for
 * the next items, but no more than BASE_VECTOR_KEPT: who was once given
 * something huge does not hold on to it for good. Setting count to 0 keeps all.
 * An empty vector can be lent memory for its first items, which spares what
 * stays small an allocation; NULL lends nothing.
 */
#ifndef COURTESY_BASE_VECTOR_H
#define COURTESY_BASE_VECTOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* In bytes: nearly all that is emptied was smaller. */
enum { BASE_VECTOR_KEPT = 4 << 20 };

/* Grows `items` to hold more than `*capacity`, elsewhere if they are lent; NULL,
 * and nothing changed, on failure. */
void *base_vector_grow(void *items, size_t *capacity, bool *lent,
                       size_t item_size);

/* The same for `count` items in all, of which there is not yet room. */
void *base_vector_make_room(void *items, size_t *capacity, bool *lent,
                            size_t count, size_t item_size);

/* A file uses some of them: clang asks for those that a .c file defines. */
#define BASE_VECTOR_FUNCTION static inline __attribute__((unused))

#define BASE_VECTOR(name, type)                                                \
  struct name {                                                                \
    type *items;                                                               \
    size_t count;                                                              \
    size_t capacity;                                                           \
    bool failed;                                                               \
    bool lent;                                                                 \
  };                                                                           \
  BASE_VECTOR_FUNCTION bool name##_reserve(struct name *vector) {              \
    if (vector->count == vector->capacity) {                                   \
      type *items = base_vector_grow(vector->items, &vector->capacity,         \
                                     &vector->lent, sizeof(type));             \
      if (items == NULL) {                                                     \
        vector->failed = true;                                                 \
        return false;                                                          \
      }                                                                        \
      vector->items = items;                                                   \
    }                                                                          \
    return true;                                                               \
  }                                                                            \
  BASE_VECTOR_FUNCTION bool name##_make_room(struct name *vector,              \
                                             size_t count) {                   \
    if (vector->items != NULL && count <= vector->capacity) {                  \
      return true;                                                             \
    }                                                                          \
    type *items = base_vector_make_room(vector->items, &vector->capacity,      \
                                        &vector->lent, count, sizeof(type));   \
    vector->failed = vector->failed || items == NULL;                          \
    vector->items = items == NULL ? vector->items : items;                     \
    return items != NULL;                                                      \
  }                                                                            \
  BASE_VECTOR_FUNCTION void name##_lend(struct name *vector, type *items,      \
                                        size_t capacity) {                     \
    vector->items = items;                                                     \
    vector->lent = items != NULL;                                              \
    vector->capacity = vector->lent ? capacity : 0;                            \
  }                                                                            \
  BASE_VECTOR_FUNCTION type *name##_push(struct name *vector) {                \
    if (!name##_reserve(vector)) {                                             \
      return NULL;                                                             \
    }                                                                          \
    type *item = &vector->items[vector->count++];                              \
    memset(item, 0, sizeof *item);                                             \
    return item;                                                               \
  }                                                                            \
  BASE_VECTOR_FUNCTION bool name##_add(struct name *vector, type value) {      \
    if (!name##_reserve(vector)) {                                             \
      return false;                                                            \
    }                                                                          \
    vector->items[vector->count++] = value;                                    \
    return true;                                                               \
  }                                                                            \
  BASE_VECTOR_FUNCTION void name##_destroy(struct name *vector) {              \
    if (!vector->lent) {                                                       \
      free(vector->items);                                                     \
    }                                                                          \
    memset(vector, 0, sizeof *vector);                                         \
  }                                                                            \
  BASE_VECTOR_FUNCTION void name##_empty(struct name *vector) {                \
    if (vector->capacity > BASE_VECTOR_KEPT / sizeof(type)) {                  \
      name##_destroy(vector);                                                  \
    }                                                                          \
    vector->count = 0;                                                         \
    vector->failed = false;                                                    \
  }                                                                            \
  struct name /* takes the semicolon */

#endif

/* SPDX-License-Identifier: MIT */
/* Bytes that belong to somebody else. */
#ifndef COURTESY_BASE_SLICE_H
#define COURTESY_BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct base_slice {
  const char *bytes;
  size_t size;
};

static inline struct base_slice base_slice_of(const char *string) {
  return (struct base_slice){string, strlen(string)};
}

static inline bool base_slice_equals(struct base_slice slice,
                                     const char *string) {
  size_t size = strlen(string);
  return slice.size == size &&
         (size == 0 || memcmp(slice.bytes, string, size) == 0);
}

static inline bool base_slice_same(struct base_slice one,
                                   struct base_slice other) {
  return one.size == other.size &&
         (one.size == 0 || memcmp(one.bytes, other.bytes, one.size) == 0);
}

static inline bool base_slice_begins(struct base_slice slice,
                                     const char *start) {
  size_t size = strlen(start);
  return slice.size >= size && memcmp(slice.bytes, start, size) == 0;
}

static inline bool base_slice_ends(struct base_slice slice, const char *end) {
  size_t size = strlen(end);
  return slice.size >= size &&
         memcmp(slice.bytes + slice.size - size, end, size) == 0;
}

/* Where the byte first stands; the size when it stands nowhere. */
static inline size_t base_slice_find(struct base_slice slice, char byte) {
  const char *at =
      slice.size > 0 ? memchr(slice.bytes, byte, slice.size) : NULL;
  return at != NULL ? (size_t)(at - slice.bytes) : slice.size;
}

static inline bool base_slice_holds(struct base_slice slice, char byte) {
  return base_slice_find(slice, byte) < slice.size;
}

/* Whether that byte stands there; behind the end none does. */
static inline bool base_slice_has(struct base_slice slice, size_t at,
                                  char byte) {
  return at < slice.size && slice.bytes[at] == byte;
}

static inline bool base_is_one_of(char byte, const char *set) {
  return byte != '\0' && strchr(set, byte) != NULL;
}

#endif

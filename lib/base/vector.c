/* SPDX-License-Identifier: MIT */
#include "base/vector.h"

#include <stdint.h>

enum { FIRST_CAPACITY = 16 };

void *base_vector_make_room(void *items, size_t *capacity, size_t count,
                            size_t item_size) {
  if (items != NULL && count <= *capacity) {
    return items;
  }
  if (count > SIZE_MAX / 4 / item_size) {
    return NULL;
  }
  void *place = realloc(items, count * item_size);
  if (place != NULL) {
    *capacity = count;
  }
  return place;
}

void *base_vector_grow(void *items, size_t *capacity, size_t item_size) {
  size_t grown = *capacity == 0 ? FIRST_CAPACITY : *capacity * 2;
  return base_vector_make_room(items, capacity, grown, item_size);
}

size_t base_sort_and_unite(void *items, size_t count, size_t item_size,
                           int (*compare)(const void *, const void *)) {
  char *kept = items;
  if (count < 2) {
    return count;
  }
  qsort(items, count, item_size, compare);
  for (size_t i = 1; i < count; i++) {
    const char *item = (const char *)items + i * item_size;
    if (compare(kept, item) != 0) {
      kept += item_size;
      memmove(kept, item, item_size);
    }
  }
  return (size_t)(kept - (char *)items) / item_size + 1;
}

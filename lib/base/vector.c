/* SPDX-License-Identifier: MIT */
#include "base/vector.h"

#include <stdint.h>

enum { FIRST_CAPACITY = 16 };

void *base_vector_make_room(void *items, size_t *capacity, bool *lent,
                            size_t count, size_t item_size) {
  if (count > SIZE_MAX / 4 / item_size) {
    return NULL;
  }
  void *place = realloc(*lent ? NULL : items, count * item_size);
  if (place == NULL) {
    return NULL;
  }
  if (*lent) {
    memcpy(place, items, *capacity * item_size);
    *lent = false;
  }
  *capacity = count;
  return place;
}

void *base_vector_grow(void *items, size_t *capacity, bool *lent,
                       size_t item_size) {
  size_t grown = *capacity == 0 ? FIRST_CAPACITY : *capacity * 2;
  return base_vector_make_room(items, capacity, lent, grown, item_size);
}

/* SPDX-License-Identifier: MIT */
#include "base/vector.h"

#include <stdint.h>

enum { FIRST_CAPACITY = 8 };

void *base_vector_grow(void *items, size_t *capacity, size_t item_size) {
  size_t grown = *capacity == 0 ? FIRST_CAPACITY : *capacity * 2;
  if (grown > SIZE_MAX / 4 / item_size) {
    return NULL;
  }
  void *place = realloc(items, grown * item_size);
  if (place != NULL) {
    *capacity = grown;
  }
  return place;
}

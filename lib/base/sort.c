/* SPDX-License-Identifier: MIT */
#include "base/sort.h"

#include <stdlib.h>
#include <string.h>

void base_sort(void *items, size_t count, size_t item_size,
               int (*compare)(const void *, const void *)) {
  if (count > 1) {
    qsort(items, count, item_size, compare);
  }
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

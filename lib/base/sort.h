/* SPDX-License-Identifier: MIT */
/* Sorting, and what functions that compare for it are made of. */
#ifndef COURTESY_BASE_SORT_H
#define COURTESY_BASE_SORT_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Below 0 where a goes before b, above 0 where it goes behind. */
static inline int base_order(uint64_t a, uint64_t b) {
  return (a > b) - (a < b);
}

/* The same for qsort, of two uint32_t. */
static inline int base_order_numbers(const void *left, const void *right) {
  const uint32_t *a = left;
  const uint32_t *b = right;
  return base_order(*a, *b);
}

/* qsort, but `items` may be NULL where there are none. */
void base_sort(void *items, size_t count, size_t item_size,
               int (*compare)(const void *, const void *));

enum {
  BASE_SORT_STEPS = 8,  /* that an item may go before qsort costs less */
  BASE_SORT_ITEM = 256, /* bytes; what is larger is left to qsort */
};

static inline void base_sort_move(char *item, char *place, size_t item_size) {
  char kept[BASE_SORT_ITEM];
  memcpy(kept, item, item_size);
  memmove(place + item_size, place, (size_t)(item - place));
  memcpy(place, kept, item_size);
}

/* The same, quicker for what is short or nearly in order, as most is that a
 * message brings: each item goes up to where it belongs. Inline, since there is
 * little to do but to compare. */
static inline void base_sort_few(void *items, size_t count, size_t item_size,
                                 int (*compare)(const void *, const void *)) {
  char *first = items;
  size_t steps = 0;
  for (size_t i = 1; i < count; i++) {
    char *item = first + i * item_size;
    char *place = item;
    while (place > first && compare(place - item_size, item) > 0) {
      place -= item_size;
    }
    if (place == item) {
      continue;
    }
    steps += (size_t)(item - place) / item_size;
    if (steps > i * BASE_SORT_STEPS || item_size > BASE_SORT_ITEM) {
      base_sort(items, count, item_size, compare);
      return;
    }
    base_sort_move(item, place, item_size);
  }
}

/* Sorts items and keeps of equal ones the first; returns how many stay. */
size_t base_sort_and_unite(void *items, size_t count, size_t item_size,
                           int (*compare)(const void *, const void *));

#endif

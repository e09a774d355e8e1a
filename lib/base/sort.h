/* SPDX-License-Identifier: MIT */
/* Sorting, and what functions that compare for it are made of. */
#ifndef COURTESY_BASE_SORT_H
#define COURTESY_BASE_SORT_H

#include <stddef.h>
#include <stdint.h>

/* Below 0 where a goes before b, above 0 where it goes behind. */
static inline int base_order(uint64_t a, uint64_t b) {
  return (a > b) - (a < b);
}

/* The same for qsort, of two uint32_t. */
int base_order_numbers(const void *left, const void *right);

/* qsort, but `items` may be NULL where there are none. */
void base_sort(void *items, size_t count, size_t item_size,
               int (*compare)(const void *, const void *));

/* Sorts items and keeps of equal ones the first; returns how many stay. */
size_t base_sort_and_unite(void *items, size_t count, size_t item_size,
                           int (*compare)(const void *, const void *));

#endif

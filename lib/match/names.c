/* SPDX-License-Identifier: MIT */
#include "match/names.h"

#include <stdlib.h>

void match_names_reset(struct match_names *names,
                       const struct base_slice *given, size_t count) {
  names->given = given;
  names->count = count;
  names->sorted_already = false;
  names->sorted.count = 0;
  names->sorted.failed = false;
}

void match_names_destroy(struct match_names *names) {
  match_slices_destroy(&names->sorted);
}

static int compare(const void *left, const void *right) {
  const struct base_slice *a = left;
  const struct base_slice *b = right;
  size_t size = a->size < b->size ? a->size : b->size;
  int order = size == 0 ? 0 : memcmp(a->bytes, b->bytes, size);
  return order != 0 ? order : (a->size > b->size) - (a->size < b->size);
}

static void sort(struct match_names *names) {
  names->sorted_already = true;
  for (size_t i = 0; i < names->count; i++) {
    match_slices_add(&names->sorted, names->given[i]);
  }
  if (names->sorted.count > 1) {
    qsort(names->sorted.items, names->sorted.count, sizeof *names->sorted.items,
          compare);
  }
}

bool match_names_has(struct match_names *names, struct base_slice word) {
  if (!names->sorted_already) {
    sort(names);
  }
  return names->sorted.count > 0 &&
         bsearch(&word, names->sorted.items, names->sorted.count,
                 sizeof *names->sorted.items, compare) != NULL;
}

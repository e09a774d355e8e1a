/* SPDX-License-Identifier: MIT */
/* Names to numbers: an open-addressed hash table. */
#ifndef COURTESY_RULES_INDEX_H
#define COURTESY_RULES_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define RULES_NOT_FOUND UINT32_MAX

struct rules_index_slot {
  const char *name; /* NULL: free */
  uint32_t hash;
  uint32_t value;
};

/* A zeroed struct is an empty index. */
struct rules_index {
  struct rules_index_slot *slots;
  size_t capacity; /* a power of two, or 0 */
  size_t count;
  bool failed; /* an allocation failed; names may be missing */
};

void rules_index_destroy(struct rules_index *index);

/* Files a value under a name that outlives the index, in place of an older
 * value. */
void rules_index_put(struct rules_index *index, const char *name,
                     uint32_t value);

/* The value of a name, or RULES_NOT_FOUND. */
uint32_t rules_index_get(const struct rules_index *index, const char *name);

#endif

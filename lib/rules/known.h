/* SPDX-License-Identifier: MIT */
/* What is kept once, by its bytes: a hash table of hashes and numbers. Whoever
 * asks compares what has the same hash. */
#ifndef COURTESY_RULES_KNOWN_H
#define COURTESY_RULES_KNOWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct rules_known_slot {
  uint32_t hash;
  uint32_t mark; /* 1 + the number of what is there; 0: free */
};

/* A zeroed struct is empty. */
struct rules_known {
  struct rules_known_slot *slots;
  size_t capacity; /* a power of two, or 0 */
  size_t count;
};

void rules_known_destroy(struct rules_known *known);

uint32_t rules_known_hash(const void *bytes, size_t size);

/* A walk over what has one hash:
 *
 *     struct rules_known_walk walk = {.hash = hash};
 *     while (rules_known_next(known, &walk)) { … walk.number … }
 */
struct rules_known_walk {
  uint32_t hash;
  uint32_t number;
  size_t step; /* 0: nothing was looked at yet */
};

bool rules_known_next(const struct rules_known *known,
                      struct rules_known_walk *walk);

/* Returns false when memory ran out. */
bool rules_known_add(struct rules_known *known, uint32_t hash, uint32_t number);

#endif

/* SPDX-License-Identifier: MIT */
/* Names to numbers. */
#ifndef COURTESY_RULES_INDEX_H
#define COURTESY_RULES_INDEX_H

#include "base/vector.h"
#include "rules/known.h"

#define RULES_NOT_FOUND UINT32_MAX

struct rules_named_number {
  const char *name;
  uint32_t value;
};

BASE_VECTOR(rules_named_numbers, struct rules_named_number);

/* A zeroed struct is an empty index. */
struct rules_index {
  struct rules_named_numbers names; /* as they came */
  struct rules_known known;         /* of them */
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

/* SPDX-License-Identifier: MIT */
/* The names of a message's header, sorted once they are asked for: most
 * messages never do. */
#ifndef COURTESY_MATCH_NAMES_H
#define COURTESY_MATCH_NAMES_H

#include "base/slice.h"
#include "base/vector.h"

BASE_VECTOR(match_slices, struct base_slice);

struct match_names {
  const struct base_slice *given;
  size_t count;
  bool sorted_already;
  struct match_slices sorted;
};

/* Forgets the names before. `given` is not copied. */
void match_names_reset(struct match_names *names,
                       const struct base_slice *given, size_t count);
void match_names_destroy(struct match_names *names);

/* Whether a folded word is one of them. names->sorted.failed sticks when
 * memory ran out. */
bool match_names_has(struct match_names *names, struct base_slice word);

#endif

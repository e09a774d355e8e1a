/* SPDX-License-Identifier: MIT */
/* “Did you mean …?”: the known name that a wrong one is most like. */
#ifndef COURTESY_RULES_NEAREST_H
#define COURTESY_RULES_NEAREST_H

#include <stddef.h>

struct rules_nearest {
  const char *wrong;
  const char *best; /* so far; NULL while none is near enough */
  size_t distance;
};

/* Starts a search. */
struct rules_nearest rules_nearest_to(const char *wrong);

/* Offers a known name. NULL is passed over. */
void rules_nearest_offer(struct rules_nearest *nearest, const char *name);

#endif

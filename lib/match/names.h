/* SPDX-License-Identifier: MIT */
/* The names of a message's header, read once they are asked for: most
 * messages never do. */
#ifndef COURTESY_MATCH_NAMES_H
#define COURTESY_MATCH_NAMES_H

#include "base/buffer.h"
#include "base/slice.h"
#include "base/vector.h"

#include <courtesy/message.h>

BASE_VECTOR(match_slices, struct base_slice);

struct match_names {
  const struct courtesy_facts *facts; /* that tell them; or NULL */
  bool were_read;
  struct match_slices sorted; /* folded */
  struct base_buffer folded;  /* their bytes */
};

/* Forgets the names before. The facts, which may be NULL, must stay. */
void match_names_reset(struct match_names *names,
                       const struct courtesy_facts *facts);
void match_names_destroy(struct match_names *names);

/* Whether a folded word is one of them. */
bool match_names_has(struct match_names *names, struct base_slice word);

/* Whether memory ran out since the last reset. */
bool match_names_failed(const struct match_names *names);

#endif

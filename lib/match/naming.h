/* SPDX-License-Identifier: MIT */
/*
 * Which vetoes a long sentence may hold, told by its words. Of a short one the
 * picture tells enough, but all that it sees of a sentence of hundreds of words
 * is that there is everything: each veto of each hit would be looked for at
 * each of them.
 */
#ifndef COURTESY_MATCH_NAMING_H
#define COURTESY_MATCH_NAMING_H

#include "match/scene.h"
#include "text/prefilter.h"

BASE_VECTOR(match_bits, uint64_t);

/* A zeroed struct is an empty naming. */
struct match_naming {
  const struct match_scene *scene;
  const struct text_prefilter_tables *filed;
  struct match_bits rows;  /* of the long sentences that were asked of: a bit a
                             pattern */
  struct match_bits where; /* by sentence: its row + 1, or 0 */
};

void match_naming_destroy(struct match_naming *naming);

/* Begins that of a document. */
void match_naming_begin(struct match_naming *naming,
                        const struct match_scene *scene,
                        const struct text_prefilter_tables *filed);

/* Whether memory ran out since: a match may be where none was told of. */
bool match_naming_failed(const struct match_naming *naming);

/* Whether a match of the veto may be in the sentence. */
bool match_naming_has(struct match_naming *naming, uint32_t pattern,
                      uint32_t sentence);

static inline bool match_is_long(const struct text_sentence *sentence) {
  enum { LONG = 128 }; /* tokens; few of what people write have as many */
  return sentence->token_end - sentence->first_token >= LONG;
}

#endif

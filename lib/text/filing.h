/* SPDX-License-Identifier: MIT */
/* Files patterns under their words, and makes a prefilter of them all. */
#ifndef COURTESY_TEXT_FILING_H
#define COURTESY_TEXT_FILING_H

#include "base/arena.h"
#include "base/vector.h"
#include "text/prefilter.h"

/* A key, under one word in one cabinet. */
struct text_filed {
  uint8_t cabinet;
  uint32_t word; /* 0 for what is filed under none */
  struct text_key key;
};

BASE_VECTOR(text_filed_keys, struct text_filed);

/* In the order of filing. A zeroed struct is empty. */
struct text_filing {
  struct text_filed_keys under_words;
  struct text_filed_keys always;
};

void text_filing_destroy(struct text_filing *filing);

/* A key that fits wherever its word stands, since it asks nothing of the
 * neighbours. */
struct text_key text_key_of(uint32_t pattern);

/* Files a pattern under a word. Returns false when memory ran out. */
bool text_filing_add(struct text_filing *filing, uint32_t word,
                     const struct text_key *key);
/* Files a pattern as possible in every sentence. */
bool text_filing_add_always(struct text_filing *filing, uint32_t pattern);

/* Drawers of a wing with keys in them, at most, and keys in one of them: eleven
 * times what the pack has, and a thousand times. */
enum { TEXT_DRAWERS_MAX = UINT16_MAX };

/* Sorts what was filed. `words` is one more than the largest word id;
 * `cabinet_of` tells of each pattern where it goes (NULL: all to the first).
 * Returns false when that needs too many drawers or keys: then none is left
 * under a word. */
bool text_filing_sort(struct text_filing *filing, uint32_t words,
                      const uint8_t *cabinet_of);

/* Makes the tables of what was sorted, in the arena. Returns false when memory
 * ran out. */
bool text_filing_make(const struct text_filing *filing, uint32_t words,
                      struct base_arena *arena,
                      struct text_prefilter *prefilter);

#endif

/* SPDX-License-Identifier: MIT */
#include "lint/names.h"

enum { LEAST_STEM = 3 /* bytes: "Rob" of "Robert" */ };

static bool is_nickname(const struct courtesy_ruleset *ruleset,
                        struct base_slice one, struct base_slice other) {
  uint32_t left = text_vocabulary_find(ruleset->vocabulary, one);
  uint32_t right = text_vocabulary_find(ruleset->vocabulary, other);
  if (left == TEXT_NO_WORD || right == TEXT_NO_WORD) {
    return false;
  }
  for (size_t i = 0; i < ruleset->nickname_count; i++) {
    const struct rules_nickname *pair = &ruleset->nicknames[i];
    if ((pair->nickname == left && pair->name == right) ||
        (pair->nickname == right && pair->name == left)) {
      return true;
    }
  }
  return false;
}

static bool shares_stem(struct base_slice one, struct base_slice other) {
  size_t least = one.size < other.size ? one.size : other.size;
  return least >= LEAST_STEM && memcmp(one.bytes, other.bytes, least) == 0;
}

bool lint_is_short_for(const struct courtesy_ruleset *ruleset,
                       struct base_slice word, struct base_slice name) {
  return base_slice_same(word, name) || shares_stem(word, name) ||
         is_nickname(ruleset, word, name);
}

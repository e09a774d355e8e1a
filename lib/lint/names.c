/* SPDX-License-Identifier: MIT */
#include "lint/names.h"

enum { LEAST_STEM = 3 /* bytes: "Rob" of "Robert" */ };

struct lint_nicknames lint_nicknames_of(const struct courtesy_ruleset *ruleset,
                                        uint32_t word) {
  const struct rules_nickname *first = ruleset->nicknames;
  const struct rules_nickname *end = first + ruleset->nickname_count;
  for (size_t left = ruleset->nickname_count; left > 0;) {
    size_t half = left - left / 2;
    bool before = first[half - 1].word < word;
    first += before ? half : 0;
    left = before ? left - half : half - 1;
  }
  size_t count = 0;
  while (first + count < end && first[count].word == word) {
    count++;
  }
  return (struct lint_nicknames){first, count};
}

static bool is_nickname(const struct courtesy_ruleset *ruleset,
                        struct base_slice one, struct base_slice other) {
  uint32_t word = text_vocabulary_find(ruleset->vocabulary, one);
  struct lint_nicknames pairs = lint_nicknames_of(ruleset, word);
  if (word == TEXT_NO_WORD || pairs.count == 0) {
    return false; /* as most */
  }
  uint32_t name = text_vocabulary_find(ruleset->vocabulary, other);
  bool found = false;
  for (size_t i = 0; i < pairs.count; i++) {
    found = found || pairs.first[i].other == name;
  }
  return found;
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

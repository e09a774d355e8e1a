/* SPDX-License-Identifier: MIT */
/* What words are to the entries that a skim is of, told from the prefilter. */
#include "lint/skim.h"

#include "text/byte_class.h"

#include <stdlib.h>

void lint_skim_destroy(struct lint_skim *skim) {
  free(skim->role_of);
  lint_roles_destroy(&skim->roles);
  *skim = (struct lint_skim){0};
}

/* Whether it is more than what is seen as one word: "e.g", "r&d". */
static bool is_marked(struct base_slice word) {
  for (size_t i = 0; i < word.size; i++) {
    if (!text_byte_is(word.bytes[i], TEXT_BYTE_WORD)) {
      return true;
    }
  }
  return false;
}

/* Adds a key to the word's role. There are more words than numbers of roles:
 * the last role is that of all that are left. */
static bool add_key(struct lint_skim *skim, uint32_t word,
                    const struct text_key *key, uint32_t entry) {
  if (skim->role_of[word] == 0) {
    if (skim->roles.count < UINT16_MAX &&
        lint_roles_push(&skim->roles) == NULL) {
      return false;
    }
    skim->role_of[word] = (uint16_t)(skim->roles.count - 1);
  }
  struct lint_role *role = &skim->roles.items[skim->role_of[word]];
  role->before |= key->before;
  role->behind |= key->behind;
  role->entries |= entry;
  return true;
}

static bool add_filed(struct lint_skim *skim,
                      const struct courtesy_ruleset *ruleset, uint8_t cabinet,
                      uint32_t word, const uint32_t *bit_of) {
  size_t count = 0;
  const struct text_key *keys =
      text_prefilter_of(ruleset->prefilter, cabinet, word, &count);
  for (size_t i = 0; i < count; i++) {
    uint32_t bit = bit_of[ruleset->aims[keys[i].pattern].entry];
    if (bit != 0 && !add_key(skim, word, &keys[i], bit)) {
      return false;
    }
  }
  return true;
}

static bool add_word(struct lint_skim *skim,
                     const struct courtesy_ruleset *ruleset, uint32_t word,
                     const uint32_t *bit_of) {
  bool added = true;
  for (uint8_t cabinet = 0; cabinet < TEXT_CABINETS && added; cabinet++) {
    added = add_filed(skim, ruleset, cabinet, word, bit_of);
  }
  return added;
}

static bool add_words(struct lint_skim *skim,
                      const struct courtesy_ruleset *ruleset,
                      const uint32_t *bit_of) {
  uint32_t end = text_vocabulary_end(ruleset->vocabulary);
  for (uint32_t word = TEXT_POSSESSIVE; word < end; word++) {
    if (!add_word(skim, ruleset, word, bit_of)) {
      return false;
    }
    if (word >= TEXT_FIRST_WORD &&
        is_marked(text_vocabulary_spelling(ruleset->vocabulary, word))) {
      skim->open |= skim->roles.items[skim->role_of[word]].entries;
    }
  }
  return true;
}

static uint32_t open_entries(const struct courtesy_ruleset *ruleset,
                             const uint32_t *bit_of) {
  uint32_t open = 0;
  for (uint8_t cabinet = 0; cabinet < TEXT_CABINETS; cabinet++) {
    size_t count = 0;
    const uint32_t *always =
        text_prefilter_always(ruleset->prefilter, cabinet, &count);
    for (size_t i = 0; i < count; i++) {
      open |= bit_of[ruleset->aims[always[i]].entry];
    }
  }
  return open;
}

bool lint_skim_fill(struct lint_skim *skim,
                    const struct courtesy_ruleset *ruleset,
                    const uint32_t *entries, size_t count) {
  uint32_t *bit_of = calloc(ruleset->entry_count + 1, sizeof *bit_of);
  size_t words = text_vocabulary_end(ruleset->vocabulary);
  skim->role_of = calloc(words, sizeof *skim->role_of);
  bool filled = bit_of != NULL && skim->role_of != NULL &&
                lint_roles_push(&skim->roles) != NULL;
  if (filled) {
    for (size_t i = 0; i < count; i++) {
      bit_of[entries[i]] = UINT32_C(1) << i % 32;
    }
    skim->open = open_entries(ruleset, bit_of);
    filled = add_words(skim, ruleset, bit_of);
  }
  free(bit_of);
  if (!filled) {
    lint_skim_destroy(skim);
  }
  return filled;
}

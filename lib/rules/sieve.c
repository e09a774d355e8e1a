/* SPDX-License-Identifier: MIT */
#include "rules/sieve.h"

#include "rules/ruleset.h"
#include "text/byte_class.h"
#include "text/contraction.h"
#include "text/vocabulary.h"

enum { KINDS_OF_LETTERS = 1 << 5 };

/* A short word passes whatever stands behind it. */
static void let_through(struct rules_sieve *sieve, struct base_slice word) {
  char start[RULES_SIEVE_LETTERS + 1] = {0};
  size_t known =
      word.size < RULES_SIEVE_LETTERS ? word.size : RULES_SIEVE_LETTERS;
  memcpy(start, word.bytes, known);
  unsigned behind = 1;
  for (size_t i = known; i < RULES_SIEVE_LETTERS; i++) {
    behind *= KINDS_OF_LETTERS;
  }
  for (unsigned i = 0; i < behind; i++) {
    unsigned letters = i;
    for (size_t k = known; k < RULES_SIEVE_LETTERS; k++) {
      start[k] = (char)(letters % KINDS_OF_LETTERS);
      letters /= KINDS_OF_LETTERS;
    }
    sieve->holds[rules_sieve_place(start)] = true;
  }
}

/* Whether the word is what is seen as one: not "e.g", "r&d". */
static bool is_plain(struct base_slice spelling) {
  for (size_t i = 0; i < spelling.size; i++) {
    if (!text_byte_is(spelling.bytes[i], TEXT_BYTE_WORD)) {
      return false;
    }
  }
  return true;
}

/* Whether a pattern is filed under a part of `youre` or the like. */
static bool has_filed_part(const struct text_vocabulary_tables *words,
                           const uint16_t *places, struct base_slice word) {
  struct text_contraction parts;
  bool any = !text_contraction_split(word.bytes, word.size, &parts);
  for (size_t i = 0; i < parts.count && !any; i++) {
    uint32_t readings[TEXT_READINGS];
    size_t count =
        text_contraction_words(words, word.bytes, &parts, i, readings);
    for (size_t k = 0; k < count; k++) {
      any |= places[readings[k]] != 0;
    }
  }
  return any;
}

void rules_sieve_fill(const struct courtesy_ruleset *ruleset,
                      struct rules_sieve *sieve) {
  const struct text_prefilter *filed = &ruleset->prefilter;
  const struct text_vocabulary_tables *words =
      text_vocabulary_tables(ruleset->vocabulary);
  const uint16_t *places = text_prefilter_places(filed, RULES_CABINET_OTHERS);
  bool works = filed->always_count[RULES_CABINET_OTHERS] == 0;
  for (uint32_t word = TEXT_FIRST_WORD; word < filed->words && works; word++) {
    bool contracted = text_word_is_bare_contraction(word);
    if (places[word] == 0 && !contracted) {
      continue;
    }
    struct base_slice spelling =
        text_vocabulary_spelling(ruleset->vocabulary, word);
    works = is_plain(spelling);
    if (!contracted || has_filed_part(words, places, spelling)) {
      let_through(sieve, spelling);
    }
  }
  sieve->works = works;
}

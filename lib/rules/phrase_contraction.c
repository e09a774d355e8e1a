/* SPDX-License-Identifier: MIT */
/* Phrases are written with full words; here a contraction in one is told from
 * other words, and what to write instead. */
#include "rules/phrase_tree.h"

#include "text/contraction.h"
#include "text/fold.h"

#include <stdio.h>
#include <string.h>

/* Behind these an 's is "is"; behind all other words a phrase means the
 * possessive. */
static bool is_pronoun(const char *word, size_t size) {
  static const char *const pronouns[] = {
      "it",   "he",  "she",   "that", "this", "there", "here",
      "what", "who", "where", "when", "why",  "how",
  };
  for (size_t i = 0; i < sizeof pronouns / sizeof pronouns[0]; i++) {
    if (base_slice_equals((struct base_slice){word, size}, pronouns[i])) {
      return true;
    }
  }
  return false;
}

/* A word and its 's, and nothing else. */
static bool is_possessive(const struct text_folded *word,
                          const struct text_contraction *contraction) {
  return contraction->count == 2 && contraction->parts[1].possessive &&
         !is_pronoun(word->bytes, contraction->stem);
}

/* A quick no for nearly all words: those without an apostrophe, and without
 * the last letters of `dont`, `youre`, `gonna` and their like. */
static bool may_be_one(struct base_slice word) {
  for (size_t i = 0; i < word.size; i++) {
    unsigned char byte = (unsigned char)word.bytes[i];
    if (byte >= 0x80 || byte == '\'' || byte == '`') {
      return true;
    }
  }
  return word.size > 0 && strchr("aAeEsStT", word.bytes[word.size - 1]) != NULL;
}

bool phrase_contraction(struct base_slice word, char *full, size_t size) {
  struct text_folded folded;
  struct text_contraction contraction;
  if (!may_be_one(word) || !text_fold(word, &folded) ||
      !text_contraction_split(folded.bytes, folded.size, &contraction) ||
      is_possessive(&folded, &contraction)) {
    return false;
  }
  size_t used = 0;
  for (size_t i = 0; i < contraction.count && used < size; i++) {
    const char *const *readings = contraction.parts[i].readings;
    const char *part = readings == NULL ? folded.bytes : readings[0];
    size_t length = readings == NULL ? contraction.stem : strlen(part);
    int written = snprintf(full + used, size - used, "%s%.*s", i > 0 ? " " : "",
                           (int)length, part);
    used += written > 0 ? (size_t)written : 0;
  }
  return true;
}

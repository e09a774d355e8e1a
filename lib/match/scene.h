/* SPDX-License-Identifier: MIT */
/* What programs are run on, and whether an instruction takes a token. */
#ifndef COURTESY_MATCH_SCENE_H
#define COURTESY_MATCH_SCENE_H

#include "match/engine.h"
#include "match/names.h"

struct match_scene {
  const struct courtesy_ruleset *rules;
  const struct match_text *text;
  const struct text_token *tokens;
  const struct text_sentence *sentences;
  uint32_t sentence_count;
  uint32_t first_own; /* first and last sentence of greeting, body and */
  uint32_t last_own;  /* closing, for ^^ and $$; UINT32_MAX when none */
  struct match_names *names;
};

struct match_found {
  uint32_t first_token;
  uint32_t token_end;
  uint32_t sentence;
  uint32_t last_sentence;
};

/* Where a run of a program is. */
struct match_spot {
  uint32_t start; /* token */
  uint32_t sentence;
  uint32_t position; /* the token to be taken next */
};

/* Whether the sentence's source and paragraph go on in the next one. */
bool match_scene_goes_on(const struct match_scene *scene, uint32_t sentence);

/* Whether phrases pass over the token between two that they take. */
static inline bool match_is_passed(const struct text_token *token,
                                   bool strict_comma) {
  bool is_comma = token->kind == TEXT_PUNCTUATION && token->mark == ',';
  return token->kind == TEXT_SKIPPED || (is_comma && !strict_comma);
}

/* Whether an instruction that consumes takes the token. For operations that
 * take a whole written word, the token is the word's first. */
bool match_takes(const struct match_scene *scene, uint32_t sentence,
                 struct rules_instruction instruction, uint32_t token);

static inline bool match_has_reading(const struct text_token *token,
                                     uint32_t word) {
  return token->words[0] == word ||
         (text_token_is_ambiguous(token) &&
          (token->words[1] == word || token->words[2] == word));
}

/* Whether a token that was taken as this word has this very spelling. */
bool match_is_spelled(const struct match_scene *scene, uint32_t sentence,
                      const struct text_token *token, const char *spelling);

/* Whether an instruction that took the token takes the next one with it: the
 * rest of a written word. */
bool match_takes_next(const struct match_scene *scene, uint32_t sentence,
                      struct rules_instruction instruction, uint32_t token);

/* Whether an assertion, such as ^ or =word, holds here; other instructions
 * that take nothing always do. */
bool match_holds(const struct match_scene *scene, const struct match_spot *spot,
                 struct rules_instruction instruction);

/* The full stop of an abbreviation belongs to the word, and a phrase that
 * writes it has met it already. */
bool match_was_abbreviation(const struct match_scene *scene,
                            const struct match_spot *spot);

/* A match may not end before `-letter`, unless it wrote that hyphen. */
static inline bool match_may_end_with(const struct text_token *last) {
  return last->kind == TEXT_HYPHEN || (last->flags & TEXT_HYPHEN_AFTER) == 0;
}

#endif

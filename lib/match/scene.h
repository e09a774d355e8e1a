/* SPDX-License-Identifier: MIT */
/* What programs are run on, and what they find. */
#ifndef COURTESY_MATCH_SCENE_H
#define COURTESY_MATCH_SCENE_H

#include "match/engine.h"
#include "match/names.h"

/*
 * Where WORD, WORD_SET and SWITCH look a word up, by operation. All three do it
 * by buckets, since nobody foretells which of them is next, and a wrong guess
 * costs more than to look: the one bucket of WORD has a 0, which is how far its
 * word is from itself.
 *
 *                spread              looked for in the bucket
 *     WORD       the only one        word - argument
 *     WORD_SET   number `argument`   word
 *     SWITCH     number `argument`   word
 */
struct match_words {
  const struct rules_spread *spreads[RULES_SWITCH + 1];
  const struct rules_bucket *buckets[RULES_SWITCH + 1];
  uint32_t only[RULES_SWITCH + 1]; /* all bits where the argument is the only
                                      word, else none */
};

struct match_words match_words_of(const struct rules_code *code);

struct match_scene {
  const struct courtesy_ruleset *rules;
  struct match_words words;
  const struct match_text *text;
  const struct text_token *tokens;
  const uint64_t *signs; /* of the tokens */
  const struct text_sentence *sentences;
  uint32_t sentence_count;
  uint32_t first_own; /* first and last sentence of greeting, body and */
  uint32_t last_own;  /* closing, for ^^ and $$; UINT32_MAX when none */
  struct match_names *names;
};

/* Where a match ends: behind its last token, and in which sentence. */
struct match_end {
  uint32_t token;
  uint32_t sentence;
};

/* Instead of a token: there is no match, or nobody knows yet. */
#define MATCH_NOWHERE UINT32_C(0)
#define MATCH_TOO_FAR UINT32_MAX

struct match_found {
  uint32_t first_token;
  uint32_t token_end;
  uint32_t sentence;
  uint32_t last_sentence;
};

/* Whether the sentence's source and paragraph go on in the next one. */
bool match_scene_goes_on(const struct match_scene *scene, uint32_t sentence);

/* The first sentence, not before `first`, from which a match that crosses so
 * many sentence ends may go on into this one. */
static inline uint32_t match_scene_back(const struct match_scene *scene,
                                        uint32_t sentence, uint32_t first,
                                        unsigned ends) {
  while (ends > 0 && sentence > first &&
         match_scene_goes_on(scene, sentence - 1)) {
    sentence--;
    ends--;
  }
  return sentence;
}

/* Whether phrases pass over the token between two that they take. */
static inline bool match_is_passed(const struct text_token *token,
                                   bool strict_comma) {
  bool is_comma = token->kind == TEXT_PUNCTUATION && token->mark == ',';
  return token->kind == TEXT_SKIPPED || (is_comma && !strict_comma);
}

#endif

/* SPDX-License-Identifier: MIT */
/* Whether an instruction takes a token, or holds between two. Asked at every
 * step of every run, and so inline. */
#ifndef COURTESY_MATCH_TAKE_H
#define COURTESY_MATCH_TAKE_H

#include "match/scene.h"

/* Where a run of a program is. */
struct match_spot {
  const struct text_token *start;
  const struct text_token *next; /* to be taken */
  uint32_t sentence;
};

/* Whether a token that was taken as this word has this very spelling. */
bool match_is_spelled(const struct match_scene *scene, uint32_t sentence,
                      const struct text_token *token, const char *spelling);

/* Whether the token, a capitalised word, is one of a name. */
bool match_is_name(const struct match_scene *scene, uint32_t sentence,
                   const struct text_token *token);

/* The full stop of an abbreviation belongs to the word, and a phrase that
 * writes it has met it already. */
bool match_was_abbreviation(const struct match_scene *scene,
                            const struct match_spot *spot);

static inline bool match_has_reading(const struct text_token *token,
                                     uint32_t word) {
  return token->words[0] == word ||
         (text_token_is_ambiguous(token) &&
          (token->words[1] == word || token->words[2] == word));
}

static inline bool match_has_reading_in(const struct text_token *token,
                                        struct text_word_set set) {
  return text_word_set_has(&set, token->words[0]) ||
         (text_token_is_ambiguous(token) &&
          (text_word_set_has(&set, token->words[1]) ||
           text_word_set_has(&set, token->words[2])));
}

/* The sorted words and cases lie where few lints look: those that are spread
 * are asked for in their bucket. */
static inline bool match_is_in_set(const struct rules_code *code,
                                   uint32_t number, uint32_t word) {
  struct rules_spread spread = code->set_spreads.items[number];
  if (spread.mask == RULES_NOT_SPREAD) {
    struct text_word_set set = rules_code_set(code, number);
    return text_word_set_has(&set, word);
  }
  const struct rules_bucket *bucket =
      &code->buckets.items[rules_spread_bucket(spread, word)];
  return word <= RULES_LAST_CASE_WORD && rules_bucket_find(bucket, word) != 0;
}

static inline bool match_has_word(const struct text_token *token,
                                  const struct rules_code *code, uint32_t set) {
  size_t readings = text_token_readings(token);
  bool has = false;
  for (size_t i = 0; i < readings && !has; i++) {
    has = match_is_in_set(code, set, token->words[i]);
  }
  return has;
}

/* Some cases of a switch, among them all that a word has, in their order. */
static inline struct rules_switch match_cases_near(
    const struct rules_code *code, uint32_t number, uint32_t word) {
  struct rules_spread spread = code->switch_spreads.items[number];
  if (word > RULES_LAST_CASE_WORD) {
    return (struct rules_switch){NULL, 0};
  }
  if (spread.mask == RULES_NOT_SPREAD) {
    struct rules_switch table = rules_code_switch(code, number);
    size_t first = rules_switch_find(table, word);
    size_t end = rules_switch_find(table, word + 1);
    return (struct rules_switch){table.cases + first, end - first};
  }
  uint32_t bucket = rules_spread_bucket(spread, word);
  return (struct rules_switch){code->buckets.items[bucket].cases,
                               RULES_BUCKET_CASES};
}

static inline bool match_has_case(const struct text_token *token,
                                  const struct rules_code *code,
                                  uint32_t number) {
  size_t readings = text_token_readings(token);
  bool has = false;
  for (size_t i = 0; i < readings; i++) {
    uint32_t word = token->words[i];
    struct rules_switch near = match_cases_near(code, number, word);
    for (size_t k = 0; k < near.count; k++) {
      has |= rules_case_word(near.cases[k]) == word;
    }
  }
  return has;
}

/* Pieces of one written word follow each other, hyphens between them. */
static inline bool match_begins_written_word(const struct match_scene *scene,
                                             const struct text_token *token) {
  return text_token_is_written(token) &&
         (token == scene->tokens || token[-1].kind > TEXT_HYPHEN ||
          token[-1].written != token->written);
}

static inline bool match_is_capitalised_word(const struct match_scene *scene,
                                             const struct text_token *token) {
  return token->kind == TEXT_WORD && (token->flags & TEXT_CAPITALISED) != 0 &&
         match_begins_written_word(scene, token);
}

/* Whether an instruction that consumes takes the token. For operations that
 * take a whole written word, the token is the word's first. */
static inline bool match_takes(const struct match_scene *scene,
                               uint32_t sentence,
                               struct rules_instruction instruction,
                               const struct text_token *token) {
  const struct rules_code *code = &scene->rules->code;
  uint32_t argument = instruction.argument;
  switch (instruction.operation) {
  case RULES_WORD:
    return match_has_reading(token, argument);
  case RULES_WORD_SET:
    return match_has_word(token, code, argument);
  case RULES_SWITCH:
    return match_has_case(token, code, argument);
  case RULES_NAME:
    return match_is_capitalised_word(scene, token) &&
           match_is_name(scene, sentence, token);
  case RULES_CAPITAL:
    return match_is_capitalised_word(scene, token);
  case RULES_CLASS:
    return token->kind == argument &&
           (argument != TEXT_EMOJI || token->mark == TEXT_SMILE);
  case RULES_ANY:
    return match_begins_written_word(scene, token);
  case RULES_MARK:
    return token->kind == TEXT_PUNCTUATION && token->mark == argument;
  case RULES_HYPHEN:
    return token->kind == TEXT_HYPHEN;
  default:
    return false;
  }
}

/* Whether an instruction that took the token takes the next one with it, the
 * rest of a written word: `*` takes a contraction and a hyphenated compound
 * whole; a name takes its hyphens, but leaves an 's to the phrase. `end` is
 * that of the sentence. */
static inline bool match_takes_next(struct rules_instruction instruction,
                                    const struct text_token *token,
                                    const struct text_token *end) {
  if (token + 1 >= end || token[1].written != token->written) {
    return false;
  }
  bool hyphen = token[1].kind == TEXT_HYPHEN;
  bool written = text_token_is_written(&token[1]);
  return instruction.operation == RULES_ANY
             ? hyphen || written
             : hyphen || (token->kind == TEXT_HYPHEN && written);
}

/* Whether an assertion, such as ^ or =word, holds here; other instructions
 * that take nothing always do. The positions of ^ and $ are those of the token
 * to be taken next: nothing is taken before a ^, so that its place is the
 * start; $ is asked behind the token that was taken last. */
static inline bool match_holds(const struct match_scene *scene,
                               const struct match_spot *spot,
                               struct rules_instruction instruction) {
  const struct text_sentence *sentence = &scene->sentences[spot->sentence];
  bool at_start = spot->start <= scene->tokens + sentence->word_start;
  bool at_end = spot->next >= scene->tokens + sentence->word_end;
  switch (instruction.operation) {
  case RULES_SPELLED:
    return match_is_spelled(
        scene, spot->sentence, spot->next - 1,
        scene->rules->code.spellings.items[instruction.argument]);
  case RULES_AT_SENTENCE_START:
    return at_start;
  case RULES_AT_TEXT_START:
    return at_start && spot->sentence == scene->first_own;
  case RULES_AT_SENTENCE_END:
    return at_end;
  case RULES_AT_TEXT_END:
    return at_end && spot->sentence == scene->last_own;
  case RULES_IN_STEP:
    return (sentence->flags & TEXT_STEP) != 0;
  default:
    return true;
  }
}

/* Nothing begins after `letter-`, but a hyphen that the phrase writes. */
static inline bool match_may_start_with(const struct text_token *first) {
  return first->kind == TEXT_HYPHEN || (first->flags & TEXT_HYPHEN_BEFORE) == 0;
}

/* A match may not end before `-letter`, unless it wrote that hyphen. */
static inline bool match_may_end_with(const struct text_token *last) {
  return last->kind == TEXT_HYPHEN || (last->flags & TEXT_HYPHEN_AFTER) == 0;
}

#endif

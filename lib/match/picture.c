/* SPDX-License-Identifier: MIT */
#include "match/picture.h"

#include <stdlib.h>

enum { NO_SENTENCE = UINT32_MAX };

void match_picture_destroy(struct match_picture *picture) {
  free(picture->tokens);
}

bool match_picture_begin(struct match_picture *picture,
                         const struct match_scene *scene) {
  picture->sentence = NO_SENTENCE;
  size_t most = 0;
  for (uint32_t i = 0; i < scene->sentence_count; i++) {
    const struct text_sentence *sentence = &scene->sentences[i];
    size_t count = sentence->token_end - sentence->first_token;
    most = count > most ? count : most;
  }
  if (most > picture->capacity) {
    struct rules_bits *tokens = realloc(picture->tokens, most * sizeof *tokens);
    if (tokens == NULL) {
      return false;
    }
    picture->tokens = tokens;
    picture->capacity = most;
  }
  return true;
}

static struct rules_bits bits_of(const struct text_token *token) {
  struct rules_bits bits = {0};
  for (size_t i = 0; i < TEXT_READINGS; i++) {
    if (token->words[i] != TEXT_NO_WORD) {
      rules_bits_add_word(&bits, token->words[i]);
    }
  }
  bits.kinds = token->kind == TEXT_PUNCTUATION ? rules_mark_bit(token->mark)
                                               : UINT64_C(1) << token->kind;
  if (token->kind <= TEXT_PLACEHOLDER) {
    bits.kinds |= UINT64_C(1) << RULES_BIT_WRITTEN;
  }
  if (token->kind == TEXT_WORD && (token->flags & TEXT_CAPITALISED) != 0) {
    bits.kinds |= UINT64_C(1) << RULES_BIT_CAPITALISED;
  }
  return bits;
}

void match_picture_look(struct match_picture *picture,
                        const struct match_scene *scene, uint32_t sentence) {
  if (picture->sentence == sentence) {
    return;
  }
  const struct text_sentence *place = &scene->sentences[sentence];
  struct rules_bits all = {0};
  for (uint32_t i = place->first_token; i < place->token_end; i++) {
    struct rules_bits bits = bits_of(&scene->tokens[i]);
    picture->tokens[i - place->first_token] = bits;
    rules_bits_add(&all, &bits);
  }
  picture->all = all;
  picture->sentence = sentence;
}

/* Nothing begins after `letter-`, but a hyphen that the phrase writes. */
static bool may_start(const struct text_token *token) {
  return token->kind == TEXT_HYPHEN || (token->flags & TEXT_HYPHEN_BEFORE) == 0;
}

/* Whether a match that takes the start token may take what follows. Right for
 * most starts, and quick; wrong only in letting some through. */
static bool may_go_on(const struct match_picture *picture,
                      const struct match_scene *scene,
                      const struct rules_program *program, uint32_t start) {
  enum { LOOK_AHEAD = 8 }; /* tokens; keeps long runs of commas linear */
  const struct text_sentence *place = &scene->sentences[picture->sentence];
  const struct text_token *tokens = scene->tokens;
  const struct rules_bits *bits = picture->tokens;
  uint32_t next = start + 1;
  bool may_end = program->second_is_end || program->sentence_ends > 0;
  if (may_end && next >= place->word_end) {
    return true;
  }
  if (next < place->token_end &&
      tokens[next].written == tokens[start].written &&
      tokens[next].kind <= TEXT_HYPHEN) {
    return true; /* the start may take the whole written word */
  }
  for (; next < place->token_end && next <= start + LOOK_AHEAD; next++) {
    if (rules_bits_meet(&program->seconds, &bits[next - place->first_token])) {
      return true;
    }
    if (!match_is_passed(&tokens[next], program->strict_comma)) {
      return false;
    }
  }
  return next < place->token_end;
}

/* Where the last match can begin, exclusive. */
static uint32_t starts_end(const struct match_picture *picture,
                           const struct match_scene *scene,
                           const struct rules_program *program) {
  const struct text_sentence *place = &scene->sentences[picture->sentence];
  if (program->at_text_start_only && picture->sentence != scene->first_own) {
    return place->first_token;
  }
  bool first_word_only =
      program->at_start_only && place->word_start < place->token_end;
  return first_word_only ? place->word_start + 1 : place->token_end;
}

bool match_picture_start(const struct match_picture *picture,
                         const struct match_scene *scene,
                         const struct rules_program *program, uint32_t *start) {
  uint32_t first = scene->sentences[picture->sentence].first_token;
  uint32_t end = starts_end(picture, scene, program);
  for (uint32_t token = *start; token < end; token++) {
    if (rules_bits_meet(&program->starts, &picture->tokens[token - first]) &&
        may_start(&scene->tokens[token]) &&
        may_go_on(picture, scene, program, token)) {
      *start = token;
      return true;
    }
  }
  return false;
}

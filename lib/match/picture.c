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
    struct match_glance *tokens =
        realloc(picture->tokens, most * sizeof *tokens);
    if (tokens == NULL) {
      return false;
    }
    picture->tokens = tokens;
    picture->capacity = most;
  }
  return true;
}

static bool is_shout_mark(const struct text_token *token) {
  return token->kind == TEXT_PUNCTUATION &&
         (token->mark == '!' || token->mark == '?');
}

static uint64_t kinds_of_mark(const struct text_token *token, bool first) {
  bool runs =
      token->end > token->start + 1 ||
      (!first && is_shout_mark(token - 1) && token[-1].end == token->start);
  uint64_t kinds = rules_mark_bit(token->mark);
  return is_shout_mark(token) && runs ? kinds | UINT64_C(1) << RULES_BIT_RUN
                                      : kinds;
}

static uint64_t kinds_of(const struct text_token *token, bool first) {
  if (token->kind == TEXT_PUNCTUATION) {
    return kinds_of_mark(token, first);
  }
  uint64_t kinds = UINT64_C(1) << token->kind;
  if (token->kind <= TEXT_PLACEHOLDER) {
    kinds |= UINT64_C(1) << RULES_BIT_WRITTEN;
  }
  if (token->kind == TEXT_WORD && (token->flags & TEXT_CAPITALISED) != 0) {
    kinds |= UINT64_C(1) << RULES_BIT_CAPITALISED;
  }
  return kinds;
}

void match_picture_look(struct match_picture *picture,
                        const struct match_scene *scene, uint32_t sentence) {
  if (picture->sentence == sentence) {
    return;
  }
  const struct text_sentence *place = &scene->sentences[sentence];
  const struct text_token *tokens = scene->tokens + place->first_token;
  uint32_t count = place->token_end - place->first_token;
  struct rules_bits all = {0};
  for (uint32_t t = 0; t < count; t++) {
    struct match_glance glance = {.kinds = kinds_of(&tokens[t], t == 0)};
    for (size_t i = 0; i < TEXT_READINGS; i++) {
      if (tokens[t].words[i] != TEXT_NO_WORD) {
        rules_bits_add_word(&all, tokens[t].words[i]);
        glance.words |= UINT64_C(1) << (tokens[t].words[i] % 64);
      }
    }
    all.kinds |= glance.kinds;
    picture->tokens[t] = glance;
  }
  picture->all = all;
  picture->sentence = sentence;
}

static struct match_glance glance_of(const struct rules_bits *bits) {
  struct match_glance glance = {.kinds = bits->kinds};
  for (size_t i = 0; i < RULES_BITS_LANES; i++) {
    glance.words |= bits->words[i];
  }
  return glance;
}

static bool may_meet(const struct match_glance *token,
                     const struct match_glance *wanted) {
  return ((token->words & wanted->words) | (token->kinds & wanted->kinds)) != 0;
}

static bool meets(const struct text_token *token,
                  const struct match_glance *glance,
                  const struct rules_bits *wanted) {
  bool met = (glance->kinds & wanted->kinds) != 0;
  for (size_t i = 0; i < TEXT_READINGS && !met; i++) {
    met = token->words[i] != TEXT_NO_WORD &&
          rules_bits_has_word(wanted, token->words[i]);
  }
  return met;
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
  const struct match_glance *glances = picture->tokens;
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
    if (meets(&tokens[next], &glances[next - place->first_token],
              &program->seconds)) {
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
  struct match_glance wanted = glance_of(&program->starts);
  for (uint32_t token = *start; token < end; token++) {
    const struct match_glance *glance = &picture->tokens[token - first];
    if (may_meet(glance, &wanted) &&
        meets(&scene->tokens[token], glance, &program->starts) &&
        may_start(&scene->tokens[token]) &&
        may_go_on(picture, scene, program, token)) {
      *start = token;
      return true;
    }
  }
  return false;
}

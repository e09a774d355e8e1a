/* SPDX-License-Identifier: MIT */
#include "match/picture.h"

#include <stdlib.h>

void match_picture_destroy(struct match_picture *picture) {
  free(picture->signs);
  free(picture->outlines);
}

/* Room for items whose old values nobody needs. */
static bool reserve(void **items, size_t *capacity, size_t count, size_t size) {
  if (count <= *capacity) {
    return true;
  }
  size_t wanted = count > 2 * *capacity ? count : 2 * *capacity;
  void *room = malloc(wanted * size);
  if (room == NULL) {
    return false;
  }
  free(*items);
  *items = room;
  *capacity = wanted;
  return true;
}

_Static_assert(TEXT_SIGN_CAPITALISED >> TEXT_SIGN_KINDS ==
                       UINT64_C(1) << RULES_BIT_CAPITALISED &&
                   TEXT_SIGN_WRITTEN >> TEXT_SIGN_KINDS ==
                       UINT64_C(1) << RULES_BIT_WRITTEN,
               "kinds are in both as in signs");

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

/* What a neighbour sees of a token, and through it of those beyond. */
static uint64_t seen(uint64_t own, uint64_t beyond) {
  return own | ((own & TEXT_SIGN_PASSED) != 0 ? beyond : 0);
}

/* Tells each token what stands around it, and the outline what all are
 * together, but for the words. */
static void draw_sentence(struct match_sign *signs,
                          struct match_outline *outline,
                          const struct text_token *tokens,
                          const struct text_sentence *sentence) {
  uint32_t first = sentence->first_token;
  uint64_t all = 0;
  uint64_t marks = 0;
  uint64_t before = 0;
  for (uint32_t t = first; t < sentence->token_end; t++) {
    uint64_t own = text_sign_of(&tokens[t]);
    uint64_t edge = t <= sentence->word_start ? TEXT_SIGN_EDGE : 0;
    signs[t].own = own;
    signs[t].before = before | edge | TEXT_SIGN_ALWAYS;
    before = seen(own, before);
    all |= own;
    if (tokens[t].kind == TEXT_PUNCTUATION) {
      marks |= kinds_of_mark(&tokens[t], t == first);
    }
  }
  uint64_t behind = 0;
  for (uint32_t t = sentence->token_end; t > first; t--) {
    uint64_t edge = t >= sentence->word_end ? TEXT_SIGN_EDGE : 0;
    signs[t - 1].behind = behind | edge | TEXT_SIGN_ALWAYS;
    behind = seen(signs[t - 1].own, behind);
  }
  outline->sign = all;
  outline->start_sign = 0;
  outline->start_behind = 0;
  for (uint32_t t = first; t <= sentence->word_start && t < sentence->token_end;
       t++) {
    outline->start_sign |= signs[t].own;
    outline->start_behind |= signs[t].behind;
  }
  outline->filled = false;
  outline->bits.kinds = all >> TEXT_SIGN_KINDS | marks;
}

bool match_picture_draw(struct match_picture *picture,
                        const struct match_scene *scene) {
  void *signs = picture->signs;
  void *outlines = picture->outlines;
  size_t tokens = scene->text->document->tokens.count;
  bool made = reserve(&signs, &picture->sign_capacity, tokens,
                      sizeof *picture->signs) &&
              reserve(&outlines, &picture->outline_capacity,
                      scene->sentence_count, sizeof *picture->outlines);
  picture->signs = signs;
  picture->outlines = outlines;
  for (uint32_t i = 0; i < scene->sentence_count && made; i++) {
    draw_sentence(picture->signs, &picture->outlines[i], scene->tokens,
                  &scene->sentences[i]);
  }
  return made;
}

static void fill_words(struct match_outline *outline,
                       const struct match_scene *scene,
                       const struct text_sentence *sentence) {
  const struct text_token *token = scene->tokens + sentence->first_token;
  const struct text_token *end = scene->tokens + sentence->token_end;
  struct rules_bits bits = {.kinds = outline->bits.kinds};
  for (; token < end; token++) {
    if (token->words[0] != TEXT_NO_WORD) {
      rules_bits_add_word(&bits, token->words[0]);
    }
    for (size_t i = 1; (token->words[1] | token->words[2]) != TEXT_NO_WORD &&
                       i < TEXT_READINGS;
         i++) {
      rules_bits_add_word(&bits, token->words[i]);
    }
  }
  outline->bits = bits;
  outline->filled = true;
}

/* Whether the sentence has one of these. Its words are looked at only when
 * somebody asks for words. */
static bool meets(struct match_outline *outline,
                  const struct match_scene *scene, uint32_t sentence,
                  const struct rules_bits *need) {
  if ((outline->bits.kinds & need->kinds) != 0) {
    return true;
  }
  if (!rules_bits_have_words(need)) {
    return false;
  }
  if (!outline->filled) {
    fill_words(outline, scene, &scene->sentences[sentence]);
  }
  return rules_bits_meet(need, &outline->bits);
}

bool match_picture_fits(struct match_picture *picture,
                        const struct match_scene *scene,
                        const struct rules_program *program,
                        uint32_t sentence) {
  /* What a program that crosses sentences asks for may stand in another. */
  if (program->sentence_ends > 0) {
    return true;
  }
  bool is_phrase = program->count > 0;
  if (is_phrase &&
      (!match_picture_may_begin(picture, program, sentence) ||
       (program->at_text_start_only && sentence != scene->first_own))) {
    return false;
  }
  for (size_t i = 0; i < program->need_count; i++) {
    if (!meets(&picture->outlines[sentence], scene, sentence,
               &program->needs[i])) {
      return false;
    }
  }
  return true;
}

bool match_picture_start(const struct match_picture *picture,
                         const struct match_scene *scene,
                         const struct rules_program *program, uint32_t sentence,
                         uint32_t *start) {
  const struct text_sentence *place = &scene->sentences[sentence];
  bool first_word_only =
      program->at_start_only && place->word_start < place->token_end;
  uint32_t end = first_word_only ? place->word_start + 1 : place->token_end;
  for (uint32_t token = *start; token < end; token++) {
    if (match_picture_starts(picture, program, token)) {
      *start = token;
      return true;
    }
  }
  return false;
}

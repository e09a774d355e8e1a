/* SPDX-License-Identifier: MIT */
#include "match/picture.h"

#include <stdlib.h>

void match_picture_destroy(struct match_picture *picture) {
  free(picture->outlines);
}

/* Room for outlines that are all to be drawn. */
static bool reserve(struct match_picture *picture, size_t count) {
  size_t wanted = count > 2 * picture->capacity ? count : 2 * picture->capacity;
  struct match_outline *outlines = calloc(wanted, sizeof *outlines);
  if (outlines == NULL) {
    return false;
  }
  free(picture->outlines);
  picture->outlines = outlines;
  picture->capacity = wanted;
  picture->drawing = 0;
  return true;
}

bool match_picture_begin(struct match_picture *picture,
                         const struct match_scene *scene) {
  picture->scene = scene;
  bool full = scene->sentence_count > picture->capacity;
  if ((full || picture->drawing == UINT32_MAX) &&
      !reserve(picture, scene->sentence_count)) {
    return false;
  }
  picture->drawing++;
  return true;
}

/* ------------------------------------------------------------- neighbours */

/* Beyond so many tokens that are passed over there may be anything. */
enum { MOST_PASSED = 8 };

uint64_t match_sign_before_far(const struct match_scene *scene,
                               const struct text_sentence *sentence,
                               uint32_t token) {
  const uint64_t *signs = scene->text->document->signs.items;
  uint32_t first = sentence->first_token;
  uint64_t around =
      TEXT_SIGN_ALWAYS | (token <= sentence->word_start ? TEXT_SIGN_EDGE : 0);
  for (int passed = 0; token > first; passed++) {
    uint64_t sign = signs[--token];
    around |= passed < MOST_PASSED ? sign : TEXT_SIGN_ANY;
    if (passed == MOST_PASSED || (sign & TEXT_SIGN_PASSED) == 0) {
      break;
    }
  }
  return around;
}

uint64_t match_sign_behind_far(const struct match_scene *scene,
                               const struct text_sentence *sentence,
                               uint32_t token) {
  const uint64_t *signs = scene->text->document->signs.items;
  uint64_t around =
      TEXT_SIGN_ALWAYS | (token + 1 >= sentence->word_end ? TEXT_SIGN_EDGE : 0);
  for (int passed = 0; ++token < sentence->token_end; passed++) {
    uint64_t sign = signs[token];
    around |= passed < MOST_PASSED ? sign : TEXT_SIGN_ANY;
    if (passed == MOST_PASSED || (sign & TEXT_SIGN_PASSED) == 0) {
      break;
    }
  }
  return around;
}

/* --------------------------------------------------------------- outlines */

_Static_assert(TEXT_SIGN_CAPITALISED >> TEXT_SIGN_KINDS ==
                       UINT64_C(1) << RULES_BIT_CAPITALISED &&
                   TEXT_SIGN_WRITTEN >> TEXT_SIGN_KINDS ==
                       UINT64_C(1) << RULES_BIT_WRITTEN,
               "kinds are in both as in signs");

static bool is_shout_mark(const struct text_token *token) {
  return token->kind == TEXT_PUNCTUATION &&
         (token->mark == '!' || token->mark == '?');
}

/* Whether it is a run of ! and ?, or follows on another such mark. */
static bool is_run(const struct text_token *token, bool first) {
  return is_shout_mark(token) && (token->end > token->start + 1 ||
                                  (!first && is_shout_mark(token - 1) &&
                                   token[-1].end == token->start));
}

/* Where ^ holds: at the first few tokens. */
static void draw_start(struct match_outline *outline,
                       const struct match_scene *scene,
                       const struct text_sentence *sentence) {
  const uint64_t *signs = scene->text->document->signs.items;
  for (uint32_t t = sentence->first_token;
       t < sentence->token_end && t <= sentence->word_start; t++) {
    outline->start_sign |= signs[t];
    outline->start_behind |= match_sign_behind(scene, sentence, t);
  }
}

/* The signs of all tokens, and the bits of the marks and of capitals. */
static void draw_tokens(struct match_outline *outline, const uint64_t *signs,
                        const struct text_token *tokens, size_t count) {
  uint64_t all = 0;
  uint64_t kinds = 0;
  unsigned flags = 0;
  for (size_t i = 0; i < count; i++) {
    all |= signs[i];
    flags |= tokens[i].flags;
    if (tokens[i].kind == TEXT_PUNCTUATION) {
      kinds |= rules_mark_bit(tokens[i].mark);
      kinds |= (uint64_t)is_run(&tokens[i], i == 0) << RULES_BIT_RUN;
    }
  }
  bool capitals = (flags & TEXT_ALL_CAPITALS) != 0;
  kinds |= (uint64_t)capitals << RULES_BIT_CAPITALS;
  outline->sign = all;
  outline->bits.kinds = kinds | all >> TEXT_SIGN_KINDS;
}

void match_outline_draw(struct match_picture *picture, uint32_t number) {
  const struct match_scene *scene = picture->scene;
  const struct text_sentence *sentence = &scene->sentences[number];
  uint32_t first = sentence->first_token;
  struct match_outline *outline = &picture->outlines[number];
  *outline = (struct match_outline){.drawing = picture->drawing};
  draw_tokens(outline, scene->text->document->signs.items + first,
              scene->tokens + first, sentence->token_end - first);
  draw_start(outline, scene, sentence);
}

/* The words of a sentence that has an outline. (No word is one, too: that lets
 * a few more through.) */
static void draw_words(struct match_outline *outline,
                       const struct match_scene *scene,
                       const struct text_sentence *sentence) {
  struct rules_bits bits = outline->bits;
  for (uint32_t t = sentence->first_token; t < sentence->token_end; t++) {
    const struct text_token *token = &scene->tokens[t];
    rules_bits_add_word(&bits, token->words[0]);
    if (text_token_is_ambiguous(token)) {
      rules_bits_add_word(&bits, token->words[1]);
      rules_bits_add_word(&bits, token->words[2]);
    }
  }
  outline->bits = bits;
  outline->has_words = true;
}

/* --------------------------------------------------------------- programs */

bool match_picture_has_needs(struct match_picture *picture,
                             const struct rules_program *program,
                             uint32_t sentence) {
  struct match_outline *outline = &picture->outlines[sentence];
  if (!outline->has_words) {
    draw_words(outline, picture->scene, &picture->scene->sentences[sentence]);
  }
  const struct rules_bits *needs = picture->scene->rules->code.needs.items;
  bool has = true;
  for (size_t i = 0; i < program->need_count && has; i++) {
    has = rules_bits_meet(&needs[program->needs[i]], &outline->bits);
  }
  return has;
}

/* Whether more of the token's written word follows. */
static bool goes_on_behind(const struct match_scene *scene,
                           const struct text_sentence *sentence,
                           uint32_t token) {
  return token + 1 < sentence->token_end &&
         scene->tokens[token].written == scene->tokens[token + 1].written;
}

bool match_picture_starts(const struct match_scene *scene,
                          const struct rules_program *program,
                          uint32_t sentence, uint32_t token) {
  const struct text_sentence *place = &scene->sentences[sentence];
  uint64_t sign = scene->text->document->signs.items[token];
  return (sign & program->starts) != 0 &&
         (!program->at_start_only || token <= place->word_start) &&
         ((program->seconds & match_sign_behind(scene, place, token)) != 0 ||
          ((program->seconds & RULES_MORE_OF_WORD) != 0 &&
           goes_on_behind(scene, place, token)));
}

bool match_picture_start(const struct match_scene *scene,
                         const struct rules_program *program, uint32_t sentence,
                         uint32_t *start) {
  const struct text_sentence *place = &scene->sentences[sentence];
  bool first_word_only =
      program->at_start_only && place->word_start < place->token_end;
  uint32_t end = first_word_only ? place->word_start + 1 : place->token_end;
  const uint64_t *signs = scene->text->document->signs.items;
  uint64_t starts = program->starts;
  for (uint32_t token = *start; token < end; token++) {
    if ((signs[token] & starts) != 0 &&
        match_picture_starts(scene, program, sentence, token)) {
      *start = token;
      return true;
    }
  }
  return false;
}

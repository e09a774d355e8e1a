/* SPDX-License-Identifier: MIT */
#include "match/picture.h"

#include "base/vector.h"

#include <stdlib.h>

void match_picture_destroy(struct match_picture *picture) {
  free(picture->outlines);
  match_charts_destroy(&picture->charts);
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
  enum { KEPT = BASE_VECTOR_KEPT / sizeof(struct match_outline) };
  picture->scene = scene;
  match_charts_empty(&picture->charts);
  /* As vectors do: the room for a huge text is not kept for small ones. */
  if (picture->capacity > KEPT && scene->sentence_count <= KEPT) {
    match_picture_destroy(picture);
    *picture = (struct match_picture){.scene = scene};
  }
  bool full = scene->sentence_count > picture->capacity;
  if ((full || picture->drawing == UINT32_MAX) &&
      !reserve(picture, scene->sentence_count)) {
    return false;
  }
  picture->drawing++;
  return true;
}

/* ------------------------------------------------------------- neighbours */

/* Beyond so many tokens that are passed over there may be anything; but where
 * the sentence starts and ends is known. */
enum { MOST_PASSED = 8 };
static const uint64_t far_away = TEXT_SIGN_ANY & ~TEXT_SIGN_EDGE;

uint64_t match_sign_before_far(const struct match_scene *scene,
                               const struct text_sentence *sentence,
                               uint32_t token) {
  uint32_t first = sentence->first_token;
  uint64_t around = token <= sentence->word_start ? TEXT_SIGN_EDGE : 0;
  for (int passed = 0; token > first; passed++) {
    uint64_t sign = scene->signs[--token];
    around |= passed < MOST_PASSED ? sign & ~TEXT_SIGN_PASSED : far_away;
    if (passed == MOST_PASSED || (sign & TEXT_SIGN_PASSED) == 0) {
      break;
    }
  }
  return around;
}

uint64_t match_sign_behind_far(const struct match_scene *scene,
                               const struct text_sentence *sentence,
                               uint32_t token) {
  uint64_t around = token + 1 >= sentence->word_end ? TEXT_SIGN_EDGE : 0;
  for (int passed = 0; ++token < sentence->token_end; passed++) {
    uint64_t sign = scene->signs[token];
    around |= passed < MOST_PASSED ? sign & ~TEXT_SIGN_PASSED : far_away;
    if (passed == MOST_PASSED || (sign & TEXT_SIGN_PASSED) == 0) {
      break;
    }
  }
  return around;
}

uint64_t match_sign_behind_mark(const struct match_scene *scene,
                                uint32_t sentence, uint32_t token) {
  const struct text_sentence *place = &scene->sentences[sentence];
  uint64_t behind = match_sign_behind(scene, place, token);
  if (token + 1 >= place->word_end && match_scene_goes_on(scene, sentence)) {
    behind |= match_sign_behind(scene, place + 1, place[1].first_token - 1);
  }
  return behind;
}

/* --------------------------------------------------------------- outlines */

/* Tokens that are no words add TEXT_NO_WORD, as if it were one: a word that
 * shares its bit seems to be there, which lets a few sentences more through. A
 * sentence has one always, so that it never has nothing. */
void match_outline_draw(struct match_outline *outline,
                        const struct text_token *first,
                        const struct text_token *end, uint64_t sign) {
  bool several = (sign & TEXT_SIGN_SEVERAL) != 0;
  struct rules_bits *words = &outline->words;
  *words = (struct rules_bits){0};
  rules_bits_add_word(words, TEXT_NO_WORD);
  for (const struct text_token *token = first; token < end; token++) {
    rules_bits_add_word(words, token->words[0]);
  }
  for (const struct text_token *token = first; token < end && several;
       token++) {
    rules_bits_add_word(words, token->words[1]);
    rules_bits_add_word(words, token->words[2]);
  }
}

void match_picture_draw(const struct match_picture *picture,
                        uint32_t sentence) {
  const struct match_scene *scene = picture->scene;
  const struct text_sentence *place = &scene->sentences[sentence];
  struct match_outline *outline = &picture->outlines[sentence];
  match_outline_draw(outline, scene->tokens + place->first_token,
                     scene->tokens + place->token_end, place->sign);
  outline->drawing = picture->drawing;
}

const struct match_chart *match_picture_charts(struct match_picture *picture,
                                               uint32_t sentence) {
  struct match_outline *outline = &picture->outlines[sentence];
  if (outline->charting != picture->drawing) {
    outline->charting = picture->drawing;
    outline->first_chart = (uint32_t)picture->charts.count;
    match_chart_draw(picture->scene, &picture->scene->sentences[sentence],
                     &picture->charts);
  }
  return picture->charts.failed ? NULL
                                : picture->charts.items + outline->first_chart;
}

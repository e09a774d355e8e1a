/* SPDX-License-Identifier: MIT */
#include "match/meet.h"

#include "text/sign.h"

struct meeting {
  const struct text_token *tokens;
  const struct text_drawer *drawers;
  const uint32_t *places;
  uint32_t *met;
  size_t count;
};

static inline void meet(struct meeting *meeting, uint32_t token,
                        uint64_t before, uint64_t behind) {
  uint32_t place = meeting->places[meeting->tokens[token].words[0]];
  const struct text_drawer *drawer = &meeting->drawers[place];
  meeting->met[meeting->count] = token;
  meeting->count +=
      ((drawer->before & before) != 0) & ((drawer->behind & behind) != 0);
}

static uint32_t least(uint32_t a, uint32_t b) {
  return a < b ? a : b;
}

size_t match_meet(const struct match_scene *scene,
                  const struct text_sentence *sentence,
                  const struct text_drawer *drawers, const uint32_t *places,
                  uint32_t from, uint32_t to, uint32_t *met) {
  const uint64_t *signs = scene->text->document->signs.items;
  struct meeting meeting = {scene->tokens, drawers, places, met, 0};
  uint32_t t = from;
  /* Where ^ or $ holds, it is one of the neighbours. */
  for (; t < to && t <= sentence->word_start; t++) {
    meet(&meeting, t, TEXT_SIGN_ANY, TEXT_SIGN_ANY);
  }
  uint32_t inner_end = least(to, sentence->word_end - (sentence->word_end > 0));
  if (t < inner_end) {
    uint64_t before = signs[t - 1];
    uint64_t here = signs[t];
    for (; t < inner_end; t++) {
      uint64_t behind = signs[t + 1];
      meet(&meeting, t, before, behind);
      before = here;
      here = behind;
    }
  }
  for (; t < to; t++) {
    meet(&meeting, t, TEXT_SIGN_ANY, TEXT_SIGN_ANY);
  }
  return meeting.count;
}

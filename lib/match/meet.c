/* SPDX-License-Identifier: MIT */
#include "match/meet.h"

#include "text/sign.h"

static inline unsigned fits(const struct text_drawer *drawer, uint64_t before,
                            uint64_t behind) {
  return ((drawer->before & before) != 0) & ((drawer->behind & behind) != 0);
}

size_t match_meet(const struct match_scene *scene,
                  const struct text_sentence *sentence,
                  const struct text_drawer *drawers, const uint32_t *places,
                  uint32_t from, uint32_t to, uint32_t *met) {
  const struct text_token *tokens = scene->tokens;
  const uint64_t *signs = scene->signs;
  const uint32_t *first_met = met;
  uint32_t last = to - 1;
  /* Where ^ or $ holds, it is one of the neighbours. */
  uint64_t before =
      from == sentence->word_start ? TEXT_SIGN_ANY : signs[from - 1];
  uint64_t behind = to == sentence->word_end ? TEXT_SIGN_ANY : signs[to];
  uint64_t here = signs[from];
  for (size_t t = from; t < last; t++) {
    uint64_t next = signs[t + 1];
    *met = (uint32_t)t;
    met += fits(&drawers[places[tokens[t].words[0]]], before, next);
    before = here;
    here = next;
  }
  *met = last;
  met += fits(&drawers[places[tokens[last].words[0]]], before, behind);
  return (size_t)(met - first_met);
}

size_t match_fit(const struct text_key *key, const struct text_key *end,
                 const struct match_around *around,
                 const struct text_key **fitting) {
  const struct text_key **next = fitting;
  uint64_t before = around->before;
  uint64_t behind = around->behind;
  uint64_t all = around->all;
  for (; key < end; key++) {
    *next = key;
    next += ((key->before & before) != 0) & ((key->behind & behind) != 0) &
            ((key->need & all) != 0);
  }
  return (size_t)(next - fitting);
}

/* SPDX-License-Identifier: MIT */
#include "match/chart.h"

enum { SIGN_ROWS = 64 * RULES_BITS_LANES };
_Static_assert(RULES_NEED_WORDS % SIGN_ROWS == 0,
               "a need that is a word tells its row");

static void add_bits(uint64_t *rows, uint64_t bits, uint64_t stretch) {
  for (; bits != 0; bits &= bits - 1) {
    rows[__builtin_ctzll(bits)] |= stretch;
  }
}

static void add_token(struct match_chart *chart, const struct text_token *token,
                      uint64_t sign, uint64_t stretch) {
  size_t readings = text_token_readings(token);
  for (size_t i = 0; i < readings; i++) {
    chart->rows[token->words[i] % SIGN_ROWS] |= stretch;
  }
  add_bits(chart->rows + SIGN_ROWS, sign & ~TEXT_SIGN_ALL_WORDS, stretch);
}

/* For so many more. Few are ever needed. */
static bool make_room(struct match_charts *charts, size_t more) {
  size_t count = charts->count + more;
  size_t twice = 2 * charts->capacity;
  return count <= charts->capacity ||
         match_charts_make_room(charts, count > twice ? count : twice);
}

bool match_chart_draw(const struct match_scene *scene,
                      const struct text_sentence *sentence,
                      struct match_charts *charts) {
  struct match_chart *chart = NULL;
  uint32_t begun = 0; /* stretches */
  if (!make_room(charts, match_charts_of(scene, sentence))) {
    return false;
  }
  for (uint32_t t = sentence->first_token; t < sentence->token_end; t++) {
    uint32_t stretch = match_stretch_of(scene, sentence, t);
    for (; begun <= stretch; begun++) {
      uint32_t place = begun % MATCH_CHART_STRETCHES;
      chart = place == 0 ? match_charts_push(charts) : chart;
      chart->borders[place] = t;
    }
    stretch %= MATCH_CHART_STRETCHES;
    chart->borders[stretch + 1] = t + 1;
    add_token(chart, &scene->tokens[t], scene->signs[t],
              UINT64_C(1) << stretch);
  }
  /* What needs nothing may begin in any stretch: those behind are empty. */
  for (; begun % MATCH_CHART_STRETCHES != 0; begun++) {
    chart->borders[begun % MATCH_CHART_STRETCHES + 1] = sentence->token_end;
  }
  return true;
}

/* Where one of the bits is. */
static uint64_t stretches_with(const uint64_t *rows, uint64_t bits) {
  uint64_t stretches = 0;
  for (; bits != 0; bits &= bits - 1) {
    stretches |= rows[__builtin_ctzll(bits)];
  }
  return stretches;
}

static uint64_t stretches_of(const struct match_chart *chart,
                             const struct rules_code *code, uint16_t need) {
  if (rules_need_is_word(need)) {
    return chart->rows[rules_need_word(need) % SIGN_ROWS];
  }
  const struct rules_bits *bits = &code->needs.items[need];
  uint64_t stretches = 0;
  for (size_t i = 0; i < RULES_BITS_LANES; i++) {
    stretches |= stretches_with(chart->rows + 64 * i, bits->words[i]);
  }
  return stretches;
}

/* Where a match may begin that takes one of these. Behind the last stretch of a
 * chart there may be anything: `beyond`. */
static uint64_t spread(uint64_t stretches, uint32_t reach, uint64_t beyond) {
  for (uint32_t words = 0; words < reach; words += MATCH_CHART_STRETCH) {
    stretches |= stretches >> 1 | beyond;
  }
  return stretches;
}

uint64_t match_chart_starts(const struct match_chart *chart,
                            const struct rules_code *code,
                            const struct rules_program *program, bool last) {
  uint64_t beyond = last ? 0 : UINT64_C(1) << (MATCH_CHART_STRETCHES - 1);
  uint64_t starts = UINT64_MAX;
  for (size_t i = 0; i < program->need_count && starts != 0; i++) {
    starts &= spread(stretches_of(chart, code, program->needs[i]),
                     program->reach, beyond);
  }
  for (size_t i = 0; i < RULES_NEEDS; i++) {
    uint64_t sign = program->need_signs[i];
    if ((sign & TEXT_SIGN_ALL_WORDS) == 0) { /* no words: the sign says all */
      starts &= spread(stretches_with(chart->rows + SIGN_ROWS, sign),
                       program->reach, beyond);
    }
  }
  return starts;
}

/* SPDX-License-Identifier: MIT */
#include "match/chart.h"

enum { SIGN_ROWS = 64 * RULES_BITS_LANES };
_Static_assert((int)RULES_NEED_WORDS == (int)SIGN_ROWS,
               "a need that is a word tells its row");

/* Turns the square of bits: bit b of row r becomes bit r of row b. */
static void transpose(uint64_t rows[64]) {
  uint64_t mask = UINT64_MAX >> 32;
  for (unsigned half = 32; half > 0; half /= 2) {
    for (unsigned i = 0; i < 64; i += 2 * half) {
      for (unsigned k = i; k < i + half; k++) {
        uint64_t swap = (rows[k] >> half ^ rows[k + half]) & mask;
        rows[k] ^= swap << half;
        rows[k + half] ^= swap;
      }
    }
    mask ^= mask << half / 2;
  }
}

/* For so many more. Few are ever needed. */
static bool make_room(struct match_charts *charts, size_t more) {
  size_t count = charts->count + more;
  size_t twice = 2 * charts->capacity;
  return count <= charts->capacity ||
         match_charts_make_room(charts, count > twice ? count : twice);
}

/* Adds what stands in a stretch of the sentence, from a token on. Returns the
 * token behind it. */
static uint32_t add_stretch(struct match_chart *chart,
                            const struct match_scene *scene, uint32_t stretch,
                            uint32_t from, uint32_t end, uint32_t written) {
  const struct text_token *tokens = scene->tokens;
  uint64_t bit = UINT64_C(1) << stretch;
  uint64_t sign = 0;
  uint32_t t = from;
  for (; t < end && tokens[t].written < written; t++) {
    sign |= scene->signs[t];
    chart->rows[tokens[t].words[0] % SIGN_ROWS] |= bit;
  }
  for (uint32_t i = from; i < t && (sign & TEXT_SIGN_SEVERAL) != 0; i++) {
    chart->rows[tokens[i].words[1] % SIGN_ROWS] |= bit;
    chart->rows[tokens[i].words[2] % SIGN_ROWS] |= bit;
  }
  chart->rows[SIGN_ROWS + stretch] = sign;
  chart->borders[stretch + 1] = t;
  return t;
}

bool match_chart_draw(const struct match_scene *scene,
                      const struct text_sentence *sentence,
                      struct match_charts *charts) {
  uint32_t count = match_charts_of(scene, sentence);
  if (!make_room(charts, count)) {
    return false;
  }
  uint32_t token = sentence->first_token;
  uint32_t written = scene->tokens[token].written;
  for (uint32_t i = 0; i < count; i++) {
    struct match_chart *chart = match_charts_push(charts);
    chart->borders[0] = token;
    for (uint32_t stretch = 0; stretch < MATCH_CHART_STRETCHES; stretch++) {
      written += MATCH_CHART_STRETCH;
      token = add_stretch(chart, scene, stretch, token, sentence->token_end,
                          written);
    }
    transpose(chart->rows + SIGN_ROWS);
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
    return chart->rows[rules_need_word(need)];
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
  uint64_t starts = stretches_with(chart->rows + SIGN_ROWS, program->starts);
  for (size_t i = 0; i < program->need_count && starts != 0; i++) {
    starts &= spread(stretches_of(chart, code, program->needs[i]),
                     program->reach, beyond);
  }
  return starts;
}

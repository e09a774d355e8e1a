/* SPDX-License-Identifier: MIT */
/* Vetoes on random sentences, short ones and endless ones, against a plain way
 * that compares word by word. Breaks for veto.c, and for what rules out vetoes
 * by the words of a sentence or near a hit: picture.c, chart.c, veto_row.h. */
#include "fixture.h"

#include "base/buffer.h"

#include <string.h>

enum {
  ROUNDS = 400,
  LONGEST = 420, /* words of a sentence, and marks */
  VETOES = 6,
  VETO_LONGEST = 12,
};

static uint32_t state_of_chance;

static uint32_t chance(uint32_t limit) {
  state_of_chance = state_of_chance * 1664525 + 1013904223;
  return (state_of_chance >> 8) % limit;
}

/* The hit is the first of them. Phrases hold neither the contraction, which is
 * several tokens of one written word, nor what is unknown. */
static const char *const words[] = {
    "rain",  "ash",  "birch", "cedar", "elm",  "fir",    "hazel",    "holly",
    "ivy",   "lime", "maple", "oak",   "pine", "poplar", "rowan",    "spruce",
    "thorn", "vine", "yew",   "the",   "of",   ",",      "couldn't", "zzz"};
enum { ALL = sizeof words / sizeof *words, COMMA = ALL - 3, TREES = COMMA };

/* Numbers of words. */
struct veto {
  uint32_t items[VETO_LONGEST];
  uint32_t count;
};

/* In a veto: `*`. */
enum { ANY = ALL };

struct sentence {
  uint32_t items[LONGEST];
  uint32_t count;
};

/* Marks neither begin nor end one, nor follow each other. */
static void make_sentence(struct sentence *sentence, uint32_t count) {
  sentence->count = count;
  for (uint32_t i = 0; i < count; i++) {
    bool mark_fits = i > 0 && i + 1 < count && sentence->items[i - 1] != COMMA;
    uint32_t item = chance(9) == 0 ? 0 : chance(ALL);
    sentence->items[i] = item == COMMA && !mark_fits ? 1 : item;
  }
}

/* Part of the sentence, or nearly: some are not there, or only in part. */
static void make_veto(struct veto *veto, const struct sentence *sentence) {
  uint32_t longest = chance(4) == 0 ? VETO_LONGEST : 4;
  veto->count = 1 + chance(longest);
  uint32_t first = chance(sentence->count);
  for (uint32_t i = 0; i < veto->count; i++) {
    uint32_t item = sentence->items[(first + i) % sentence->count];
    bool is_end = i == 0 || i + 1 == veto->count;
    bool stays = item < COMMA || (item == COMMA && !is_end);
    item = stays ? item : 1 + chance(TREES - 1);
    item = chance(12) == 0 ? 1 + chance(TREES - 1) : item;
    veto->items[i] = !is_end && chance(6) == 0 ? ANY : item;
  }
}

static void add_items(struct base_buffer *text, const uint32_t *items,
                      uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    bool mark = items[i] == COMMA && text->bytes[text->size - 1] == ' ';
    text->size -= mark ? 1 : 0; /* it stands at the word before */
    base_buffer_add_string(text, items[i] == ANY ? "*" : words[items[i]]);
    base_buffer_add_string(text, " ");
  }
}

static bool is_at(const struct veto *veto, const struct sentence *sentence,
                  uint32_t first) {
  for (uint32_t i = 0; i < veto->count; i++) {
    if (first + i == sentence->count) {
      return false;
    }
    uint32_t item = sentence->items[first + i];
    if (veto->items[i] == ANY ? item == COMMA : veto->items[i] != item) {
      return false;
    }
  }
  return true;
}

/* Whether one begins in [from, to) that goes on past `behind`. */
static bool speaks(const struct veto *vetoes, const struct sentence *sentence,
                   uint32_t to, uint32_t behind) {
  for (uint32_t v = 0; v < VETOES; v++) {
    for (uint32_t i = 0; i < to; i++) {
      if (i + vetoes[v].count > behind && is_at(&vetoes[v], sentence, i)) {
        return true;
      }
    }
  }
  return false;
}

struct round {
  struct sentence sentence;
  struct veto vetoes[VETOES];
};

static void expect_as_by_words(const struct round *round,
                               const struct fixture *f, bool here,
                               uint32_t *silenced) {
  const struct sentence *sentence = &round->sentence;
  size_t hits = 0;
  for (uint32_t i = 0; i < sentence->count; i++) {
    if (sentence->items[i] != 0) {
      continue;
    }
    bool vetoed = here ? speaks(round->vetoes, sentence, i + 1, i)
                       : speaks(round->vetoes, sentence, sentence->count, 0);
    assert_true(hits < f->hits.count);
    enum match_fate fate = f->hits.items[hits++].fate;
    if (fate != (vetoed ? MATCH_VETOED : MATCH_LIVE)) {
      fail_msg("hit %u of \"%s\" is %svetoed", (unsigned)hits, f->source.bytes,
               vetoed ? "not " : "");
    }
    *silenced += vetoed;
  }
  assert_int_equal(hits, f->hits.count);
}

static void run_round(struct round *round, bool here, uint32_t *silenced) {
  struct fixture f;
  struct base_buffer vetoes = {0};
  struct base_buffer text = {0};
  make_sentence(&round->sentence,
                chance(2) == 0 ? 1 + chance(40) : 1 + chance(LONGEST));
  for (uint32_t v = 0; v < VETOES; v++) {
    make_veto(&round->vetoes[v], &round->sentence);
    add_items(&vetoes, round->vetoes[v].items, round->vetoes[v].count);
    base_buffer_add_string(&vetoes, v + 1 < VETOES ? "\n" : "");
  }
  add_items(&text, round->sentence.items, round->sentence.count);
  fixture_create(&f);
  fixture_add(
      &f, &(struct fixture_entry){.find = "rain",
                                  .except = here ? NULL : vetoes.bytes,
                                  .except_here = here ? vetoes.bytes : NULL});
  fixture_finish(&f);
  fixture_match(&f, text.bytes, COURTESY_ZONE_BODY);
  expect_as_by_words(round, &f, here, silenced);
  fixture_destroy(&f);
  base_buffer_destroy(&vetoes);
  base_buffer_destroy(&text);
}

static void vetoes_speak_where_their_words_stand(void **state) {
  (void)state;
  static struct round round;
  uint32_t silenced = 0;
  for (uint32_t i = 0; i < ROUNDS; i++) {
    run_round(&round, i % 2 == 0, &silenced);
  }
  assert_true(silenced > ROUNDS);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(vetoes_speak_where_their_words_stand),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/* Vetoes on random texts, of sentences short and endless, against a plain way
 * that compares word by word. Breaks for veto.c, and for what rules out vetoes
 * by the words of a sentence or near a hit: picture.c, chart.c, veto_row.h. */
#include "fixture.h"

#include "base/buffer.h"

#include <string.h>

enum {
  ROUNDS = 4000,
  LONGEST = 420, /* words and marks of a text */
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
    "rain",  "ash",    "birch", "cedar",   "elm", "fir",  "hazel",
    "holly", "ivy",    "lime",  "maple",   "oak", "pine", "poplar",
    "rowan", "spruce", "thorn", "vine",    "yew", "the",  "of",
    ",",     ".",      "zzz",   "couldn't"};
enum { ALL = sizeof words / sizeof *words, COMMA = ALL - 4, STOP = ALL - 3 };

/* Numbers of words. */
struct veto {
  uint32_t items[VETO_LONGEST];
  uint32_t count;
};

/* In a veto: `*`. */
enum { ANY = ALL };

struct text {
  uint32_t items[LONGEST];
  uint32_t count;
};

static bool is_mark(uint32_t item) {
  return item == COMMA || item == STOP;
}

/* Marks neither begin nor end one, nor follow each other. */
static void make_text(struct text *text, uint32_t count, bool has_stops) {
  text->count = count;
  for (uint32_t i = 0; i < count; i++) {
    bool mark_fits = i > 0 && i + 1 < count && !is_mark(text->items[i - 1]);
    uint32_t item = chance(9) == 0 ? 0 : chance(ALL);
    bool fits = !is_mark(item) || (mark_fits && (item == COMMA || has_stops));
    text->items[i] = fits ? item : 1;
  }
}

/* Part of the text, or nearly: some are not there, or only in part. */
static void make_veto(struct veto *veto, const struct text *text) {
  uint32_t longest = chance(4) == 0 ? VETO_LONGEST : 4;
  veto->count = 1 + chance(longest);
  uint32_t first = chance(text->count);
  for (uint32_t i = 0; i < veto->count; i++) {
    uint32_t item = text->items[(first + i) % text->count];
    bool is_end = i == 0 || i + 1 == veto->count;
    bool stays = item < COMMA || (is_mark(item) && !is_end);
    item = stays && chance(12) != 0 ? item : 1 + chance(COMMA - 1);
    veto->items[i] = !is_end && chance(6) == 0 ? ANY : item;
  }
}

/* A mark stands at the word before it, a capital behind a full stop. */
static void add_items(struct base_buffer *bytes, const uint32_t *items,
                      uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    base_buffer_add_string(bytes, i == 0 || is_mark(items[i]) ? "" : " ");
    size_t first = bytes->size;
    base_buffer_add_string(bytes, items[i] == ANY ? "*" : words[items[i]]);
    if (i > 0 && items[i - 1] == STOP && items[i] != ANY) {
      bytes->bytes[first] = (char)(bytes->bytes[first] - 'a' + 'A');
    }
  }
}

struct round {
  struct text text;
  struct veto vetoes[VETOES];
  bool here; /* they silence what they overlap, or all of a sentence */
};

static bool is_at(const struct veto *veto, const struct text *text,
                  uint32_t first) {
  for (uint32_t i = 0; i < veto->count; i++) {
    if (first + i == text->count) {
      return false;
    }
    uint32_t item = text->items[first + i];
    if (veto->items[i] == ANY ? is_mark(item) : veto->items[i] != item) {
      return false;
    }
  }
  return true;
}

/* Whether one begins before `end` and goes on past `first`. */
static bool speaks(const struct round *round, uint32_t first, uint32_t end) {
  for (uint32_t v = 0; v < VETOES; v++) {
    for (uint32_t i = 0; i < end; i++) {
      if (i + round->vetoes[v].count > first &&
          is_at(&round->vetoes[v], &round->text, i)) {
        return true;
      }
    }
  }
  return false;
}

/* The same for the sentence of an item. */
static bool speaks_in_sentence(const struct round *round, uint32_t item) {
  const struct text *text = &round->text;
  uint32_t first = item;
  uint32_t end = item;
  while (first > 0 && text->items[first - 1] != STOP) {
    first--;
  }
  while (end < text->count && text->items[end] != STOP) {
    end++;
  }
  return speaks(round, first, end);
}

static void expect_as_by_words(const struct round *round,
                               const struct fixture *f, uint32_t *silenced) {
  const struct text *text = &round->text;
  size_t hits = 0;
  for (uint32_t i = 0; i < text->count; i++) {
    if (text->items[i] != 0) {
      continue;
    }
    bool vetoed =
        round->here ? speaks(round, i, i + 1) : speaks_in_sentence(round, i);
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

static void run_round(struct round *round, uint32_t *silenced) {
  struct fixture f;
  struct base_buffer vetoes = {0};
  struct base_buffer text = {0};
  make_text(&round->text, 1 + chance(chance(2) == 0 ? 40 : LONGEST),
            chance(2) == 0);
  for (uint32_t v = 0; v < VETOES; v++) {
    make_veto(&round->vetoes[v], &round->text);
    add_items(&vetoes, round->vetoes[v].items, round->vetoes[v].count);
    base_buffer_add_string(&vetoes, v + 1 < VETOES ? "\n" : "");
  }
  add_items(&text, round->text.items, round->text.count);
  fixture_create(&f);
  fixture_add(&f, &(struct fixture_entry){
                      .find = "rain",
                      .except = round->here ? NULL : vetoes.bytes,
                      .except_here = round->here ? vetoes.bytes : NULL});
  fixture_finish(&f);
  fixture_match(&f, text.bytes, COURTESY_ZONE_BODY);
  expect_as_by_words(round, &f, silenced);
  fixture_destroy(&f);
  base_buffer_destroy(&vetoes);
  base_buffer_destroy(&text);
}

static void vetoes_speak_where_their_words_stand(void **state) {
  (void)state;
  static struct round round;
  uint32_t silenced = 0;
  for (uint32_t i = 0; i < ROUNDS; i++) {
    round.here = i % 2 == 0;
    run_round(&round, &silenced);
  }
  assert_true(silenced > ROUNDS);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(vetoes_speak_where_their_words_stand),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

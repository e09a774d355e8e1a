/* SPDX-License-Identifier: MIT */
#include "text/filing.h"

#include "text/sign.h"
#include "text/grid.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* What is filed, and the prefilter made of it. */
struct cabinets {
  struct text_filing filing;
  struct text_prefilter prefilter;
  struct base_arena arena;
  bool fits;
};

static void add_key(struct cabinets *cabinets, uint32_t word,
                    struct text_key key) {
  assert_true(text_filing_add(&cabinets->filing, word, &key));
}

static void add(struct cabinets *cabinets, uint32_t word, uint32_t pattern) {
  add_key(cabinets, word, text_key_of(pattern));
}

static void make(struct cabinets *cabinets, uint32_t words,
                 const uint8_t *cabinet_of) {
  cabinets->fits = text_filing_sort(&cabinets->filing, words, cabinet_of);
  assert_true(text_filing_make(&cabinets->filing, words, &cabinets->arena,
                               &cabinets->prefilter));
}

static void destroy(struct cabinets *cabinets) {
  text_filing_destroy(&cabinets->filing);
  base_arena_destroy(&cabinets->arena);
}

static void patterns_are_found_by_word(void **state) {
  (void)state;
  struct cabinets cabinets = {0};
  add(&cabinets, 7, 104);
  add(&cabinets, 7, 100);
  add(&cabinets, 2, 101);
  add(&cabinets, 7, 102);
  add(&cabinets, 7, 104); /* a word may stand in a phrase twice */
  assert_true(text_filing_add_always(&cabinets.filing, 103));
  make(&cabinets, 8, NULL);
  size_t count = 0;
  const struct text_key *keys =
      text_prefilter_of(&cabinets.prefilter, 0, 7, &count);
  assert_int_equal(count, 3);
  assert_int_equal(keys[0].pattern, 100);
  assert_int_equal(keys[1].pattern, 102);
  assert_int_equal(keys[2].pattern, 104);
  keys = text_prefilter_of(&cabinets.prefilter, 0, 2, &count);
  assert_int_equal(count, 1);
  assert_int_equal(keys[0].pattern, 101);
  assert_int_equal(cabinets.prefilter.always_count[0], 1);
  assert_int_equal(cabinets.prefilter.always[0][0], 103);
  destroy(&cabinets);
}

static void a_pattern_is_looked_up_under_a_word(void **state) {
  (void)state;
  struct cabinets cabinets = {0};
  for (uint32_t i = 0; i < 9; i++) {
    add(&cabinets, 1, 2 * i); /* the even ones */
  }
  make(&cabinets, 3, NULL);
  for (uint32_t pattern = 0; pattern < 20; pattern++) {
    bool is_there = pattern % 2 == 0 && pattern < 18;
    assert_int_equal(text_prefilter_holds(&cabinets.prefilter, 0, 1, pattern),
                     is_there);
    assert_false(text_prefilter_holds(&cabinets.prefilter, 0, 2, pattern));
  }
  destroy(&cabinets);
}

static void other_words_have_none(void **state) {
  (void)state;
  struct cabinets cabinets = {0};
  add(&cabinets, 3, 1);
  make(&cabinets, 4, NULL);
  for (uint32_t word = 0; word < 9; word++) {
    size_t count = 99;
    text_prefilter_of(&cabinets.prefilter, 0, word, &count);
    assert_int_equal(count, word == 3 ? 1 : 0);
  }
  destroy(&cabinets);
}

static void an_empty_one_answers(void **state) {
  (void)state;
  struct cabinets cabinets = {0};
  make(&cabinets, 0, NULL);
  size_t count = 99;
  text_prefilter_of(&cabinets.prefilter, 0, 0, &count);
  assert_int_equal(count, 0);
  assert_int_equal(cabinets.prefilter.always_count[0], 0);
  destroy(&cabinets);
}

/* One word cannot have more keys than a drawer counts. */
static void too_many_keys_are_told(void **state) {
  (void)state;
  for (uint32_t keys = TEXT_DRAWERS_MAX; keys <= TEXT_DRAWERS_MAX + 1U;
       keys++) {
    struct cabinets cabinets = {0};
    for (uint32_t pattern = 0; pattern < keys; pattern++) {
      add(&cabinets, 1, pattern);
    }
    make(&cabinets, 2, NULL);
    assert_int_equal(cabinets.fits, keys == TEXT_DRAWERS_MAX);
    destroy(&cabinets);
  }
}

/* A pattern under each word, as many as there is room for; then one more. */
static void too_many_drawers_are_told(void **state) {
  (void)state;
  for (uint32_t words = TEXT_DRAWERS_MAX; words <= TEXT_DRAWERS_MAX + 1U;
       words++) {
    struct cabinets cabinets = {0};
    for (uint32_t word = 0; word < words; word++) {
      add(&cabinets, word, word + 1);
    }
    make(&cabinets, words, NULL);
    bool fits = words == TEXT_DRAWERS_MAX;
    assert_int_equal(cabinets.fits, fits);
    assert_int_equal(
        text_prefilter_holds(&cabinets.prefilter, 0, words - 1, words), fits);
    destroy(&cabinets);
  }
}

static struct text_drawer drawer_at(const struct text_prefilter *prefilter,
                                    size_t row, uint32_t word) {
  return prefilter->wings[text_wing_of(row)]
      .drawers[text_prefilter_places(prefilter, row)[word]];
}

/* A cabinet holds its own patterns, and a drawer the signs of all in it. */
static void cabinets_stand_apart(void **state) {
  (void)state;
  static const uint8_t cabinet_of[] = {1, 0, 1, 2};
  struct cabinets cabinets = {0};
  for (uint32_t pattern = 0; pattern < 3; pattern++) {
    struct text_key key = {
        .before = 1U << pattern, .behind = 16U << pattern, .pattern = pattern};
    add_key(&cabinets, 5, key);
  }
  assert_true(text_filing_add_always(&cabinets.filing, 3));
  make(&cabinets, 6, cabinet_of);
  size_t count = 0;
  const struct text_key *keys =
      text_prefilter_of(&cabinets.prefilter, 1, 5, &count);
  assert_int_equal(count, 2);
  assert_int_equal(keys[0].pattern, 0);
  assert_int_equal(keys[1].pattern, 2);
  text_prefilter_of(&cabinets.prefilter, 2, 5, &count);
  assert_int_equal(count, 0);
  struct text_drawer drawer = drawer_at(&cabinets.prefilter, 1, 5);
  assert_true(drawer.before == (1 | 4 | TEXT_SIGN_PASSED));
  assert_true(drawer.behind == (16 | 64 | TEXT_SIGN_PASSED));
  assert_int_equal(cabinets.prefilter.always_count[0], 0);
  assert_int_equal(cabinets.prefilter.always_count[2], 1);
  assert_int_equal(cabinets.prefilter.always[2][0], 3);
  destroy(&cabinets);
}

/* One look tells of both: a word that both have has a drawer more, and others
 * have the one that there is. */
static void the_first_two_cabinets_open_together(void **state) {
  (void)state;
  static const uint8_t cabinet_of[] = {1, 0, 1, 0, 2};
  static const uint32_t word_of[] = {5, 5, 4, 3, 5};
  struct cabinets cabinets = {0};
  for (uint32_t pattern = 0; pattern < 5; pattern++) {
    struct text_key key = {
        .before = 1U << pattern, .behind = 32U << pattern, .pattern = pattern};
    add_key(&cabinets, word_of[pattern], key);
  }
  make(&cabinets, 6, cabinet_of);
  struct text_wing wing = cabinets.prefilter.wings[TEXT_WING_USUAL];
  struct text_drawer both = drawer_at(&cabinets.prefilter, TEXT_TOGETHER, 5);
  assert_int_equal(both.count, 2);
  assert_int_equal(wing.keys[both.first].pattern, 1);
  assert_int_equal(wing.keys[both.first + 1].pattern, 0);
  assert_true(both.before == (1 | 2 | TEXT_SIGN_PASSED));
  assert_true(both.behind == (32 | 64 | TEXT_SIGN_PASSED));
  for (uint32_t word = 3; word <= 4; word++) {
    struct text_drawer drawer =
        drawer_at(&cabinets.prefilter, TEXT_TOGETHER, word);
    assert_int_equal(drawer.count, 1);
    assert_int_equal(wing.keys[drawer.first].pattern, 6 - word);
  }
  struct text_drawer none = drawer_at(&cabinets.prefilter, TEXT_TOGETHER, 2);
  assert_int_equal(none.count, 0);
  destroy(&cabinets);
}

/* Where few messages look; its drawers are numbered by themselves. */
static void the_last_cabinets_stand_apart(void **state) {
  (void)state;
  static const uint8_t cabinet_of[] = {0, 1, 2, 3, 3};
  static const uint32_t word_of[] = {1, 2, 1, 1, 2};
  struct cabinets cabinets = {0};
  for (uint32_t pattern = 0; pattern < 5; pattern++) {
    add(&cabinets, word_of[pattern], pattern);
  }
  make(&cabinets, 3, cabinet_of);
  struct text_prefilter tables = cabinets.prefilter;
  struct text_wing *usual = &tables.wings[TEXT_WING_USUAL];
  struct text_wing *rare = &tables.wings[TEXT_WING_RARE];
  assert_int_equal(usual->key_count, 2);
  assert_int_equal(rare->key_count, 3);
  for (uint32_t pattern = 0; pattern < 5; pattern++) {
    size_t count = 0;
    const struct text_key *keys = text_prefilter_of(
        &cabinets.prefilter, cabinet_of[pattern], word_of[pattern], &count);
    assert_int_equal(count, 1);
    assert_int_equal(keys[0].pattern, pattern);
  }
  assert_int_equal(usual->drawer_count, 3); /* with the empty one */
  assert_int_equal(rare->drawer_count, 4);
  assert_true(text_prefilter_is_sound(&tables, 5));
  rare->drawer_count--; /* a drawer that only the other wing would have */
  assert_false(text_prefilter_is_sound(&tables, 5));
  rare->drawer_count++;
  rare->key_count--;
  assert_false(text_prefilter_is_sound(&tables, 5));
  destroy(&cabinets);
}

/* Numbers without an order, the same in each run. */
static uint64_t next_number(uint64_t *state) {
  *state = *state * UINT64_C(6364136223846793005) + 1442695040888963407U;
  return *state >> 11;
}

/* What a phrase may ask of a neighbour. */
static uint64_t any_wish(uint64_t *state) {
  uint32_t number = (uint32_t)next_number(state) % 200;
  switch (next_number(state) % 6) {
  case 0:
    return TEXT_SIGN_ANY;
  case 1:
    return TEXT_SIGN_WRITTEN | text_sign_of_kind(TEXT_HYPHEN);
  case 2:
    return TEXT_SIGN_CAPITALISED | TEXT_SIGN_EDGE;
  case 3:
    return text_sign_of_mark('?') | text_sign_of_word(number);
  default:
    return text_sign_of_word(number) | text_sign_of_word(number + 1);
  }
}

/* What may stand there: a word, known or not, a mark, a number, the edge. */
static uint64_t any_neighbour(uint64_t *state) {
  uint32_t number = (uint32_t)next_number(state) % 200;
  switch (next_number(state) % 6) {
  case 0:
    return text_sign_of_simple_word(TEXT_NO_WORD, TEXT_CAPITALISED);
  case 1:
    return text_sign_of_punctuation('?');
  case 2:
    return text_sign_of_kind(TEXT_NUMBER) | TEXT_SIGN_WRITTEN;
  case 3:
    return TEXT_SIGN_EDGE;
  default:
    return text_sign_of_simple_word(number, 0);
  }
}

static uint64_t fit_one_by_one(const struct text_key *keys, size_t count,
                               uint64_t before, uint64_t behind) {
  uint64_t fit = 0;
  for (size_t i = 0; i < count; i++) {
    bool fits =
        (keys[i].before & before) != 0 && (keys[i].behind & behind) != 0;
    fit |= (uint64_t)fits << i;
  }
  return fit;
}

/* Drawers of all sizes that have one, and the next ones that have none. */
static void grids_tell_what_their_keys_would(void **state) {
  (void)state;
  uint64_t numbers = 1;
  const uint32_t least = TEXT_GRID_LEAST - 1;
  const uint32_t words = TEXT_GRID_MOST + 2;
  struct cabinets cabinets = {0};
  for (uint32_t word = least; word < words; word++) {
    for (uint32_t pattern = 0; pattern < word; pattern++) {
      struct text_key key = text_key_of(pattern);
      key.before = any_wish(&numbers);
      key.behind = any_wish(&numbers);
      add_key(&cabinets, word, key);
    }
  }
  make(&cabinets, words, NULL);
  struct text_wing wing = cabinets.prefilter.wings[TEXT_WING_USUAL];
  for (uint32_t word = least; word < words; word++) {
    struct text_drawer drawer = drawer_at(&cabinets.prefilter, 0, word);
    assert_int_equal(drawer.grid != 0, word > least && word + 1 < words);
    for (size_t i = 0; i < 500 && drawer.grid != 0; i++) {
      uint64_t before = any_neighbour(&numbers);
      uint64_t behind = any_neighbour(&numbers);
      assert_true(
          text_grid_fit(text_grid_of(wing.grids, drawer.grid), drawer.count,
                        before, behind) ==
          fit_one_by_one(wing.keys + drawer.first, word, before, behind));
    }
  }
  destroy(&cabinets);
}

/* From a source that nobody vouches for. */
static void keys_need_what_is_known(void **state) {
  (void)state;
  struct cabinets cabinets = {0};
  add(&cabinets, 1, 0);
  make(&cabinets, 2, NULL);
  struct text_prefilter tables = cabinets.prefilter;
  struct text_wing *wing = &tables.wings[TEXT_WING_USUAL];
  struct text_key key = wing->keys[0];
  wing->keys = &key;
  assert_true(text_prefilter_is_sound(&tables, 1));
  key.where = TEXT_WHERES;
  assert_false(text_prefilter_is_sound(&tables, 1));
  destroy(&cabinets);
}

/* From such a source, too. */
static void grids_lie_inside(void **state) {
  (void)state;
  struct cabinets cabinets = {0};
  for (uint32_t pattern = 0; pattern < 12; pattern++) {
    add(&cabinets, 1, pattern);
    add(&cabinets, 2, pattern / 6);
  }
  make(&cabinets, 3, NULL);
  struct text_prefilter tables = cabinets.prefilter;
  struct text_wing *wing = &tables.wings[TEXT_WING_USUAL];
  struct text_drawer drawers[3];
  assert_int_equal(wing->drawer_count, 3);
  memcpy(drawers, wing->drawers, sizeof drawers);
  wing->drawers = drawers;
  assert_true(text_prefilter_is_sound(&tables, 12));
  assert_int_equal(wing->grid_bytes, 2 * TEXT_GRID_UNIT + TEXT_GRID_BEHIND);
  wing->grid_bytes--; /* the last row would be read past the end */
  assert_false(text_prefilter_is_sound(&tables, 12));
  wing->grid_bytes++;
  drawers[1].grid++; /* so would others */
  assert_false(text_prefilter_is_sound(&tables, 12));
  drawers[1].grid--;
  drawers[2].grid = 1; /* two keys have none */
  assert_false(text_prefilter_is_sound(&tables, 12));
  drawers[2].grid = 0;
  assert_true(text_prefilter_is_sound(&tables, 12));
  drawers[1].count++; /* past the last key */
  drawers[2].count++;
  assert_false(text_prefilter_is_sound(&tables, 12));
  destroy(&cabinets);
}

/* Of all marks that are tokens. */
static void frequent_marks_share_no_sign(void **state) {
  (void)state;
  static const uint32_t marks[] = {'.', ',', '?',    '!',    0x2026, ':',
                                   ';', '/', 0x2013, 0x2014, '&'};
  enum { MARKS = sizeof marks / sizeof marks[0], FREQUENT = 5 };
  for (size_t i = 0; i < FREQUENT; i++) {
    for (size_t k = i + 1; k < MARKS; k++) {
      assert_true(text_sign_of_mark(marks[i]) != text_sign_of_mark(marks[k]));
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(patterns_are_found_by_word),
      cmocka_unit_test(a_pattern_is_looked_up_under_a_word),
      cmocka_unit_test(other_words_have_none),
      cmocka_unit_test(an_empty_one_answers),
      cmocka_unit_test(too_many_drawers_are_told),
      cmocka_unit_test(too_many_keys_are_told),
      cmocka_unit_test(cabinets_stand_apart),
      cmocka_unit_test(the_first_two_cabinets_open_together),
      cmocka_unit_test(the_last_cabinets_stand_apart),
      cmocka_unit_test(grids_tell_what_their_keys_would),
      cmocka_unit_test(keys_need_what_is_known),
      cmocka_unit_test(grids_lie_inside),
      cmocka_unit_test(frequent_marks_share_no_sign),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

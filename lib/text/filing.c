/* SPDX-License-Identifier: MIT */
#include "text/filing.h"

#include "base/sort.h"
#include "text/grid.h"
#include "text/sign.h"

void text_filing_destroy(struct text_filing *filing) {
  text_filed_keys_destroy(&filing->under_words);
  text_filed_keys_destroy(&filing->always);
}

struct text_key text_key_of(uint32_t pattern) {
  return (struct text_key){
      .before = TEXT_SIGN_ANY,
      .behind = TEXT_SIGN_ANY,
      .need = TEXT_SIGN_ANY,
      .pattern = pattern,
      .where = TEXT_IN_SENTENCE,
      .from = TEXT_FROM_ANYWHERE,
  };
}

bool text_filing_add(struct text_filing *filing, uint32_t word,
                     const struct text_key *key) {
  return text_filed_keys_add(&filing->under_words,
                             (struct text_filed){0, word, *key});
}

bool text_filing_add_always(struct text_filing *filing, uint32_t pattern) {
  return text_filed_keys_add(&filing->always,
                             (struct text_filed){0, 0, text_key_of(pattern)});
}

/* ---------------------------------------------------------------- sorting */

/* The second cabinet stands with the first. */
static uint8_t shelf_of(const struct text_filed *filed) {
  return filed->cabinet == 1 ? 0 : filed->cabinet;
}

static int compare_filed(const void *left, const void *right) {
  const struct text_filed *a = left;
  const struct text_filed *b = right;
  int order = base_order(shelf_of(a), shelf_of(b));
  if (order == 0) {
    order = base_order(a->word, b->word);
  }
  if (order == 0) {
    order = base_order(a->cabinet, b->cabinet);
  }
  return order != 0 ? order : base_order(a->key.pattern, b->key.pattern);
}

/* A pattern has one key under a word, however often it names the word. */
static void sort(struct text_filed_keys *keys, const uint8_t *cabinet_of) {
  for (size_t i = 0; i < keys->count && cabinet_of != NULL; i++) {
    struct text_filed *filed = &keys->items[i];
    filed->cabinet = cabinet_of[filed->key.pattern];
  }
  keys->count = base_sort_and_unite(keys->items, keys->count,
                                    sizeof *keys->items, compare_filed);
}

/* What is filed under no word of the vocabulary is never met. */
static void drop_strays(struct text_filed_keys *keys, uint32_t words) {
  size_t kept = 0;
  for (size_t i = 0; i < keys->count; i++) {
    if (keys->items[i].word < words) {
      keys->items[kept++] = keys->items[i];
    }
  }
  keys->count = kept;
}

/* Of sorted keys those that stand in a wing. */
static struct text_filed_keys keys_in(const struct text_filed_keys *keys,
                                      enum text_wing_number wing) {
  size_t usual = 0;
  while (usual < keys->count &&
         text_wing_of(keys->items[usual].cabinet) == TEXT_WING_USUAL) {
    usual++;
  }
  return wing == TEXT_WING_USUAL
             ? (struct text_filed_keys){.items = keys->items, .count = usual}
             : (struct text_filed_keys){.items = keys->items + usual,
                                        .count = keys->count - usual};
}

static bool are_together(const struct text_filed *a,
                         const struct text_filed *b) {
  return a->word == b->word && shelf_of(a) == shelf_of(b);
}

/* How many drawers sorted keys of a wing need: besides the empty one each of
 * those that hold keys, and where a word has two of a shelf, one for both. */
static size_t count_drawers(const struct text_filed_keys *keys) {
  size_t drawers = 1 + (keys->count > 0);
  for (size_t i = 1; i < keys->count; i++) {
    const struct text_filed *filed = &keys->items[i];
    bool together = are_together(filed - 1, filed);
    bool same_cabinet = filed[-1].cabinet == filed->cabinet;
    drawers += !together || !same_cabinet;
    drawers += together && !same_cabinet;
  }
  return drawers;
}

/* Whether a drawer, if need be one for two cabinets, has more than it counts. */
static bool is_one_too_full(const struct text_filed_keys *keys) {
  bool full = false;
  for (size_t i = TEXT_DRAWERS_MAX; i < keys->count; i++) {
    const struct text_filed *filed = &keys->items[i];
    full |= are_together(filed - TEXT_DRAWERS_MAX, filed);
  }
  return full;
}

bool text_filing_sort(struct text_filing *filing, uint32_t words,
                      const uint8_t *cabinet_of) {
  struct text_filed_keys *keys = &filing->under_words;
  drop_strays(keys, words);
  sort(keys, cabinet_of);
  sort(&filing->always, cabinet_of);
  bool fits = !is_one_too_full(keys);
  for (size_t i = 0; i < TEXT_WINGS; i++) {
    struct text_filed_keys part = keys_in(keys, (enum text_wing_number)i);
    fits &= count_drawers(&part) - 1 <= TEXT_DRAWERS_MAX;
  }
  keys->count = fits ? keys->count : 0;
  return fits;
}

/* ----------------------------------------------------------------- tables */

/* A wing that is being made. */
struct making {
  struct text_drawer *drawers;
  struct text_drawer *last; /* that was filled */
  struct text_key *keys;
  uint16_t *places; /* of all wings */
  uint32_t words;
};

static void fill_drawers(struct making *making,
                         const struct text_filed_keys *keys) {
  for (uint32_t i = 0; i < keys->count; i++) {
    const struct text_filed *filed = &keys->items[i];
    if (i == 0 || filed[-1].cabinet != filed->cabinet ||
        filed[-1].word != filed->word) {
      *++making->last = (struct text_drawer){
          .before = TEXT_SIGN_PASSED, .behind = TEXT_SIGN_PASSED, .first = i};
      making->places[(size_t)filed->cabinet * making->words + filed->word] =
          (uint16_t)(making->last - making->drawers);
    }
    making->last->before |= filed->key.before;
    making->last->behind |= filed->key.behind;
    making->last->count++;
    making->keys[i] = filed->key;
  }
}

/* Of the words that both of the first cabinets have; of others the drawer that
 * there is. */
static void join_drawers(struct making *making) {
  uint16_t *first = making->places;
  uint16_t *second = first + making->words;
  uint16_t *together = first + (size_t)TEXT_TOGETHER * making->words;
  for (uint32_t word = 0; word < making->words; word++) {
    together[word] = first[word] | second[word]; /* one is empty: 0 */
    if (first[word] != 0 && second[word] != 0) {
      const struct text_drawer *a = &making->drawers[first[word]];
      const struct text_drawer *b = &making->drawers[second[word]];
      *++making->last = (struct text_drawer){
          .before = a->before | b->before,
          .behind = a->behind | b->behind,
          .first = a->first,
          .count = (uint16_t)(a->count + b->count),
      };
      together[word] = (uint16_t)(making->last - making->drawers);
    }
  }
}

/* Numbers the grids of drawers that are worth one, as far as there are
 * numbers. Returns how many units they have. */
static size_t number_grids(struct text_drawer *drawers, size_t count) {
  size_t units = 0;
  for (size_t i = 0; i < count; i++) {
    size_t width = text_grid_width(drawers[i].count);
    if (text_grid_is_worth_it(drawers[i].count) &&
        units + width <= UINT16_MAX) {
      drawers[i].grid = (uint16_t)(units + 1);
      units += width;
    }
  }
  return units;
}

static bool make_grids(struct text_wing *wing, struct text_drawer *drawers,
                       struct base_arena *arena) {
  size_t units = number_grids(drawers, wing->drawer_count);
  wing->grid_bytes = units * TEXT_GRID_UNIT + TEXT_GRID_BEHIND;
  uint8_t *grids = base_arena_alloc(arena, wing->grid_bytes);
  wing->grids = grids;
  for (size_t i = 0; i < wing->drawer_count && grids != NULL; i++) {
    if (drawers[i].grid != 0) {
      text_grid_fill(grids + (size_t)(drawers[i].grid - 1) * TEXT_GRID_UNIT,
                     wing->keys + drawers[i].first, drawers[i].count);
    }
  }
  return grids != NULL;
}

static bool make_wing(const struct text_filing *filing,
                      enum text_wing_number number, uint16_t *places,
                      struct base_arena *arena,
                      struct text_prefilter *prefilter) {
  struct text_filed_keys keys = keys_in(&filing->under_words, number);
  size_t drawers = count_drawers(&keys);
  struct making making = {
      .drawers = base_arena_alloc(arena, drawers * sizeof *making.drawers),
      .keys = base_arena_alloc(arena, keys.count * sizeof *making.keys),
      .places = places,
      .words = (uint32_t)prefilter->words,
  };
  if (making.drawers == NULL || making.keys == NULL) {
    return false;
  }
  making.last = making.drawers;
  fill_drawers(&making, &keys);
  if (number == TEXT_WING_USUAL) {
    join_drawers(&making);
  }
  struct text_wing *wing = &prefilter->wings[number];
  *wing = (struct text_wing){.drawers = making.drawers,
                             .keys = making.keys,
                             .drawer_count = drawers,
                             .key_count = keys.count};
  return make_grids(wing, making.drawers, arena);
}

/* Returns false when memory ran out. */
static bool make_always(const struct text_filed_keys *keys,
                        struct base_arena *arena,
                        struct text_prefilter *prefilter) {
  uint32_t *always = base_arena_alloc(arena, keys->count * sizeof *always);
  size_t i = 0;
  for (uint8_t cabinet = 0; cabinet < TEXT_CABINETS && always != NULL;
       cabinet++) {
    prefilter->always[cabinet] = always + i;
    for (; i < keys->count && keys->items[i].cabinet == cabinet; i++) {
      always[i] = keys->items[i].key.pattern;
      prefilter->always_count[cabinet]++;
    }
  }
  return always != NULL;
}

bool text_filing_make(const struct text_filing *filing, uint32_t words,
                      struct base_arena *arena,
                      struct text_prefilter *prefilter) {
  uint16_t *places =
      base_arena_alloc(arena, (size_t)words * TEXT_ROWS * sizeof *places);
  *prefilter = (struct text_prefilter){.places = places, .words = words};
  return places != NULL && make_always(&filing->always, arena, prefilter) &&
         make_wing(filing, TEXT_WING_USUAL, places, arena, prefilter) &&
         make_wing(filing, TEXT_WING_RARE, places, arena, prefilter);
}

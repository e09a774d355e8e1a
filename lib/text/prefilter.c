/* SPDX-License-Identifier: MIT */
#include "text/prefilter.h"

#include "base/sort.h"
#include "base/vector.h"
#include "text/grid.h"
#include "text/sign.h"

#include <stdlib.h>
#include <string.h>

/* Before finish: what was filed, in the order of filing. What is possible
 * everywhere has no word. */
struct filing {
  uint8_t cabinet;
  uint32_t word;
  struct text_key key;
};

BASE_VECTOR(filings, struct filing);

/* What of a wing is our own. */
struct own_wing {
  struct text_drawer *drawers;
  struct text_key *keys;
  uint8_t *grids;
};

struct text_prefilter {
  struct text_prefilter_tables tables; /* what is asked, once finished */
  /* What of it is our own. */
  struct filings filings;
  struct filings unfiled;
  uint16_t *places;
  struct own_wing wings[TEXT_WINGS];
  uint32_t *always;
  bool overfull;
};

struct text_prefilter *text_prefilter_create(void) {
  return calloc(1, sizeof(struct text_prefilter));
}

static void destroy_tables(struct text_prefilter *prefilter) {
  for (size_t i = 0; i < TEXT_WINGS; i++) {
    free(prefilter->wings[i].drawers);
    free(prefilter->wings[i].keys);
    free(prefilter->wings[i].grids);
  }
  free(prefilter->places);
  free(prefilter->always);
}

void text_prefilter_destroy(struct text_prefilter *prefilter) {
  if (prefilter == NULL) {
    return;
  }
  filings_destroy(&prefilter->filings);
  filings_destroy(&prefilter->unfiled);
  destroy_tables(prefilter);
  free(prefilter);
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

bool text_prefilter_add(struct text_prefilter *prefilter, uint32_t word,
                        const struct text_key *key) {
  return filings_add(&prefilter->filings, (struct filing){0, word, *key});
}

bool text_prefilter_add_always(struct text_prefilter *prefilter,
                               uint32_t pattern) {
  struct text_key key = text_key_of(pattern);
  return filings_add(&prefilter->unfiled, (struct filing){0, 0, key});
}

/* ---------------------------------------------------------------- sorting */

/* The second cabinet stands with the first. */
static uint8_t shelf_of(const struct filing *filing) {
  return filing->cabinet == 1 ? 0 : filing->cabinet;
}

static int compare_filings(const void *left, const void *right) {
  const struct filing *a = left;
  const struct filing *b = right;
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
static void sort_filings(struct filings *filings, const uint8_t *cabinet_of) {
  for (size_t i = 0; i < filings->count && cabinet_of != NULL; i++) {
    struct filing *filing = &filings->items[i];
    filing->cabinet = cabinet_of[filing->key.pattern];
  }
  filings->count = base_sort_and_unite(filings->items, filings->count,
                                       sizeof *filings->items, compare_filings);
}

static bool same_drawer(const struct filing *a, const struct filing *b) {
  return a->cabinet == b->cabinet && a->word == b->word;
}

/* Whether the second is the first of its word in another cabinet of the
 * shelf. */
static bool are_joined(const struct filing *a, const struct filing *b) {
  return a->cabinet != b->cabinet && a->word == b->word &&
         shelf_of(a) == shelf_of(b);
}

/* Of sorted filings: the most keys of a drawer, or of two that are joined. */
static size_t count_most_keys(const struct filings *filings) {
  size_t most = 0;
  size_t first = 0;
  for (size_t i = 0; i < filings->count; i++) {
    const struct filing *filing = &filings->items[i];
    if (filing->word != filings->items[first].word ||
        shelf_of(filing) != shelf_of(&filings->items[first])) {
      first = i;
    }
    most = i + 1 - first > most ? i + 1 - first : most;
  }
  return most;
}

/* Of sorted filings. */
static size_t count_drawers(const struct filings *filings) {
  size_t drawers = 1 + (filings->count > 0);
  for (size_t i = 1; i < filings->count; i++) {
    const struct filing *filing = &filings->items[i];
    drawers += !same_drawer(filing - 1, filing);
    drawers += are_joined(filing - 1, filing);
  }
  return drawers;
}

/* Of the words that both of the first cabinets have; of others the drawer that
 * there is. */
static void join_drawers(struct text_prefilter *prefilter, uint32_t words,
                         struct text_drawer *last) {
  struct text_drawer *drawers = prefilter->wings[TEXT_WING_USUAL].drawers;
  for (uint32_t word = 0; word < words; word++) {
    uint16_t one = prefilter->places[word];
    uint16_t other = prefilter->places[words + word];
    uint16_t *place = &prefilter->places[(size_t)TEXT_TOGETHER * words + word];
    *place = one | other; /* the first is empty */
    if (one != 0 && other != 0) {
      const struct text_drawer *a = &drawers[one];
      const struct text_drawer *b = &drawers[other];
      *++last = (struct text_drawer){
          .before = a->before | b->before,
          .behind = a->behind | b->behind,
          .first = a->first,
          .count = (uint16_t)(a->count + b->count),
      };
      *place = (uint16_t)(last - drawers);
    }
  }
}

/* Returns the last drawer. */
static struct text_drawer *fill_drawers(const struct filings *filings,
                                        const struct own_wing *wing,
                                        uint16_t *places, uint32_t words) {
  struct text_drawer *drawer = wing->drawers;
  for (uint32_t i = 0; i < filings->count; i++) {
    const struct filing *filing = &filings->items[i];
    if (i == 0 || !same_drawer(filing - 1, filing)) {
      *++drawer = (struct text_drawer){
          .before = TEXT_SIGN_PASSED, .behind = TEXT_SIGN_PASSED, .first = i};
      places[(size_t)filing->cabinet * words + filing->word] =
          (uint16_t)(drawer - wing->drawers);
    }
    drawer->before |= filing->key.before;
    drawer->behind |= filing->key.behind;
    drawer->count++;
    wing->keys[i] = filing->key;
  }
  return drawer;
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

static bool fill_grids(struct own_wing *own, struct text_wing *wing) {
  size_t units = number_grids(own->drawers, wing->drawer_count);
  wing->grid_bytes = units * TEXT_GRID_UNIT + TEXT_GRID_BEHIND;
  own->grids = calloc(wing->grid_bytes, 1);
  wing->grids = own->grids;
  for (size_t i = 0; i < wing->drawer_count && own->grids != NULL; i++) {
    const struct text_drawer *drawer = &own->drawers[i];
    if (drawer->grid != 0) {
      text_grid_fill(own->grids + (size_t)(drawer->grid - 1) * TEXT_GRID_UNIT,
                     own->keys + drawer->first, drawer->count);
    }
  }
  return own->grids != NULL;
}

static void fill_always(struct text_prefilter *prefilter) {
  const struct filings *unfiled = &prefilter->unfiled;
  struct text_prefilter_tables *tables = &prefilter->tables;
  size_t i = 0;
  for (uint8_t cabinet = 0; cabinet < TEXT_CABINETS; cabinet++) {
    tables->always[cabinet] = prefilter->always + i;
    for (; i < unfiled->count && unfiled->items[i].cabinet == cabinet; i++) {
      prefilter->always[i] = unfiled->items[i].key.pattern;
      tables->always_count[cabinet]++;
    }
  }
}

/* What is filed under no word of the vocabulary is never met. */
static void drop_strays(struct filings *filings, uint32_t words) {
  size_t kept = 0;
  for (size_t i = 0; i < filings->count; i++) {
    if (filings->items[i].word < words) {
      filings->items[kept++] = filings->items[i];
    }
  }
  filings->count = kept;
}

static bool allocate(struct text_prefilter *prefilter, uint32_t words) {
  size_t places = (size_t)words * TEXT_ROWS;
  size_t always = prefilter->unfiled.count;
  destroy_tables(prefilter);
  memset(prefilter->wings, 0, sizeof prefilter->wings);
  prefilter->places = calloc(places + 1, sizeof *prefilter->places);
  prefilter->always = calloc(always + 1, sizeof *prefilter->always);
  return prefilter->places != NULL && prefilter->always != NULL;
}

static bool allocate_wing(struct own_wing *own, const struct text_wing *wing) {
  own->drawers = calloc(wing->drawer_count, sizeof *own->drawers);
  own->keys = calloc(wing->key_count + 1, sizeof *own->keys);
  return own->drawers != NULL && own->keys != NULL;
}

/* Of sorted filings those that stand in a wing. */
static struct filings filings_of(const struct filings *filings,
                                 enum text_wing_number wing) {
  size_t usual = 0;
  while (usual < filings->count &&
         text_wing_of(filings->items[usual].cabinet) == TEXT_WING_USUAL) {
    usual++;
  }
  return wing == TEXT_WING_USUAL
             ? (struct filings){.items = filings->items, .count = usual}
             : (struct filings){.items = filings->items + usual,
                                .count = filings->count - usual};
}

static bool fill_wing(struct text_prefilter *prefilter,
                      enum text_wing_number number, uint32_t words) {
  struct filings filings = filings_of(&prefilter->filings, number);
  struct own_wing *own = &prefilter->wings[number];
  struct text_wing *wing = &prefilter->tables.wings[number];
  *wing = (struct text_wing){.drawer_count = count_drawers(&filings),
                             .key_count = filings.count};
  if (!allocate_wing(own, wing)) {
    return false;
  }
  struct text_drawer *last =
      fill_drawers(&filings, own, prefilter->places, words);
  if (number == TEXT_WING_USUAL) {
    join_drawers(prefilter, words, last);
  }
  wing->drawers = own->drawers;
  wing->keys = own->keys;
  return fill_grids(own, wing);
}

static bool are_too_many(const struct filings *filings) {
  bool too_many = count_most_keys(filings) > TEXT_DRAWERS_MAX;
  for (size_t i = 0; i < TEXT_WINGS; i++) {
    struct filings part = filings_of(filings, (enum text_wing_number)i);
    too_many |= count_drawers(&part) - 1 > TEXT_DRAWERS_MAX;
  }
  return too_many;
}

bool text_prefilter_finish(struct text_prefilter *prefilter, uint32_t words,
                           const uint8_t *cabinet_of) {
  struct filings *filings = &prefilter->filings;
  drop_strays(filings, words);
  sort_filings(filings, cabinet_of);
  sort_filings(&prefilter->unfiled, cabinet_of);
  if (are_too_many(filings)) {
    prefilter->overfull = true;
    filings->count = 0;
  }
  if (!allocate(prefilter, words)) {
    return false;
  }
  prefilter->tables = (struct text_prefilter_tables){
      .places = prefilter->places,
      .words = words,
  };
  fill_always(prefilter);
  return fill_wing(prefilter, TEXT_WING_USUAL, words) &&
         fill_wing(prefilter, TEXT_WING_RARE, words);
}

bool text_prefilter_is_overfull(const struct text_prefilter *prefilter) {
  return prefilter->overfull;
}

/* ----------------------------------------------------------------- tables */

struct text_prefilter_tables text_prefilter_tables(
    const struct text_prefilter *prefilter) {
  return prefilter->tables;
}

static bool is_grid_sound(const struct text_wing *wing,
                          const struct text_drawer *drawer) {
  size_t end = drawer->grid - 1U + text_grid_width(drawer->count);
  return drawer->grid == 0 ||
         (text_grid_is_worth_it(drawer->count) &&
          end * TEXT_GRID_UNIT + TEXT_GRID_BEHIND <= wing->grid_bytes);
}

static bool is_wing_sound(const struct text_wing *wing, size_t patterns) {
  bool sound = wing->drawer_count > 0 && wing->drawers[0].count == 0;
  for (size_t i = 0; i < wing->drawer_count; i++) {
    const struct text_drawer *drawer = &wing->drawers[i];
    sound &= drawer->first <= wing->key_count &&
             drawer->count <= wing->key_count - drawer->first &&
             is_grid_sound(wing, drawer);
  }
  for (size_t i = 0; i < wing->key_count; i++) {
    sound &=
        wing->keys[i].pattern < patterns && wing->keys[i].where < TEXT_WHERES;
  }
  return sound;
}

static bool are_places_sound(const struct text_prefilter_tables *tables) {
  bool sound = true;
  for (size_t row = 0; row < TEXT_ROWS; row++) {
    const uint16_t *places = tables->places + row * tables->words;
    size_t drawers = tables->wings[text_wing_of(row)].drawer_count;
    for (size_t word = 0; word < tables->words; word++) {
      sound &= places[word] < drawers;
    }
  }
  return sound;
}

bool text_prefilter_is_sound(const struct text_prefilter_tables *tables,
                             size_t patterns) {
  bool sound = are_places_sound(tables);
  for (size_t i = 0; i < TEXT_WINGS; i++) {
    sound &= is_wing_sound(&tables->wings[i], patterns);
  }
  for (size_t cabinet = 0; cabinet < TEXT_CABINETS; cabinet++) {
    for (size_t i = 0; i < tables->always_count[cabinet]; i++) {
      sound &= tables->always[cabinet][i] < patterns;
    }
  }
  return sound;
}

struct text_prefilter *text_prefilter_over(
    const struct text_prefilter_tables *tables) {
  struct text_prefilter *prefilter = text_prefilter_create();
  if (prefilter != NULL) {
    prefilter->tables = *tables;
  }
  return prefilter;
}

const struct text_key *text_prefilter_of(const struct text_prefilter *prefilter,
                                         uint8_t cabinet, uint32_t word,
                                         size_t *count) {
  const struct text_prefilter_tables *tables = &prefilter->tables;
  *count = 0;
  if (word >= tables->words) {
    return NULL;
  }
  const struct text_wing *wing = &tables->wings[text_wing_of(cabinet)];
  uint16_t place = tables->places[cabinet * tables->words + word];
  const struct text_drawer *drawer = &wing->drawers[place];
  *count = drawer->count;
  return wing->keys + drawer->first;
}

bool text_prefilter_holds(const struct text_prefilter *prefilter,
                          uint8_t cabinet, uint32_t word, uint32_t pattern) {
  size_t count = 0;
  const struct text_key *keys =
      text_prefilter_of(prefilter, cabinet, word, &count);
  size_t low = 0;
  for (size_t high = count; low < high;) {
    size_t middle = low + (high - low) / 2;
    bool before = keys[middle].pattern < pattern;
    low = before ? middle + 1 : low;
    high = before ? high : middle;
  }
  return low < count && keys[low].pattern == pattern;
}

const uint32_t *text_prefilter_always(const struct text_prefilter *prefilter,
                                      uint8_t cabinet, size_t *count) {
  *count = prefilter->tables.always_count[cabinet];
  return prefilter->tables.always[cabinet];
}

/* SPDX-License-Identifier: MIT */
#include "text/prefilter.h"

#include "text/grid.h"

const struct text_key *text_prefilter_of(const struct text_prefilter *prefilter,
                                         uint8_t cabinet, uint32_t word,
                                         size_t *count) {
  *count = 0;
  if (word >= prefilter->words) {
    return NULL;
  }
  const struct text_wing *wing = &prefilter->wings[text_wing_of(cabinet)];
  uint16_t place = text_prefilter_places(prefilter, cabinet)[word];
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

static bool are_places_sound(const struct text_prefilter *prefilter) {
  bool sound = true;
  for (size_t row = 0; row < TEXT_ROWS; row++) {
    const uint16_t *places = text_prefilter_places(prefilter, row);
    size_t drawers = prefilter->wings[text_wing_of(row)].drawer_count;
    for (size_t word = 0; word < prefilter->words; word++) {
      sound &= places[word] < drawers;
    }
  }
  return sound;
}

bool text_prefilter_is_sound(const struct text_prefilter *prefilter,
                             size_t patterns) {
  bool sound = are_places_sound(prefilter);
  for (size_t i = 0; i < TEXT_WINGS; i++) {
    sound &= is_wing_sound(&prefilter->wings[i], patterns);
  }
  for (size_t cabinet = 0; cabinet < TEXT_CABINETS; cabinet++) {
    for (size_t i = 0; i < prefilter->always_count[cabinet]; i++) {
      sound &= prefilter->always[cabinet][i] < patterns;
    }
  }
  return sound;
}

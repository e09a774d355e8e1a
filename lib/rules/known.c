/* SPDX-License-Identifier: MIT */
#include "rules/known.h"

#include <stdlib.h>

void rules_known_destroy(struct rules_known *known) {
  free(known->slots);
  *known = (struct rules_known){0};
}

/* FNV-1a. */
uint32_t rules_known_hash(const void *bytes, size_t size) {
  const unsigned char *at = bytes;
  uint32_t hash = 2166136261U;
  for (size_t i = 0; i < size; i++) {
    hash = (hash ^ at[i]) * 16777619U;
  }
  return hash;
}

/* The table is never full, so that a walk ends. */
bool rules_known_next(const struct rules_known *known,
                      struct rules_known_walk *walk) {
  while (known->capacity > 0) {
    size_t place = (walk->hash + walk->step++) & (known->capacity - 1);
    const struct rules_known_slot *slot = &known->slots[place];
    if (slot->mark == 0) {
      return false;
    }
    if (slot->hash == walk->hash) {
      walk->number = slot->mark - 1;
      return true;
    }
  }
  return false;
}

static void put(struct rules_known *known, struct rules_known_slot slot) {
  size_t mask = known->capacity - 1;
  size_t place = slot.hash & mask;
  while (known->slots[place].mark != 0) {
    place = (place + 1) & mask;
  }
  known->slots[place] = slot;
  known->count++;
}

static bool grow(struct rules_known *known) {
  enum { FIRST_SLOTS = 64 };
  struct rules_known old = *known;
  size_t capacity = old.capacity == 0 ? FIRST_SLOTS : old.capacity * 2;
  struct rules_known_slot *slots = calloc(capacity, sizeof *slots);
  if (slots == NULL) {
    return false;
  }
  *known = (struct rules_known){.slots = slots, .capacity = capacity};
  for (size_t i = 0; i < old.capacity; i++) {
    if (old.slots[i].mark != 0) {
      put(known, old.slots[i]);
    }
  }
  rules_known_destroy(&old);
  return true;
}

/* At most half full. */
bool rules_known_add(struct rules_known *known, uint32_t hash,
                     uint32_t number) {
  if (known->count * 2 >= known->capacity && !grow(known)) {
    return false;
  }
  put(known, (struct rules_known_slot){hash, number + 1});
  return true;
}

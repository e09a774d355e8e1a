/* SPDX-License-Identifier: MIT */
#include "rules/index.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 64 };

void rules_index_destroy(struct rules_index *index) {
  free(index->slots);
  *index = (struct rules_index){0};
}

/* FNV-1a. */
static uint32_t hash_of(const char *name) {
  uint32_t hash = 0x811C9DC5U;
  for (; *name != '\0'; name++) {
    hash = (hash ^ (unsigned char)*name) * 0x01000193U;
  }
  return hash;
}

/* The slot of the name, or the free one where it would go. At most half of
 * the slots are taken, so there is one. */
static struct rules_index_slot *find(const struct rules_index *index,
                                     const char *name, uint32_t hash) {
  size_t at = hash & (index->capacity - 1);
  while (index->slots[at].name != NULL &&
         (index->slots[at].hash != hash ||
          strcmp(index->slots[at].name, name) != 0)) {
    at = (at + 1) & (index->capacity - 1);
  }
  return &index->slots[at];
}

static bool grow(struct rules_index *index) {
  struct rules_index grown = {
      .capacity = index->capacity == 0 ? FIRST_CAPACITY : index->capacity * 2,
      .count = index->count};
  grown.slots = calloc(grown.capacity, sizeof *grown.slots);
  if (grown.slots == NULL) {
    index->failed = true;
    return false;
  }
  for (size_t i = 0; i < index->capacity; i++) {
    const struct rules_index_slot *slot = &index->slots[i];
    if (slot->name != NULL) {
      *find(&grown, slot->name, slot->hash) = *slot;
    }
  }
  free(index->slots);
  *index = grown;
  return true;
}

void rules_index_put(struct rules_index *index, const char *name,
                     uint32_t value) {
  if (index->failed || name == NULL) {
    index->failed = true;
    return;
  }
  if (index->count * 2 >= index->capacity && !grow(index)) {
    return;
  }
  uint32_t hash = hash_of(name);
  struct rules_index_slot *slot = find(index, name, hash);
  index->count += slot->name == NULL ? 1 : 0;
  *slot = (struct rules_index_slot){name, hash, value};
}

uint32_t rules_index_get(const struct rules_index *index, const char *name) {
  if (index->capacity == 0 || name == NULL) {
    return RULES_NOT_FOUND;
  }
  const struct rules_index_slot *slot = find(index, name, hash_of(name));
  return slot->name == NULL ? RULES_NOT_FOUND : slot->value;
}

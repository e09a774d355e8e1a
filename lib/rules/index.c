/* SPDX-License-Identifier: MIT */
#include "rules/index.h"

void rules_index_destroy(struct rules_index *index) {
  rules_named_numbers_destroy(&index->names);
  rules_known_destroy(&index->known);
  index->failed = false;
}

static struct rules_known_walk walk_of(const char *name) {
  return (struct rules_known_walk){.hash =
                                       rules_known_hash(name, strlen(name))};
}

/* The name where the walk finds it, or NULL. */
static struct rules_named_number *find(const struct rules_index *index,
                                       const char *name,
                                       struct rules_known_walk *walk) {
  while (rules_known_next(&index->known, walk)) {
    struct rules_named_number *named = &index->names.items[walk->number];
    if (strcmp(named->name, name) == 0) {
      return named;
    }
  }
  return NULL;
}

void rules_index_put(struct rules_index *index, const char *name,
                     uint32_t value) {
  if (index->failed || name == NULL) {
    index->failed = true;
    return;
  }
  struct rules_known_walk walk = walk_of(name);
  struct rules_named_number *named = find(index, name, &walk);
  uint32_t number = (uint32_t)index->names.count;
  if (named != NULL) {
    named->value = value;
  } else {
    index->failed =
        !rules_named_numbers_add(&index->names,
                                 (struct rules_named_number){name, value}) ||
        !rules_known_add(&index->known, walk.hash, number);
  }
}

uint32_t rules_index_get(const struct rules_index *index, const char *name) {
  if (name == NULL) {
    return RULES_NOT_FOUND;
  }
  struct rules_known_walk walk = walk_of(name);
  const struct rules_named_number *named = find(index, name, &walk);
  return named == NULL ? RULES_NOT_FOUND : named->value;
}

/* SPDX-License-Identifier: MIT */
#include "text/prefilter.h"

#include "base/vector.h"
#include "text/sign.h"

#include <stdlib.h>

/* Before finish: what was filed, in the order of filing. */
struct filing {
  uint32_t word;
  struct text_key key;
};

BASE_VECTOR(filings, struct filing);
BASE_VECTOR(pattern_list, uint32_t);

struct text_prefilter {
  struct text_prefilter_tables tables; /* what is asked, once finished */
  /* What of it is our own. */
  struct filings filings;
  struct pattern_list always;
  uint32_t *starts;
  struct text_key *keys;
};

struct text_prefilter *text_prefilter_create(void) {
  return calloc(1, sizeof(struct text_prefilter));
}

void text_prefilter_destroy(struct text_prefilter *prefilter) {
  if (prefilter == NULL) {
    return;
  }
  filings_destroy(&prefilter->filings);
  pattern_list_destroy(&prefilter->always);
  free(prefilter->starts);
  free(prefilter->keys);
  free(prefilter);
}

struct text_key text_key_of(uint32_t pattern) {
  return (struct text_key){
      .before = TEXT_SIGN_ANY,
      .behind = TEXT_SIGN_ANY,
      .pattern = pattern,
      .most = TEXT_ANYWHERE,
  };
}

bool text_prefilter_add(struct text_prefilter *prefilter, uint32_t word,
                        const struct text_key *key) {
  return filings_add(&prefilter->filings, (struct filing){word, *key});
}

bool text_prefilter_add_always(struct text_prefilter *prefilter,
                               uint32_t pattern) {
  return pattern_list_add(&prefilter->always, pattern);
}

static int compare_patterns(const void *left, const void *right) {
  uint32_t a = *(const uint32_t *)left;
  uint32_t b = *(const uint32_t *)right;
  return (a > b) - (a < b);
}

static int compare_keys(const void *left, const void *right) {
  const struct text_key *a = left;
  const struct text_key *b = right;
  return compare_patterns(&a->pattern, &b->pattern);
}

/* They are filed in ascending order mostly. */
static void sort_keys(struct text_key *keys, size_t count) {
  for (size_t i = 1; i < count; i++) {
    if (keys[i - 1].pattern > keys[i].pattern) {
      qsort(keys, count, sizeof *keys, compare_keys);
      return;
    }
  }
}

static void sort_patterns(struct pattern_list *list) {
  if (list->count > 1) {
    qsort(list->items, list->count, sizeof *list->items, compare_patterns);
  }
}

/* A counting sort: sizes, then starts, then every filing to its place. */
bool text_prefilter_finish(struct text_prefilter *prefilter, uint32_t words) {
  const struct filings *filings = &prefilter->filings;
  uint32_t *starts = calloc((size_t)words + 2, sizeof *starts);
  struct text_key *keys = calloc(filings->count + 1, sizeof *keys);
  if (starts == NULL || keys == NULL) {
    free(starts);
    free(keys);
    return false;
  }
  for (size_t i = 0; i < filings->count; i++) {
    if (filings->items[i].word < words) {
      starts[filings->items[i].word + 2]++;
    }
  }
  for (size_t word = 2; word < (size_t)words + 2; word++) {
    starts[word] += starts[word - 1];
  }
  /* starts[w + 1] is where the next key of w goes, and in the end where
   * those of w + 1 begin. */
  for (size_t i = 0; i < filings->count; i++) {
    const struct filing *filing = &filings->items[i];
    if (filing->word < words) {
      keys[starts[filing->word + 1]++] = filing->key;
    }
  }
  for (size_t word = 0; word < words; word++) {
    sort_keys(keys + starts[word], starts[word + 1] - starts[word]);
  }
  sort_patterns(&prefilter->always);
  free(prefilter->starts);
  free(prefilter->keys);
  prefilter->starts = starts;
  prefilter->keys = keys;
  prefilter->tables = (struct text_prefilter_tables){
      .starts = starts,
      .keys = keys,
      .always = prefilter->always.items,
      .words = words,
      .key_count = starts[words],
      .always_count = prefilter->always.count,
  };
  return true;
}

struct text_prefilter_tables text_prefilter_tables(
    const struct text_prefilter *prefilter) {
  return prefilter->tables;
}

bool text_prefilter_is_sound(const struct text_prefilter_tables *tables,
                             size_t patterns) {
  bool sound = true;
  for (size_t word = 0; word < tables->words; word++) {
    sound &= tables->starts[word] <= tables->starts[word + 1];
  }
  for (size_t i = 0; i < tables->key_count; i++) {
    sound &= tables->keys[i].pattern < patterns;
  }
  for (size_t i = 0; i < tables->always_count; i++) {
    sound &= tables->always[i] < patterns;
  }
  return sound && tables->starts[tables->words] <= tables->key_count;
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
                                         uint32_t word, size_t *count) {
  const struct text_prefilter_tables *tables = &prefilter->tables;
  if (word >= tables->words) {
    *count = 0;
    return NULL;
  }
  uint32_t start = tables->starts[word];
  *count = tables->starts[word + 1] - start;
  return tables->keys + start;
}

const uint32_t *text_prefilter_always(const struct text_prefilter *prefilter,
                                      size_t *count) {
  *count = prefilter->tables.always_count;
  return prefilter->tables.always;
}

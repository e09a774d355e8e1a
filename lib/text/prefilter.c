/* SPDX-License-Identifier: MIT */
#include "text/prefilter.h"

#include "base/vector.h"

#include <stdlib.h>

/* Before finish: what was filed, in the order of filing. */
struct filing {
  uint32_t word;
  uint32_t pattern;
};

BASE_VECTOR(filings, struct filing);
BASE_VECTOR(pattern_list, uint32_t);

struct text_prefilter {
  struct text_prefilter_tables tables; /* what is asked, once finished */
  /* What of it is our own. */
  struct filings filings;
  struct pattern_list always;
  uint32_t *starts;
  uint32_t *patterns;
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
  free(prefilter->patterns);
  free(prefilter);
}

bool text_prefilter_add(struct text_prefilter *prefilter, uint32_t word,
                        uint32_t pattern) {
  return filings_add(&prefilter->filings, (struct filing){word, pattern});
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

/* They are filed in ascending order mostly. */
static void sort_patterns(uint32_t *patterns, size_t count) {
  for (size_t i = 1; i < count; i++) {
    if (patterns[i - 1] > patterns[i]) {
      qsort(patterns, count, sizeof *patterns, compare_patterns);
      return;
    }
  }
}

/* A counting sort: sizes, then starts, then every filing to its place. */
bool text_prefilter_finish(struct text_prefilter *prefilter, uint32_t words) {
  const struct filings *filings = &prefilter->filings;
  uint32_t *starts = calloc((size_t)words + 2, sizeof *starts);
  uint32_t *patterns = calloc(filings->count + 1, sizeof *patterns);
  if (starts == NULL || patterns == NULL) {
    free(starts);
    free(patterns);
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
  /* starts[w + 1] is where the next pattern of w goes, and in the end where
   * those of w + 1 begin. */
  for (size_t i = 0; i < filings->count; i++) {
    struct filing filing = filings->items[i];
    if (filing.word < words) {
      patterns[starts[filing.word + 1]++] = filing.pattern;
    }
  }
  for (size_t word = 0; word < words; word++) {
    sort_patterns(patterns + starts[word], starts[word + 1] - starts[word]);
  }
  sort_patterns(prefilter->always.items, prefilter->always.count);
  free(prefilter->starts);
  free(prefilter->patterns);
  prefilter->starts = starts;
  prefilter->patterns = patterns;
  prefilter->tables = (struct text_prefilter_tables){
      .starts = starts,
      .patterns = patterns,
      .always = prefilter->always.items,
      .words = words,
      .pattern_count = starts[words],
      .always_count = prefilter->always.count,
  };
  return true;
}

struct text_prefilter_tables text_prefilter_tables(
    const struct text_prefilter *prefilter) {
  return prefilter->tables;
}

static bool are_below(const uint32_t *numbers, size_t count, size_t end) {
  bool below = true;
  for (size_t i = 0; i < count; i++) {
    below &= numbers[i] < end;
  }
  return below;
}

bool text_prefilter_is_sound(const struct text_prefilter_tables *tables,
                             size_t patterns) {
  bool sound = true;
  for (size_t word = 0; word < tables->words; word++) {
    sound &= tables->starts[word] <= tables->starts[word + 1];
  }
  return sound && tables->starts[tables->words] <= tables->pattern_count &&
         are_below(tables->patterns, tables->pattern_count, patterns) &&
         are_below(tables->always, tables->always_count, patterns);
}

struct text_prefilter *text_prefilter_over(
    const struct text_prefilter_tables *tables) {
  struct text_prefilter *prefilter = text_prefilter_create();
  if (prefilter != NULL) {
    prefilter->tables = *tables;
  }
  return prefilter;
}

const uint32_t *text_prefilter_of(const struct text_prefilter *prefilter,
                                  uint32_t word, size_t *count) {
  const struct text_prefilter_tables *tables = &prefilter->tables;
  if (word >= tables->words) {
    *count = 0;
    return NULL;
  }
  uint32_t start = tables->starts[word];
  *count = tables->starts[word + 1] - start;
  return tables->patterns + start;
}

const uint32_t *text_prefilter_always(const struct text_prefilter *prefilter,
                                      size_t *count) {
  *count = prefilter->tables.always_count;
  return prefilter->tables.always;
}

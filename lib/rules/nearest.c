/* SPDX-License-Identifier: MIT */
#include "rules/nearest.h"

#include <string.h>

/* Longer names are never taken for one another. */
enum { LONGEST = 63 };

struct rules_nearest rules_nearest_to(const char *wrong) {
  /* A third of the letters wrong is still a slip; more is another word. */
  return (struct rules_nearest){wrong, NULL, strlen(wrong) / 3 + 1};
}

static size_t smaller(size_t one, size_t other) {
  return one < other ? one : other;
}

/* Letters to put in, take out or change, two swapped neighbours being one
 * change (optimal string alignment). */
static size_t distance(const char *one, size_t one_size, const char *other,
                       size_t other_size) {
  size_t rows[3][LONGEST + 1];
  size_t *before = rows[0];
  size_t *above = rows[1];
  size_t *row = rows[2];
  for (size_t j = 0; j <= other_size; j++) {
    above[j] = j;
  }
  for (size_t i = 1; i <= one_size; i++) {
    row[0] = i;
    for (size_t j = 1; j <= other_size; j++) {
      size_t change = one[i - 1] == other[j - 1] ? 0 : 1;
      row[j] =
          smaller(smaller(above[j], row[j - 1]) + 1, above[j - 1] + change);
      if (i > 1 && j > 1 && one[i - 1] == other[j - 2] &&
          one[i - 2] == other[j - 1]) {
        row[j] = smaller(row[j], before[j - 2] + 1);
      }
    }
    size_t *oldest = before;
    before = above;
    above = row;
    row = oldest;
  }
  return above[other_size];
}

void rules_nearest_offer(struct rules_nearest *nearest, const char *name) {
  size_t wrong_size = strlen(nearest->wrong);
  size_t size = name == NULL ? 0 : strlen(name);
  size_t difference = size > wrong_size ? size - wrong_size : wrong_size - size;
  if (size == 0 || size > LONGEST || wrong_size > LONGEST ||
      difference >= nearest->distance) {
    return;
  }
  size_t found = distance(nearest->wrong, wrong_size, name, size);
  if (found < nearest->distance) {
    nearest->distance = found;
    nearest->best = name;
  }
}

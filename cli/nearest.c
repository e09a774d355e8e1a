/* SPDX-License-Identifier: MIT */
#include "nearest.h"

#include <stdbool.h>
#include <string.h>

/* Longer names are not compared: ids and options are short. */
enum { LONGEST = 48 };

static size_t smaller(size_t a, size_t b) {
  return a < b ? a : b;
}

/* Whether a name was not written to its end. */
static bool is_start(const char *wanted, const char *known) {
  enum { LEAST_SIZE = 3 };
  size_t size = strlen(wanted);
  return size >= LEAST_SIZE && strncmp(wanted, known, size) == 0;
}

/* Levenshtein distance, one row of the table at a time. */
static size_t edit_distance(const char *a, const char *b) {
  size_t length = strlen(b);
  size_t row[LONGEST + 1];
  for (size_t j = 0; j <= length; j++) {
    row[j] = j;
  }
  for (size_t i = 0; a[i] != '\0'; i++) {
    size_t diagonal = row[0];
    row[0] = i + 1;
    for (size_t j = 0; j < length; j++) {
      size_t replaced = diagonal + (a[i] != b[j] ? 1 : 0);
      diagonal = row[j + 1];
      row[j + 1] = smaller(replaced, smaller(row[j], row[j + 1]) + 1);
    }
  }
  return row[length];
}

struct cli_nearest cli_nearest_to(const char *wanted) {
  /* A third of the letters wrong, and it is another word. */
  size_t size = strlen(wanted);
  return (struct cli_nearest){wanted, NULL, size / 3 + 2};
}

void cli_nearest_try(struct cli_nearest *nearest, const char *known) {
  if (strlen(nearest->wanted) > LONGEST || strlen(known) > LONGEST) {
    return;
  }
  size_t distance = is_start(nearest->wanted, known)
                        ? 1
                        : edit_distance(nearest->wanted, known);
  if (distance < nearest->distance) {
    nearest->distance = distance;
    nearest->best = known;
  }
}

/* SPDX-License-Identifier: MIT */
#include "match/tries.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK = 64 }; /* patterns */

void match_tries_destroy(struct match_tries *tries) {
  for (size_t i = 0; i < tries->block_count; i++) {
    free(tries->blocks[i]);
  }
  free(tries->blocks);
  *tries = (struct match_tries){0};
}

static void clear(struct match_tries *tries) {
  for (size_t i = 0; i < tries->block_count; i++) {
    if (tries->blocks[i] != NULL) {
      memset(tries->blocks[i], 0, BLOCK * sizeof *tries->blocks[i]);
    }
  }
  tries->base = 0;
}

bool match_tries_begin(struct match_tries *tries, size_t patterns,
                       uint32_t sentences) {
  tries->failed = false;
  if (tries->blocks == NULL) {
    size_t count = patterns / BLOCK + 1;
    tries->blocks = calloc(count, sizeof *tries->blocks);
    tries->block_count = tries->blocks == NULL ? 0 : count;
    tries->failed = tries->blocks == NULL;
  }
  tries->base += tries->counted;
  tries->counted = sentences;
  if (tries->base > UINT32_MAX - sentences - 1) {
    clear(tries);
  }
  return !tries->failed;
}

bool match_tries_take(struct match_tries *tries, uint32_t pattern,
                      uint32_t sentence, uint32_t *untried) {
  uint32_t **block = &tries->blocks[pattern / BLOCK];
  if (*block == NULL) {
    *block = calloc(BLOCK, sizeof **block);
    tries->failed |= *block == NULL;
  }
  if (*block == NULL) {
    return false;
  }
  uint32_t *last = &(*block)[pattern % BLOCK];
  uint32_t now = tries->base + sentence + 1;
  bool taken = *last < now;
  *untried = *last > tries->base ? *last - tries->base : 0;
  *last = taken ? now : *last;
  return taken;
}

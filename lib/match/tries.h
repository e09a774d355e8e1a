/* SPDX-License-Identifier: MIT */
/*
 * Which sentences a pattern was tried on as a whole. Few patterns of all ever
 * are, so that their numbers stand in blocks, made when one is first needed.
 * They count on from run to run, and are cleared only when used up:
 *
 *     run            1     2           3
 *     sentence       0  1  0  1  2  3  0  1  2
 *     its number     1  2  3  4  5  6  7  8  9
 *                          base: 2     base: 6
 */
#ifndef COURTESY_MATCH_TRIES_H
#define COURTESY_MATCH_TRIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A zeroed struct is empty. */
struct match_tries {
  uint32_t **blocks; /* by pattern, the number of the last sentence, or 0 */
  size_t block_count;
  uint32_t base;
  uint32_t counted; /* sentences of the run that is on */
  bool failed;      /* memory ran out */
};

void match_tries_destroy(struct match_tries *tries);

/* Before a run over so many sentences. Returns false when memory ran out. */
bool match_tries_begin(struct match_tries *tries, size_t patterns,
                       uint32_t sentences);

/* Notes that the pattern is tried on the sentence now, and tells the first one
 * behind all that it was tried on in this run. False: it was tried on this one
 * already, or memory ran out. */
bool match_tries_take(struct match_tries *tries, uint32_t pattern,
                      uint32_t sentence, uint32_t *untried);

#endif

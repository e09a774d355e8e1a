/* SPDX-License-Identifier: MIT */
/* Sixteen bytes side by side. The operators of C work on all at once; a
 * comparison leaves -1 (yes) or 0 (no) in each. GCC and Clang make SSE2 or
 * NEON of it where there is one. */
#ifndef COURTESY_CLI_LANES_H
#define COURTESY_CLI_LANES_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef signed char cli_lanes __attribute__((vector_size(16)));

static inline cli_lanes cli_lanes_at(const char *bytes) {
  cli_lanes lanes;
  memcpy(&lanes, bytes, sizeof lanes);
  return lanes;
}

/* Whether a comparison was true somewhere. */
static inline bool cli_lanes_any(cli_lanes compared) {
  uint64_t halves[2];
  memcpy(halves, &compared, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

/* The sum of what the lanes hold, none of which may be below 0; it must be
 * below 256. */
static inline unsigned cli_lanes_sum(cli_lanes lanes) {
  uint64_t halves[2];
  memcpy(halves, &lanes, sizeof halves);
  return (unsigned)((halves[0] + halves[1]) * 0x0101010101010101 >> 56);
}

#endif

/* SPDX-License-Identifier: MIT */
/*
 * From a raw offset to line and column. A place is noted down every
 * MAIL_PLACE_STEP bytes, so that neither many lines nor one long line make a
 * look-up slow, and the notes stay far below 1 % of the input.
 */
#ifndef COURTESY_MAIL_POSITION_H
#define COURTESY_MAIL_POSITION_H

#include "base/arena.h"
#include "base/slice.h"

#include <stdint.h>

enum { MAIL_PLACE_STEP = 4096 };

/* Counted from 0. A column counts code points, and a byte that is not UTF-8
 * as one. LF, CR and CRLF end a line. */
struct mail_place {
  uint32_t line;
  uint32_t column;
};

/* The places of the offsets 0, MAIL_PLACE_STEP, 2 × MAIL_PLACE_STEP, … up to
 * the size of `raw`; NULL when memory ran out. */
const struct mail_place *mail_places_note(struct base_arena *arena,
                                          struct base_slice raw);

/* The place of an offset up to the size of `raw`. */
struct mail_place mail_place_of(struct base_slice raw,
                                const struct mail_place *places, size_t offset);

/* The same, given the place of another offset: quick from one shortly before. */
struct mail_place mail_place_behind(struct base_slice raw,
                                    const struct mail_place *places,
                                    struct mail_place place, size_t from,
                                    size_t offset);

#endif

/* SPDX-License-Identifier: MIT */
#include "mail/position.h"

#include "base/eight.h"
#include "text/unicode.h"

#include <stdbool.h>
#include <string.h>

/* Whether a column starts at byte `at`: all bytes but those inside a sequence
 * that begins up to three bytes before. */
static bool starts_column(struct base_slice raw, size_t at) {
  if ((raw.bytes[at] & 0xc0) != 0x80) {
    return true;
  }
  for (size_t back = 1; back <= 3 && back <= at; back++) {
    if ((raw.bytes[at - back] & 0xc0) != 0x80) {
      uint32_t code = 0;
      size_t start = at - back;
      return text_decode(raw.bytes + start, raw.size - start, &code) <= back;
    }
  }
  return true;
}

/* How many columns start in raw[from, to). */
static uint32_t count_columns(struct base_slice raw, size_t from, size_t to) {
  uint32_t columns = 0;
  for (size_t at = from; at < to;) {
    size_t size = to - at < BASE_EIGHT ? to - at : BASE_EIGHT;
    uint64_t eight = base_eight_load(raw.bytes + at, raw.size - at);
    if (base_eight_wide(base_eight_first(eight, (unsigned)size)) == 0) {
      columns += (uint32_t)size;
      at += size;
      continue;
    }
    for (size_t end = at + size; at < end; at++) {
      columns += starts_column(raw, at);
    }
  }
  return columns;
}

/* Marks the line ends among the eight bytes at `at`: a CR that an LF follows
 * is none. */
static uint64_t mark_ends(struct base_slice raw, size_t at, uint64_t eight) {
  uint64_t feeds = base_eight_equal(eight, '\n');
  uint64_t returns = base_eight_equal(eight, '\r');
  if (returns == 0) {
    return feeds;
  }
  bool feed_behind =
      at + BASE_EIGHT < raw.size && raw.bytes[at + BASE_EIGHT] == '\n';
  uint64_t followed = feeds >> 8 | (uint64_t)feed_behind << 63;
  return feeds | (returns & ~followed);
}

/*
 * Line ends are counted first, and columns only where they are asked for: in
 * the last line.
 *
 *     from                             to
 *     and the soup.⏎On Monday we will␣│eat
 *                  ^start  columns…
 */
static void advance(struct mail_place *place, struct base_slice raw,
                    size_t from, size_t to) {
  size_t start = from;
  for (size_t at = from; at < to; at += BASE_EIGHT) {
    while (to - at > BASE_EIGHT &&
           base_eight_below(base_eight_load(raw.bytes + at, BASE_EIGHT),
                            0x0e) == 0) {
      at += BASE_EIGHT; /* nothing down to 0x0e is a line end */
    }
    size_t left = to - at < BASE_EIGHT ? to - at : BASE_EIGHT;
    uint64_t ends =
        mark_ends(raw, at, base_eight_load(raw.bytes + at, raw.size - at));
    ends = base_eight_first(ends, (unsigned)left);
    for (; ends != 0; ends &= ends - 1) {
      place->line++;
      place->column = 0;
      start = at + base_eight_before(ends) + 1;
    }
  }
  place->column += count_columns(raw, start, to);
}

const struct mail_place *mail_places_note(struct base_arena *arena,
                                          struct base_slice raw) {
  size_t count = raw.size / MAIL_PLACE_STEP + 1;
  struct mail_place *places = base_arena_alloc(arena, count * sizeof *places);
  if (places == NULL) {
    return NULL;
  }
  for (size_t i = 1; i < count; i++) {
    places[i] = places[i - 1];
    advance(&places[i], raw, (i - 1) * MAIL_PLACE_STEP, i * MAIL_PLACE_STEP);
  }
  return places;
}

struct mail_place mail_place_of(struct base_slice raw,
                                const struct mail_place *places,
                                size_t offset) {
  size_t note = offset / MAIL_PLACE_STEP;
  struct mail_place place = places[note];
  advance(&place, raw, note * MAIL_PLACE_STEP, offset);
  return place;
}

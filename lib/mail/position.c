/* SPDX-License-Identifier: MIT */
#include "mail/position.h"

#include "text/unicode.h"

#include <stdbool.h>

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

static void advance(struct mail_place *place, struct base_slice raw,
                    size_t from, size_t to) {
  for (size_t at = from; at < to; at++) {
    char byte = raw.bytes[at];
    bool ends_line =
        byte == '\n' ||
        (byte == '\r' && !(at + 1 < raw.size && raw.bytes[at + 1] == '\n'));
    if (ends_line) {
      place->line++;
      place->column = 0;
    } else if (starts_column(raw, at)) {
      place->column++;
    }
  }
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

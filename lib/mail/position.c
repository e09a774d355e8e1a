/* SPDX-License-Identifier: MIT */
#include "mail/position.h"

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

enum { WORD = sizeof(uint64_t) };

/* Whether the next bytes are all ASCII and none of them a line end: then each
 * is a column. Subtracting 0x0e borrows into the top bit of each byte below
 * it; other bytes may be taken for such, never the reverse. */
static bool is_plain_word(const char *bytes) {
  const uint64_t ones = 0x0101010101010101;
  uint64_t word = 0;
  memcpy(&word, bytes, sizeof word);
  return (((word - ones * 0x0e) | word) & ones * 0x80) == 0;
}

static void advance(struct mail_place *place, struct base_slice raw,
                    size_t from, size_t to) {
  size_t at = from;
  while (at < to) {
    if (to - at >= WORD && is_plain_word(raw.bytes + at)) {
      place->column += WORD;
      at += WORD;
      continue;
    }
    char byte = raw.bytes[at];
    bool before_lf = at + 1 < raw.size && raw.bytes[at + 1] == '\n';
    if (byte == '\n' || (byte == '\r' && !before_lf)) {
      place->line++;
      place->column = 0;
    } else if (starts_column(raw, at)) {
      place->column++;
    }
    at++;
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

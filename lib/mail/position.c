/* SPDX-License-Identifier: MIT */
#include "mail/position.h"

#include "base/block.h"
#include "base/line_end.h"
#include "text/unicode.h"

#include <stdbool.h>
#include <string.h>

/* Whether a column starts at byte `at`: all bytes but those inside a sequence
 * that begins up to three bytes before. */
static bool starts_column(struct base_slice raw, size_t at) {
  if (!text_continues(raw.bytes[at])) {
    return true;
  }
  for (size_t back = 1; back <= 3 && back <= at; back++) {
    if (!text_continues(raw.bytes[at - back])) {
      uint32_t code = 0;
      size_t start = at - back;
      return text_decode(raw.bytes + start, raw.size - start, &code) <= back;
    }
  }
  return true;
}

static uint32_t count_columns(struct base_slice raw, size_t from, size_t to) {
  uint32_t columns = 0;
  for (size_t at = from; at < to;) {
    size_t end = to - at < BASE_BLOCK ? to : at + BASE_BLOCK;
    if (!base_block_any(base_block_start(raw.bytes + at, end - at))) {
      columns += (uint32_t)(end - at);
      at = end;
    }
    for (; at < end; at++) {
      columns += starts_column(raw, at);
    }
  }
  return columns;
}

static uint32_t count_feeds(const char *bytes, size_t size) {
  size_t blocks = size / BASE_BLOCK;
  uint32_t feeds = base_blocks_count(bytes, blocks, '\n');
  struct base_block rest =
      base_block_start(bytes + blocks * BASE_BLOCK, size % BASE_BLOCK);
  uint64_t bits = base_block_bits(base_block_equal(rest, '\n'));
  for (; bits != 0; bits &= bits - 1) {
    feeds++;
  }
  return feeds;
}

/* Whether the byte is a CR of CRLF or CR CR LF, which ends no line by itself.
 */
static bool is_before_feed(struct base_slice raw, size_t at) {
  if (raw.bytes[at] != '\r') {
    return false;
  }
  size_t feed = at + 1 + base_slice_has(raw, at + 1, '\r');
  return base_slice_has(raw, feed, '\n');
}

static uint32_t count_lone_returns(struct base_slice raw, size_t from,
                                   size_t to) {
  uint32_t count = 0;
  const char *at = raw.bytes + from;
  const char *end = raw.bytes + to;
  while (at < end && (at = memchr(at, '\r', (size_t)(end - at))) != NULL) {
    count += !is_before_feed(raw, (size_t)(at - raw.bytes));
    at++;
  }
  return count;
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
  uint32_t lines = count_feeds(raw.bytes + from, to - from) +
                   count_lone_returns(raw, from, to);
  size_t start = from;
  if (lines > 0) {
    size_t end = to;
    while (is_before_feed(raw, end - 1)) {
      end--;
    }
    start += base_last_line((struct base_slice){raw.bytes + from, end - from});
    place->line += lines;
    place->column = 0;
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

struct mail_place mail_place_behind(struct base_slice raw,
                                    const struct mail_place *places,
                                    struct mail_place place, size_t from,
                                    size_t offset) {
  if (offset < from || offset / MAIL_PLACE_STEP > from / MAIL_PLACE_STEP) {
    return mail_place_of(raw, places, offset);
  }
  advance(&place, raw, from, offset);
  return place;
}

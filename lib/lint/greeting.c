/* SPDX-License-Identifier: MIT */
#include "lint/greeting.h"

#include <string.h>

enum {
  CLOSING_LINES = 10,  /* how far from the end a farewell is looked for */
  SIGN_OFF_BYTES = 60, /* a longer line below a farewell is body again */
};

/* One line of a body zone. */
struct line {
  size_t zone; /* index in view->zones */
  uint32_t start;
  uint32_t end; /* without its line end */
};

static const struct text_source *text_of(const struct lint_view *view) {
  return view->sources[MAIL_SOURCE_TEXT];
}

static bool is_own_body(const struct lint_zone *zone) {
  return zone->zone == COURTESY_ZONE_BODY && zone->source == MAIL_SOURCE_TEXT;
}

static bool is_line_end(char byte) {
  return byte == '\n' || byte == '\r';
}

static bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || is_line_end(byte);
}

static uint32_t line_end(const char *bytes, uint32_t start, uint32_t limit) {
  while (start < limit && !is_line_end(bytes[start])) {
    start++;
  }
  return start;
}

static uint32_t line_start(const char *bytes, uint32_t end, uint32_t limit) {
  while (end > limit && !is_line_end(bytes[end - 1])) {
    end--;
  }
  return end;
}

static uint32_t skip_blanks(const char *bytes, uint32_t start, uint32_t limit) {
  while (start < limit && is_blank(bytes[start])) {
    start++;
  }
  return start;
}

static uint32_t trim_blanks(const char *bytes, uint32_t end, uint32_t limit) {
  while (end > limit && is_blank(bytes[end - 1])) {
    end--;
  }
  return end;
}

/* Tokens of single lines, each a region of its own, and the hits of one
 * marker on them. */
static enum courtesy_status match_lines(struct lint_view *view,
                                        const struct courtesy_ruleset *ruleset,
                                        struct match_engine *engine,
                                        uint32_t marker,
                                        const struct line *lines,
                                        size_t count) {
  text_document_reset(&view->lines);
  view->hits.count = 0;
  for (size_t i = 0; i < count; i++) {
    struct text_region region = {
        .source = text_of(view),
        .source_number = MAIL_SOURCE_TEXT,
        .zone = COURTESY_ZONE_BODY,
        .start = lines[i].start,
        .end = lines[i].end,
    };
    if (!text_document_add(&view->lines, &region, &ruleset->lexicon)) {
      return COURTESY_NO_MEMORY;
    }
  }
  struct match_text text = lint_view_text(view);
  text.document = &view->lines;
  return match_engine_run_entry(engine, &text, marker, &view->hits);
}

/* The first live hit that begins inside the line, or NULL. */
static const struct match_hit *hit_on(const struct lint_view *view,
                                      const struct line *line) {
  const struct match_hit *first = NULL;
  for (size_t i = 0; i < view->hits.count; i++) {
    const struct match_hit *hit = &view->hits.items[i];
    if (hit->fate == MATCH_LIVE && hit->start >= line->start &&
        hit->start < line->end &&
        (first == NULL || hit->start < first->start)) {
      first = hit;
    }
  }
  return first;
}

/* Makes room for one more zone after `index` and copies it there. */
static bool split_zone(struct lint_zones *zones, size_t index) {
  if (lint_zones_push(zones) == NULL) {
    return false;
  }
  memmove(&zones->items[index + 1], &zones->items[index],
          (zones->count - 1 - index) * sizeof zones->items[0]);
  return true;
}

/* The farewell of a line: at its start, or after other sentences where the
 * paragraph ends. Elsewhere the last word of a wrapped line would pass for a
 * name ("… on the share. Form / twelve is …"). */
static const struct match_hit *farewell_on(const struct lint_view *view,
                                           const struct line *line) {
  const struct match_hit *hit = hit_on(view, line);
  bool wraps = line->end < view->zones.items[line->zone].end;
  return hit != NULL && wraps && hit->start > line->start + 1 ? NULL : hit;
}

/* Divides the zone at `place`, leaving blanks out; an empty half vanishes.
 * Returns the index of the second half, or SIZE_MAX when memory ran out. */
static size_t divide_zone(struct lint_view *view, size_t index,
                          uint32_t place) {
  const char *bytes = text_of(view)->bytes;
  struct lint_zone whole = view->zones.items[index];
  uint32_t end = trim_blanks(bytes, place, whole.start);
  uint32_t start = skip_blanks(bytes, place, whole.end);
  if (end == whole.start) {
    return index;
  }
  if (start == whole.end) {
    return index + 1;
  }
  if (!split_zone(&view->zones, index)) {
    return SIZE_MAX;
  }
  view->zones.items[index].end = end;
  view->zones.items[index + 1].start = start;
  view->zones.items[index + 1].after_blank_line = false;
  return index + 1;
}

/* Past the punctuation and dashes that follow a greeting on its line. */
static uint32_t greeting_end(const char *bytes, uint32_t end, uint32_t limit) {
  static const char *const marks[] = {",", ":", ";", "!", ".",
                                      "-", " ", "–", "—", "\t"};
  for (bool moved = true; moved && end < limit;) {
    moved = false;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
      size_t size = strlen(marks[i]);
      if (limit - end >= size && memcmp(bytes + end, marks[i], size) == 0) {
        end += (uint32_t)size;
        moved = true;
      }
    }
  }
  return end;
}

enum courtesy_status lint_mark_greeting(struct lint_view *view,
                                        const struct courtesy_ruleset *ruleset,
                                        struct match_engine *engine) {
  const char *bytes = text_of(view)->bytes;
  size_t index = 0;
  while (index < view->zones.count && !is_own_body(&view->zones.items[index])) {
    index++;
  }
  if (index == view->zones.count || ruleset->greeting == RULES_NO_ENTRY) {
    return COURTESY_OK;
  }
  const struct lint_zone *zone = &view->zones.items[index];
  struct line line = {index, zone->start,
                      line_end(bytes, zone->start, zone->end)};
  enum courtesy_status status =
      match_lines(view, ruleset, engine, ruleset->greeting, &line, 1);
  const struct match_hit *hit =
      status == COURTESY_OK ? hit_on(view, &line) : NULL;
  if (hit == NULL) {
    return status;
  }
  uint32_t end = greeting_end(bytes, hit->end, line.end);
  if (!match_hits_add(&view->forms, *hit) ||
      divide_zone(view, index, end) == SIZE_MAX) {
    return COURTESY_NO_MEMORY;
  }
  view->zones.items[index].zone = COURTESY_ZONE_GREETING;
  return COURTESY_OK;
}

/* The last own lines, in order. */
static size_t last_lines(const struct lint_view *view,
                         struct line lines[CLOSING_LINES]) {
  const char *bytes = text_of(view)->bytes;
  size_t first = CLOSING_LINES;
  for (size_t i = view->zones.count; i > 0 && first > 0; i--) {
    const struct lint_zone *zone = &view->zones.items[i - 1];
    uint32_t end = is_own_body(zone) ? zone->end : zone->start;
    while (end > zone->start && first > 0) {
      uint32_t start = line_start(bytes, end, zone->start);
      lines[--first] = (struct line){i - 1, start, end};
      end = trim_blanks(bytes, start, zone->start);
    }
  }
  memmove(lines, lines + first, (CLOSING_LINES - first) * sizeof lines[0]);
  return CLOSING_LINES - first;
}

/* The last line with a farewell, moved up over lines with one right above
 * ("Many thanks," and "Best regards,"); `count` when there is none. */
static size_t closing_line(const struct lint_view *view,
                           const struct line *lines, size_t count) {
  size_t found = count;
  for (size_t i = count; i > 0; i--) {
    const struct match_hit *hit = farewell_on(view, &lines[i - 1]);
    if (hit != NULL) {
      found = i - 1;
      if (hit->start > lines[i - 1].start + 1) {
        break;
      }
    } else if (found != count) {
      break;
    }
  }
  return found;
}

/* How many lines from `first` on belong to the closing: all short ones. */
static size_t closing_count(const struct line *lines, size_t first,
                            size_t count) {
  size_t i = first + 1;
  while (i < count && lines[i].end - lines[i].start <= SIGN_OFF_BYTES) {
    i++;
  }
  return i - first;
}

static bool keep_farewells(struct lint_view *view, const struct line *lines,
                           size_t first, size_t last) {
  for (size_t i = first; i <= last; i++) {
    const struct match_hit *hit = farewell_on(view, &lines[i]);
    if (hit != NULL && !match_hits_add(&view->forms, *hit)) {
      return false;
    }
  }
  return true;
}

enum courtesy_status lint_mark_closing(struct lint_view *view,
                                       const struct courtesy_ruleset *ruleset,
                                       struct match_engine *engine) {
  if (ruleset->farewell == RULES_NO_ENTRY) {
    return COURTESY_OK;
  }
  struct line lines[CLOSING_LINES];
  size_t count = last_lines(view, lines);
  enum courtesy_status status =
      match_lines(view, ruleset, engine, ruleset->farewell, lines, count);
  size_t first =
      status == COURTESY_OK ? closing_line(view, lines, count) : count;
  if (first == count) {
    return status;
  }
  uint32_t start = farewell_on(view, &lines[first])->start;
  size_t last = first + closing_count(lines, first, count) - 1;
  /* From the end, so that the indices before stay true. */
  size_t last_zone = lines[last].zone;
  if (!keep_farewells(view, lines, first, last) ||
      divide_zone(view, last_zone, lines[last].end) == SIZE_MAX) {
    return COURTESY_NO_MEMORY;
  }
  size_t zones = view->zones.count;
  size_t first_zone = divide_zone(view, lines[first].zone, start);
  if (first_zone == SIZE_MAX) {
    return COURTESY_NO_MEMORY;
  }
  last_zone += view->zones.count - zones;
  for (size_t i = first_zone; i <= last_zone; i++) {
    if (is_own_body(&view->zones.items[i])) {
      view->zones.items[i].zone = COURTESY_ZONE_CLOSING;
    }
  }
  return COURTESY_OK;
}

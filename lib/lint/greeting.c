/* SPDX-License-Identifier: MIT */
#include "lint/greeting.h"

#include "lint/line.h"
#include "rules/languages.h"

#include <string.h>

enum {
  OPENING_LINES = 8,   /* how far from the start a greeting is looked for */
  CLOSING_LINES = 10,  /* how far from the end a farewell is looked for */
  HEADING_BYTES = 60,  /* a longer line above a greeting is body */
  MARK_BYTES = 3,      /* marks behind a farewell */
  REST_BYTES = 30,     /* … and a name */
  FAREWELL_BYTES = 240 /* what may follow it: more is a text that goes on */
};

/* One line of a body zone. */
struct line {
  size_t zone; /* index in view->zones */
  uint32_t start;
  uint32_t end;                /* without its line end */
  uint32_t text;               /* past dashes before a name: "-- Tom" */
  bool gap;                    /* the first of its paragraph */
  const struct match_hit *hit; /* that makes it what is looked for, or NULL */
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

static uint32_t skip_dashes(const char *bytes, uint32_t start, uint32_t limit) {
  while (start < limit && (bytes[start] == '-' || is_blank(bytes[start]))) {
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
 * family of markers on them. */
static enum courtesy_status match_lines(struct lint_view *view,
                                        const struct courtesy_ruleset *ruleset,
                                        struct match_engine *engine,
                                        uint32_t family,
                                        const struct line *lines,
                                        size_t count) {
  text_document_reset(&view->lines);
  view->hits.count = 0;
  for (size_t i = 0; i < count; i++) {
    struct text_region region = {
        .source = text_of(view),
        .source_number = MAIL_SOURCE_TEXT,
        .zone = COURTESY_ZONE_BODY,
        .start = lines[i].text,
        .end = lines[i].end,
    };
    if (!text_document_add(&view->lines, &region, &ruleset->lexicon)) {
      return COURTESY_NO_MEMORY;
    }
  }
  struct match_text text = lint_view_text(view);
  text.document = &view->lines;
  return match_engine_run_family(engine, &text, family, &view->hits);
}

/* A name alone, which says less than a word of greeting or farewell does. */
static bool is_name(const struct courtesy_ruleset *ruleset,
                    const struct match_hit *hit) {
  return rules_language_is_none(ruleset->entries[hit->entry].facts.language);
}

/* The first live hit that begins inside the line, or NULL; of several the
 * longest, and a word rather than a name (its pack comes last). */
static const struct match_hit *hit_on(const struct lint_view *view,
                                      const struct line *line) {
  const struct match_hit *best = NULL;
  for (size_t i = 0; i < view->hits.count; i++) {
    const struct match_hit *hit = &view->hits.items[i];
    if (hit->fate == MATCH_LIVE && hit->start >= line->start &&
        hit->start < line->end &&
        (best == NULL || hit->start < best->start ||
         (hit->start == best->start && hit->end > best->end))) {
      best = hit;
    }
  }
  return best;
}

static struct base_slice slice_of(const struct lint_view *view,
                                  const struct line *line) {
  return (struct base_slice){text_of(view)->bytes + line->start,
                             line->end - line->start};
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

/* The first own lines that hold words, in order. */
static size_t first_lines(const struct lint_view *view,
                          struct line lines[OPENING_LINES]) {
  const char *bytes = text_of(view)->bytes;
  size_t count = 0;
  for (size_t i = 0; i < view->zones.count && count < OPENING_LINES; i++) {
    const struct lint_zone *zone = &view->zones.items[i];
    uint32_t at = is_own_body(zone) ? zone->start : zone->end;
    while (at < zone->end && count < OPENING_LINES) {
      uint32_t end = line_end(bytes, at, zone->end);
      lines[count] = (struct line){i, at, end, at, at == zone->start, NULL};
      count += !lint_line_is_wordless(slice_of(view, &lines[count]));
      at = skip_blanks(bytes, end, zone->end);
    }
  }
  return count;
}

/* Whether the line greets: the first by any hit, a later one when it stands
 * alone and says more than a name. */
static bool greets(const struct lint_view *view,
                   const struct courtesy_ruleset *ruleset,
                   const struct line *line, bool first) {
  if (line->hit == NULL || first) {
    return line->hit != NULL;
  }
  uint32_t end = greeting_end(text_of(view)->bytes, line->hit->end, line->end);
  return !is_name(ruleset, line->hit) && line->gap && end == line->end;
}

static bool is_heading(struct base_slice line) {
  return line.size <= HEADING_BYTES &&
         memchr(".?!", line.bytes[line.size - 1], 3) == NULL;
}

/* Finds the line that greets, or sets *found to `count`: the first, else one
 * that stands below headings, as in a letter. Each is looked at by itself,
 * since a greeting stands at the start of all (^^). */
static enum courtesy_status find_greeting(
    struct lint_view *view, const struct courtesy_ruleset *ruleset,
    struct match_engine *engine, struct line *lines, size_t count,
    size_t *found) {
  *found = count;
  for (size_t i = 0; i < count; i++) {
    enum courtesy_status status =
        match_lines(view, ruleset, engine, ruleset->greeting, &lines[i], 1);
    if (status != COURTESY_OK) {
      return status;
    }
    lines[i].hit = hit_on(view, &lines[i]);
    if (greets(view, ruleset, &lines[i], i == 0)) {
      *found = i;
      break;
    }
    if (!is_heading(slice_of(view, &lines[i]))) {
      break;
    }
  }
  return COURTESY_OK;
}

enum courtesy_status lint_mark_greeting(struct lint_view *view,
                                        const struct courtesy_ruleset *ruleset,
                                        struct match_engine *engine) {
  struct line lines[OPENING_LINES];
  size_t count = first_lines(view, lines);
  if (count == 0 || ruleset->greeting == RULES_NO_ENTRY) {
    return COURTESY_OK;
  }
  size_t found = count;
  enum courtesy_status status =
      find_greeting(view, ruleset, engine, lines, count, &found);
  if (status != COURTESY_OK || found == count) {
    return status;
  }
  const struct line *line = &lines[found];
  uint32_t end = greeting_end(text_of(view)->bytes, line->hit->end, line->end);
  if (!match_hits_add(&view->forms, *line->hit)) {
    return COURTESY_NO_MEMORY;
  }
  size_t first = divide_zone(view, line->zone, line->start);
  if (first == SIZE_MAX || divide_zone(view, first, end) == SIZE_MAX) {
    return COURTESY_NO_MEMORY;
  }
  view->zones.items[first].zone = COURTESY_ZONE_GREETING;
  return COURTESY_OK;
}

/* The last own lines that hold words, in the zones before `zones`, in order. */
static size_t last_lines(const struct lint_view *view, size_t zones,
                         struct line lines[CLOSING_LINES]) {
  const char *bytes = text_of(view)->bytes;
  size_t first = CLOSING_LINES;
  for (size_t i = zones; i > 0 && first > 0; i--) {
    const struct lint_zone *zone = &view->zones.items[i - 1];
    uint32_t end = is_own_body(zone) ? zone->end : zone->start;
    while (end > zone->start && first > 0) {
      uint32_t start = line_start(bytes, end, zone->start);
      start = skip_blanks(bytes, start, end);
      uint32_t text = skip_dashes(bytes, start, end);
      struct line line = {i - 1, start, end, text, start == zone->start, NULL};
      if (!lint_line_is_wordless(slice_of(view, &line))) {
        lines[--first] = line;
      }
      end =
          trim_blanks(bytes, line_start(bytes, end, zone->start), zone->start);
    }
  }
  memmove(lines, lines + first, (CLOSING_LINES - first) * sizeof lines[0]);
  return CLOSING_LINES - first;
}

/* The bytes of the lines behind a hit, up to a postscript. */
static size_t bytes_behind(const struct lint_view *view,
                           const struct line *lines, size_t i, size_t count,
                           const struct match_hit *hit) {
  size_t size = lines[i].end > hit->end ? lines[i].end - hit->end : 0;
  for (size_t k = i + 1;
       k < count && !lint_line_is_postscript(slice_of(view, &lines[k])); k++) {
    size += lines[k].end - lines[k].start;
  }
  return size;
}

static bool only_sign_offs(const struct lint_view *view,
                           const struct line *lines, size_t i, size_t count) {
  while (i < count && lint_line_is_sign_off(slice_of(view, &lines[i]))) {
    i++;
  }
  return i == count || lint_line_is_postscript(slice_of(view, &lines[i]));
}

/* A name closes when it fills its line, what is above has come to an end, and
 * below are only lines like it. */
static bool name_closes(const struct lint_view *view, const struct line *lines,
                        size_t i, size_t count) {
  const struct match_hit *hit = lines[i].hit;
  bool below_end = lines[i].gap || i == 0 ||
                   lint_line_ends_thought(slice_of(view, &lines[i - 1]));
  bool at_start = hit->start <= lines[i].text + 1;
  return !lint_line_is_code(slice_of(view, &lines[i])) &&
         hit->end + MARK_BYTES >= lines[i].end && (below_end || !at_start) &&
         only_sign_offs(view, lines, i + 1, count);
}

/* Whether no other sentence follows that of the line's hit. */
static bool is_last_sentence(const struct lint_view *view,
                             const struct line *line) {
  const char *bytes = text_of(view)->bytes;
  for (uint32_t i = line->hit->end; i + 1 < line->end; i++) {
    if (memchr(".!?", bytes[i], 3) != NULL && is_blank(bytes[i + 1])) {
      return false;
    }
  }
  return true;
}

/* A farewell stands at the start of its line, or in the last sentence where
 * the paragraph ends. Elsewhere the last word of a wrapped line would pass for
 * a name ("… on the share. Form / twelve is …"). */
static bool closes(const struct lint_view *view,
                   const struct courtesy_ruleset *ruleset,
                   const struct line *lines, size_t i, size_t count) {
  const struct line *line = &lines[i];
  const struct match_hit *hit = line->hit;
  size_t behind = bytes_behind(view, lines, i, count, hit);
  bool at_start = hit->start <= line->text + 1;
  bool wraps = line->end < view->zones.items[line->zone].end;
  if (!at_start && (wraps || !is_last_sentence(view, line))) {
    return false;
  }
  if (is_name(ruleset, hit)) {
    return name_closes(view, lines, i, count);
  }
  if (i == 0 && count < CLOSING_LINES && at_start) {
    /* "Thanks for the list. It is …": an opening. */
    return line->end <= hit->end + MARK_BYTES && behind <= REST_BYTES;
  }
  return behind <= FAREWELL_BYTES;
}

/* Notes the farewell of each line. */
static void note_farewells(const struct lint_view *view,
                           const struct courtesy_ruleset *ruleset,
                           struct line *lines, size_t count) {
  for (size_t i = 0; i < count; i++) {
    lines[i].hit = hit_on(view, &lines[i]);
  }
  for (size_t i = 0; i < count; i++) {
    if (lines[i].hit != NULL && !closes(view, ruleset, lines, i, count)) {
      lines[i].hit = NULL;
    }
  }
}

/* The last line with a farewell, moved up over lines with one right above
 * ("Many thanks," and "Best regards,"); `count` when there is none. */
static size_t closing_line(const struct line *lines, size_t count) {
  size_t found = count;
  for (size_t i = count; i > 0; i--) {
    const struct match_hit *hit = lines[i - 1].hit;
    if (hit != NULL) {
      found = i - 1;
      if (hit->start > lines[i - 1].text + 1) {
        break;
      }
    } else if (found != count) {
      break;
    }
  }
  return found;
}

/* How many lines from `first` on belong to the closing: all short ones. */
static size_t closing_count(const struct lint_view *view,
                            const struct line *lines, size_t first,
                            size_t count) {
  size_t i = first + 1;
  while (i < count && lint_line_is_sign_off(slice_of(view, &lines[i]))) {
    i++;
  }
  return i - first;
}

static bool keep_farewells(struct lint_view *view, const struct line *lines,
                           size_t first, size_t last) {
  for (size_t i = first; i <= last; i++) {
    if (lines[i].hit != NULL && !match_hits_add(&view->forms, *lines[i].hit)) {
      return false;
    }
  }
  return true;
}

/* Makes the own text from one line's farewell to the end of another the
 * closing. From the end, so that the indices before stay true. */
static bool make_closing(struct lint_view *view, const struct line *first,
                         const struct line *last) {
  bool at_start = first->hit->start <= first->text + 1;
  uint32_t start = at_start ? first->start : first->hit->start;
  if (divide_zone(view, last->zone, last->end) == SIZE_MAX) {
    return false;
  }
  size_t zones = view->zones.count;
  size_t first_zone = divide_zone(view, first->zone, start);
  if (first_zone == SIZE_MAX) {
    return false;
  }
  size_t last_zone = last->zone + view->zones.count - zones;
  for (size_t i = first_zone; i <= last_zone; i++) {
    if (is_own_body(&view->zones.items[i])) {
      view->zones.items[i].zone = COURTESY_ZONE_CLOSING;
    }
  }
  return true;
}

/* The closing at the end of the own text in the zones before `zones`. */
static enum courtesy_status mark_closing(struct lint_view *view,
                                         const struct courtesy_ruleset *ruleset,
                                         struct match_engine *engine,
                                         size_t zones) {
  struct line lines[CLOSING_LINES];
  size_t count = last_lines(view, zones, lines);
  if (count == 0) {
    return COURTESY_OK;
  }
  enum courtesy_status status =
      match_lines(view, ruleset, engine, ruleset->farewell, lines, count);
  if (status != COURTESY_OK) {
    return status;
  }
  note_farewells(view, ruleset, lines, count);
  size_t first = closing_line(lines, count);
  if (first == count) {
    return COURTESY_OK;
  }
  size_t last = first + closing_count(view, lines, first, count) - 1;
  bool kept = keep_farewells(view, lines, first, last) &&
              make_closing(view, &lines[first], &lines[last]);
  return kept ? COURTESY_OK : COURTESY_NO_MEMORY;
}

/* The zones above the first one that is not the author's. */
static size_t zones_above_quote(const struct lint_view *view) {
  size_t i = 0;
  while (i < view->zones.count &&
         view->zones.items[i].zone != COURTESY_ZONE_QUOTE &&
         view->zones.items[i].zone != COURTESY_ZONE_ATTRIBUTION) {
    i++;
  }
  return i;
}

/* At the end of all that the author wrote, and above what is quoted: there an
 * answer on top ends, and what programs leave unmarked when they wrap a quote
 * would pass for the end. */
enum courtesy_status lint_mark_closing(struct lint_view *view,
                                       const struct courtesy_ruleset *ruleset,
                                       struct match_engine *engine) {
  if (ruleset->farewell == RULES_NO_ENTRY) {
    return COURTESY_OK;
  }
  size_t count = view->zones.count;
  enum courtesy_status status = mark_closing(view, ruleset, engine, count);
  size_t above = zones_above_quote(view);
  if (status == COURTESY_OK && above < view->zones.count) {
    status = mark_closing(view, ruleset, engine, above);
  }
  return status;
}

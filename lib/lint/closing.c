/* SPDX-License-Identifier: MIT */
#include "lint/edge.h"
#include "lint/farewell.h"
#include "lint/greeting.h"
#include "lint/line.h"
#include "lint/signature.h"

#include <string.h>

enum {
  CLOSING_LINES = 10, /* how far from the end a farewell is looked for */
  LEAD_BYTES = 60,    /* words of its sentence that go with a farewell */
  SIGNATURES = 4      /* how many of the last ones may hold it */
};

/* Whether others' words stand between a line and the one below it: an answer
 * goes on between what it quotes. */
static bool is_interrupted(const struct lint_view *view,
                           const struct lint_edge *line) {
  for (size_t i = line[0].zone; i < line[1].zone; i++) {
    enum courtesy_zone zone = view->zones.items[i].zone;
    if (zone == COURTESY_ZONE_QUOTE || zone == COURTESY_ZONE_ATTRIBUTION) {
      return true;
    }
  }
  return false;
}

/* The last line with a farewell, moved up over lines with one right above
 * ("Many thanks," and "Best regards,"), and over names and titles to words of
 * farewell; `count` when there is none. */
static size_t closing_line(const struct lint_view *view,
                           const struct courtesy_ruleset *ruleset,
                           const struct lint_ending *ending) {
  size_t found = ending->count;
  bool over = false; /* lines without one stand between */
  for (size_t i = ending->count; i > ending->first; i--) {
    const struct lint_edge *line = &ending->lines[i - 1];
    if (found < ending->count && is_interrupted(view, line)) {
      break;
    }
    if (line->hit == NULL) {
      over = found < ending->count;
      if (over && !lint_line_is_sign_off(lint_edge_slice(view, line))) {
        break;
      }
      continue;
    }
    if (over && lint_edge_is_name(ruleset, line->hit)) {
      break;
    }
    found = i - 1;
    over = false;
    if (!lint_farewell_at_start(line, line->hit)) {
      break;
    }
  }
  return found;
}

/* The last line of a closing that begins at `first`: all are short. */
static size_t closing_end(const struct lint_view *view,
                          const struct lint_ending *ending, size_t first) {
  size_t i = first;
  while (i + 1 < ending->count) {
    struct base_slice next = lint_edge_slice(view, &ending->lines[i + 1]);
    if (is_interrupted(view, &ending->lines[i]) ||
        !lint_line_is_sign_off(next) || lint_line_is_postscript(next)) {
      break;
    }
    i++;
  }
  return i;
}

/* Where the sentence of the line's farewell begins: "Please | let me know …"
 * is not cut. It is cut behind a comma or dash, and when it is long or began
 * on the line above. */
static uint32_t sentence_start(const struct lint_view *view,
                               const struct lint_ending *ending, size_t i) {
  const char *bytes = view->sources[MAIL_SOURCE_TEXT]->bytes;
  const struct lint_edge *line = &ending->lines[i];
  uint32_t place = line->hit->start;
  while (place > line->start && bytes[place - 1] == ' ') {
    place--;
  }
  if (place > line->start && ((bytes[place - 1] & 0x80) != 0 ||
                              memchr(",;:-(", bytes[place - 1], 5) != NULL)) {
    return line->hit->start;
  }
  while (place > line->start && memchr(".!?", bytes[place - 1], 3) == NULL) {
    place--;
  }
  bool begins =
      place > line->start || line->gap || i == 0 ||
      lint_line_ends_thought(lint_edge_slice(view, &ending->lines[i - 1]));
  while (place < line->hit->start && bytes[place] == ' ') {
    place++;
  }
  return begins && line->hit->start - place <= LEAD_BYTES ? place
                                                          : line->hit->start;
}

/* Makes the own text from one line's farewell to the end of another the
 * closing. From the end, so that the indices before stay true. */
static bool make_closing(struct lint_view *view,
                         const struct lint_ending *ending, size_t first,
                         size_t last, bool is_name) {
  const struct lint_edge *line = &ending->lines[first];
  const struct lint_edge *end = &ending->lines[last];
  uint32_t start = line->start;
  if (!lint_farewell_at_start(line, line->hit)) {
    start = is_name ? line->hit->start : sentence_start(view, ending, first);
  }
  if (lint_edge_divide(view, end->zone, end->end) == SIZE_MAX) {
    return false;
  }
  size_t zones = view->zones.count;
  size_t first_zone = lint_edge_divide(view, line->zone, start);
  if (first_zone == SIZE_MAX) {
    return false;
  }
  size_t last_zone = end->zone + view->zones.count - zones;
  for (size_t i = first_zone; i <= last_zone; i++) {
    if (lint_edge_is_own(&view->zones.items[i])) {
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
  struct lint_edge lines[CLOSING_LINES + 1];
  struct lint_ending ending = {.lines = lines};
  ending.count = lint_edge_last(view, zones, lines, CLOSING_LINES + 1);
  ending.first = ending.count > CLOSING_LINES;
  if (ending.count == 0) {
    return COURTESY_OK;
  }
  size_t able = lint_farewell_first(view, &ending);
  enum courtesy_status status =
      lint_edge_match(view, ruleset, engine, ruleset->farewell, lines + able,
                      ending.count - able);
  if (status == COURTESY_OK &&
      !lint_farewell_add_small_name(view, ruleset, &ending)) {
    status = COURTESY_NO_MEMORY;
  }
  if (status != COURTESY_OK) {
    return status;
  }
  lint_farewell_note(view, ruleset, &ending);
  size_t first = closing_line(view, ruleset, &ending);
  if (first == ending.count) {
    return COURTESY_OK;
  }
  /* A closing is one farewell, however many lines it has. */
  bool is_name = lint_edge_is_name(ruleset, lines[first].hit);
  bool kept = match_hits_add(&view->forms, *lines[first].hit) &&
              make_closing(view, &ending, first,
                           closing_end(view, &ending, first), is_name);
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
static enum courtesy_status mark_closings(
    struct lint_view *view, const struct courtesy_ruleset *ruleset,
    struct match_engine *engine) {
  size_t count = view->zones.count;
  enum courtesy_status status = mark_closing(view, ruleset, engine, count);
  size_t above = zones_above_quote(view);
  if (status == COURTESY_OK && above < view->zones.count) {
    status = mark_closing(view, ruleset, engine, above);
  }
  return status;
}

enum courtesy_status lint_mark_closing(struct lint_view *view,
                                       const struct courtesy_ruleset *ruleset,
                                       struct match_engine *engine) {
  if (ruleset->farewell == RULES_NO_ENTRY) {
    return COURTESY_OK;
  }
  size_t before = view->forms.count;
  enum courtesy_status status = mark_closings(view, ruleset, engine);
  if (status != COURTESY_OK || view->forms.count > before) {
    return status;
  }
  bool opened;
  status = lint_signature_open(view, ruleset, engine, &opened);
  if (status == COURTESY_OK && opened) {
    status = mark_closings(view, ruleset, engine);
  }
  return status;
}

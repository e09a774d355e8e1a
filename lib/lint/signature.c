/* SPDX-License-Identifier: MIT */
#include "lint/signature.h"

#include "base/line_end.h"
#include "lint/edge.h"
#include "lint/farewell.h"
#include "lint/line.h"

enum { SIGNATURES = 4 /* how many blocks are looked at, from the last */ };

static bool is_signature(const struct lint_zone *zone) {
  return zone->zone == COURTESY_ZONE_SIGNATURE &&
         zone->source == MAIL_SOURCE_TEXT;
}

/* The first line of a signature that holds words; false when none does. */
static bool first_line(const struct lint_view *view, size_t zone,
                       struct lint_edge *line) {
  const char *bytes = view->sources[MAIL_SOURCE_TEXT]->bytes;
  uint32_t end = view->zones.items[zone].end;
  *line = lint_edge_at(view, zone, view->zones.items[zone].start);
  if (lint_line_is_wordless(lint_edge_slice(view, line))) {
    uint32_t next = line->end;
    while (next < end && base_is_blank_or_line_end(bytes[next])) {
      next++;
    }
    *line = lint_edge_at(view, zone, next);
  }
  return line->end > line->start;
}

/* The first lines of the last signatures, the last one first. */
static size_t first_lines(const struct lint_view *view,
                          struct lint_edge *lines) {
  size_t count = 0;
  for (size_t i = view->zones.count; i > 0 && count < SIGNATURES; i--) {
    count += is_signature(&view->zones.items[i - 1]) &&
             first_line(view, i - 1, &lines[count]);
  }
  return count;
}

/* Whether the line begins a block below own text: a name there was typed. */
static bool is_typed(const struct lint_view *view,
                     const struct lint_edge *line) {
  return line->gap && line->zone > 0 &&
         lint_edge_is_own(&view->zones.items[line->zone - 1]);
}

static bool open_line(struct lint_view *view, const struct lint_edge *line) {
  if (lint_edge_divide(view, line->zone, line->end) == SIZE_MAX) {
    return false;
  }
  size_t zone = lint_edge_divide(view, line->zone, line->start);
  if (zone == SIZE_MAX) {
    return false;
  }
  lint_view_forget(view, zone);
  view->zones.items[zone].zone = COURTESY_ZONE_BODY;
  return true;
}

/* Makes the words of farewell that begin a line own text, and counts a name
 * for a farewell where it stands. */
static bool take_line(struct lint_view *view,
                      const struct courtesy_ruleset *ruleset,
                      const struct lint_edge *line, bool *opened) {
  const struct match_hit *hit = lint_edge_hit(view, line, line->start);
  if (hit == NULL || !lint_farewell_at_start(line, hit)) {
    return true;
  }
  if (!lint_edge_is_name(ruleset, hit)) {
    *opened = true;
    return open_line(view, line);
  }
  return !is_typed(view, line) || !lint_farewell_fills(view, line, hit) ||
         match_hits_add(&view->forms, *hit);
}

enum courtesy_status lint_signature_open(struct lint_view *view,
                                         const struct courtesy_ruleset *ruleset,
                                         struct match_engine *engine,
                                         bool *opened) {
  struct lint_edge lines[SIGNATURES];
  size_t count = first_lines(view, lines);
  *opened = false;
  if (count == 0) {
    return COURTESY_OK;
  }
  for (size_t i = 0; i < count; i++) {
    if (!lint_edge_read(view, ruleset, &lines[i])) {
      return COURTESY_NO_MEMORY;
    }
    if (lint_edge_glance(view, ruleset, RULES_FAREWELL, LINT_AT_START) == 0) {
      continue;
    }
    enum courtesy_status status =
        lint_edge_match(view, engine, ruleset, RULES_FAREWELL, &lines[i]);
    if (status != COURTESY_OK) {
      return status;
    }
    if (!take_line(view, ruleset, &lines[i], opened)) {
      return COURTESY_NO_MEMORY;
    }
  }
  return COURTESY_OK;
}

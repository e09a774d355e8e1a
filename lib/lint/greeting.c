/* SPDX-License-Identifier: MIT */
#include "lint/greeting.h"

#include "lint/edge.h"

#include <string.h>

enum {
  OPENING_LINES = 8, /* how far from the start a greeting is looked for */
  HEADING_BYTES = 60 /* a longer line above a greeting is body */
};

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

/* Whether the line greets: the first by any hit, a later one when it stands
 * alone and says more than a name. */
static bool greets(const struct lint_view *view,
                   const struct courtesy_ruleset *ruleset,
                   const struct lint_edge *line, bool first) {
  if (line->hit == NULL || first) {
    return line->hit != NULL;
  }
  uint32_t end = greeting_end(view->sources[MAIL_SOURCE_TEXT]->bytes,
                              line->hit->end, line->end);
  return !lint_edge_is_name(ruleset, line->hit) && line->gap &&
         end == line->end;
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
    struct match_engine *engine, struct lint_edge *lines, size_t count,
    size_t *found) {
  *found = count;
  for (size_t i = 0; i < count; i++) {
    enum courtesy_status status =
        lint_edge_match(view, ruleset, engine, ruleset->greeting, &lines[i], 1);
    if (status != COURTESY_OK) {
      return status;
    }
    lines[i].hit = lint_edge_hit(view, &lines[i], lines[i].start);
    if (greets(view, ruleset, &lines[i], i == 0)) {
      *found = i;
      break;
    }
    if (!is_heading(lint_edge_slice(view, &lines[i]))) {
      break;
    }
  }
  return COURTESY_OK;
}

enum courtesy_status lint_mark_greeting(struct lint_view *view,
                                        const struct courtesy_ruleset *ruleset,
                                        struct match_engine *engine) {
  struct lint_edge lines[OPENING_LINES];
  size_t count = lint_edge_first(view, lines, OPENING_LINES);
  if (count == 0 || ruleset->greeting == RULES_NO_ENTRY) {
    return COURTESY_OK;
  }
  size_t found = count;
  enum courtesy_status status =
      find_greeting(view, ruleset, engine, lines, count, &found);
  if (status != COURTESY_OK || found == count) {
    return status;
  }
  const struct lint_edge *line = &lines[found];
  uint32_t end = greeting_end(view->sources[MAIL_SOURCE_TEXT]->bytes,
                              line->hit->end, line->end);
  if (!match_hits_add(&view->forms, *line->hit)) {
    return COURTESY_NO_MEMORY;
  }
  size_t first = lint_edge_divide(view, line->zone, line->start);
  if (first == SIZE_MAX || lint_edge_divide(view, first, end) == SIZE_MAX) {
    return COURTESY_NO_MEMORY;
  }
  view->zones.items[first].zone = COURTESY_ZONE_GREETING;
  return COURTESY_OK;
}

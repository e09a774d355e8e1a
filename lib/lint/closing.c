/* SPDX-License-Identifier: MIT */
#include "lint/edge.h"
#include "lint/greeting.h"
#include "lint/line.h"

#include <string.h>

enum {
  CLOSING_LINES = 10,  /* how far from the end a farewell is looked for */
  MARK_BYTES = 3,      /* marks behind a farewell */
  REST_BYTES = 30,     /* … and a name */
  FAREWELL_BYTES = 240 /* what may follow it: more is a text that goes on */
};

/* The bytes of the lines behind a hit, up to a postscript. */
static size_t bytes_behind(const struct lint_view *view,
                           const struct lint_edge *lines, size_t i,
                           size_t count, const struct match_hit *hit) {
  size_t size = lines[i].end > hit->end ? lines[i].end - hit->end : 0;
  for (size_t k = i + 1;
       k < count && !lint_line_is_postscript(lint_edge_slice(view, &lines[k]));
       k++) {
    size += lines[k].end - lines[k].start;
  }
  return size;
}

static bool only_sign_offs(const struct lint_view *view,
                           const struct lint_edge *lines, size_t i,
                           size_t count) {
  while (i < count && lint_line_is_sign_off(lint_edge_slice(view, &lines[i]))) {
    i++;
  }
  return i == count ||
         lint_line_is_postscript(lint_edge_slice(view, &lines[i]));
}

/* A name closes when it fills its line, what is above has come to an end, and
 * below are only lines like it. */
static bool name_closes(const struct lint_view *view,
                        const struct lint_edge *lines, size_t i, size_t count) {
  const struct match_hit *hit = lines[i].hit;
  bool below_end = lines[i].gap || i == 0 ||
                   lint_line_ends_thought(lint_edge_slice(view, &lines[i - 1]));
  bool at_start = hit->start <= lines[i].text + 1;
  return !lint_line_is_code(lint_edge_slice(view, &lines[i])) &&
         hit->end + MARK_BYTES >= lines[i].end && (below_end || !at_start) &&
         only_sign_offs(view, lines, i + 1, count);
}

/* Whether no other sentence follows that of the line's hit. */
static bool is_last_sentence(const struct lint_view *view,
                             const struct lint_edge *line) {
  const char *bytes = view->sources[MAIL_SOURCE_TEXT]->bytes;
  for (uint32_t i = line->hit->end; i + 1 < line->end; i++) {
    if (memchr(".!?", bytes[i], 3) != NULL && bytes[i + 1] == ' ') {
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
                   const struct lint_edge *lines, size_t i, size_t count) {
  const struct lint_edge *line = &lines[i];
  const struct match_hit *hit = line->hit;
  size_t behind = bytes_behind(view, lines, i, count, hit);
  bool at_start = hit->start <= line->text + 1;
  bool wraps = line->end < view->zones.items[line->zone].end;
  if (!at_start && (wraps || !is_last_sentence(view, line))) {
    return false;
  }
  if (lint_edge_is_name(ruleset, hit)) {
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
                           struct lint_edge *lines, size_t count) {
  for (size_t i = 0; i < count; i++) {
    lines[i].hit = lint_edge_hit(view, &lines[i]);
  }
  for (size_t i = 0; i < count; i++) {
    if (lines[i].hit != NULL && !closes(view, ruleset, lines, i, count)) {
      lines[i].hit = NULL;
    }
  }
}

/* The last line with a farewell, moved up over lines with one right above
 * ("Many thanks," and "Best regards,"); `count` when there is none. */
static size_t closing_line(const struct lint_edge *lines, size_t count) {
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
                            const struct lint_edge *lines, size_t first,
                            size_t count) {
  size_t i = first + 1;
  while (i < count && lint_line_is_sign_off(lint_edge_slice(view, &lines[i]))) {
    i++;
  }
  return i - first;
}

/* Makes the own text from one line's farewell to the end of another the
 * closing. From the end, so that the indices before stay true. */
static bool make_closing(struct lint_view *view, const struct lint_edge *first,
                         const struct lint_edge *last) {
  bool at_start = first->hit->start <= first->text + 1;
  uint32_t start = at_start ? first->start : first->hit->start;
  if (lint_edge_divide(view, last->zone, last->end) == SIZE_MAX) {
    return false;
  }
  size_t zones = view->zones.count;
  size_t first_zone = lint_edge_divide(view, first->zone, start);
  if (first_zone == SIZE_MAX) {
    return false;
  }
  size_t last_zone = last->zone + view->zones.count - zones;
  for (size_t i = first_zone; i <= last_zone; i++) {
    if (lint_edge_is_own(&view->zones.items[i])) {
      view->zones.items[i].zone = COURTESY_ZONE_CLOSING;
    }
  }
  return true;
}

/* The first line that could close: what follows it is little, or are lines
 * like a name. Those before need not be looked at. */
static size_t first_able(const struct lint_view *view,
                         const struct lint_edge *lines, size_t count) {
  size_t able = count;
  size_t behind = 0;
  for (size_t i = count; i > 0; i--) {
    if (behind <= FAREWELL_BYTES || only_sign_offs(view, lines, i, count)) {
      able = i - 1;
    }
    struct base_slice line = lint_edge_slice(view, &lines[i - 1]);
    behind = lint_line_is_postscript(line) ? 0 : behind + line.size;
  }
  return able;
}

/* The closing at the end of the own text in the zones before `zones`. */
static enum courtesy_status mark_closing(struct lint_view *view,
                                         const struct courtesy_ruleset *ruleset,
                                         struct match_engine *engine,
                                         size_t zones) {
  struct lint_edge lines[CLOSING_LINES];
  size_t count = lint_edge_last(view, zones, lines, CLOSING_LINES);
  if (count == 0) {
    return COURTESY_OK;
  }
  size_t able = first_able(view, lines, count);
  enum courtesy_status status = lint_edge_match(
      view, ruleset, engine, ruleset->farewell, lines + able, count - able);
  if (status != COURTESY_OK) {
    return status;
  }
  note_farewells(view, ruleset, lines, count);
  size_t first = closing_line(lines, count);
  if (first == count) {
    return COURTESY_OK;
  }
  size_t last = first + closing_count(view, lines, first, count) - 1;
  /* A closing is one farewell, however many lines it has. */
  bool kept = match_hits_add(&view->forms, *lines[first].hit) &&
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

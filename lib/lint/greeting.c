/* SPDX-License-Identifier: MIT */
#include "lint/greeting.h"

#include "lint/edge.h"
#include "lint/line.h"
#include "text/blank.h"

#include <string.h>

enum {
  OPENING_LINES = 8,  /* how far from the start a greeting is looked for */
  HEADING_BYTES = 60, /* a longer line above a greeting is body */
  SECOND_BYTES = 60,  /* a longer line below one greets nobody any more */
  SLOT_BYTES = 80,    /* a longer stretch is no place for a name */
  LEAST_LABEL = 3,    /* capitals before a colon that are no initials … */
  LEAST_CAPITALS = 4  /* … and before any mark */
};

/* The mark or dash at the start of these bytes; 0 when there is none. */
static size_t mark_size(struct base_slice bytes) {
  static const char *const wide[] = {"–",  "—",  "”",  "’",  "»", "，",
                                     "、", "：", "；", "！", "。"};
  if (bytes.size == 0 || (bytes.bytes[0] & 0x80) == 0) {
    return bytes.size > 0 && base_is_one_of(bytes.bytes[0], ",:;!.-\"") ? 1 : 0;
  }
  for (size_t i = 0; i < sizeof wide / sizeof wide[0]; i++) {
    if (base_slice_begins(bytes, wide[i])) {
      return strlen(wide[i]);
    }
  }
  return 0;
}

/* Past the punctuation, dashes and smiles that follow a greeting, which ends at
 * a place of its line. */
static uint32_t greeting_end(const struct lint_view *view,
                             const struct lint_edge *line, uint32_t end) {
  const char *bytes = view->sources[MAIL_SOURCE_TEXT]->bytes;
  size_t size = 0;
  do {
    end = text_skip_blanks(bytes, end + (uint32_t)size, line->end);
    size = end < line->end ? lint_edge_smile_size(view, line, end) : 0;
    if (size == 0) {
      size = mark_size((struct base_slice){bytes + end, line->end - end});
    }
  } while (size > 0);
  return end;
}

static bool is_small(char byte) {
  return byte >= 'a' && byte <= 'z';
}

/* Behind the brackets and emphasis that a name ends with: *Ana*. */
static uint32_t close_name(const char *bytes, uint32_t end, uint32_t limit) {
  while (end < limit && base_is_one_of(bytes[end], "]})>*_")) {
    end++;
  }
  return end;
}

/* Behind what stands where a name would: `[Name]`, `{{ user.name }}`, `$name`,
 * `@Ana`; else `end`. A mark or the end of the line follows it. */
static uint32_t slot_end(const char *bytes, uint32_t end, uint32_t limit) {
  uint32_t at = text_skip_blanks(bytes, end, limit);
  uint32_t last = limit - at < SLOT_BYTES ? limit : at + SLOT_BYTES;
  bool ended = base_is_one_of(bytes[end - 1], ",:!");
  if (ended || at == last || !base_is_one_of(bytes[at], "{[<$#%*@|_")) {
    return end;
  }
  bool open =
      base_is_one_of(bytes[at], "{[<*|"); /* or there are several words */
  for (at++; at < last; at++) {
    open = open || base_is_one_of(bytes[at], "{[<| ");
    uint32_t next = text_skip_blanks(bytes, at + 1, limit);
    bool ends = next == limit || base_is_one_of(bytes[next], ",!:");
    if (ends && (!open || base_is_one_of(bytes[at], "}]>|*%#"))) {
      return at + 1;
    }
  }
  return end;
}

/* Where the words of the greeting end. Phrases pass over commas, so that the
 * next sentence may have lent its first word: "Hello, The menu | is here". */
static uint32_t words_end(const char *bytes, const struct lint_edge *line) {
  uint32_t end = line->hit->end;
  uint32_t next = text_skip_blanks(bytes, end, line->end);
  bool goes_on = end < next && next < line->end && is_small(bytes[next]);
  uint32_t comma = goes_on ? end : line->hit->start;
  while (comma > line->hit->start && bytes[comma - 1] != ',') {
    comma--;
  }
  if (comma > line->hit->start) {
    return comma - 1;
  }
  return slot_end(bytes, close_name(bytes, end, line->end), line->end);
}

/* Past the marks behind the words of the greeting, and past those of quotation
 * that were wrapped to a line of their own. */
static uint32_t marks_end(const struct lint_view *view,
                          const struct lint_edge *line, uint32_t words) {
  uint32_t limit = view->zones.items[line->zone].end;
  uint32_t end = greeting_end(view, line, words);
  if (end < line->end || end == limit) {
    return end;
  }
  struct lint_edge next = lint_edge_below(view, line);
  struct base_slice below = lint_edge_slice(view, &next);
  bool quotes = (below.size > 0 && below.bytes[0] == '"') ||
                base_slice_begins(below, "”");
  return quotes && greeting_end(view, &next, next.start) == next.end ? next.end
                                                                     : end;
}

/* What stands before a colon as a name does not: "Acked-by: Tom", and
 * "SUPPER: soup" in capitals. */
static bool is_label(const char *bytes, const struct lint_edge *line) {
  uint32_t colon = line->hit->start;
  bool small = false;
  bool hyphen = false;
  while (colon < line->end && bytes[colon] != ':' && bytes[colon] != ' ') {
    small = small || is_small(bytes[colon]) || (bytes[colon] & 0x80) != 0;
    hyphen = hyphen || bytes[colon] == '-';
    colon++;
  }
  if (colon == line->end || bytes[colon] != ':') {
    return false;
  }
  return hyphen || (!small && colon - line->hit->start >= LEAST_LABEL &&
                    colon + 1 < line->end);
}

/* A word in capitals before words that are not: "CANTEEN, which was closed". */
static bool is_in_capitals(const char *bytes, const struct lint_edge *line) {
  uint32_t end = line->hit->start;
  while (end < line->end && bytes[end] >= 'A' && bytes[end] <= 'Z') {
    end++;
  }
  if (end - line->hit->start < LEAST_CAPITALS) {
    return false;
  }
  while (end < line->end && !is_small(bytes[end])) {
    end++;
  }
  return end < line->end;
}

/* Whether the line greets: the first by any hit, but no heading by a name; a
 * later one when it stands alone and says more than a name. */
static bool greets(const struct lint_view *view,
                   const struct courtesy_ruleset *ruleset,
                   const struct lint_edge *line, bool first) {
  if (line->hit == NULL) {
    return false;
  }
  const char *bytes = view->sources[MAIL_SOURCE_TEXT]->bytes;
  if (first) {
    return !lint_edge_is_name(ruleset, line->hit) ||
           (bytes[line->start] != '#' && !is_label(bytes, line) &&
            !is_in_capitals(bytes, line));
  }
  uint32_t name = close_name(bytes, line->hit->end, line->end);
  uint32_t end = greeting_end(view, line, slot_end(bytes, name, line->end));
  return !lint_edge_is_name(ruleset, line->hit) && line->gap &&
         end == line->end;
}

static bool is_heading(struct base_slice line) {
  return line.size <= HEADING_BYTES && !lint_line_ends_sentence(line);
}

/* Searches a line by itself, since a greeting stands at the start of all (^^):
 * not one that would not greet anyway. */
static enum courtesy_status search(struct lint_view *view,
                                   const struct courtesy_ruleset *ruleset,
                                   struct match_engine *engine,
                                   struct lint_edge *line, bool first) {
  uint64_t names = ruleset->forms.families[RULES_GREETING].names;
  uint64_t able = first ? UINT64_MAX : line->gap ? ~names : 0;
  line->hit = NULL;
  if (able != 0 && !lint_edge_read(view, ruleset, line)) {
    return COURTESY_NO_MEMORY;
  }
  if (able == 0 || (able & lint_edge_glance(view, ruleset, RULES_GREETING,
                                            LINT_ANYWHERE)) == 0) {
    return COURTESY_OK;
  }
  enum courtesy_status status =
      lint_edge_match(view, engine, ruleset, RULES_GREETING, line);
  line->hit = lint_edge_hit(view, line, line->start);
  return status;
}

/* Whether a line that greets by a name may head a letter: it is short, and more
 * stands behind the name, as in "Status: draft" and "Oslo, 3 May". */
static bool may_head(const struct lint_view *view,
                     const struct courtesy_ruleset *ruleset,
                     const struct lint_edge *line) {
  const char *bytes = view->sources[MAIL_SOURCE_TEXT]->bytes;
  return lint_edge_is_name(ruleset, line->hit) &&
         is_heading(lint_edge_slice(view, line)) &&
         greeting_end(view, line, words_end(bytes, line)) < line->end;
}

/* Finds the line that greets: the first, else one that stands below headings,
 * as in a letter. A first line that may be a heading greets where no other one
 * does. */
static enum courtesy_status find_greeting(
    struct lint_view *view, const struct courtesy_ruleset *ruleset,
    struct match_engine *engine, struct lint_edge *line, bool *found) {
  struct lint_edge named = {.zone = 0};
  *line = (struct lint_edge){.zone = 0};
  *found = false;
  for (size_t i = 0; i < OPENING_LINES && lint_edge_next(view, line); i++) {
    enum courtesy_status status = search(view, ruleset, engine, line, i == 0);
    if (status != COURTESY_OK) {
      return status;
    }
    *found = greets(view, ruleset, line, i == 0);
    if (*found && i == 0 && may_head(view, ruleset, line)) {
      named = *line;
      *found = false;
    } else if (*found || !is_heading(lint_edge_slice(view, line))) {
      break;
    }
  }
  if (*found || named.end == 0) {
    return COURTESY_OK;
  }
  *line = named;
  *found = true;
  return search(view, ruleset, engine, line, true);
}

static bool mark_zone(struct lint_view *view, size_t zone, uint32_t start,
                      uint32_t end) {
  size_t first = lint_edge_divide(view, zone, start);
  if (first == SIZE_MAX || lint_edge_divide(view, first, end) == SIZE_MAX) {
    return false;
  }
  lint_view_rename(view, first, COURTESY_ZONE_GREETING);
  return true;
}

/* Some greet on two lines, whom above how: "Dear Ana,", "Good morning!". It is
 * one greeting, also in two languages. A placeholder below one may stand for
 * anything. */
static enum courtesy_status mark_second(struct lint_view *view,
                                        const struct courtesy_ruleset *ruleset,
                                        struct match_engine *engine,
                                        struct lint_edge line) {
  if (!lint_edge_next(view, &line)) {
    return COURTESY_OK;
  }
  struct base_slice words = lint_edge_slice(view, &line);
  if (words.size > SECOND_BYTES || lint_line_is_put_in(words)) {
    return COURTESY_OK;
  }
  line.gap = true; /* a greeting stands above it */
  enum courtesy_status status = search(view, ruleset, engine, &line, false);
  bool marked = status != COURTESY_OK || !greets(view, ruleset, &line, false) ||
                mark_zone(view, line.zone, line.start, line.end);
  return marked ? status : COURTESY_NO_MEMORY;
}

/* Others greet twice on one line: "Hallo / Hi all,". Moves *end behind it. */
static enum courtesy_status pass_second(struct lint_view *view,
                                        const struct courtesy_ruleset *ruleset,
                                        struct match_engine *engine,
                                        const struct lint_edge *line,
                                        uint32_t *end) {
  const char *bytes = view->sources[MAIL_SOURCE_TEXT]->bytes;
  bool parted = base_is_one_of(bytes[*end], "/|");
  struct lint_edge rest = *line;
  rest.start = text_skip_blanks(bytes, *end + parted, line->end);
  rest.text = rest.start;
  rest.gap = true;
  struct base_slice words = lint_edge_slice(view, &rest);
  if (words.size == 0 || words.size > SECOND_BYTES ||
      lint_line_is_put_in(words)) {
    return COURTESY_OK;
  }
  enum courtesy_status status = search(view, ruleset, engine, &rest, false);
  if (status == COURTESY_OK && greets(view, ruleset, &rest, false)) {
    *end = line->end;
  }
  return status;
}

enum courtesy_status lint_mark_greeting(struct lint_view *view,
                                        const struct courtesy_ruleset *ruleset,
                                        struct match_engine *engine) {
  if (ruleset->greeting == RULES_NO_ENTRY) {
    return COURTESY_OK;
  }
  struct lint_edge greeting;
  const struct lint_edge *line = &greeting;
  bool found;
  enum courtesy_status status =
      find_greeting(view, ruleset, engine, &greeting, &found);
  if (status != COURTESY_OK || !found) {
    return status;
  }
  struct match_hit hit = *line->hit;
  hit.end = words_end(view->sources[MAIL_SOURCE_TEXT]->bytes, line);
  uint32_t end = marks_end(view, line, hit.end);
  if (end < line->end) {
    status = pass_second(view, ruleset, engine, line, &end);
  }
  if (status == COURTESY_OK && end == line->end) {
    status = mark_second(view, ruleset, engine, greeting);
  }
  bool marked =
      status != COURTESY_OK || (match_hits_add(&view->forms, hit) &&
                                mark_zone(view, line->zone, line->start, end));
  return marked ? status : COURTESY_NO_MEMORY;
}

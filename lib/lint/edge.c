/* SPDX-License-Identifier: MIT */
#include "lint/edge.h"

#include "base/line_end.h"
#include "lint/glance.h"
#include "lint/line.h"
#include "lint/telephone.h"
#include "text/blank.h"

#include <string.h>

static const struct text_source *text_of(const struct lint_view *view) {
  return view->sources[MAIL_SOURCE_TEXT];
}

static uint32_t skip_dashes(const char *bytes, uint32_t start, uint32_t limit) {
  while (start < limit &&
         (bytes[start] == '-' || base_is_blank_or_line_end(bytes[start]))) {
    start++;
  }
  return start;
}

/* Past an @ before a name, and the marks of a heading: "## Hi Ana,". */
static uint32_t skip_mark(const char *bytes, uint32_t start, uint32_t end) {
  if (bytes[start] == '@') {
    return start + 1;
  }
  uint32_t text = start;
  while (text < end && bytes[text] == '#') {
    text++;
  }
  return text > start && text + 1 < end && bytes[text] == ' ' ? text + 1
                                                              : start;
}

static struct text_region region_of(const struct lint_view *view,
                                    const struct lint_edge *line) {
  return (struct text_region){
      .source = text_of(view),
      .source_number = MAIL_SOURCE_TEXT,
      .zone = COURTESY_ZONE_BODY,
      .start = line->text,
      .end = line->tail,
  };
}

/* The tokens of a line in the document. Most lines begin or end their zone. */
static struct lint_words words_of(struct lint_view *view,
                                  const struct lint_edge *line) {
  const struct text_token *tokens = view->document.tokens.items;
  const struct lint_zone *zone = &view->zones.items[line->zone];
  uint32_t first = zone->before.tokens;
  uint32_t end = line->zone + 1 < view->read
                     ? zone[1].before.tokens
                     : (uint32_t)view->document.tokens.count;
  if (first < end && tokens[first].start < line->text) {
    first = text_token_at(tokens, first + 1, end, line->text);
  }
  if (first < end && tokens[end - 1].start >= line->tail) {
    end = text_token_at(tokens, first, end - 1, line->tail);
  }
  return (struct lint_words){&view->document, first, end};
}

/* Whether these would be the tokens of the line if there were nothing around
 * it, but for quotations: no bullet, no word that reaches over its ends. */
static bool stand_alone(const struct lint_words *words,
                        const struct lint_edge *line) {
  const struct text_token *tokens = words->document->tokens.items;
  if (words->first == words->end) {
    return false;
  }
  const struct text_token *first = &tokens[words->first];
  const struct text_token *last = &tokens[words->end - 1];
  return first->start == line->text &&
         (first->flags & (TEXT_BLANK_BEFORE | TEXT_BULLET)) ==
             TEXT_BLANK_BEFORE &&
         last->end <= line->tail && last->kind != TEXT_HYPHEN;
}

/* Whether a quotation may reach over an end of the line in the document: over
 * its first token, before which none begins if that is its zone's, or over its
 * last one. */
static bool may_be_quoted(const struct lint_view *view,
                          const struct lint_edge *line) {
  const struct lint_words *words = &view->at_hand;
  const struct text_token *tokens = words->document->tokens.items;
  if (words->document == &view->line || !words->document->quotes) {
    return false;
  }
  bool begins = words->first == view->zones.items[line->zone].before.tokens;
  unsigned first = begins ? 0 : tokens[words->first].flags;
  unsigned last = tokens[words->end - 1].flags;
  return (first & (TEXT_QUOTED | TEXT_QUOTE_MARK)) != 0 ||
         (last & TEXT_QUOTED) != 0;
}

/* Reads a line by itself. */
static bool read_alone(struct lint_view *view,
                       const struct courtesy_ruleset *ruleset,
                       const struct lint_edge *line) {
  struct text_region region = region_of(view, line);
  text_document_reset(&view->line);
  bool read = text_document_read(&view->line, &region, &ruleset->lexicon);
  view->at_hand =
      (struct lint_words){&view->line, 0, (uint32_t)view->line.tokens.count};
  return read;
}

bool lint_edge_read(struct lint_view *view,
                    const struct courtesy_ruleset *ruleset,
                    const struct lint_edge *line) {
  view->at_hand = words_of(view, line);
  return stand_alone(&view->at_hand, line) || read_alone(view, ruleset, line);
}

uint64_t lint_edge_glance(struct lint_view *view,
                          const struct courtesy_ruleset *ruleset,
                          enum rules_form_family family,
                          enum lint_where where) {
  const struct lint_words *words = &view->at_hand;
  struct lint_promise promise =
      lint_glance(ruleset, family, words->document->tokens.items + words->first,
                  words->end - words->first, where);
  view->promised = promise.all;
  return promise.counting;
}

/* The patterns of names that are tried behind those of words: most farewells of
 * words take all words of their line, while greetings seldom do. */
static uint64_t names_for_later(const struct lint_view *view,
                                const struct courtesy_ruleset *ruleset,
                                enum rules_form_family family) {
  uint64_t names =
      family == RULES_FAREWELL ? ruleset->forms.families[family].names : 0;
  return (view->promised & ~names) != 0 ? view->promised & names : 0;
}

/* Whether one of the hits takes all words of the line. */
static bool is_filled(const struct lint_words *words,
                      const struct match_hits *hits) {
  const struct text_token *tokens = words->document->tokens.items;
  uint32_t end = words->end;
  while (end > words->first && tokens[end - 1].kind > TEXT_HYPHEN) {
    end--;
  }
  bool filled = false;
  for (size_t i = 0; i < hits->count && !filled; i++) {
    const struct match_hit *hit = &hits->items[i];
    filled = hit->fate == MATCH_LIVE && hit->first_token == words->first &&
             hit->token_end >= end;
  }
  return filled;
}

/* Adds what these patterns find on the line at hand. */
static enum courtesy_status match(struct lint_view *view,
                                  struct match_engine *engine,
                                  enum rules_form_family family,
                                  uint64_t patterns) {
  struct match_text text = lint_view_text(view);
  text.document = view->at_hand.document;
  view->promised &= ~patterns;
  return match_engine_run_family(engine, &text, family, patterns, &view->hits);
}

enum courtesy_status lint_edge_match(struct lint_view *view,
                                     struct match_engine *engine,
                                     const struct courtesy_ruleset *ruleset,
                                     enum rules_form_family family,
                                     const struct lint_edge *line) {
  const struct lint_words *words = &view->at_hand;
  if (may_be_quoted(view, line) && !read_alone(view, ruleset, line)) {
    return COURTESY_NO_MEMORY;
  }
  struct text_region region = region_of(view, line);
  view->hits.count = 0;
  if (!text_document_divide_run(words->document, &region, words->first,
                                words->end)) {
    return COURTESY_NO_MEMORY;
  }
  uint64_t later = names_for_later(view, ruleset, family);
  enum courtesy_status status =
      match(view, engine, family, view->promised & ~later);
  return status == COURTESY_OK && !is_filled(words, &view->hits)
             ? lint_edge_match_rest(view, engine, family)
             : status;
}

enum courtesy_status lint_edge_match_rest(struct lint_view *view,
                                          struct match_engine *engine,
                                          enum rules_form_family family) {
  return view->promised != 0 ? match(view, engine, family, view->promised)
                             : COURTESY_OK;
}

bool lint_edge_is_name(const struct courtesy_ruleset *ruleset,
                       const struct match_hit *hit) {
  return rules_has_no_language(ruleset, hit->entry);
}

const struct match_hit *lint_edge_hit(const struct lint_view *view,
                                      const struct lint_edge *line,
                                      uint32_t from) {
  const struct match_hit *best = NULL;
  for (size_t i = 0; i < view->hits.count; i++) {
    const struct match_hit *hit = &view->hits.items[i];
    if (hit->fate == MATCH_LIVE && hit->start >= from &&
        hit->start < line->end &&
        (best == NULL || hit->start < best->start ||
         (hit->start == best->start && hit->end > best->end))) {
      best = hit;
    }
  }
  return best;
}

struct base_slice lint_edge_slice(const struct lint_view *view,
                                  const struct lint_edge *line) {
  return (struct base_slice){text_of(view)->bytes + line->start,
                             line->end - line->start};
}

size_t lint_edge_smile_size(const struct lint_view *view,
                            const struct lint_edge *line, uint32_t place) {
  bool alone = view->waits; /* the line at hand was read by itself */
  const struct text_tokens *read =
      alone ? &view->line.tokens : &view->document.tokens;
  const struct text_token *tokens = read->items;
  uint32_t count = (uint32_t)read->count;
  uint32_t first = alone ? 0 : view->zones.items[line->zone].before.tokens;
  uint32_t at = text_token_at(tokens, first, count, place);
  return at < count && tokens[at].start == place &&
                 tokens[at].kind == TEXT_EMOJI
             ? tokens[at].end - tokens[at].start
             : 0;
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

size_t lint_edge_divide(struct lint_view *view, size_t index, uint32_t place) {
  const char *bytes = text_of(view)->bytes;
  struct lint_zone whole = view->zones.items[index];
  uint32_t end = text_trim_blanks(bytes, whole.start, place);
  uint32_t start = text_skip_blanks(bytes, place, whole.end);
  if (end <= whole.start) {
    return index;
  }
  if (start >= whole.end) {
    return index + 1;
  }
  lint_view_forget(view, index);
  if (!split_zone(&view->zones, index)) {
    return SIZE_MAX;
  }
  view->zones.items[index].end = end;
  view->zones.items[index + 1].start = start;
  view->zones.items[index + 1].after_blank_line = false;
  return index + 1;
}

bool lint_edge_next(const struct lint_view *view, struct lint_edge *line) {
  const char *bytes = text_of(view)->bytes;
  for (size_t i = line->zone; i < view->zones.count; i++) {
    const struct lint_zone *zone = &view->zones.items[i];
    uint32_t at = line->end > zone->start && i == line->zone
                      ? text_skip_blanks(bytes, line->end, zone->end)
                      : zone->start;
    while (lint_edge_is_own(zone) && at < zone->end) {
      uint32_t end = text_source_line_end(text_of(view), at, zone->end);
      *line = (struct lint_edge){
          .zone = i,
          .start = at,
          .end = end,
          .text = skip_mark(bytes, at, end),
          .tail = end,
          .gap = at == zone->start,
      };
      if (!lint_line_is_wordless(lint_edge_slice(view, line))) {
        return true;
      }
      at = text_skip_blanks(bytes, end, zone->end);
    }
  }
  return false;
}

/* The line of a zone from `start` to `end`, neither of which is a blank. */
static struct lint_edge line_of(const struct lint_view *view, size_t zone,
                                uint32_t start, uint32_t end) {
  const char *bytes = text_of(view)->bytes;
  uint32_t text = skip_dashes(bytes, start, end);
  size_t words =
      lint_telephone_at((struct base_slice){bytes + text, end - text});
  return (struct lint_edge){
      .zone = zone,
      .start = start,
      .end = end,
      .text = text,
      .tail = text + (uint32_t)words,
      .gap = start == view->zones.items[zone].start,
  };
}

struct lint_edge lint_edge_at(const struct lint_view *view, size_t zone,
                              uint32_t start) {
  const char *bytes = text_of(view)->bytes;
  uint32_t end =
      text_source_line_end(text_of(view), start, view->zones.items[zone].end);
  return line_of(view, zone, start, text_trim_blanks(bytes, start, end));
}

struct lint_edge lint_edge_below(const struct lint_view *view,
                                 const struct lint_edge *line) {
  uint32_t limit = view->zones.items[line->zone].end;
  return lint_edge_at(view, line->zone,
                      text_skip_blanks(text_of(view)->bytes, line->end, limit));
}

bool lint_edge_last(const struct lint_view *view, size_t zone, uint32_t place,
                    struct lint_edge *line) {
  const char *bytes = text_of(view)->bytes;
  const struct lint_zone *at = &view->zones.items[zone];
  uint32_t end = place < at->end ? place : at->end;
  while (lint_edge_is_own(at) &&
         (end = text_trim_blanks(bytes, at->start, end)) > at->start) {
    uint32_t above = text_source_line_start(text_of(view), end);
    above = above > at->start ? above : at->start;
    uint32_t start = text_skip_blanks(bytes, above, end);
    struct base_slice words = {bytes + start, end - start};
    if (!lint_line_is_wordless(words)) {
      *line = line_of(view, zone, start, end);
      return true;
    }
    end = above;
  }
  return false;
}

bool lint_edge_above(const struct lint_view *view, size_t zones, uint32_t place,
                     struct lint_edge *line) {
  bool found = false;
  for (size_t i = zones; i > 0 && !found; i--) {
    found = lint_edge_last(view, i - 1, i == zones ? place : UINT32_MAX, line);
  }
  return found;
}

/* SPDX-License-Identifier: MIT */
#include "lint/view.h"

#include "base/line_end.h"
#include "base/sort.h"
#include "lint/greeting.h"
#include "text/unicode.h"

void lint_view_destroy(struct lint_view *view) {
  lint_zones_destroy(&view->zones);
  text_document_destroy(&view->document);
  text_document_destroy(&view->line);
  match_hits_destroy(&view->forms);
  match_hits_destroy(&view->hits);
}

struct match_text lint_view_text(const struct lint_view *view) {
  return (struct match_text){
      .document = &view->document,
      .sources = view->sources,
      .facts = &view->message->facts,
  };
}

/* The column of an offset of a text that is one line. */
static uint32_t column_of(const struct text_source *line, uint32_t offset) {
  uint32_t column = 1;
  for (uint32_t i = 0; i < offset; column++) {
    uint32_t code;
    i += text_decode(line->bytes + i, line->size - i, &code);
  }
  return column;
}

struct courtesy_span lint_view_bytes(const struct lint_view *view,
                                     uint8_t source, uint32_t start,
                                     uint32_t end) {
  const struct courtesy_message *message = view->message;
  uint32_t raw_start;
  uint32_t raw_end;
  text_source_raw(view->sources[source], start, end, &raw_start, &raw_end);
  struct courtesy_span span = {
      .offset = raw_start,
      .length = raw_end - raw_start,
      .in_subject = source == MAIL_SOURCE_SUBJECT && message->subject_given,
  };
  if (span.in_subject) {
    span.line = span.end_line = 1;
    span.column = column_of(view->sources[source], start);
    span.end_column = column_of(view->sources[source], end);
  } else {
    span.offset += message->origin.offset;
  }
  return span;
}

void lint_view_place(struct lint_view *view, struct courtesy_span *span) {
  if (!span->in_subject) {
    mail_place_span(view->message, &view->cursor, span);
  }
}

struct courtesy_span lint_view_span(struct lint_view *view, uint8_t source,
                                    uint32_t start, uint32_t end) {
  struct courtesy_span span = lint_view_bytes(view, source, start, end);
  lint_view_place(view, &span);
  return span;
}

static bool copy_regions(struct lint_view *view) {
  const struct mail_regions *regions = &view->message->regions;
  view->zones.count = 0;
  for (size_t i = 0; i < regions->count; i++) {
    const struct mail_region *region = &regions->items[i];
    struct lint_zone zone = {
        .zone = region->zone,
        .source = region->source,
        .after_blank_line = region->after_blank_line,
        .start = region->start,
        .end = region->end,
    };
    if (!lint_zones_add(&view->zones, zone)) {
      return false;
    }
  }
  return true;
}

static bool ends_with_colon(const struct lint_view *view,
                            const struct lint_zone *zone) {
  return zone->end > zone->start &&
         view->sources[zone->source]->bytes[zone->end - 1] == ':';
}

/* Whether a zone begins on the line below a greeting. */
static bool is_below_greeting(const struct lint_view *view,
                              const struct lint_zone *zone) {
  if (zone == view->zones.items || zone[-1].source != zone->source ||
      zone[-1].zone != COURTESY_ZONE_GREETING) {
    return false;
  }
  struct base_slice between = {
      view->sources[zone->source]->bytes + zone[-1].end,
      zone->start - zone[-1].end,
  };
  return base_line_size(between) < between.size;
}

static bool is_own(const struct lint_zone *zone) {
  return rules_has_zone(RULES_OWN_ZONES, zone->zone);
}

static struct text_region region_of(const struct lint_view *view,
                                    size_t number) {
  const struct lint_zone *zone = &view->zones.items[number];
  return (struct text_region){
      .source = view->sources[zone->source],
      .source_number = zone->source,
      .zone = (uint8_t)zone->zone,
      .after_colon = zone->after_blank_line ||
                     ends_with_colon(view, zone - 1) ||
                     is_below_greeting(view, zone),
      .goes_on = zone->zone == COURTESY_ZONE_CLOSING && !zone->after_blank_line,
      .start = zone->start,
      .end = zone->end,
  };
}

static bool read_zone(struct lint_view *view,
                      const struct courtesy_ruleset *ruleset, size_t number) {
  struct lint_zone *zone = &view->zones.items[number];
  zone->before = text_document_extent(&view->document);
  if (!is_own(zone)) {
    return true;
  }
  struct text_region region = region_of(view, number);
  return text_document_read(&view->document, &region, &ruleset->lexicon);
}

/* Reads all own zones that are not. */
static bool read_zones(struct lint_view *view,
                       const struct courtesy_ruleset *ruleset) {
  bool read = view->read == view->zones.count ||
              text_document_cut(&view->document, &view->extent);
  for (; view->read < view->zones.count && read; view->read++) {
    read = read_zone(view, ruleset, view->read);
  }
  view->extent = text_document_extent(&view->document);
  return read;
}

void lint_view_forget(struct lint_view *view, size_t zone) {
  if (zone < view->read) {
    view->read = zone;
    view->extent = view->zones.items[zone].before;
  }
}

void lint_view_rename(struct lint_view *view, size_t number,
                      enum courtesy_zone name) {
  struct lint_zone *zone = &view->zones.items[number];
  zone->zone = name;
  if (number < view->read) {
    uint32_t end =
        number + 1 < view->read ? zone[1].before.blocks : view->extent.blocks;
    for (uint32_t i = zone->before.blocks; i < end; i++) {
      view->document.blocks.items[i].zone = (uint8_t)name;
    }
  }
}

/* The first sentence that does not end before the byte. */
static uint32_t sentence_at(const struct lint_view *view, uint32_t byte) {
  const struct text_sentences *all = &view->document.sentences;
  uint32_t i = 0;
  while (i + 1 < all->count && (all->items[i].source != MAIL_SOURCE_TEXT ||
                                all->items[i].end <= byte)) {
    i++;
  }
  return i;
}

static int compare_forms(const void *left, const void *right) {
  const struct match_hit *a = left;
  const struct match_hit *b = right;
  int order = base_order(a->entry, b->entry);
  return order != 0 ? order : base_order(a->start, b->start);
}

/* The forms were found on single lines; the document may have joined these
 * to sentences ("Best regards / Tom / Sales"). A name that closes from inside
 * a signature may be in none. */
static void place_forms(struct lint_view *view,
                        const struct courtesy_ruleset *ruleset) {
  if (!view->waits && view->document.sentences.count == 0) {
    view->forms.count = 0;
  }
  for (size_t i = 0; i < view->forms.count; i++) {
    struct match_hit *hit = &view->forms.items[i];
    hit->sentence = sentence_at(view, hit->start);
    hit->last_sentence = hit->sentence;
    bool greets = ruleset->entries[hit->entry].family == ruleset->greeting;
    hit->zone = greets ? COURTESY_ZONE_GREETING : COURTESY_ZONE_CLOSING;
  }
  base_sort_few(view->forms.items, view->forms.count,
                sizeof view->forms.items[0], compare_forms);
}

static void measure_own(struct lint_view *view) {
  view->words = 0;
  for (size_t i = 0; i < view->document.sentences.count; i++) {
    const struct text_sentence *sentence = &view->document.sentences.items[i];
    if (rules_has_zone(RULES_TEXT_ZONES, sentence->zone)) {
      view->words += sentence->words;
    }
  }
  view->has_own = false;
  view->own_start = view->own_end = 0;
  for (size_t i = 0; i < view->zones.count; i++) {
    const struct lint_zone *zone = &view->zones.items[i];
    if (!rules_has_zone(RULES_TEXT_ZONES, zone->zone)) {
      continue;
    }
    if (!view->has_own) {
      view->own_start = zone->start;
    }
    view->own_end = zone->end;
    view->has_own = true;
  }
}

/* Whether a zone begins with a word, whatever is behind it: only letters and
 * spaces stand before, which open nothing. */
static bool begins_with_word(const struct lint_view *view,
                             const struct lint_zone *zone) {
  enum { LETTERS = 4 }; /* fewer may be "a)" or "XD" */
  const struct text_source *text = view->sources[zone->source];
  uint32_t letters = 0;
  for (uint32_t at = zone->start; at < zone->end && letters < LETTERS;) {
    uint32_t code;
    at += text_decode(text->bytes + at, text->size - at, &code);
    if (code != ' ' && !text_is_letter(code)) {
      break;
    }
    letters = code == ' ' ? 0 : letters + 1;
  }
  return letters == LETTERS;
}

static bool holds_words(const struct lint_view *view) {
  bool holds = false;
  for (size_t i = 0; i < view->zones.count && !holds; i++) {
    const struct lint_zone *zone = &view->zones.items[i];
    holds = rules_has_zone(RULES_TEXT_ZONES, zone->zone) &&
            begins_with_word(view, zone);
  }
  return holds;
}

static void forget_words(struct lint_view *view) {
  view->own = 0;
  view->read = 0;
  view->extent = (struct text_extent){0};
  text_document_reset(&view->document);
}

enum courtesy_status lint_view_begin(struct lint_view *view,
                                     const struct courtesy_message *message) {
  view->message = message;
  view->cursor = (struct mail_cursor){0};
  view->forms.count = 0;
  forget_words(view);
  for (size_t i = 0; i < MAIL_SOURCE_COUNT; i++) {
    view->sources[i] = &message->sources[i];
  }
  return copy_regions(view) ? COURTESY_OK : COURTESY_NO_MEMORY;
}

enum courtesy_status lint_view_mark_forms(
    struct lint_view *view, const struct courtesy_ruleset *ruleset,
    struct match_engine *engine) {
  if (view->message->kind == COURTESY_TEXT) {
    return COURTESY_OK;
  }
  if (!view->waits && !read_zones(view, ruleset)) {
    return COURTESY_NO_MEMORY;
  }
  enum courtesy_status status = lint_mark_greeting(view, ruleset, engine);
  return status == COURTESY_OK ? lint_mark_closing(view, ruleset, engine)
                               : status;
}

bool lint_view_leave(struct lint_view *view,
                     const struct courtesy_ruleset *ruleset) {
  place_forms(view, ruleset);
  measure_own(view);
  return holds_words(view);
}

enum courtesy_status lint_view_read(struct lint_view *view,
                                    const struct courtesy_ruleset *ruleset) {
  if (view->waits) {
    view->waits = false;
    forget_words(view); /* memory may have run out for some of them */
  }
  bool read = read_zones(view, ruleset) &&
              text_document_divide(&view->document, view->sources);
  view->own = read ? view->document.sentences.count : 0;
  place_forms(view, ruleset);
  measure_own(view);
  return read ? COURTESY_OK : COURTESY_NO_MEMORY;
}

bool lint_view_hear(struct lint_view *view,
                    const struct courtesy_ruleset *ruleset, size_t zone) {
  struct text_region region = region_of(view, zone);
  view->zones.items[zone].heard = true;
  return text_document_add(&view->document, &region, &ruleset->lexicon);
}

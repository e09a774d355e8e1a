/* SPDX-License-Identifier: MIT */
#include "lint/farewell.h"
#include "lint/greeting.h"
#include "lint/inner.h"
#include "lint/line.h"
#include "lint/sender.h"
#include "lint/signature.h"
#include "mail/line.h"
#include "text/blank.h"
#include "text/unicode.h"

#include <string.h>

enum {
  LEAD_BYTES = 60, /* words of its sentence that go with a farewell */
  LEAST_LIST = 4,  /* lines below a name that are more than its titles */
};

/* Where a closing begins. */
struct beginning {
  bool found;
  size_t n;    /* the line */
  size_t last; /* the lowest line with a farewell */
  struct match_hit hit;
};

static bool is_others(const struct lint_zone *zone) {
  return zone->zone == COURTESY_ZONE_QUOTE ||
         zone->zone == COURTESY_ZONE_ATTRIBUTION ||
         zone->zone == COURTESY_ZONE_FORWARD;
}

/* Whether others' words stand between line `n` and the one below it: an answer
 * goes on between what it quotes. */
static bool is_interrupted(const struct lint_ending *ending, size_t n) {
  for (size_t i = ending->lines[n].edge.zone;
       n > 0 && i < ending->lines[n - 1].edge.zone; i++) {
    if (is_others(&ending->view->zones.items[i])) {
      return true;
    }
  }
  return false;
}

/* Whether a name is the sender's. */
static bool is_senders(const struct lint_ending *ending,
                       const struct match_hit *name) {
  struct lint_sender sender = lint_sender_of(ending->view);
  const char *bytes = ending->view->sources[MAIL_SOURCE_TEXT]->bytes;
  return lint_sender_signs(
      &sender, ending->ruleset,
      (struct base_slice){bytes + name->start, name->end - name->start});
}

/* Whether a farewell does not move the beginning, which was found below, up to
 * itself. That is a mere name, where it stands above words of farewell ("Ann
 * Lee", then "Best regards": not she writes, unless she is the sender) or,
 * `over` other lines such as titles, above a name: the author's is the lower
 * one. */
static bool is_passed(const struct lint_ending *ending,
                      const struct beginning *beginning,
                      const struct match_hit *hit, bool over) {
  const struct courtesy_ruleset *ruleset = ending->ruleset;
  if (!beginning->found || !lint_edge_is_name(ruleset, hit)) {
    return false;
  }
  bool words = !lint_edge_is_name(ruleset, &beginning->hit);
  return over || (words && !is_senders(ending, hit));
}

/* Whether line `n` is one of a list: "Night Guards", then "Kitchen Management"
 * and "Porters". */
static bool is_listed(struct lint_ending *ending, size_t n) {
  return !ending->lines[n].edge.gap &&
         lint_ending_line(ending, n + 1) != NULL &&
         lint_line_is_sign_off(lint_ending_slice(ending, n + 1)) &&
         !lint_line_ends_thought(lint_ending_slice(ending, n + 1));
}

/* The last line with a farewell, moved up over lines with one right above
 * ("Many thanks," and "Best regards,"), and over names and titles to words of
 * farewell. */
static enum courtesy_status find_beginning(struct lint_ending *ending,
                                           struct beginning *beginning) {
  bool over = false; /* lines without one stand between */
  beginning->found = false;
  for (size_t n = 0; n < LINT_ENDING_LINES && lint_ending_line(ending, n);
       n++) {
    if (!beginning->found && lint_farewell_is_far(ending, n)) {
      n = lint_ending_postscript(ending, n);
      continue;
    }
    if (beginning->found &&
        (is_interrupted(ending, n) ||
         mail_is_postscript(lint_ending_slice(ending, n)))) {
      break;
    }
    const struct match_hit *hit;
    enum courtesy_status status = lint_farewell_find(ending, n, &hit);
    if (status != COURTESY_OK) {
      return status;
    }
    if (hit == NULL || is_passed(ending, beginning, hit, over) ||
        (over && is_listed(ending, n))) {
      over = beginning->found;
      if (over && !lint_line_is_sign_off(lint_ending_slice(ending, n))) {
        break;
      }
      continue;
    }
    size_t last = beginning->found ? beginning->last : n;
    *beginning = (struct beginning){true, n, last, *hit};
    over = false;
    if (!lint_farewell_at_start(&ending->lines[n].edge, hit)) {
      break;
    }
  }
  return COURTESY_OK;
}

/* The last line of a closing of which line `n` is known: below, all are short.
 */
static size_t closing_end(const struct lint_ending *ending, size_t n) {
  while (n > 0) {
    struct base_slice next = lint_ending_slice(ending, n - 1);
    if (is_interrupted(ending, n) || !lint_line_is_sign_off(next) ||
        mail_is_postscript(next)) {
      break;
    }
    n--;
  }
  return n;
}

/* Whether a comma, a colon, a bracket or a dash stands before the place, or
 * another sign that is neither letter nor blank, such as a wide comma. */
static bool parts(const char *bytes, uint32_t place) {
  if ((bytes[place - 1] & 0x80) == 0) {
    return memchr(",;:-(", bytes[place - 1], 5) != NULL;
  }
  uint32_t code;
  text_decode_before(bytes, place, &code);
  return !text_is_letter(code) && !text_is_blank(code);
}

/* Where the sentence of a farewell begins: "Please | let me know …" is not
 * cut. It is cut behind a comma or dash, and when it is long or began on the
 * line above. */
static uint32_t sentence_start(struct lint_ending *ending,
                               const struct beginning *beginning) {
  const char *bytes = ending->view->sources[MAIL_SOURCE_TEXT]->bytes;
  const struct lint_edge *line = &ending->lines[beginning->n].edge;
  uint32_t start = beginning->hit.start;
  uint32_t place = text_trim_blanks(bytes, line->start, start);
  if (place > line->start && parts(bytes, place)) {
    return start;
  }
  while (place > line->start &&
         !lint_line_ends_sentence(
             (struct base_slice){bytes + line->start, place - line->start})) {
    place--;
  }
  bool begins =
      place > line->start || line->gap ||
      lint_ending_line(ending, beginning->n + 1) == NULL ||
      lint_line_ends_thought(lint_ending_slice(ending, beginning->n + 1));
  place = text_skip_blanks(bytes, place, start);
  return begins && start - place <= LEAD_BYTES ? place : start;
}

static uint32_t closing_start(struct lint_ending *ending,
                              const struct beginning *beginning) {
  const struct lint_edge *line = &ending->lines[beginning->n].edge;
  if (lint_farewell_at_start(line, &beginning->hit)) {
    return line->start;
  }
  return lint_edge_is_name(ending->ruleset, &beginning->hit)
             ? beginning->hit.start
             : sentence_start(ending, beginning);
}

/* Makes the own text from a place in one line to the end of another the
 * closing. From the end, so that the indices before stay true. */
static bool make_closing(struct lint_view *view, const struct lint_edge *line,
                         uint32_t start, const struct lint_edge *end) {
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
      lint_view_rename(view, i, COURTESY_ZONE_CLOSING);
    }
  }
  return true;
}

/* Whether the lines from a name down to line `last` are a list: many, none of
 * which tells how to reach anybody. What a comma follows signs. */
static bool is_list(struct lint_ending *ending,
                    const struct beginning *beginning, size_t last) {
  const struct lint_edge *line = &ending->lines[beginning->n].edge;
  if (!lint_edge_is_name(ending->ruleset, &beginning->hit) ||
      beginning->hit.end < line->end || beginning->n - last < LEAST_LIST ||
      lint_line_is_put_in(lint_ending_slice(ending, beginning->n))) {
    return false;
  }
  for (size_t n = last; n < beginning->n; n++) {
    if (lint_line_has_contact(lint_ending_slice(ending, n))) {
      return false;
    }
  }
  return true;
}

/* Finds the closing at the end of the lines. It is one farewell, however many
 * lines it has. */
static enum courtesy_status find_closing(struct lint_ending *ending,
                                         struct beginning *beginning,
                                         size_t *last) {
  enum courtesy_status status = find_beginning(ending, beginning);
  if (status == COURTESY_OK && beginning->found) {
    *last = closing_end(ending, beginning->last);
    beginning->found = !is_list(ending, beginning, *last);
  }
  return status;
}

static enum courtesy_status keep_closing(struct lint_ending *ending,
                                         const struct beginning *beginning,
                                         size_t last) {
  bool kept =
      match_hits_add(&ending->view->forms, beginning->hit) &&
      make_closing(ending->view, &ending->lines[beginning->n].edge,
                   closing_start(ending, beginning), &ending->lines[last].edge);
  return kept ? COURTESY_OK : COURTESY_NO_MEMORY;
}

/* Finds the postscript that a closing ends: the closing's own line, or the
 * first of its paragraph or of the one above. */
static bool find_postscript(const struct lint_view *view,
                            const struct lint_edge *closing,
                            struct lint_edge *postscript) {
  const char *bytes = view->sources[MAIL_SOURCE_TEXT]->bytes;
  for (size_t i = closing->zone - (closing->zone > 0); i <= closing->zone;
       i++) {
    const struct lint_zone *zone = &view->zones.items[i];
    if (lint_edge_is_own(zone) &&
        mail_is_postscript((struct base_slice){bytes + zone->start,
                                               zone->end - zone->start})) {
      *postscript = lint_edge_at(view, i, zone->start);
      return true;
    }
  }
  *postscript = *closing;
  return mail_is_postscript(lint_edge_slice(view, closing));
}

/* Marks what was found below, in or under a postscript, and above that the
 * closing proper. Where there is one, the postscript's own thanks are body and
 * only lines of sign-off below it close, too. */
static enum courtesy_status mark_around_postscript(
    struct lint_ending *ending, const struct beginning *below, size_t last) {
  const struct lint_edge *line = &ending->lines[below->n].edge;
  struct lint_edge postscript;
  struct lint_ending upper;
  struct beginning above = {.found = false};
  size_t last_above;
  enum courtesy_status status = COURTESY_OK;
  bool apart = true;
  if (find_postscript(ending->view, line, &postscript)) {
    lint_ending_begin_above(&upper, ending, &postscript);
    status = find_closing(&upper, &above, &last_above);
    apart = line->start > postscript.start &&
            lint_farewell_at_start(line, &below->hit);
  }
  if (status == COURTESY_OK && (!above.found || apart)) {
    status = keep_closing(ending, below, last);
  }
  return status == COURTESY_OK && above.found
             ? keep_closing(&upper, &above, last_above)
             : status;
}

/* The closing at the end of the own text in the zones before `zones`. One that
 * must be `signed` has words and below them a name. */
static enum courtesy_status mark_closing(struct lint_view *view,
                                         const struct courtesy_ruleset *ruleset,
                                         struct match_engine *engine,
                                         size_t zones, bool is_signed) {
  struct lint_ending ending; /* its lines are not worth clearing */
  lint_ending_begin(&ending, view, ruleset, engine, zones);
  struct beginning beginning;
  size_t last;
  enum courtesy_status status = find_closing(&ending, &beginning, &last);
  if (status != COURTESY_OK || !beginning.found ||
      (is_signed && (beginning.n == beginning.last ||
                     lint_edge_is_name(ruleset, &beginning.hit)))) {
    return status;
  }
  return mark_around_postscript(&ending, &beginning, last);
}

/* The zones above the first one that is not the author's. */
static size_t zones_above_quote(const struct lint_view *view) {
  size_t i = 0;
  while (i < view->zones.count && !is_others(&view->zones.items[i])) {
    i++;
  }
  return i;
}

/* Whether the author goes on in the zones from `first` on. */
static bool goes_on(const struct lint_view *view, size_t first) {
  size_t i = first;
  while (i < view->zones.count && !lint_edge_is_own(&view->zones.items[i])) {
    i++;
  }
  return i < view->zones.count;
}

static bool has_closing(const struct lint_view *view, size_t zones) {
  for (size_t i = 0; i < zones; i++) {
    if (view->zones.items[i].zone == COURTESY_ZONE_CLOSING) {
      return true;
    }
  }
  return false;
}

/* At the end of all that the author wrote, and above what is quoted: there an
 * answer on top ends, and what programs leave unmarked when they wrap a quote
 * would pass for the end. */
static enum courtesy_status mark_closings(
    struct lint_view *view, const struct courtesy_ruleset *ruleset,
    struct match_engine *engine) {
  size_t above = zones_above_quote(view);
  bool twice = goes_on(view, above);
  enum courtesy_status status =
      mark_closing(view, ruleset, engine, view->zones.count, false);
  above = zones_above_quote(view); /* zones may have been divided */
  if (status == COURTESY_OK && twice && !has_closing(view, above)) {
    status = mark_closing(view, ruleset, engine, above, false);
  }
  return status;
}

/* With more below it. */
static enum courtesy_status mark_inner_closing(
    struct lint_view *view, const struct courtesy_ruleset *ruleset,
    struct match_engine *engine) {
  if (view->zones.count < 2) {
    return COURTESY_OK; /* as in most messages */
  }
  size_t before = view->forms.count;
  enum courtesy_status status;
  struct lint_inner inner = lint_inner_of(view);
  bool found;
  do {
    status = lint_inner_next(&inner, view, ruleset, &found);
    if (status == COURTESY_OK && found) {
      status =
          mark_closing(view, ruleset, engine, inner.zones, inner.is_signed);
    }
  } while (status == COURTESY_OK && found && view->forms.count == before);
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
  return status == COURTESY_OK && view->forms.count == before
             ? mark_inner_closing(view, ruleset, engine)
             : status;
}

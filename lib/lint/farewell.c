/* SPDX-License-Identifier: MIT */
#include "lint/farewell.h"

#include "base/line_end.h"
#include "lint/line.h"
#include "lint/small_name.h"
#include "lint/telephone.h"
#include "mail/line.h"
#include "mail/phrase.h"
#include "text/blank.h"
#include "text/unicode.h"

#include <string.h>

enum {
  MARK_BYTES = 3,       /* marks behind a farewell */
  REST_BYTES = 30,      /* … and a name */
  FAREWELL_BYTES = 240, /* what may follow it: more is a text that goes on */
  LONG_BYTES = 1000,    /* a line of more is looked at near its end only */
  STEP_BYTES = 3,       /* the mark of a list item */
  NAME_LINES = 2,       /* a name and what it stands for; more may be a list */
  SAYS_SMALL = 2 /* words in small letters of a line that says something */
};

/* A line with what is around it. */
struct place {
  struct lint_ending *ending;
  size_t n;
  const struct lint_last_line *line;
};

/* The line above; NULL: none. Few ask. */
static const struct lint_last_line *above(const struct place *place) {
  return lint_ending_line(place->ending, place->n + 1);
}

static struct base_slice slice_of(const struct place *place) {
  return lint_ending_slice(place->ending, place->n);
}

static struct base_slice slice_above(const struct place *place) {
  return lint_ending_slice(place->ending, place->n + 1);
}

static const char *bytes_of(const struct place *place) {
  return place->ending->view->sources[MAIL_SOURCE_TEXT]->bytes;
}

bool lint_farewell_fills(const struct lint_view *view,
                         const struct lint_edge *line,
                         const struct match_hit *hit) {
  const char *bytes = view->sources[MAIL_SOURCE_TEXT]->bytes;
  uint32_t end = hit->end;
  for (size_t size = 1; size > 0 && end + MARK_BYTES < line->tail;) {
    uint32_t place = text_skip_blanks(bytes, end, line->tail);
    size = lint_edge_smile_size(view, line, place);
    end = size > 0 ? place + (uint32_t)size : end;
  }
  return end + MARK_BYTES >= line->tail;
}

/* "The list:", with nothing but blanks between it and the line below. */
static bool is_announced(const struct place *place) {
  const char *bytes = bytes_of(place);
  uint32_t start = above(place)->edge.end;
  uint32_t end = place->line->edge.start;
  uint32_t i = start;
  while (i < end && base_is_blank_or_line_end(bytes[i])) {
    i++;
  }
  return i == end && bytes[start - 1] == ':';
}

/* "Oven (night)", right above a line, is an item of the same list, while
 * "call me (I am in)" comes to an end. */
static bool is_below_item(const struct place *place) {
  struct base_slice line = slice_above(place);
  return !place->line->edge.gap && base_slice_ends(line, ")") &&
         mail_small_words(line, SAYS_SMALL) < SAYS_SMALL;
}

/* Whether what stands above a line that holds a name has come to an end.
 * Several such lines may be part of a list, for which a blank line above is no
 * end. Words alone that end in a full stop say something: "Room Booked.", but
 * not "FYI, Tom." */
static bool is_below_end(const struct place *place) {
  bool gap = place->line->edge.gap;
  if (above(place) == NULL) {
    struct base_slice line = slice_of(place);
    return !base_slice_ends(line, ".") ||
           memchr(line.bytes, ',', line.size) != NULL;
  }
  if (gap && place->n < NAME_LINES) {
    return !is_announced(place);
  }
  return (lint_line_ends_thought(slice_above(place)) &&
          !is_below_item(place)) ||
         (gap && !lint_line_is_sign_off(slice_above(place)));
}

/* "Faster!!!": one mark may stand behind a name, a run of them does not. */
static bool is_shouted(const struct place *place, const struct match_hit *hit) {
  const char *bytes = bytes_of(place);
  size_t marks = 0;
  for (uint32_t i = hit->end; i < place->line->edge.tail; i++) {
    marks += bytes[i] == '!';
  }
  return marks > 1;
}

/* "2. Tom Park", "b) Tom Park" */
static bool is_item(const struct place *place, const struct match_hit *hit) {
  const char *bytes = bytes_of(place);
  uint32_t start = place->line->edge.text;
  uint32_t end = text_trim_blanks(bytes, start, hit->start);
  uint32_t mark = start;
  while (mark < end &&
         (mail_is_letter(bytes[mark]) || mail_is_digit(bytes[mark]))) {
    mark++;
  }
  return start < mark && mark + 1 == end && end - start <= STEP_BYTES &&
         (bytes[mark] == '.' || bytes[mark] == ')');
}

/* A name closes when it fills its line, what is above has come to an end, and
 * below are only lines like it. */
static bool name_closes(const struct place *place,
                        const struct match_hit *hit) {
  const struct lint_edge *line = &place->line->edge;
  return place->line->signs &&
         lint_farewell_fills(place->ending->view, line, hit) &&
         !is_shouted(place, hit) && !is_item(place, hit) &&
         !lint_line_is_code(slice_of(place)) &&
         (!lint_farewell_at_start(line, hit) || is_below_end(place));
}

/* Whether no other sentence follows that of the hit on its line. */
static bool is_last_sentence(const struct place *place,
                             const struct match_hit *hit) {
  const char *bytes = bytes_of(place);
  uint32_t end = place->line->edge.end;
  for (uint32_t i = hit->end; i + 1 < end; i++) {
    bool may_end =
        (bytes[i] & 0x80) != 0 || text_skip_blanks(bytes, i + 1, end) > i + 1;
    if (may_end && lint_line_ends_sentence((struct base_slice){bytes, i + 1})) {
      return false;
    }
  }
  return true;
}

/* "… your ideas are much / appreciated, as …": words in small letters that
 * carry on the line above. */
static bool is_carried_on(const struct place *place,
                          const struct match_hit *hit) {
  char first = bytes_of(place)[hit->start];
  return first >= 'a' && first <= 'z' && !place->line->edge.gap &&
         !lint_farewell_fills(place->ending->view, &place->line->edge, hit) &&
         above(place) != NULL && !lint_line_ends_thought(slice_above(place));
}

/* Whether the paragraph ends with the line. */
static bool ends_paragraph(const struct place *place) {
  const struct lint_edge *line = &place->line->edge;
  return line->end == place->ending->view->zones.items[line->zone].end;
}

/* Whether the last words of the line may close: its paragraph ends, or only
 * names follow its last sentence. */
static bool ends_text(const struct place *place) {
  return ends_paragraph(place) ||
         (place->line->signs && lint_line_ends_sentence(slice_of(place)));
}

/* A farewell stands at the start of its line, or in the last sentence where
 * the paragraph ends. Elsewhere the last word of a wrapped line would pass for
 * a name ("… on the share. Form / twelve is …"). */
static bool stands_well(const struct place *place, const struct match_hit *hit,
                        bool is_name) {
  if (lint_farewell_at_start(&place->line->edge, hit)) {
    return !is_carried_on(place, hit);
  }
  return (is_name ? ends_paragraph(place) : ends_text(place)) &&
         is_last_sentence(place, hit);
}

static bool closes(const struct place *place, const struct match_hit *hit) {
  const struct lint_edge *line = &place->line->edge;
  bool is_name = lint_edge_is_name(place->ending->ruleset, hit);
  if (!stands_well(place, hit, is_name)) {
    return false;
  }
  if (is_name) {
    return name_closes(place, hit);
  }
  size_t behind =
      place->line->behind + (line->end > hit->end ? line->end - hit->end : 0);
  if (lint_farewell_at_start(line, hit) && above(place) == NULL) {
    /* "Thanks for the list. It is …": an opening. */
    return line->end <= hit->end + MARK_BYTES && behind <= REST_BYTES;
  }
  return behind <= FAREWELL_BYTES;
}

/* Whether a hit belongs to the farewell with the next one: nothing but marks
 * and blanks stands between them. A name does not ("Ask Ann. Call me if …"),
 * but what is shortened looks like one ("Pls. call me if …"). */
static bool leads(const struct place *place, const struct match_hit *before,
                  const struct match_hit *hit) {
  const char *bytes = bytes_of(place);
  uint32_t i = text_skip_blanks(bytes, before->end, hit->start);
  while (i < hit->start && memchr(".!?,", bytes[i], 4) != NULL) {
    i = text_skip_blanks(bytes, i + 1, hit->start);
  }
  bool goes_on = hit->start < place->line->edge.end &&
                 bytes[hit->start] >= 'a' && bytes[hit->start] <= 'z';
  return i >= hit->start &&
         (goes_on || !lint_edge_is_name(place->ending->ruleset, before));
}

/* The farewell among the hits of a line, or NULL: the first, or one near the
 * line's end, where a line of any length has few. */
static const struct match_hit *choose(const struct place *place) {
  const struct lint_view *view = place->ending->view;
  const struct lint_edge *line = &place->line->edge;
  uint32_t near_end = line->end - line->start > FAREWELL_BYTES
                          ? line->end - FAREWELL_BYTES
                          : line->start;
  const struct match_hit *hit = lint_edge_hit(view, line, line->start);
  const struct match_hit *lead = hit; /* "Call me if …. Thanks, Tom" */
  while (hit != NULL && !closes(place, hit)) {
    uint32_t from = hit->start < near_end ? near_end : hit->start + 1;
    const struct match_hit *next = lint_edge_hit(view, line, from);
    if (next != NULL && !leads(place, hit, next)) {
      lead = next;
    }
    hit = next;
  }
  return hit == NULL ? NULL : lead;
}

/* Whether a name may close there, wherever on the line it stands. */
static bool may_close_with_name(const struct place *place) {
  return place->line->signs && (ends_paragraph(place) || is_below_end(place)) &&
         !lint_line_is_code(slice_of(place));
}

/* Where a farewell may begin that is near enough to the end of a long line:
 * behind the last sentence before, if it is not too far. */
static uint32_t last_sentences(const char *bytes,
                               const struct lint_edge *line) {
  uint32_t limit = line->tail - LONG_BYTES;
  uint32_t start = line->tail - FAREWELL_BYTES;
  while (start > limit && (bytes[start - 1] != ' ' ||
                           memchr(".!?", bytes[start - 2], 3) == NULL)) {
    start--;
  }
  while (text_continues(bytes[start])) {
    start++;
  }
  return start;
}

/* Whether a hit there may close, for what is around the line. */
static bool is_near(const struct place *place) {
  return place->line->behind <= FAREWELL_BYTES || place->line->signs;
}

/* Whether one of the hits that the words of the line promise may close. */
static bool may_close(const struct place *place) {
  const struct lint_ending *ending = place->ending;
  uint64_t names = ending->ruleset->forms.families[RULES_FAREWELL].names;
  uint64_t found =
      lint_edge_glance(ending->view, ending->ruleset, RULES_FAREWELL,
                       ends_text(place) ? LINT_AT_ENDS : LINT_AT_START);
  return (found & ~names) != 0 || (found != 0 && may_close_with_name(place));
}

/* Fills view->hits with those of the line: without names where words that take
 * all of it close, to which a name adds nothing. */
static enum courtesy_status match(const struct place *place,
                                  const struct lint_edge *line) {
  const struct lint_ending *ending = place->ending;
  struct lint_view *view = ending->view;
  enum courtesy_status status = lint_edge_match(
      view, ending->engine, ending->ruleset, RULES_FAREWELL, line);
  if (status != COURTESY_OK || view->promised == 0) {
    return status;
  }
  const struct match_hit *words = lint_edge_hit(view, line, line->start);
  return words != NULL && closes(place, words)
             ? COURTESY_OK
             : lint_edge_match_rest(view, ending->engine, RULES_FAREWELL);
}

/* Fills view->hits with those of the line, if one of them may close. */
static enum courtesy_status search(const struct place *place) {
  const struct lint_ending *ending = place->ending;
  struct lint_edge line = place->line->edge;
  bool is_long = line.tail - line.text > LONG_BYTES;
  ending->view->hits.count = 0;
  if (!is_near(place) || (is_long && !ends_text(place))) {
    return COURTESY_OK;
  }
  if (is_long) {
    line.text = last_sentences(bytes_of(place), &line);
  }
  if (!lint_edge_read(ending->view, ending->ruleset, &line)) {
    return COURTESY_NO_MEMORY;
  }
  return may_close(place) ? match(place, &line) : COURTESY_OK;
}

/* Whether nothing stands below the line but telephone numbers. */
static bool is_above_numbers(const struct place *place) {
  size_t n = place->n;
  while (n > 0 &&
         lint_telephone_is_all(lint_ending_slice(place->ending, n - 1))) {
    n--;
  }
  return n == 0;
}

bool lint_farewell_is_far(struct lint_ending *ending, size_t n) {
  struct place place = {ending, n, &ending->lines[n]};
  return !is_near(&place) && !is_above_numbers(&place);
}

/* The farewell of the line as it is now, or NULL. */
static enum courtesy_status find(const struct place *place,
                                 const struct match_hit **farewell) {
  enum courtesy_status status = search(place);
  if (status == COURTESY_OK && is_above_numbers(place) &&
      !lint_add_small_name(place->ending, place->n)) {
    status = COURTESY_NO_MEMORY;
  }
  *farewell = status == COURTESY_OK ? choose(place) : NULL;
  return status;
}

enum courtesy_status lint_farewell_find(struct lint_ending *ending, size_t n,
                                        const struct match_hit **farewell) {
  struct place place = {
      .ending = ending,
      .n = n,
      .line = &ending->lines[n],
  };
  struct lint_edge line = place.line->edge;
  enum courtesy_status status = find(&place, farewell);
  if (status != COURTESY_OK || *farewell != NULL || !place.line->signs ||
      !lint_ending_unwrap(ending, n)) {
    return status;
  }
  status = find(&place, farewell);
  if (*farewell == NULL) {
    lint_ending_restore(ending, n, &line);
  }
  return status;
}

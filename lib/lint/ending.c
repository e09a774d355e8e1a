/* SPDX-License-Identifier: MIT */
#include "lint/ending.h"

#include "lint/line.h"
#include "lint/sender.h"
#include "lint/telephone.h"
#include "mail/line.h"
#include "mail/phrase.h"
#include "text/blank.h"

enum {
  WRAPPED_BYTES = 50, /* a line that somebody had to wrap, at least */
  LONG_BYTES = 1000,  /* … and at most */
};

void lint_ending_begin(struct lint_ending *ending, struct lint_view *view,
                       const struct courtesy_ruleset *ruleset,
                       struct match_engine *engine, size_t zones) {
  ending->view = view;
  ending->ruleset = ruleset;
  ending->engine = engine;
  ending->zones = zones;
  ending->place = UINT32_MAX;
  ending->count = 0;
  ending->whole = false;
}

void lint_ending_begin_above(struct lint_ending *ending,
                             const struct lint_ending *others,
                             const struct lint_edge *line) {
  lint_ending_begin(ending, others->view, others->ruleset, others->engine,
                    line->zone + 1);
  ending->place = line->start;
}

/* Fills in what stands below a line. */
static void look_behind(struct lint_ending *ending, size_t n) {
  struct lint_last_line *line = &ending->lines[n];
  if (n == 0) {
    line->behind = 0;
    line->signs = true;
    return;
  }
  struct base_slice below = lint_ending_slice(ending, n - 1);
  bool postscript = mail_is_postscript(below);
  line->behind = postscript ? 0 : line[-1].behind + below.size;
  line->signs = postscript || (line[-1].signs && lint_line_is_sign_off(below));
}

/* Takes the extension off that stands behind the sender's name. */
static void pass_extension(const struct lint_ending *ending,
                           struct lint_edge *line) {
  const char *bytes = ending->view->sources[MAIL_SOURCE_TEXT]->bytes;
  struct base_slice name = {bytes + line->text, line->tail - line->text};
  name.size = lint_telephone_bare_at(name);
  if (line->text + name.size == line->tail) {
    return;
  }
  struct lint_sender sender = lint_sender_of(ending->view);
  if (lint_sender_signs(&sender, ending->ruleset, name)) {
    line->tail = line->text + (uint32_t)name.size;
  }
}

const struct lint_last_line *lint_ending_line(struct lint_ending *ending,
                                              size_t n) {
  struct lint_last_line *line = &ending->lines[n];
  if (n < ending->count) {
    return line;
  }
  size_t zones = n == 0 ? ending->zones : line[-1].edge.zone + 1;
  uint32_t place = n == 0 ? ending->place : line[-1].edge.start;
  if (ending->whole ||
      !lint_edge_above(ending->view, zones, place, &line->edge)) {
    ending->whole = true;
    return NULL;
  }
  if (mail_is_digit(ending->view->sources[MAIL_SOURCE_TEXT]
                        ->bytes[line->edge.tail - 1])) {
    pass_extension(ending, &line->edge);
  }
  ending->count = n + 1;
  look_behind(ending, n);
  return line;
}

size_t lint_ending_postscript(struct lint_ending *ending, size_t n) {
  const struct lint_view *view = ending->view;
  struct lint_edge line = ending->lines[n].edge;
  if (mail_is_postscript(lint_edge_slice(view, &line))) {
    return n;
  }
  for (n++; n < LINT_ENDING_LINES &&
            lint_edge_above(view, line.zone + 1, line.start, &line);
       n++) {
    if (mail_is_postscript(lint_edge_slice(view, &line))) {
      ending->lines[n].edge = line;
      ending->count = n + 1;
      return n;
    }
  }
  return LINT_ENDING_LINES;
}

/* Where the last sentence of a line begins that goes on behind it. */
static uint32_t last_sentence(const char *bytes, const struct lint_edge *line) {
  for (uint32_t at = line->end - 1; at > line->text; at--) {
    if (bytes[at] == ' ' && lint_line_ends_sentence((struct base_slice){
                                bytes + line->text, at - line->text})) {
      return text_skip_blanks(bytes, at, line->end);
    }
  }
  return line->text;
}

/* Whether a line goes on in small letters with the one above in its paragraph,
 * which was wrapped. */
static bool goes_on(struct lint_ending *ending, size_t n) {
  const struct lint_edge *line = &ending->lines[n].edge;
  char first = lint_ending_slice(ending, n).bytes[0];
  if (line->gap || first < 'a' || first > 'z' ||
      lint_ending_line(ending, n + 1) == NULL ||
      ending->lines[n + 1].edge.zone != line->zone) {
    return false;
  }
  struct base_slice above = lint_ending_slice(ending, n + 1);
  return above.size >= WRAPPED_BYTES && above.size <= LONG_BYTES &&
         !lint_line_ends_thought(above);
}

bool lint_ending_unwrap(struct lint_ending *ending, size_t n) {
  if (!goes_on(ending, n)) {
    return false;
  }
  struct lint_edge *line = &ending->lines[n].edge;
  const struct lint_edge *above = &ending->lines[n + 1].edge;
  line->text =
      last_sentence(ending->view->sources[MAIL_SOURCE_TEXT]->bytes, above);
  bool whole = line->text == above->text;
  line->start = whole ? above->start : line->text;
  line->gap = whole && above->gap;
  ending->count = n + 1;
  ending->whole = false;
  return true;
}

void lint_ending_restore(struct lint_ending *ending, size_t n,
                         const struct lint_edge *line) {
  ending->lines[n].edge = *line;
  ending->count = n + 1;
  ending->whole = false;
}

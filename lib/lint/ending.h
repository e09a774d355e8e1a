/* SPDX-License-Identifier: MIT */
/*
 * The last own lines of a message, read from the last one up, and only as far
 * as somebody asks:
 *
 *     3   The list is in the folder.
 *     2   Please call me if it is not.
 *     1   Kind regards              behind: 3 bytes, of sign-offs alone
 *     0   Tom
 */
#ifndef COURTESY_LINT_ENDING_H
#define COURTESY_LINT_ENDING_H

#include "lint/edge.h"

enum { LINT_ENDING_LINES = 10 /* how far from the end a farewell may be */ };

struct lint_last_line {
  struct lint_edge edge;
  size_t behind; /* bytes of the lines below, up to a postscript */
  bool signs;    /* these are short lines like names, or there are none */
};

struct lint_ending {
  struct lint_view *view;
  const struct courtesy_ruleset *ruleset;
  struct match_engine *engine;
  size_t zones;   /* the lines lie in the zones before this one … */
  uint32_t place; /* … and in the last of these before this byte */
  struct lint_last_line lines[LINT_ENDING_LINES + 1];
  size_t count; /* of those that are read */
  bool whole;   /* there are none above these */
};

void lint_ending_begin(struct lint_ending *ending, struct lint_view *view,
                       const struct courtesy_ruleset *ruleset,
                       struct match_engine *engine, size_t zones);

/* Begins with the line above one of the zones that others lie in. */
void lint_ending_begin_above(struct lint_ending *ending,
                             const struct lint_ending *others,
                             const struct lint_edge *line);

/* Line number `n` from the end, at most LINT_ENDING_LINES: the one above those
 * that a farewell may be on. NULL when there are fewer. Those below it must
 * have been asked for. */
const struct lint_last_line *lint_ending_line(struct lint_ending *ending,
                                              size_t n);

/* The number of the first line from line `n` upwards that is a postscript;
 * LINT_ENDING_LINES when none is. Those below it down to line `n`, which hold
 * no farewell, are not to be asked for. */
size_t lint_ending_postscript(struct lint_ending *ending, size_t n);

/* Takes to line `n` what of its sentence stands at the end of the line above:
 *
 *     The list is in the folder. Thank you
 *     for your help.
 *
 * The lines above are then read anew. Returns false when it is a line by
 * itself. */
bool lint_ending_unwrap(struct lint_ending *ending, size_t n);

/* Makes line `n` again what it was before. */
void lint_ending_restore(struct lint_ending *ending, size_t n,
                         const struct lint_edge *line);

/* The bytes of a line that was read. */
static inline struct base_slice lint_ending_slice(
    const struct lint_ending *ending, size_t n) {
  return lint_edge_slice(ending->view, &ending->lines[n].edge);
}

#endif

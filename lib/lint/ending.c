/* SPDX-License-Identifier: MIT */
#include "lint/ending.h"

#include "lint/line.h"

void lint_ending_begin(struct lint_ending *ending, struct lint_view *view,
                       const struct courtesy_ruleset *ruleset,
                       struct match_engine *engine, size_t zones) {
  ending->view = view;
  ending->ruleset = ruleset;
  ending->engine = engine;
  ending->zones = zones;
  ending->count = 0;
  ending->whole = false;
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
  bool postscript = lint_line_is_postscript(below);
  line->behind = postscript ? 0 : line[-1].behind + below.size;
  line->signs = postscript || (line[-1].signs && lint_line_is_sign_off(below));
}

const struct lint_last_line *lint_ending_line(struct lint_ending *ending,
                                              size_t n) {
  struct lint_last_line *line = &ending->lines[n];
  if (n < ending->count) {
    return line;
  }
  size_t zones = n == 0 ? ending->zones : line[-1].edge.zone + 1;
  uint32_t place = n == 0 ? UINT32_MAX : line[-1].edge.start;
  if (ending->whole ||
      !lint_edge_above(ending->view, zones, place, &line->edge)) {
    ending->whole = true;
    return NULL;
  }
  ending->count = n + 1;
  look_behind(ending, n);
  return line;
}

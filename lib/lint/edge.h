/* SPDX-License-Identifier: MIT */
/* The own lines at the start and at the end of a message, where greeting and
 * closing are looked for. */
#ifndef COURTESY_LINT_EDGE_H
#define COURTESY_LINT_EDGE_H

#include "lint/glance.h"
#include "lint/view.h"

/* One line of a body zone. */
struct lint_edge {
  size_t zone; /* index in view->zones */
  uint32_t start;
  uint32_t end;                /* without its line end */
  uint32_t text;               /* past marks: "-- Tom", "@Tom", "# Hi Tom" */
  uint32_t tail;               /* a telephone number that ends it, or `end` */
  bool gap;                    /* the first of its paragraph */
  const struct match_hit *hit; /* that makes it what is looked for, or NULL */
};

/* Moves a line to the next own one that holds words; a zeroed one to the
 * first. Returns false when there is none. */
bool lint_edge_next(const struct lint_view *view, struct lint_edge *line);

/* The last own line with words in a zone, of which only what is before `place`.
 * Returns false when there is none. */
bool lint_edge_last(const struct lint_view *view, size_t zone, uint32_t place,
                    struct lint_edge *line);

/* The last own line with words in the first `zones` zones, of the last of
 * which only what is before `place`. Returns false when there is none. */
bool lint_edge_above(const struct lint_view *view, size_t zones, uint32_t place,
                     struct lint_edge *line);

/* The line of a zone that begins at `start`, no blank. */
struct lint_edge lint_edge_at(const struct lint_view *view, size_t zone,
                              uint32_t start);

/* The line below in the same zone, empty when there is none. */
struct lint_edge lint_edge_below(const struct lint_view *view,
                                 const struct lint_edge *line);

/* The bytes of a line. */
struct base_slice lint_edge_slice(const struct lint_view *view,
                                  const struct lint_edge *line);

/* The bytes of the smiley or emoji that begins at a place of a line; 0 when
 * none does. */
size_t lint_edge_smile_size(const struct lint_view *view,
                            const struct lint_edge *line, uint32_t place);

/* Makes a line the one that is looked at, as a text of its own. Returns false
 * when memory ran out. */
bool lint_edge_read(struct lint_view *view,
                    const struct courtesy_ruleset *ruleset,
                    const struct lint_edge *line);

/* The patterns of which a match on that line may count: see glance.h. */
uint64_t lint_edge_glance(struct lint_view *view,
                          const struct courtesy_ruleset *ruleset,
                          enum rules_form_family family, enum lint_where where);

/* Fills view->hits with what is found on it, of what the glance promised. Where
 * words of a farewell take all of the line, names are left for
 * lint_edge_match_rest: they say less than words do. */
enum courtesy_status lint_edge_match(struct lint_view *view,
                                     struct match_engine *engine,
                                     const struct courtesy_ruleset *ruleset,
                                     enum rules_form_family family,
                                     const struct lint_edge *line);

/* Adds what is found of the patterns that were left. */
enum courtesy_status lint_edge_match_rest(struct lint_view *view,
                                          struct match_engine *engine,
                                          enum rules_form_family family);

/* The first live hit that begins inside the line at `from` or behind it, or
 * NULL; of several the longest, and a word rather than a name (its pack comes
 * last). */
const struct match_hit *lint_edge_hit(const struct lint_view *view,
                                      const struct lint_edge *line,
                                      uint32_t from);

/* Whether a hit is a name alone, which says less than a word of greeting or
 * farewell does. */
bool lint_edge_is_name(const struct courtesy_ruleset *ruleset,
                       const struct match_hit *hit);

/* Divides the zone at `place`, leaving blanks out; an empty half vanishes, as
 * does that at a place before the zone, or behind it, which may have lost its
 * last blanks. Returns the index of the second half, or SIZE_MAX when memory
 * ran out. */
size_t lint_edge_divide(struct lint_view *view, size_t index, uint32_t place);

/* Whether a zone is the author's own words of the text. */
static inline bool lint_edge_is_own(const struct lint_zone *zone) {
  return zone->zone == COURTESY_ZONE_BODY && zone->source == MAIL_SOURCE_TEXT;
}

#endif

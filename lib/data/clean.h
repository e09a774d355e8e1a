/* SPDX-License-Identifier: MIT */
/*
 * The bytes of a file made safe for the YAML parser. What the profile
 * forbids (tabs, control characters, bytes that are not UTF-8, line breaks
 * that only Unicode knows) is reported and replaced by as many bytes and as
 * many code points, so that every other place stays where it is and the
 * parser can go on.
 */
#ifndef COURTESY_DATA_CLEAN_H
#define COURTESY_DATA_CLEAN_H

#include "data/node.h"

struct data_source {
  struct base_slice text; /* without a byte order mark; NUL-terminated */
  const size_t *lines;    /* where each line starts */
  size_t line_count;
};

/* Returns false when memory ran out. */
bool data_clean(struct base_arena *arena, struct base_slice bytes,
                struct data_problems *problems, struct data_source *source);

/* A line without its line end. `number` from 0. */
struct base_slice data_source_line(const struct data_source *source,
                                   size_t number);

/* Adds a problem unless the last one stands on the same line, or there are
 * too many; then the last says so. Returns false when nothing more is taken.
 * A NULL message means that memory ran out. */
bool data_report(struct data_problems *problems, struct data_place place,
                 const char *message);

#endif

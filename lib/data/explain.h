/* SPDX-License-Identifier: MIT */
/* A YAML parser's complaint in plain words, with what to write instead. */
#ifndef COURTESY_DATA_EXPLAIN_H
#define COURTESY_DATA_EXPLAIN_H

#include "base/arena.h"
#include "base/slice.h"

/* A line that the parser could not take. */
struct data_complaint {
  struct base_slice line;
  size_t offset;       /* into the line: where the parser stood */
  const char *problem; /* the parser's words, for the last resort */
};

/* The message, and in *offset the place in the line that it is about. NULL
 * when memory ran out. */
const char *data_explain(struct base_arena *arena,
                         const struct data_complaint *complaint,
                         size_t *offset);

/* The blanks at the start of a line. */
size_t data_indentation(struct base_slice line);

#endif

/* SPDX-License-Identifier: MIT */
/* A YAML parser's complaint in plain words, with what to write instead. */
#ifndef COURTESY_DATA_EXPLAIN_H
#define COURTESY_DATA_EXPLAIN_H

#include "base/arena.h"
#include "base/slice.h"

/* The message on a line that the parser could not take, and in *offset the
 * place in the line that it is about. `among_keys`: keys stand in its column.
 * The parser's words, `problem`, are the last resort. NULL when memory ran
 * out. */
const char *data_explain(struct base_arena *arena, struct base_slice line,
                         bool among_keys, const char *problem, size_t *offset);

/* Whether a line is a key that lacks its colon, `key`, or what parts it from
 * its text, `key:text` or `key = text`. */
bool data_is_bare_key(struct base_slice line);
bool data_is_joined_key(struct base_slice line);

/* The blanks at the start of a line. */
size_t data_indentation(struct base_slice line);

/* Whether a `-` stands there that begins an item of a list. */
bool data_is_item(struct base_slice line, size_t offset);

#endif

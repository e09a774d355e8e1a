/* SPDX-License-Identifier: MIT */
/*
 * A tree that grows while a file is read. libyaml stops at the first mistake
 * of a file, but an author wants to see all. So a file is read in segments.
 * A mistake ends a segment; the next one begins at the next line that stands
 * in the column of a list or map that is still open, and its keys or items
 * are added to that:
 *
 *     rules:
 *       first:
 *         message: @once     <- mistake: ends segment 1
 *         why: "..."         <- segment 2 goes on in the map `first`
 *       second: ...          <- left of it: segment 3 goes on in `rules`
 */
#ifndef COURTESY_DATA_READER_H
#define COURTESY_DATA_READER_H

#include "data/clean.h"
#include "data/node.h"

/* A list or map that is not closed yet. */
struct data_level {
  struct data_node *node;
  size_t column;   /* of its keys or dashes, from 0 */
  bool block;      /* by indentation, not in [] or {} */
  const char *key; /* of a map: the key whose value comes next, or NULL */
  struct data_place key_place;
};

/* How a step, or a whole segment, ended. */
enum data_outcome {
  DATA_GOES_ON = 0,
  DATA_ENDED,    /* all is read */
  DATA_MISTAKEN, /* reported; the next segment may go on */
  DATA_HOPELESS, /* reported; nothing more is read */
  DATA_NO_MEMORY,
};

struct data_reader {
  struct base_arena *arena;
  struct data_problems *problems;
  struct data_source source;
  struct data_node *root;
  struct data_level levels[DATA_DEPTH_MAX];
  size_t depth;
  size_t nodes;
  size_t documents;
  size_t first_line; /* of the segment, from 0 */
  bool adopting;     /* the segment's outermost collection is the innermost
                        open one */
  bool after_block;  /* the last text was a literal block */
  size_t bad_line;   /* of the mistake that ended a segment, from 0 */
  struct data_place cursor; /* the last place looked up; line from 0 */
};

struct data_segment {
  size_t first; /* lines, from 0 */
  size_t end;
};

/* The innermost open level, or NULL. */
struct data_level *data_top(struct data_reader *reader);

/* Reports a mistake, unless one of its line is known, and ends the segment. */
enum data_outcome data_mistake(struct data_reader *reader,
                               struct data_place place, const char *message);
/* The same, in words that come from looking at the line (from 0). `problem` is
 * the parser's word for it. */
enum data_outcome data_mistake_on_line(struct data_reader *reader, size_t line,
                                       const char *problem);

/* NULL when memory ran out. */
struct data_node *data_new_node(struct data_reader *reader,
                                enum data_kind kind);
/* Makes the node the next child of the innermost level, or the root. */
void data_attach(struct data_reader *reader, struct data_node *node);
/* Memory that runs out shows in problems->failed. */
void data_close_level(struct data_reader *reader);
/* Marks what a mistake left incomplete. False when memory ran out. */
bool data_settle(struct data_reader *reader);

/* Whether one of the lines behind `line`, up to `last_line`, is not indented
 * deeper than the innermost level. A text over several lines must be, or a
 * quote that nobody closed would swallow all. */
bool data_is_outdented(const struct data_reader *reader, size_t line,
                       size_t last_line);
/* Whether a comment follows the unquoted text that ends there. */
bool data_is_cut(const struct data_reader *reader, size_t end);
/* Whether the key is written `? key`. */
bool data_is_complex_key(const struct data_reader *reader, size_t offset);
/* The line of a comment that ended the literal block above `line`, so that
 * `line` is out of place; or `line`. */
size_t data_comment_above(const struct data_reader *reader, size_t line);

/* Whether a line should stand in the literal block above it, which is empty:
 * then that is marked as damaged, and what holds it. */
bool data_is_outside_block(struct data_reader *reader, size_t line);
/* The first byte of a line that is no blank. */
struct data_place data_line_start(const struct data_reader *reader,
                                  size_t line);

/* The line to go on from behind a mistake: what stands below a key that lacks
 * its colon is not read. */
size_t data_line_behind(const struct data_reader *reader, size_t mistake);
/* Finds where reading can go on, from a line on, and closes the levels that
 * end before it. False when there is no such place. */
bool data_find_segment(struct data_reader *reader, size_t from,
                       struct data_segment *segment);
/* Whether a line that says something belongs to no open level. */
bool data_is_stray(const struct data_reader *reader, size_t line);

#endif

/* SPDX-License-Identifier: MIT */
/*
 * What a structured file says, as one tree, with the place of everything.
 *
 *     rules:                 map
 *       told-you-before:       └ map, key "told-you-before" at 2:3
 *         find: |                  └ text, literal
 *           like I told you            ← data_lines gives 4:7
 *
 * All scalars are texts: `no`, `12` and `1.10` are just these letters. Nodes
 * live in an arena and are read only once made.
 */
#ifndef COURTESY_DATA_NODE_H
#define COURTESY_DATA_NODE_H

#include "base/arena.h"
#include "base/slice.h"
#include "base/vector.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
  /* Deeper than any rule file needs (7); keeps libyaml linear. */
  DATA_DEPTH_MAX = 16,
  /* Ten times the English pack in one file. */
  DATA_NODES_MAX = 100000,
  /* Past this nobody reads on; keeps repeated attempts to go on linear. */
  DATA_PROBLEMS_MAX = 100,
};

/* The largest file that is read, in bytes. */
#define DATA_SIZE_MAX ((size_t)4 << 20)

struct data_place {
  size_t offset;   /* bytes of the file, after a byte order mark */
  uint32_t line;   /* from 1 */
  uint32_t column; /* from 1, in code points */
};

/* Something wrong with a file: plain words with what to write instead. */
struct data_problem {
  struct data_place place;
  const char *message; /* in the arena */
};

BASE_VECTOR(data_problems, struct data_problem);

enum data_kind { DATA_TEXT = 0, DATA_LIST, DATA_MAP };

enum data_style {
  DATA_PLAIN = 0,
  DATA_SINGLE_QUOTED,
  DATA_DOUBLE_QUOTED,
  DATA_LITERAL, /* | */
  DATA_FOLDED,  /* > */
};

struct data_node {
  enum data_kind kind;
  enum data_style style;   /* of a text */
  struct data_place place; /* its first byte: the quote, bracket, dash, key */
  size_t end;              /* offset after its last byte */
  uint32_t end_line;
  struct base_slice text; /* decoded and NUL-terminated; "" for others */
  const char *key;        /* in a map: its key, else NULL */
  struct data_place key_place;
  struct data_node *next;  /* the next child of the same parent */
  struct data_node *first; /* the children of a list or map */
  struct data_node *last;
  size_t count;
  bool cut;      /* a plain text after which ` #` began a comment */
  bool damaged;  /* it, or a part of it, could not be read: reported */
  bool repeated; /* its key stood in the map before: damaged */
};

struct data_tree {
  struct base_slice source; /* a copy of the file; forbidden bytes replaced by
                               as many others */
  const struct data_node *root; /* NULL when the file says nothing */
};

/* The child of that key, or NULL. For maps of few keys: it looks at all. */
const struct data_node *data_node_get(const struct data_node *map,
                                      const char *key);

/* The lines of a literal block, one after the other. */
struct data_line {
  struct base_slice text; /* without indentation and line end */
  struct data_place place;
};

struct data_lines {
  const struct data_tree *tree;
  const struct data_node *block;
  size_t decoded;      /* into its text */
  const char *raw;     /* the line of the file that comes next */
  uint32_t raw_number; /* its number */
};

struct data_lines data_lines_of(const struct data_tree *tree,
                                const struct data_node *block);
bool data_lines_next(struct data_lines *lines, struct data_line *line);

/* Where the byte `offset` of a text stands in the file, seen through escapes
 * and indentation. */
struct data_place data_text_place(const struct data_tree *tree,
                                  const struct data_node *text, size_t offset);

/* The rest of the file's line from the node's first byte on, without blanks
 * at its end: what the author typed. */
struct base_slice data_node_typed(const struct data_tree *tree,
                                  const struct data_node *node);

/* Code points of valid or invalid UTF-8: a stray byte counts one. */
uint32_t data_code_points(const char *bytes, size_t size);

/* The length of the UTF-8 sequence at `bytes`, or 0 if there is none; `size`
 * is not 0. */
size_t data_utf8_length(const char *bytes, size_t size);

/* The text as a quoted YAML scalar, for showing a cure. */
const char *data_quoted(struct base_arena *arena, struct base_slice text);

#endif

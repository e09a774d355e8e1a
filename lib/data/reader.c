/* SPDX-License-Identifier: MIT */
#include "data/reader.h"

#include "base/sort.h"
#include "data/explain.h"

#include <stdlib.h>
#include <string.h>

struct data_level *data_top(struct data_reader *reader) {
  return reader->depth == 0 ? NULL : &reader->levels[reader->depth - 1];
}

enum data_outcome data_mistake(struct data_reader *reader,
                               struct data_place place, const char *message) {
  reader->bad_line = place.line - 1;
  size_t count = reader->problems->count;
  /* The mistakes of one line are one mistake: a tab that was replaced, say,
   * leaves a line that cannot be read. */
  bool reported = false;
  for (size_t i = count; i > 0 && !reported; i--) {
    reported = reader->problems->items[i - 1].place.line == place.line;
  }
  if (!reported && !data_report(reader->problems, place, message)) {
    return reader->problems->failed ? DATA_NO_MEMORY : DATA_HOPELESS;
  }
  return DATA_MISTAKEN;
}

/* Whether keys of an open map stand in the column of the line. */
static bool is_among_keys(const struct data_reader *reader,
                          struct base_slice line) {
  size_t indentation = data_indentation(line);
  bool among = false;
  for (size_t i = 0; i < reader->depth && !among; i++) {
    const struct data_level *level = &reader->levels[i];
    among = level->block && level->node->kind == DATA_MAP &&
            level->column == indentation;
  }
  return among;
}

enum data_outcome data_mistake_on_line(struct data_reader *reader, size_t line,
                                       const char *problem) {
  struct base_slice text = data_source_line(&reader->source, line);
  size_t at;
  const char *message = data_explain(reader->arena, text,
                                     is_among_keys(reader, text), problem, &at);
  struct data_place place = {
      .offset = reader->source.lines[line] + at,
      .line = (uint32_t)line + 1,
      .column = data_code_points(text.bytes, at) + 1,
  };
  return data_mistake(reader, place, message);
}

struct data_node *data_new_node(struct data_reader *reader,
                                enum data_kind kind) {
  struct data_node *node = base_arena_alloc(reader->arena, sizeof *node);
  if (node != NULL) {
    node->kind = kind;
    node->text = base_slice_of("");
    reader->nodes++;
  }
  return node;
}

void data_attach(struct data_reader *reader, struct data_node *node) {
  struct data_level *level = data_top(reader);
  if (level == NULL) {
    reader->root = node;
    return;
  }
  struct data_node *parent = level->node;
  if (parent->last == NULL) {
    parent->first = node;
  } else {
    parent->last->next = node;
  }
  parent->last = node;
  parent->count++;
  if (level->key != NULL) {
    node->key = level->key;
    node->key_place = level->key_place;
    level->key = NULL;
  }
}

/* Gives a key whose value was not read a damaged one. Only the innermost
 * level can have such a key. */
static bool settle_key(struct data_reader *reader) {
  struct data_level *level = data_top(reader);
  if (level == NULL || level->key == NULL) {
    return true;
  }
  struct data_node *node = data_new_node(reader, DATA_TEXT);
  if (node != NULL) {
    node->damaged = true;
    node->place = level->key_place;
    node->end = node->place.offset;
    node->end_line = node->place.line;
    data_attach(reader, node);
  }
  return node != NULL;
}

/* After a mistake nothing inside the open levels is sure to be complete, and
 * what [] or {} began cannot be gone on with. */
bool data_settle(struct data_reader *reader) {
  if (!settle_key(reader)) {
    return false;
  }
  for (size_t i = 0; i < reader->depth; i++) {
    reader->levels[i].node->damaged = true;
  }
  while (reader->depth > 1 && !data_top(reader)->block) {
    reader->depth--;
  }
  return true;
}

static int compare_keys(const void *left, const void *right) {
  const struct data_node *const *one = left;
  const struct data_node *const *other = right;
  int order = strcmp((*one)->key, (*other)->key);
  return order != 0
             ? order
             : base_order((*one)->key_place.offset, (*other)->key_place.offset);
}

/* Marks the second of two equal keys. */
static void mark_repeated(struct data_reader *reader, struct data_node *map,
                          struct data_node **children) {
  enum { MANY = 3 };
  const struct data_node *first = NULL; /* of those that are no maps */
  unsigned line = 0;                    /* where its key stood before */
  size_t count = 0;
  for (size_t i = 1; i < map->count; i++) {
    struct data_node *child = children[i];
    if (strcmp(children[i - 1]->key, child->key) == 0) {
      child->damaged = true;
      child->repeated = true;
      count += child->kind != DATA_MAP;
      if (child->kind != DATA_MAP &&
          (first == NULL || child->key_place.line < first->key_place.line)) {
        first = child;
        line = children[i - 1]->key_place.line;
      }
    }
  }
  bool many = count >= MANY;
  if (many) {
    map->damaged = true;
    data_report(reader->problems, first->key_place,
                base_arena_format(reader->arena,
                                  "`%s` and %zu keys more stand here a second "
                                  "time (first in line %u): is a name missing "
                                  "above it, or indented too far?",
                                  first->key, count - 1, line));
  }
  for (size_t i = 1; i < map->count; i++) {
    const struct data_node *child = children[i];
    if (child->repeated && !(many && child->kind != DATA_MAP)) {
      data_report(reader->problems, child->key_place,
                  base_arena_format(
                      reader->arena,
                      "`%s` stands here a second time (first in line "
                      "%u): take one away",
                      child->key, (unsigned)children[i - 1]->key_place.line));
    }
  }
}

/* The second of two equal keys is a mistake, but no reason to stop. */
static void check_keys(struct data_reader *reader, struct data_node *map) {
  if (map->count < 2) {
    return;
  }
  struct data_node **children = malloc(map->count * sizeof(struct data_node *));
  if (children == NULL) {
    reader->problems->failed = true;
    return;
  }
  size_t count = 0;
  for (struct data_node *child = map->first; child != NULL;
       child = child->next) {
    children[count++] = child;
  }
  base_sort(children, count, sizeof(struct data_node *), compare_keys);
  mark_repeated(reader, map, children);
  free(children);
}

void data_close_level(struct data_reader *reader) {
  struct data_level *level = data_top(reader);
  reader->depth--;
  if (level->node->kind == DATA_MAP) {
    check_keys(reader, level->node);
  }
}

bool data_is_outdented(const struct data_reader *reader, size_t line,
                       size_t last_line) {
  bool outdented = false;
  for (size_t i = line + 1; i <= last_line && reader->depth > 0 && !outdented;
       i++) {
    struct base_slice text = data_source_line(&reader->source, i);
    size_t indentation = data_indentation(text);
    outdented = indentation < text.size &&
                indentation <= reader->levels[reader->depth - 1].column;
  }
  return outdented;
}

bool data_is_cut(const struct data_reader *reader, size_t end) {
  const char *bytes = reader->source.text.bytes;
  size_t at = end;
  while (bytes[at] == ' ') {
    at++;
  }
  return at > end && bytes[at] == '#';
}

bool data_is_complex_key(const struct data_reader *reader, size_t offset) {
  const char *bytes = reader->source.text.bytes;
  size_t at = offset;
  while (at > 0 && bytes[at - 1] == ' ') {
    at--;
  }
  return at > 0 && at < offset && bytes[at - 1] == '?';
}

size_t data_comment_above(const struct data_reader *reader, size_t line) {
  size_t comment = line;
  for (size_t i = line; i > 0; i--) {
    struct base_slice above = data_source_line(&reader->source, i - 1);
    size_t indentation = data_indentation(above);
    if (indentation == above.size) {
      continue;
    }
    if (above.bytes[indentation] != '#') {
      struct base_slice below = data_source_line(&reader->source, line);
      bool same_block = indentation == data_indentation(below);
      return same_block ? comment : line;
    }
    comment = i - 1;
  }
  return line;
}

static bool says_nothing(struct base_slice line) {
  size_t indentation = data_indentation(line);
  return indentation == line.size || line.bytes[indentation] == '#';
}

/* The number of open levels whose innermost the line belongs to, or 0. */
static size_t depth_of(const struct data_reader *reader,
                       struct base_slice line) {
  size_t indentation = data_indentation(line);
  bool item = data_is_item(line, indentation);
  for (size_t depth = reader->depth; depth > 0; depth--) {
    const struct data_level *level = &reader->levels[depth - 1];
    if (level->block && level->column == indentation &&
        (level->node->kind == DATA_LIST) == item) {
      return depth;
    }
  }
  return 0;
}

/* Past the last line that can belong to the level. */
static size_t segment_end(const struct data_reader *reader, size_t from,
                          const struct data_level *level) {
  size_t line = from + 1;
  for (; line < reader->source.line_count; line++) {
    struct base_slice text = data_source_line(&reader->source, line);
    size_t indentation = data_indentation(text);
    bool other_kind =
        data_is_item(text, indentation) != (level->node->kind == DATA_LIST);
    if (!says_nothing(text) && (indentation < level->column ||
                                (indentation == level->column && other_kind))) {
      break;
    }
  }
  return line;
}

bool data_is_outside_block(struct data_reader *reader, size_t line) {
  struct data_node *block = reader->root;
  while (block != NULL && block->last != NULL) {
    block = block->last;
  }
  struct base_slice text = data_source_line(&reader->source, line);
  bool outside = reader->after_block && block != NULL &&
                 block->text.size == 0 && line + 1 > block->place.line &&
                 !data_is_item(text, data_indentation(text)) &&
                 !says_nothing(text);
  for (struct data_node *node = reader->root; outside && node != NULL;
       node = node->last) {
    node->damaged = true;
  }
  return outside;
}

struct data_place data_line_start(const struct data_reader *reader,
                                  size_t line) {
  size_t at = data_indentation(data_source_line(&reader->source, line));
  return (struct data_place){.offset = reader->source.lines[line] + at,
                             .line = (uint32_t)line + 1,
                             .column = (uint32_t)at + 1};
}

size_t data_line_behind(const struct data_reader *reader, size_t mistake) {
  struct base_slice line = data_source_line(&reader->source, mistake);
  size_t next = mistake + 1;
  bool deeper = data_is_bare_key(line);
  while (deeper && next < reader->source.line_count) {
    struct base_slice below = data_source_line(&reader->source, next);
    deeper =
        says_nothing(below) || data_indentation(below) > data_indentation(line);
    next += deeper;
  }
  return next;
}

bool data_find_segment(struct data_reader *reader, size_t from,
                       struct data_segment *segment) {
  size_t depth = 0;
  for (; from < reader->source.line_count; from++) {
    struct base_slice line = data_source_line(&reader->source, from);
    depth = says_nothing(line) ? 0 : depth_of(reader, line);
    if (depth > 0) {
      break;
    }
  }
  if (depth == 0) {
    return false;
  }
  while (reader->depth > depth) {
    data_close_level(reader);
  }
  *segment = (struct data_segment){
      from, segment_end(reader, from, &reader->levels[depth - 1])};
  reader->adopting = true;
  return !reader->problems->failed;
}

bool data_is_stray(const struct data_reader *reader, size_t line) {
  struct base_slice text = data_source_line(&reader->source, line);
  return !says_nothing(text) && depth_of(reader, text) == 0;
}

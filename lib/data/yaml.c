/* SPDX-License-Identifier: MIT */
/*
 * libyaml stops at the first mistake of a file, but an author wants to see
 * all. So a file is read in segments. A mistake ends a segment; the next one
 * begins at the next line that stands in the column of a collection that is
 * still open, and its keys or items are added to that collection:
 *
 *     rules:
 *       first:
 *         message: @once     ← mistake: ends segment 1
 *         why: "…"           ← segment 2 goes on in the map `first`
 *       second: …            ← left of it: segment 3 goes on in `rules`
 */
#include "data/yaml.h"

#include "data/clean.h"
#include "data/explain.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

/* A list or map that is not closed yet. */
struct level {
  struct data_node *node;
  size_t column;   /* of its keys or dashes, from 0 */
  bool block;      /* by indentation, not in [] or {} */
  const char *key; /* of a map: the key whose value comes next, or NULL */
  struct data_place key_place;
};

enum outcome { GOES_ON = 0, ENDED, MISTAKEN, HOPELESS, NO_MEMORY };

struct reader {
  struct base_arena *arena;
  struct data_problems *problems;
  struct data_source source;
  struct data_node *root;
  struct level levels[DATA_DEPTH_MAX];
  size_t depth;
  size_t nodes;
  size_t documents;
  size_t first_line; /* of the segment, from 0 */
  bool adopting;     /* the segment's outermost collection is the innermost
                        open one */
  size_t bad_line;   /* of the mistake that ended a segment, from 0 */
  struct data_place cursor; /* the last place looked up; line from 0 */
};

struct segment {
  size_t first; /* lines, from 0 */
  size_t end;
};

/* libyaml counts code points; the file counts bytes. Marks come in order
 * mostly, so the walk goes on from the last one. */
static struct data_place place_of(struct reader *reader,
                                  const yaml_mark_t *mark) {
  const struct data_source *source = &reader->source;
  size_t line = reader->first_line + mark->line;
  size_t column = mark->column;
  if (line >= source->line_count) {
    line = source->line_count - 1;
    column = SIZE_MAX;
  }
  struct data_place at = reader->cursor;
  if (at.line != line || at.column > column) {
    at = (struct data_place){source->lines[line], (uint32_t)line, 0};
  }
  const char *text = source->text.bytes;
  size_t size = source->text.size;
  while (at.column < column && at.offset < size && text[at.offset] != '\n') {
    at.offset += data_utf8_length(text + at.offset, size - at.offset);
    at.column++;
  }
  reader->cursor = at;
  return (struct data_place){at.offset, at.line + 1, at.column + 1};
}

static struct level *top(struct reader *reader) {
  return reader->depth == 0 ? NULL : &reader->levels[reader->depth - 1];
}

/* Ends a segment with a mistake at a place. */
static enum outcome mistake(struct reader *reader, struct data_place place,
                            const char *message) {
  reader->bad_line = place.line - 1;
  size_t count = reader->problems->count;
  /* The mistakes of one line are one mistake: a tab that was replaced, say,
   * leaves a line that cannot be read. */
  bool reported = false;
  for (size_t i = count; i > 0 && !reported; i--) {
    reported = reader->problems->items[i - 1].place.line == place.line;
  }
  if (!reported && !data_report(reader->problems, place, message)) {
    return reader->problems->failed ? NO_MEMORY : HOPELESS;
  }
  return MISTAKEN;
}

/* The same, in words that come from looking at the line. */
static enum outcome mistake_on_line(struct reader *reader, size_t line,
                                    size_t offset, const char *problem) {
  struct data_complaint complaint = {
      .line = data_source_line(&reader->source, line),
      .offset = offset,
      .problem = problem,
  };
  size_t at;
  const char *message = data_explain(reader->arena, &complaint, &at);
  if (line >= reader->source.line_count) {
    line = reader->source.line_count - 1;
  }
  struct data_place place = {
      .offset = reader->source.lines[line] + at,
      .line = (uint32_t)line + 1,
      .column = data_code_points(complaint.line.bytes, at) + 1,
  };
  return mistake(reader, place, message);
}

/* ------------------------------------------------------------- the tree */

static struct data_node *new_node(struct reader *reader, enum data_kind kind) {
  struct data_node *node = base_arena_alloc(reader->arena, sizeof *node);
  if (node != NULL) {
    node->kind = kind;
    node->text = base_slice_of("");
    reader->nodes++;
  }
  return node;
}

/* Makes the node the next child of the innermost collection, or the root. */
static void attach(struct reader *reader, struct data_node *node) {
  struct level *level = top(reader);
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
static bool settle_key(struct reader *reader) {
  struct level *level = top(reader);
  if (level == NULL || level->key == NULL) {
    return true;
  }
  struct data_node *node = new_node(reader, DATA_TEXT);
  if (node != NULL) {
    node->damaged = true;
    node->place = level->key_place;
    node->end = node->place.offset;
    node->end_line = node->place.line;
    attach(reader, node);
  }
  return node != NULL;
}

static int compare_keys(const void *left, const void *right) {
  const struct data_node *const *one = left;
  const struct data_node *const *other = right;
  int order = strcmp((*one)->key, (*other)->key);
  if (order == 0) {
    order = (*one)->key_place.offset < (*other)->key_place.offset ? -1 : 1;
  }
  return order;
}

/* The second of two equal keys is a mistake, but no reason to stop. */
static bool check_keys(struct reader *reader, struct data_node *map) {
  if (map->count < 2) {
    return true;
  }
  struct data_node **children = malloc(map->count * sizeof(struct data_node *));
  if (children == NULL) {
    return false;
  }
  size_t count = 0;
  for (struct data_node *child = map->first; child != NULL;
       child = child->next) {
    children[count++] = child;
  }
  qsort(children, count, sizeof(struct data_node *), compare_keys);
  for (size_t i = 1; i < count; i++) {
    if (strcmp(children[i - 1]->key, children[i]->key) == 0) {
      children[i]->damaged = true;
      data_report(reader->problems, children[i]->key_place,
                  base_arena_format(reader->arena,
                                    "`%s` stands here a second time (first in "
                                    "line %u): take one away",
                                    children[i]->key,
                                    (unsigned)children[i - 1]->key_place.line));
    }
  }
  free(children);
  return !reader->problems->failed;
}

static bool close_level(struct reader *reader) {
  struct level *level = top(reader);
  reader->depth--;
  return level->node->kind != DATA_MAP || check_keys(reader, level->node);
}

/* --------------------------------------------------------------- events */

/* A text over several lines must be indented deeper than what it belongs to,
 * or a quote that nobody closed would swallow the lines below. */
static size_t first_outdented(const struct reader *reader, size_t line,
                              size_t end_line) {
  if (reader->depth == 0) {
    return end_line;
  }
  size_t column = reader->levels[reader->depth - 1].column;
  for (size_t i = line + 1; i < end_line; i++) {
    struct base_slice text = data_source_line(&reader->source, i);
    size_t indentation = data_indentation(text);
    if (indentation < text.size && indentation <= column) {
      return i;
    }
  }
  return end_line;
}

/* Whether only blanks stand between an unquoted text and a `#`. */
static bool is_cut(const struct reader *reader, size_t end) {
  const char *bytes = reader->source.text.bytes;
  size_t at = end;
  while (bytes[at] == ' ') {
    at++;
  }
  return at > end && bytes[at] == '#';
}

static enum data_style style_of(yaml_scalar_style_t style) {
  switch (style) {
  case YAML_SINGLE_QUOTED_SCALAR_STYLE:
    return DATA_SINGLE_QUOTED;
  case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
    return DATA_DOUBLE_QUOTED;
  case YAML_LITERAL_SCALAR_STYLE:
    return DATA_LITERAL;
  case YAML_FOLDED_SCALAR_STYLE:
    return DATA_FOLDED;
  default:
    return DATA_PLAIN;
  }
}

/* `? key`: the question mark stands before the key. */
static bool is_complex_key(const struct reader *reader, size_t offset) {
  const char *bytes = reader->source.text.bytes;
  size_t at = offset;
  while (at > 0 && bytes[at - 1] == ' ') {
    at--;
  }
  return at > 0 && at < offset && bytes[at - 1] == '?';
}

static enum outcome take_key(struct reader *reader, struct level *level,
                             const struct data_node *text) {
  if (is_complex_key(reader, text->place.offset)) {
    return mistake(reader, text->place,
                   "a key is one word before a colon; if `?` belongs to a "
                   "text, put the text in quotes");
  }
  if (text->text.size == 0 || text->end_line != text->place.line) {
    return mistake(reader, text->place, "a key is missing before this colon");
  }
  level->key = text->text.bytes;
  level->key_place = text->place;
  return GOES_ON;
}

static enum outcome take_scalar(struct reader *reader,
                                const yaml_event_t *event) {
  struct data_node *node = new_node(reader, DATA_TEXT);
  if (node == NULL) {
    return NO_MEMORY;
  }
  node->style = style_of(event->data.scalar.style);
  node->place = place_of(reader, &event->start_mark);
  const char *value = (const char *)event->data.scalar.value;
  size_t size = event->data.scalar.length;
  node->text =
      (struct base_slice){base_arena_copy(reader->arena, value, size), size};
  size_t line = node->place.line - 1;
  bool block = node->style == DATA_LITERAL || node->style == DATA_FOLDED;
  size_t end_line = reader->first_line + event->end_mark.line;
  if (!block && first_outdented(reader, line, end_line + 1) <= end_line) {
    return mistake_on_line(reader, line, event->start_mark.column,
                           "a text goes on in a line that is not indented");
  }
  struct data_place end = place_of(reader, &event->end_mark);
  node->end = end.offset;
  node->end_line = end.line;
  node->cut = node->style == DATA_PLAIN && is_cut(reader, node->end);
  struct level *level = top(reader);
  if (level != NULL && level->node->kind == DATA_MAP && level->key == NULL) {
    return take_key(reader, level, node);
  }
  attach(reader, node);
  return GOES_ON;
}

static enum outcome open_level(struct reader *reader, enum data_kind kind,
                               bool block, const yaml_event_t *event) {
  if (reader->adopting) {
    reader->adopting = false;
    return GOES_ON;
  }
  struct data_place place = place_of(reader, &event->start_mark);
  struct level *parent = top(reader);
  if (parent != NULL && parent->node->kind == DATA_MAP && parent->key == NULL) {
    return mistake(reader, place,
                   "a key must be a word: if this is a text, put it in "
                   "quotes");
  }
  if (reader->depth == DATA_DEPTH_MAX) {
    return mistake(reader, place,
                   base_arena_format(reader->arena,
                                     "lists and maps are more than %d deep "
                                     "here",
                                     (int)DATA_DEPTH_MAX));
  }
  struct data_node *node = new_node(reader, kind);
  if (node == NULL) {
    return NO_MEMORY;
  }
  node->place = place;
  node->end = place.offset;
  node->end_line = place.line;
  attach(reader, node);
  reader->levels[reader->depth++] = (struct level){
      .node = node, .column = event->start_mark.column, .block = block};
  return GOES_ON;
}

static enum outcome end_level(struct reader *reader,
                              const yaml_event_t *event) {
  struct level *level = top(reader);
  if (!level->block) {
    struct data_place end = place_of(reader, &event->end_mark);
    level->node->end = end.offset;
    level->node->end_line = end.line;
  }
  /* The root stays, for a next segment. */
  return reader->depth == 1 || close_level(reader) ? GOES_ON : NO_MEMORY;
}

/* Anchors, aliases and tags; they are texts that lack quotes mostly. */
static bool has_property(const yaml_event_t *event) {
  switch (event->type) {
  case YAML_ALIAS_EVENT:
    return true;
  case YAML_SCALAR_EVENT:
    return event->data.scalar.anchor != NULL || event->data.scalar.tag != NULL;
  case YAML_SEQUENCE_START_EVENT:
    return event->data.sequence_start.anchor != NULL ||
           event->data.sequence_start.tag != NULL;
  case YAML_MAPPING_START_EVENT:
    return event->data.mapping_start.anchor != NULL ||
           event->data.mapping_start.tag != NULL;
  default:
    return false;
  }
}

static enum outcome take_event(struct reader *reader,
                               const yaml_event_t *event) {
  if (has_property(event)) {
    return mistake_on_line(reader, reader->first_line + event->start_mark.line,
                           event->start_mark.column, "");
  }
  if (reader->nodes >= DATA_NODES_MAX) {
    mistake(reader, place_of(reader, &event->start_mark),
            "the file holds too many keys and items");
    return HOPELESS;
  }
  switch (event->type) {
  case YAML_SCALAR_EVENT:
    return take_scalar(reader, event);
  case YAML_SEQUENCE_START_EVENT:
    return open_level(
        reader, DATA_LIST,
        event->data.sequence_start.style != YAML_FLOW_SEQUENCE_STYLE, event);
  case YAML_MAPPING_START_EVENT:
    return open_level(
        reader, DATA_MAP,
        event->data.mapping_start.style != YAML_FLOW_MAPPING_STYLE, event);
  case YAML_SEQUENCE_END_EVENT:
  case YAML_MAPPING_END_EVENT:
    return end_level(reader, event);
  case YAML_DOCUMENT_START_EVENT:
    if (reader->documents++ > 0 && !reader->adopting) {
      mistake(reader, place_of(reader, &event->start_mark),
              "a file is one document: take the line `---` away");
      return HOPELESS;
    }
    return GOES_ON;
  case YAML_STREAM_END_EVENT:
    return ENDED;
  default:
    return GOES_ON;
  }
}

/* ------------------------------------------------------------- segments */

/* A comment that is indented less than the literal block above it ends the
 * block, and what follows is out of place. Its line, or `line`. */
static size_t comment_that_ended_block(const struct reader *reader,
                                       size_t line) {
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

/* libyaml's complaint: finds the line that is to blame. */
static enum outcome complain(struct reader *reader,
                             const yaml_parser_t *parser) {
  if (parser->error == YAML_MEMORY_ERROR) {
    return NO_MEMORY;
  }
  const char *context = parser->context == NULL ? "" : parser->context;
  const char *problem = parser->problem == NULL ? "" : parser->problem;
  bool began_there =
      strstr(context, "scanning") != NULL || strstr(context, "flow") != NULL;
  const yaml_mark_t *mark =
      began_there ? &parser->context_mark : &parser->problem_mark;
  size_t line = reader->first_line + mark->line;
  size_t comment = comment_that_ended_block(reader, line);
  if (comment != line && strstr(context, "scanning a q") == NULL) {
    struct base_slice text = data_source_line(&reader->source, comment);
    size_t at = data_indentation(text);
    struct data_place place = {.offset = reader->source.lines[comment] + at,
                               .line = (uint32_t)comment + 1,
                               .column = (uint32_t)at + 1};
    enum outcome outcome =
        mistake(reader, place,
                "this comment ends the block above: indent it like the lines "
                "of the block");
    reader->bad_line = line;
    return outcome;
  }
  return mistake_on_line(reader, line, mark->column, problem);
}

static enum outcome read_segment(struct reader *reader,
                                 struct segment segment) {
  yaml_parser_t parser;
  if (!yaml_parser_initialize(&parser)) {
    return NO_MEMORY;
  }
  const struct data_source *source = &reader->source;
  size_t start = source->lines[segment.first];
  size_t end = segment.end < source->line_count ? source->lines[segment.end]
                                                : source->text.size;
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(
      &parser, (const unsigned char *)source->text.bytes + start, end - start);
  reader->first_line = segment.first;
  enum outcome outcome = GOES_ON;
  while (outcome == GOES_ON) {
    yaml_event_t event;
    if (!yaml_parser_parse(&parser, &event)) {
      outcome = complain(reader, &parser);
      break;
    }
    outcome = take_event(reader, &event);
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return outcome;
}

static bool is_item(struct base_slice line, size_t indentation) {
  return indentation < line.size && line.bytes[indentation] == '-' &&
         (indentation + 1 == line.size || line.bytes[indentation + 1] == ' ');
}

static bool says_nothing(struct base_slice line) {
  size_t indentation = data_indentation(line);
  return indentation == line.size || line.bytes[indentation] == '#';
}

/* The number of open levels whose innermost the line belongs to, or 0. */
static size_t depth_of(const struct reader *reader, struct base_slice line) {
  size_t indentation = data_indentation(line);
  bool item = is_item(line, indentation);
  for (size_t depth = reader->depth; depth > 0; depth--) {
    const struct level *level = &reader->levels[depth - 1];
    if (level->block && level->column == indentation &&
        (level->node->kind == DATA_LIST) == item) {
      return depth;
    }
  }
  return 0;
}

/* Past the last line that can belong to the level. */
static size_t segment_end(const struct reader *reader, size_t from,
                          const struct level *level) {
  size_t line = from + 1;
  for (; line < reader->source.line_count; line++) {
    struct base_slice text = data_source_line(&reader->source, line);
    size_t indentation = data_indentation(text);
    bool other_kind =
        is_item(text, indentation) != (level->node->kind == DATA_LIST);
    if (!says_nothing(text) && (indentation < level->column ||
                                (indentation == level->column && other_kind))) {
      break;
    }
  }
  return line;
}

/* Finds where reading can go on, from a line on, and closes the levels that
 * end before it. Returns false when there is no such place. */
static bool find_segment(struct reader *reader, size_t from,
                         struct segment *segment) {
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
  while (reader->depth > depth && close_level(reader)) {
    /* the levels inside it end here */
  }
  *segment = (struct segment){
      from, segment_end(reader, from, &reader->levels[depth - 1])};
  reader->adopting = true;
  return !reader->problems->failed;
}

/* After a mistake nothing inside the open levels is sure to be complete, and
 * what [] or {} began cannot be gone on with. */
static bool settle(struct reader *reader) {
  if (!settle_key(reader)) {
    return false;
  }
  for (size_t i = 0; i < reader->depth; i++) {
    reader->levels[i].node->damaged = true;
  }
  while (reader->depth > 1 && !top(reader)->block) {
    reader->depth--;
  }
  return true;
}

/* The line where a segment ended that the parser could read to its end. */
static bool line_is_stray(const struct reader *reader, size_t line) {
  struct base_slice text = data_source_line(&reader->source, line);
  return !says_nothing(text) && depth_of(reader, text) == 0;
}

static enum outcome read_all(struct reader *reader) {
  struct segment segment = {0, reader->source.line_count};
  bool more = true;
  while (more) {
    enum outcome outcome = read_segment(reader, segment);
    size_t next = segment.end;
    if (outcome == MISTAKEN) {
      next = reader->bad_line >= segment.first ? reader->bad_line + 1
                                               : segment.first + 1;
      if (!settle(reader)) {
        return NO_MEMORY;
      }
    } else if (outcome != ENDED) {
      return outcome;
    } else if (next < reader->source.line_count &&
               line_is_stray(reader, next)) {
      outcome = mistake_on_line(reader, next, 0, "");
      if (outcome != MISTAKEN) {
        return outcome;
      }
    }
    more = find_segment(reader, next, &segment);
  }
  while (reader->depth > 0 && close_level(reader)) {
    /* what is still open ends with the file */
  }
  return reader->problems->failed ? NO_MEMORY : ENDED;
}

static bool is_utf16(const char *bytes, size_t size) {
  return size >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 ||
                       memcmp(bytes, "\xFE\xFF", 2) == 0);
}

static int compare_places(const void *left, const void *right) {
  const struct data_problem *one = left;
  const struct data_problem *other = right;
  size_t a = one->place.offset;
  size_t b = other->place.offset;
  return a < b ? -1 : a > b;
}

enum courtesy_status data_yaml_parse(struct base_arena *arena,
                                     const char *bytes, size_t size,
                                     struct data_problems *problems,
                                     struct data_tree *tree) {
  *tree = (struct data_tree){.source = base_slice_of("")};
  if (size > DATA_SIZE_MAX) {
    return COURTESY_TOO_LARGE;
  }
  struct data_place start = {.line = 1, .column = 1};
  if (is_utf16(bytes, size)) {
    return data_report(problems, start, "the file is UTF-16: save it as UTF-8")
               ? COURTESY_OK
               : COURTESY_NO_MEMORY;
  }
  struct reader reader = {.arena = arena, .problems = problems};
  if (!data_clean(arena, (struct base_slice){bytes, size}, problems,
                  &reader.source)) {
    return COURTESY_NO_MEMORY;
  }
  enum outcome outcome = read_all(&reader);
  if (outcome == NO_MEMORY || arena->failed || problems->failed) {
    return COURTESY_NO_MEMORY;
  }
  if (problems->count > 1) {
    qsort(problems->items, problems->count, sizeof *problems->items,
          compare_places);
  }
  tree->source = reader.source.text;
  tree->root = reader.root;
  return COURTESY_OK;
}

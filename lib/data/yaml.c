/* SPDX-License-Identifier: MIT */
#include "data/yaml.h"

#include "base/sort.h"
#include "data/explain.h"
#include "data/reader.h"

#include <string.h>
#include <yaml.h>

/* The line of a mark, from 0. What ends a line is libyaml's to say, so that its
 * count is not relied on. */
static size_t line_of(const struct data_reader *reader,
                      const yaml_mark_t *mark) {
  size_t line = reader->first_line + mark->line;
  size_t last = reader->source.line_count - 1;
  return line < last ? line : last;
}

/* libyaml counts code points; the file counts bytes. Marks come in order
 * mostly, so the walk goes on from the last one. */
static struct data_place place_of(struct data_reader *reader,
                                  const yaml_mark_t *mark) {
  const struct data_source *source = &reader->source;
  size_t line = line_of(reader, mark);
  size_t column = mark->column;
  struct data_place at = reader->cursor;
  if (at.line != line || at.column > column) {
    at = (struct data_place){source->lines[line], (uint32_t)line, 0};
  }
  const char *text = source->text.bytes;
  size_t size = source->text.size;
  while (at.column < column && at.offset < size && text[at.offset] != '\n') {
    bool ascii = (unsigned char)text[at.offset] < 0x80;
    at.offset +=
        ascii ? 1 : data_utf8_length(text + at.offset, size - at.offset);
    at.column++;
  }
  reader->cursor = at;
  return (struct data_place){at.offset, at.line + 1, at.column + 1};
}

/* --------------------------------------------------------------- events */

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

static enum data_outcome take_key(struct data_reader *reader,
                                  struct data_level *level,
                                  const struct data_node *text) {
  if (data_is_complex_key(reader, text->place.offset)) {
    return data_mistake(reader, text->place,
                        "a key is one word before a colon; if `?` belongs to a "
                        "text, put the text in quotes");
  }
  if (text->text.size == 0 || text->end_line != text->place.line) {
    return data_mistake(reader, text->place,
                        "a key is missing before this colon");
  }
  level->key = text->text.bytes;
  level->key_place = text->place;
  return DATA_GOES_ON;
}

static enum data_outcome take_scalar(struct data_reader *reader,
                                     const yaml_event_t *event) {
  struct data_node *node = data_new_node(reader, DATA_TEXT);
  if (node == NULL) {
    return DATA_NO_MEMORY;
  }
  node->style = style_of(event->data.scalar.style);
  node->place = place_of(reader, &event->start_mark);
  const char *value = (const char *)event->data.scalar.value;
  size_t size = event->data.scalar.length;
  node->text =
      (struct base_slice){base_arena_copy(reader->arena, value, size), size};
  size_t line = node->place.line - 1;
  bool block = node->style == DATA_LITERAL || node->style == DATA_FOLDED;
  size_t last_line = line_of(reader, &event->end_mark);
  if (!block && data_is_outdented(reader, line, last_line)) {
    return data_mistake_on_line(
        reader, line, "a text goes on in a line that is not indented");
  }
  struct data_level *level = data_top(reader);
  if (node->style == DATA_PLAIN && level != NULL && level->key != NULL &&
      level->key_place.line < node->place.line &&
      data_is_joined_key(data_source_line(&reader->source, line))) {
    return data_mistake_on_line(reader, line, "");
  }
  struct data_place end = place_of(reader, &event->end_mark);
  node->end = end.offset;
  node->end_line = end.line;
  node->cut = node->style == DATA_PLAIN && data_is_cut(reader, node->end);
  if (level != NULL && level->node->kind == DATA_MAP && level->key == NULL) {
    return take_key(reader, level, node);
  }
  data_attach(reader, node);
  return DATA_GOES_ON;
}

static enum data_outcome open_level(struct data_reader *reader,
                                    enum data_kind kind, bool block,
                                    const yaml_event_t *event) {
  if (reader->adopting) {
    reader->adopting = false;
    return DATA_GOES_ON;
  }
  struct data_place place = place_of(reader, &event->start_mark);
  struct data_level *parent = data_top(reader);
  if (parent != NULL && parent->node->kind == DATA_MAP && parent->key == NULL) {
    return data_mistake(reader, place,
                        "a key must be a word: if this is a text, put it in "
                        "quotes");
  }
  if (reader->depth == DATA_DEPTH_MAX) {
    return data_mistake(
        reader, place,
        base_arena_format(reader->arena,
                          "lists and maps are more than %d deep "
                          "here",
                          (int)DATA_DEPTH_MAX));
  }
  struct data_node *node = data_new_node(reader, kind);
  if (node == NULL) {
    return DATA_NO_MEMORY;
  }
  node->place = place;
  node->end = place.offset;
  node->end_line = place.line;
  data_attach(reader, node);
  reader->levels[reader->depth++] = (struct data_level){
      .node = node, .column = event->start_mark.column, .block = block};
  return DATA_GOES_ON;
}

static enum data_outcome end_level(struct data_reader *reader,
                                   const yaml_event_t *event) {
  struct data_level *level = data_top(reader);
  if (!level->block) {
    struct data_place end = place_of(reader, &event->end_mark);
    level->node->end = end.offset;
    level->node->end_line = end.line;
  }
  /* The root stays, for a next segment. */
  if (reader->depth > 1) {
    data_close_level(reader);
  }
  return reader->problems->failed ? DATA_NO_MEMORY : DATA_GOES_ON;
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

static enum data_outcome take_event(struct data_reader *reader,
                                    const yaml_event_t *event) {
  if (has_property(event)) {
    return data_mistake_on_line(reader, line_of(reader, &event->start_mark),
                                "");
  }
  if (reader->nodes >= DATA_NODES_MAX) {
    data_mistake(reader, place_of(reader, &event->start_mark),
                 "the file holds too many keys and items");
    return DATA_HOPELESS;
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
      data_mistake(reader, place_of(reader, &event->start_mark),
                   "a file is one document: take the line `---` away");
      return DATA_HOPELESS;
    }
    return DATA_GOES_ON;
  case YAML_STREAM_END_EVENT:
    return DATA_ENDED;
  default:
    return DATA_GOES_ON;
  }
}

/* ------------------------------------------------------------- segments */

/* libyaml's complaint: finds the line that is to blame. */
static enum data_outcome complain(struct data_reader *reader,
                                  const yaml_parser_t *parser) {
  if (parser->error == YAML_MEMORY_ERROR) {
    return DATA_NO_MEMORY;
  }
  const char *context = parser->context == NULL ? "" : parser->context;
  const char *problem = parser->problem == NULL ? "" : parser->problem;
  bool began_there =
      strstr(context, "scanning") != NULL || strstr(context, "flow") != NULL;
  const yaml_mark_t *mark =
      began_there ? &parser->context_mark : &parser->problem_mark;
  size_t line = line_of(reader, mark);
  if (data_is_outside_block(reader, line)) {
    return data_mistake(
        reader, data_line_start(reader, line),
        "indent this line: what belongs to the block after `|` stands deeper "
        "than its key");
  }
  size_t comment =
      reader->after_block ? data_comment_above(reader, line) : line;
  if (comment != line) {
    enum data_outcome outcome = data_mistake(
        reader, data_line_start(reader, comment),
        "this comment ends the block above: indent it like the lines "
        "of the block");
    reader->bad_line = line;
    return outcome;
  }
  return data_mistake_on_line(reader, line, problem);
}

static enum data_outcome read_segment(struct data_reader *reader,
                                      struct data_segment segment) {
  yaml_parser_t parser;
  if (!yaml_parser_initialize(&parser)) {
    return DATA_NO_MEMORY;
  }
  const struct data_source *source = &reader->source;
  size_t start = source->lines[segment.first];
  size_t end = segment.end < source->line_count ? source->lines[segment.end]
                                                : source->text.size;
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(
      &parser, (const unsigned char *)source->text.bytes + start, end - start);
  reader->first_line = segment.first;
  enum data_outcome outcome = DATA_GOES_ON;
  while (outcome == DATA_GOES_ON) {
    yaml_event_t event;
    if (!yaml_parser_parse(&parser, &event)) {
      outcome = complain(reader, &parser);
      break;
    }
    outcome = take_event(reader, &event);
    if (event.type == YAML_SCALAR_EVENT) {
      reader->after_block =
          event.data.scalar.style == YAML_LITERAL_SCALAR_STYLE;
    }
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return outcome;
}

static enum data_outcome read_all(struct data_reader *reader) {
  struct data_segment segment = {0, reader->source.line_count};
  bool more = true;
  while (more) {
    enum data_outcome outcome = read_segment(reader, segment);
    size_t next = segment.end;
    if (outcome == DATA_MISTAKEN) {
      next = reader->bad_line >= segment.first
                 ? data_line_behind(reader, reader->bad_line)
                 : segment.first + 1;
      if (!data_settle(reader)) {
        return DATA_NO_MEMORY;
      }
    } else if (outcome != DATA_ENDED) {
      return outcome;
    } else if (next < reader->source.line_count &&
               data_is_stray(reader, next)) {
      outcome = data_mistake_on_line(reader, next, "");
      if (outcome != DATA_MISTAKEN) {
        return outcome;
      }
    }
    more = data_find_segment(reader, next, &segment);
  }
  while (reader->depth > 0) {
    data_close_level(reader);
  }
  return reader->problems->failed ? DATA_NO_MEMORY : DATA_ENDED;
}

/* By its byte order mark, or by the zero byte of an ASCII letter. */
static bool is_utf16(const char *bytes, size_t size) {
  return size >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 ||
                       memcmp(bytes, "\xFE\xFF", 2) == 0 ||
                       (bytes[0] == '\0') != (bytes[1] == '\0'));
}

static int compare_places(const void *left, const void *right) {
  const struct data_problem *one = left;
  const struct data_problem *other = right;
  return base_order(one->place.offset, other->place.offset);
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
  struct data_reader reader = {.arena = arena, .problems = problems};
  if (!data_clean(arena, (struct base_slice){bytes, size}, problems,
                  &reader.source)) {
    return COURTESY_NO_MEMORY;
  }
  enum data_outcome outcome = read_all(&reader);
  if (outcome == DATA_NO_MEMORY || arena->failed || problems->failed) {
    return COURTESY_NO_MEMORY;
  }
  base_sort(problems->items, problems->count, sizeof *problems->items,
            compare_places);
  tree->source = reader.source.text;
  tree->root = reader.root;
  return COURTESY_OK;
}

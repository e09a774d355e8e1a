/* SPDX-License-Identifier: MIT */
/* Texts of a line each: phrases, entries of lists, example sentences. */
#include "rules/read.h"

void rules_lines_add(struct rules_lines *lines, struct rules_line *line) {
  if (line == NULL) {
    return;
  }
  if (lines->last == NULL) {
    lines->first = line;
  } else {
    lines->last->next = line;
  }
  lines->last = line;
  lines->count++;
}

static struct rules_line *new_line(const struct rules_reading *reading,
                                   struct base_slice text,
                                   struct data_place place,
                                   const struct data_node *node) {
  struct rules_line *line = base_arena_alloc(reading->arena, sizeof *line);
  if (line != NULL) {
    line->text = base_arena_copy(reading->arena, text.bytes, text.size);
    line->place = rules_spot_of(reading, place);
    line->node = node;
  }
  return line;
}

/* One line of a block, NULL if it is empty or a comment. */
static struct rules_line *read_line(const struct rules_reading *reading,
                                    const struct data_line *line) {
  struct base_slice text = line->text;
  struct data_place place = line->place;
  while (text.size > 0 && text.bytes[0] == ' ') {
    text.bytes++;
    text.size--;
    place.column++;
  }
  while (text.size > 0 && text.bytes[text.size - 1] == ' ') {
    text.size--;
  }
  return text.size == 0 || text.bytes[0] == '#'
             ? NULL
             : new_line(reading, text, place, NULL);
}

struct rules_line *rules_read_item(const struct rules_reading *reading,
                                   const struct data_node *item) {
  if (!rules_is_whole_text(reading, item)) {
    return NULL;
  }
  if (item->text.size == 0) {
    rules_wrong(reading, item->place, "this item is empty: write a text");
    return NULL;
  }
  if (item->style == DATA_FOLDED || item->style == DATA_LITERAL ||
      item->end_line != item->place.line) {
    rules_wrong(reading, item->place,
                "an item stands on one line, in quotes; for many, write a "
                "block after `|`, one a line");
    return NULL;
  }
  return new_line(reading, item->text, item->place, item);
}

/* A value that is one text: in quotes it is one line. */
static void read_single_line(const struct rules_reading *reading,
                             const struct data_node *node,
                             struct rules_lines *lines) {
  if (node->damaged || (node->kind == DATA_TEXT && node->text.size == 0)) {
    return;
  }
  if (node->kind == DATA_TEXT && (node->style == DATA_SINGLE_QUOTED ||
                                  node->style == DATA_DOUBLE_QUOTED)) {
    rules_lines_add(lines, rules_read_item(reading, node));
    return;
  }
  rules_wrong(reading, node->place,
              "write `%s: |` and below it, indented, one text a line",
              node->key == NULL ? "find" : node->key);
}

void rules_read_lines(const struct rules_reading *reading,
                      const struct data_node *node, struct rules_lines *lines) {
  if (node->kind == DATA_LIST) {
    for (const struct data_node *item = node->first; item != NULL;
         item = item->next) {
      rules_lines_add(lines, rules_read_item(reading, item));
    }
    return;
  }
  if (node->kind == DATA_MAP || node->style != DATA_LITERAL) {
    read_single_line(reading, node, lines);
    return;
  }
  struct data_lines iterator = data_lines_of(reading->tree, node);
  struct data_line line;
  while (data_lines_next(&iterator, &line)) {
    rules_lines_add(lines, read_line(reading, &line));
  }
}

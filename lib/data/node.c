/* SPDX-License-Identifier: MIT */
#include "data/node.h"

#include "text/unicode.h"

#include <string.h>

const struct data_node *data_node_get(const struct data_node *map,
                                      const char *key) {
  for (const struct data_node *child = map->first; child != NULL;
       child = child->next) {
    if (child->key != NULL && strcmp(child->key, key) == 0) {
      return child;
    }
  }
  return NULL;
}

size_t data_utf8_length(const char *bytes, size_t size) {
  uint32_t code;
  uint32_t length = text_decode(bytes, size, &code);
  return code == TEXT_REPLACEMENT && length == 1 ? 0 : length;
}

uint32_t data_code_points(const char *bytes, size_t size) {
  uint32_t count = 0;
  uint32_t code;
  for (size_t i = 0; i < size; count++) {
    i += text_decode(bytes + i, size - i, &code);
  }
  return count;
}

/* The start of the line that holds an offset. */
static size_t line_start(struct base_slice source, size_t offset) {
  while (offset > 0 && source.bytes[offset - 1] != '\n') {
    offset--;
  }
  return offset;
}

/* The end of the line that begins or goes on at `from`: its \n or the end. */
static const char *line_end(struct base_slice source, const char *from) {
  const char *end = source.bytes + source.size;
  const char *newline = memchr(from, '\n', (size_t)(end - from));
  return newline == NULL ? end : newline;
}

/* The start of the line behind the one that begins or goes on at `from`; the
 * source's end when there is none. */
static const char *next_line(struct base_slice source, const char *from) {
  const char *end = line_end(source, from);
  return end == source.bytes + source.size ? end : end + 1;
}

struct data_lines data_lines_of(const struct data_tree *tree,
                                const struct data_node *block) {
  const char *header = tree->source.bytes + block->place.offset;
  return (struct data_lines){
      .tree = tree,
      .block = block,
      .raw = next_line(tree->source, header),
      .raw_number = block->place.line + 1,
  };
}

/* A decoded line is the file's line without indentation and CR, so that the
 * difference of the lengths is the indentation. */
static struct data_place line_place(const struct data_lines *lines,
                                    struct base_slice decoded) {
  struct base_slice source = lines->tree->source;
  const char *end = line_end(source, lines->raw);
  size_t raw_size = (size_t)(end - lines->raw);
  if (raw_size > 0 && end[-1] == '\r') {
    raw_size--;
  }
  size_t indent = raw_size > decoded.size ? raw_size - decoded.size : 0;
  return (struct data_place){
      .offset = (size_t)(lines->raw - source.bytes) + indent,
      .line = lines->raw_number,
      .column = (uint32_t)indent + 1,
  };
}

bool data_lines_next(struct data_lines *lines, struct data_line *line) {
  struct base_slice text = lines->block->text;
  if (lines->decoded >= text.size) {
    return false;
  }
  const char *start = text.bytes + lines->decoded;
  size_t size = (size_t)(line_end(text, start) - start);
  line->text = (struct base_slice){start, size};
  line->place = line_place(lines, line->text);
  lines->decoded += size + 1;
  lines->raw = next_line(lines->tree->source, lines->raw);
  lines->raw_number++;
  return true;
}

/* How many bytes an escape of a double-quoted text takes in the file, and
 * how many it stands for. Only the sizes matter here. */
static size_t escape_size(const char *raw, size_t left, size_t *decoded) {
  static const char hex_digits[] = "x\2u\4U\10";
  *decoded = 1;
  char letter = left > 1 ? raw[1] : '\0';
  for (const char *kind = hex_digits; *kind != '\0'; kind += 2) {
    size_t digits = (size_t)kind[1];
    if (letter != kind[0] || left < 2 + digits) {
      continue;
    }
    uint32_t value = 0;
    for (size_t i = 0; i < digits; i++) {
      char digit = raw[2 + i];
      uint32_t low = (uint32_t)digit & 0xF;
      value = value << 4 | (digit > '9' ? low + 9 : low);
    }
    *decoded = value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
    return 2 + digits;
  }
  if (letter == 'N' || letter == '_') {
    *decoded = 2;
  } else if (letter == 'L' || letter == 'P') {
    *decoded = 3;
  }
  return left > 1 ? 2 : 1;
}

/* The offset in the file of a decoded offset of a text on one line. */
static size_t quoted_offset(const struct data_tree *tree,
                            const struct data_node *text, size_t offset) {
  const char *raw = tree->source.bytes + text->place.offset + 1;
  const char *end = tree->source.bytes + text->end;
  size_t decoded = 0;
  while (decoded < offset && raw < end) {
    size_t unit = 1;
    size_t stands_for = 1;
    if (text->style == DATA_DOUBLE_QUOTED && *raw == '\\') {
      unit = escape_size(raw, (size_t)(end - raw), &stands_for);
    } else if (text->style == DATA_SINGLE_QUOTED && *raw == '\'') {
      unit = 2;
    }
    raw += unit;
    decoded += stands_for;
  }
  return (size_t)(raw - tree->source.bytes);
}

static struct data_place literal_place(const struct data_tree *tree,
                                       const struct data_node *text,
                                       size_t offset) {
  struct data_lines lines = data_lines_of(tree, text);
  struct data_line line = {.place = text->place};
  while (lines.decoded <= offset && data_lines_next(&lines, &line)) {
    size_t start = (size_t)(line.text.bytes - text->text.bytes);
    if (offset <= start + line.text.size) {
      size_t into = offset - start;
      line.place.offset += into;
      line.place.column += data_code_points(line.text.bytes, into);
      break;
    }
  }
  return line.place;
}

struct data_place data_text_place(const struct data_tree *tree,
                                  const struct data_node *text, size_t offset) {
  if (text->style == DATA_LITERAL) {
    return literal_place(tree, text, offset);
  }
  /* Folding over lines is not followed: the start is near enough. */
  if (text->style == DATA_FOLDED || text->end_line != text->place.line) {
    return text->place;
  }
  struct data_place place = text->place;
  place.offset = text->style == DATA_PLAIN ? place.offset + offset
                                           : quoted_offset(tree, text, offset);
  size_t start = line_start(tree->source, place.offset);
  place.column =
      data_code_points(tree->source.bytes + start, place.offset - start) + 1;
  return place;
}

struct base_slice data_node_typed(const struct data_tree *tree,
                                  const struct data_node *node) {
  const char *start = tree->source.bytes + node->place.offset;
  const char *end = line_end(tree->source, start);
  while (end > start && (end[-1] == ' ' || end[-1] == '\r')) {
    end--;
  }
  return (struct base_slice){start, (size_t)(end - start)};
}

const char *data_quoted(struct base_arena *arena, struct base_slice text) {
  bool plain = memchr(text.bytes, '"', text.size) == NULL &&
               memchr(text.bytes, '\\', text.size) == NULL;
  char quote = plain ? '"' : '\'';
  char *quoted = base_arena_alloc(arena, text.size * 2 + 3);
  if (quoted == NULL) {
    return "";
  }
  size_t size = 0;
  quoted[size++] = quote;
  for (size_t i = 0; i < text.size; i++) {
    quoted[size++] = text.bytes[i];
    if (!plain && text.bytes[i] == '\'') {
      quoted[size++] = '\'';
    }
  }
  quoted[size] = quote;
  return quoted;
}

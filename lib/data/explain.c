/* SPDX-License-Identifier: MIT */
#include "data/explain.h"

#include "data/node.h"

#include <string.h>

static bool blank_or_end(struct base_slice line, size_t offset) {
  return offset >= line.size || line.bytes[offset] == ' ';
}

static size_t skip_blanks(struct base_slice line, size_t offset) {
  while (offset < line.size && line.bytes[offset] == ' ') {
    offset++;
  }
  return offset;
}

size_t data_indentation(struct base_slice line) {
  return skip_blanks(line, 0);
}

bool data_is_item(struct base_slice line, size_t offset) {
  return offset < line.size && line.bytes[offset] == '-' &&
         blank_or_end(line, offset + 1);
}

static bool is_key_byte(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9') || byte == '-' || byte == '_' ||
         byte == '/' || byte == '+' || byte == '.';
}

static size_t skip_key_bytes(struct base_slice line, size_t offset) {
  while (offset < line.size && is_key_byte(line.bytes[offset])) {
    offset++;
  }
  return offset;
}

bool data_is_bare_key(struct base_slice line) {
  size_t start = data_indentation(line);
  size_t end = skip_key_bytes(line, start);
  return end > start && skip_blanks(line, end) == line.size;
}

bool data_is_joined_key(struct base_slice line) {
  size_t start = data_indentation(line);
  size_t end = skip_key_bytes(line, start);
  size_t sign = skip_blanks(line, end);
  return end > start && sign + 1 < line.size &&
         (line.bytes[sign] == '=' ||
          (line.bytes[end] == ':' && line.bytes[end + 1] != ' ' &&
           line.bytes[end + 1] != '/'));
}

/* The end of a `key:` that begins at offset, or offset if there is none. */
static size_t skip_key(struct base_slice line, size_t offset) {
  size_t end = skip_key_bytes(line, offset);
  bool key = end > offset && end < line.size && line.bytes[end] == ':' &&
             blank_or_end(line, end + 1);
  return key ? end + 1 : offset;
}

/* Where the value of a line begins: after `- ` and `key: `. */
static size_t value_offset(struct base_slice line) {
  size_t offset = data_indentation(line);
  while (data_is_item(line, offset)) {
    offset = skip_blanks(line, offset + 1);
  }
  return skip_blanks(line, skip_key(line, offset));
}

/* The offset after the quote that closes the one at `offset`, or 0. */
static size_t closing_quote(struct base_slice line, size_t offset) {
  char quote = line.bytes[offset];
  for (size_t i = offset + 1; i < line.size; i++) {
    bool pair = quote == '\'' && i + 1 < line.size && line.bytes[i] == '\'' &&
                line.bytes[i + 1] == '\'';
    if (pair || (quote == '"' && line.bytes[i] == '\\')) {
      i++;
    } else if (line.bytes[i] == quote) {
      return i + 1;
    }
  }
  return 0;
}

static const char *explain_quoted(struct base_arena *arena,
                                  struct base_slice line, size_t *offset) {
  size_t start = *offset;
  struct base_slice value = {line.bytes + start, line.size - start};
  size_t end = closing_quote(line, start);
  if (end == 0) {
    return base_arena_format(
        arena, "the quote that opens here is not closed: put %c at the end",
        line.bytes[start]);
  }
  size_t rest = skip_blanks(line, end);
  if (rest < line.size && line.bytes[rest] != '#') {
    *offset = rest;
    return base_arena_format(
        arena, "text follows the closing quote: put all of it in quotes: %s",
        data_quoted(arena, value));
  }
  return memchr(value.bytes, '\\', value.size) == NULL
             ? NULL
             : "a backslash in double quotes is read as an escape: use single "
               "quotes, or a block after `|`";
}

/* Whether an unquoted text holds `: ` or ends with a colon. */
static bool holds_colon(struct base_slice text) {
  for (size_t i = 0; i < text.size; i++) {
    if (text.bytes[i] == ':' && blank_or_end(text, i + 1)) {
      return true;
    }
  }
  return false;
}

/* The text behind a `: ` in {} that cannot be without quotes, or nothing. */
static struct base_slice bare_in_map(struct base_slice map) {
  for (size_t i = 0; i + 2 < map.size; i++) {
    if (map.bytes[i] == ':' && map.bytes[i + 1] == ' ' &&
        strchr("@`%&*!|>", map.bytes[i + 2]) != NULL) {
      const char *text = map.bytes + i + 2;
      size_t size = 0;
      while (i + 2 + size < map.size && strchr(",}", text[size]) == NULL) {
        size++;
      }
      return (struct base_slice){text, size};
    }
  }
  return (struct base_slice){map.bytes, 0};
}

static const char *explain_plain(struct base_arena *arena,
                                 struct base_slice line, size_t *offset) {
  struct base_slice value = {line.bytes + *offset, line.size - *offset};
  char first = value.bytes[0];
  struct base_slice bare =
      first == '{' ? bare_in_map(value) : base_slice_of("");
  if (bare.size > 0) {
    value = bare;
    first = value.bytes[0];
    *offset = (size_t)(bare.bytes - line.bytes);
  }
  char closing = first == '[' ? ']' : first == '{' ? '}' : '\0';
  if (closing != '\0' && memchr(value.bytes, closing, value.size) == NULL) {
    return base_arena_format(
        arena,
        "no `%c` closes the `%c` here; if it is a text, put it in "
        "quotes: %s",
        closing, first, data_quoted(arena, value));
  }
  if (base_slice_begins(value, "[“")) {
    return "curly quotation marks are part of a text: write straight ones "
           "around it: \"";
  }
  if (first == '|' && value.size > 2 && value.bytes[1] == ' ') {
    return "write the text below the `|`, indented";
  }
  bool is_property = strchr("&*!", first) != NULL && value.size > 1 &&
                     is_key_byte(value.bytes[1]);
  if (is_property) {
    return base_arena_format(
        arena,
        "anchors (&), aliases (*) and tags (!) are not part of rule files; if "
        "it is a text, put it in quotes: %s",
        data_quoted(arena, value));
  }
  if (strchr("@`%*&!|>,[]{}#?:-", first) != NULL) {
    return base_arena_format(
        arena, "an unquoted text cannot start with `%c`: put it in quotes: %s",
        first, data_quoted(arena, value));
  }
  if (holds_colon(value)) {
    return base_arena_format(
        arena,
        "an unquoted text cannot hold a colon and a space: put it in quotes: "
        "%s",
        data_quoted(arena, value));
  }
  return NULL;
}

/* A key that would be one but for its colon. */
static const char *explain_key(struct base_arena *arena,
                               struct base_slice line) {
  size_t start = data_indentation(line);
  size_t end = skip_key_bytes(line, start);
  int size = (int)(end - start);
  size_t sign = skip_blanks(line, end);
  if (sign == line.size) {
    return base_arena_format(arena, "a colon is missing: `%.*s:`", size,
                             line.bytes + start);
  }
  size_t text = skip_blanks(line, sign + 1);
  return base_arena_format(
      arena, "a colon and a space part a key from its text: `%.*s: %.*s`", size,
      line.bytes + start, (int)(line.size - text), line.bytes + text);
}

/* A line that is well formed by itself stands in the wrong column, or below
 * something that cannot have it. */
static const char *explain_position(struct base_arena *arena,
                                    struct base_slice line, bool among_keys,
                                    const char *problem) {
  size_t start = data_indentation(line);
  bool item = data_is_item(line, start);
  if (item && among_keys) {
    return "keys stand here, not items: take the `- ` away";
  }
  if (data_is_bare_key(line) || data_is_joined_key(line)) {
    return explain_key(arena, line);
  }
  if (item || skip_key(line, start) != start) {
    return base_arena_format(
        arena,
        "this %s does not line up with the others: it is indented by %zu "
        "spaces",
        item ? "item" : "key", start);
  }
  if (start == line.size) {
    return base_arena_format(arena, "the file cannot be read from here on: %s",
                             problem);
  }
  return "this line is neither `key: text` nor `- text`, and not part of a "
         "block after `|`";
}

const char *data_explain(struct base_arena *arena, struct base_slice line,
                         bool among_keys, const char *problem, size_t *offset) {
  *offset = value_offset(line);
  const char *message = NULL;
  if (*offset < line.size) {
    char first = line.bytes[*offset];
    bool quoted = first == '"' || first == '\'';
    message = quoted ? explain_quoted(arena, line, offset)
                     : explain_plain(arena, line, offset);
  }
  if (message == NULL) {
    *offset = data_indentation(line);
    message = explain_position(arena, line, among_keys, problem);
  }
  return arena->failed ? NULL : message;
}

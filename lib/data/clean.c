/* SPDX-License-Identifier: MIT */
#include "data/clean.h"

#include "base/byte_order_mark.h"

#include <string.h>

struct cleaner {
  struct base_arena *arena;
  struct data_problems *problems;
  char *text;
  size_t size;
  size_t line_start;
  uint32_t line; /* from 1 */
  uint32_t reported_line;
};

bool data_report(struct data_problems *problems, struct data_place place,
                 const char *message) {
  if (message == NULL) {
    problems->failed = true;
    return false;
  }
  if (problems->count >= DATA_PROBLEMS_MAX) {
    return false;
  }
  if (problems->count == DATA_PROBLEMS_MAX - 1) {
    message = "further mistakes in this file are not shown";
  }
  return data_problems_add(problems, (struct data_problem){place, message});
}

struct base_slice data_source_line(const struct data_source *source,
                                   size_t number) {
  size_t start = source->lines[number];
  size_t end = number + 1 < source->line_count ? source->lines[number + 1]
                                               : source->text.size;
  while (end > start && (source->text.bytes[end - 1] == '\n' ||
                         source->text.bytes[end - 1] == '\r')) {
    end--;
  }
  return (struct base_slice){source->text.bytes + start, end - start};
}

/* One report a line: a line full of tabs is one mistake. Asked first, so that
 * nothing is composed in vain. */
static bool is_reported(const struct cleaner *cleaner) {
  return cleaner->reported_line == cleaner->line;
}

static void report(struct cleaner *cleaner, size_t offset,
                   const char *message) {
  cleaner->reported_line = cleaner->line;
  size_t start = cleaner->line_start;
  struct data_place place = {
      .offset = offset,
      .line = cleaner->line,
      .column = data_code_points(cleaner->text + start, offset - start) + 1,
  };
  data_report(cleaner->problems, place, message);
}

static void report_byte(struct cleaner *cleaner, size_t offset,
                        const char *before, const char *after) {
  if (!is_reported(cleaner)) {
    unsigned byte = (unsigned char)cleaner->text[offset];
    report(cleaner, offset,
           base_arena_format(cleaner->arena, "%s%02X%s", before, byte, after));
  }
}

static bool only_blanks(const char *from, const char *to) {
  while (from < to && *from == ' ') {
    from++;
  }
  return from == to;
}

static void report_tab(struct cleaner *cleaner, size_t offset) {
  if (!is_reported(cleaner)) {
    bool indents = only_blanks(cleaner->text + cleaner->line_start,
                               cleaner->text + offset);
    report(cleaner, offset,
           indents ? "a tab indents this line: indent with spaces"
                   : "a tab stands here: write a space");
  }
}

/* A byte below U+0020, or DEL. Line feeds do not come here. */
static size_t clean_control(struct cleaner *cleaner, size_t offset) {
  char *byte = cleaner->text + offset;
  if (*byte == '\r' && offset + 1 < cleaner->size && byte[1] == '\n') {
    return 1;
  }
  if (*byte == '\t') {
    report_tab(cleaner, offset);
    *byte = ' ';
  } else if (*byte == '\r') {
    if (!is_reported(cleaner)) {
      report(cleaner, offset,
             "a carriage return stands here alone: end lines with a line "
             "feed");
    }
    *byte = ' ';
  } else {
    report_byte(cleaner, offset, "a control character (U+00",
                ") stands here: delete it");
    *byte = '?';
  }
  return 1;
}

/* Code points that end a line for YAML 1.1 but for few editors, and those
 * that the parser refuses. `length` bytes at `bytes` are one code point. */
static const char *forbidden(const char *bytes, size_t length,
                             const char **replacement) {
  static const struct {
    const char *first; /* of the range, in UTF-8 */
    const char *last;
    const char *replacement;
    const char *message;
  } ranges[] = {
      {"\xC2\x80", "\xC2\x9F", "\xC2\xA0",
       "a control character or line break that cannot be seen stands here "
       "(U+0080 to U+009F): delete it"},
      {"\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\xAF",
       "a line break that cannot be seen stands here (U+2028 or U+2029): "
       "delete it"},
      {"\xEF\xBB\xBF", "\xEF\xBB\xBF", "\xEF\xBF\xBD",
       "a byte order mark stands in the middle of the file: delete it"},
      {"\xEF\xBF\xBE", "\xEF\xBF\xBF", "\xEF\xBF\xBD",
       "a code point that is no character stands here: delete it"},
  };
  for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++) {
    if (strlen(ranges[i].first) == length &&
        memcmp(bytes, ranges[i].first, length) >= 0 &&
        memcmp(bytes, ranges[i].last, length) <= 0) {
      *replacement = ranges[i].replacement;
      return ranges[i].message;
    }
  }
  return NULL;
}

static size_t clean_beyond_ascii(struct cleaner *cleaner, size_t offset) {
  char *bytes = cleaner->text + offset;
  size_t length = data_utf8_length(bytes, cleaner->size - offset);
  if (length == 0) {
    report_byte(cleaner, offset, "a byte that is not UTF-8 (0x",
                ") stands here: save the file as UTF-8");
    *bytes = '?';
    return 1;
  }
  const char *replacement;
  const char *message = forbidden(bytes, length, &replacement);
  if (message != NULL && !is_reported(cleaner)) {
    report(cleaner, offset, message);
  }
  if (message != NULL) {
    memcpy(bytes, replacement, length);
  }
  return length;
}

static void clean_line(struct cleaner *cleaner, size_t end) {
  size_t offset = cleaner->line_start;
  while (offset < end) {
    unsigned char byte = (unsigned char)cleaner->text[offset];
    if (byte >= ' ' && byte < 0x7F) {
      offset++;
    } else if (byte < 0x80) {
      offset += clean_control(cleaner, offset);
    } else {
      offset += clean_beyond_ascii(cleaner, offset);
    }
  }
}

static size_t count_lines(struct base_slice text) {
  size_t lines = 1;
  const char *at = text.bytes;
  const char *end = at + text.size;
  while (at < end && (at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
    lines++;
    at++;
  }
  return lines;
}

bool data_clean(struct base_arena *arena, struct base_slice bytes,
                struct data_problems *problems, struct data_source *source) {
  size_t mark = base_byte_order_mark_size(bytes);
  bytes = (struct base_slice){bytes.bytes + mark, bytes.size - mark};
  char *text = base_arena_copy(arena, bytes.bytes, bytes.size);
  size_t most = count_lines(bytes);
  size_t *lines = base_arena_alloc(arena, most * sizeof *lines);
  if (text == NULL || lines == NULL) {
    return false;
  }
  struct cleaner cleaner = {
      .arena = arena, .problems = problems, .text = text, .size = bytes.size};
  size_t start = 0;
  for (size_t i = 0; i < most; i++) {
    const char *newline = memchr(text + start, '\n', bytes.size - start);
    size_t end = newline == NULL ? bytes.size : (size_t)(newline - text);
    lines[i] = start;
    cleaner.line_start = start;
    cleaner.line++;
    clean_line(&cleaner, end);
    start = end + 1;
  }
  *source = (struct data_source){{text, bytes.size}, lines, most};
  return !arena->failed && !problems->failed;
}

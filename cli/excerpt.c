/* SPDX-License-Identifier: MIT */
#include "excerpt.h"

#include "utf8.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
  MOST_LINES = 3, /* of a match that is wrapped; the rest tells no more */
  WIDTH = 103,    /* columns where no terminal tells */
  LEAST_TEXT = 20,
  MOST_LEAD = 40, /* columns kept before a match that stands far right */
  LEAST_LEAD = 8, /* even if the match must be cut for them */
  TAB_COLUMNS = 4,
};

/* One character as it is shown. */
struct cell {
  size_t size; /* bytes of the file */
  unsigned columns;
  char shown[4];
  size_t shown_size;
};

static struct cell cell_at(const char *bytes, size_t size) {
  struct cli_character c = cli_utf8_decode(bytes, size);
  struct cell cell = {.size = c.size};
  if (c.code_point == '\t') {
    cell.columns = TAB_COLUMNS;
    cell.shown_size = TAB_COLUMNS;
    memset(cell.shown, ' ', TAB_COLUMNS);
  } else if (!c.valid || cli_utf8_steers(c.code_point)) {
    cell.columns = 1;
    cell.shown_size = cli_stand_in(c.code_point, cell.shown);
  } else {
    cell.columns = cli_utf8_width(c.code_point);
    cell.shown_size = c.size;
    memcpy(cell.shown, bytes, c.size);
  }
  return cell;
}

static unsigned columns_of(const char *bytes, size_t size) {
  unsigned columns = 0;
  for (size_t i = 0; i < size;) {
    size_t plain = cli_utf8_plain_size(bytes + i, size - i);
    columns += (unsigned)plain;
    i += plain;
    if (i < size) {
      struct cell cell = cell_at(bytes + i, size - i);
      columns += cell.columns;
      i += cell.size;
    }
  }
  return columns;
}

/* One line of the file: begin ≤ mark ≤ mark_end ≤ end. */
struct line {
  const char *bytes;
  size_t begin;
  size_t mark;
  size_t mark_end;
  size_t end;
  bool cut; /* there is more to the left */
};

size_t cli_line_begin(const char *bytes, size_t at) {
  size_t least = at > CLI_LOOK ? at - CLI_LOOK : 0;
  size_t begin = at;
  while (begin > least && bytes[begin - 1] != '\n') {
    begin--;
  }
  bool cut = begin > 0 && bytes[begin - 1] != '\n';
  while (cut && begin < at && cli_utf8_continues(bytes[begin])) {
    begin++;
  }
  return begin;
}

static void find_end(struct line *line, size_t size) {
  size_t left = size - line->mark;
  size_t look = left < 2 * CLI_LOOK ? left : 2 * CLI_LOOK;
  const char *feed = memchr(line->bytes + line->mark, '\n', look);
  line->end = feed != NULL ? (size_t)(feed - line->bytes) : line->mark + look;
  /* CRLF, or CR CR LF, which transports make of it. */
  while (feed != NULL && line->end > line->mark &&
         line->bytes[line->end - 1] == '\r') {
    line->end--;
  }
}

/* Leaves out what stands far to the left of a mark that would not fit into
 * so many columns. */
static void cut_lead(struct line *line, unsigned most) {
  unsigned lead =
      columns_of(line->bytes + line->begin, line->mark - line->begin);
  unsigned marked =
      columns_of(line->bytes + line->mark, line->mark_end - line->mark);
  if (line->cut + lead + marked <= most) {
    return;
  }
  marked++; /* the cut's sign */
  unsigned room = marked < most ? most - marked : 0;
  room = room > MOST_LEAD ? MOST_LEAD : room;
  room = room < LEAST_LEAD ? LEAST_LEAD : room;
  while (lead > room) {
    line->cut = true;
    struct cell cell =
        cell_at(line->bytes + line->begin, line->mark - line->begin);
    lead -= cell.columns;
    line->begin += cell.size;
  }
}

static void print_gutter(struct cli_output *output, const char *label,
                         unsigned width) {
  cli_output_style(output, CLI_FAINT);
  cli_output_repeat(output, ' ', 2 + width - strlen(label));
  cli_output_string(output, label);
  cli_output_string(output, " │");
  cli_output_style(output, CLI_PLAIN);
  cli_output_string(output, " ");
}

/* Prints at most `most` columns and a cut's sign, and says which of them
 * [*from, *to) are marked. */
static void print_text(struct cli_output *output, const struct line *line,
                       unsigned most, unsigned *from, unsigned *to) {
  const char *bytes = line->bytes;
  unsigned column = line->cut;
  *from = column + columns_of(bytes + line->begin, line->mark - line->begin);
  *to = *from + columns_of(bytes + line->mark, line->mark_end - line->mark);
  cli_output_string(output, line->cut ? "…" : "");
  for (size_t i = line->begin; i < line->end;) {
    size_t left = line->end - i;
    size_t room = most - column;
    size_t plain = cli_utf8_plain_size(bytes + i, left < room ? left : room);
    cli_output_bytes(output, bytes + i, plain);
    column += (unsigned)plain;
    i += plain;
    if (i == line->end) {
      break;
    }
    struct cell cell = cell_at(bytes + i, line->end - i);
    if (column + cell.columns > most) {
      cli_output_string(output, "…");
      break;
    }
    cli_output_bytes(output, cell.shown, cell.shown_size);
    column += cell.columns;
    i += cell.size;
  }
  cli_output_string(output, "\n");
  *from = *from < column ? *from : column;
  *to = *to < column ? *to : column;
}

static void print_mark(struct cli_output *output, unsigned from, unsigned to,
                       bool first, enum cli_style style) {
  cli_output_repeat(output, ' ', from);
  cli_output_style(output, style);
  cli_output_string(output, first ? "^" : "~");
  cli_output_repeat(output, '~', to > from + 1 ? to - from - 1 : 0);
  cli_output_style(output, CLI_PLAIN);
  cli_output_string(output, "\n");
}

/* Whether the match goes on below this line; *next is where. */
static bool goes_on(const struct cli_excerpt *excerpt, const struct line *line,
                    size_t *next) {
  size_t end = excerpt->offset + excerpt->length;
  size_t i = line->end;
  while (i < end && (excerpt->bytes[i] == '\r' || excerpt->bytes[i] == '\n')) {
    i++;
  }
  bool broke = i > line->end;
  while (i < end && (excerpt->bytes[i] == ' ' || excerpt->bytes[i] == '\t')) {
    i++;
  }
  *next = i;
  return broke && i < end;
}

/* The last line that the match touches and that is shown. */
static uint32_t last_line(const struct cli_excerpt *excerpt) {
  const char *bytes = excerpt->bytes + excerpt->offset;
  size_t left = excerpt->length;
  uint32_t lines = 1;
  const char *feed;
  while (lines < MOST_LINES && left > 0 &&
         (feed = memchr(bytes, '\n', left)) != NULL) {
    left -= (size_t)(feed + 1 - bytes);
    bytes = feed + 1;
    lines++;
  }
  return excerpt->line + lines - 1;
}

/* What a gutter of that width, its bar and a cut's sign leave for the text. */
static unsigned text_columns(const struct cli_output *output, unsigned gutter) {
  unsigned width = output->width > 0 ? output->width : WIDTH;
  enum { BESIDE = 6 }; /* two blanks; a blank, the bar, a blank; the sign */
  unsigned taken = gutter + BESIDE;
  return width > taken + LEAST_TEXT ? width - taken : LEAST_TEXT;
}

enum { DIGITS = 10 }; /* of the number of a line, at most */

static const char *digits_of(uint32_t number, char text[DIGITS + 1]) {
  snprintf(text, DIGITS + 1, "%" PRIu32, number);
  return text;
}

/* What stands in the gutter beside the excerpt's line `i`, from 0. */
static const char *name_of(const struct cli_excerpt *excerpt, uint32_t i,
                           char text[DIGITS + 1]) {
  if (excerpt->label == NULL) {
    return digits_of(excerpt->line + i, text);
  }
  return i == 0 ? excerpt->label : "";
}

unsigned cli_excerpt_print(struct cli_output *output,
                           const struct cli_excerpt *excerpt,
                           enum cli_style mark_style) {
  char text[DIGITS + 1];
  const char *widest = excerpt->label != NULL
                           ? excerpt->label
                           : digits_of(last_line(excerpt), text);
  unsigned width = (unsigned)strlen(widest);
  unsigned most = text_columns(output, width);
  size_t end = excerpt->offset + excerpt->length;
  size_t next = excerpt->offset;
  bool more = true;
  for (uint32_t i = 0; more && i < MOST_LINES; i++) {
    struct line line = {.bytes = excerpt->bytes, .mark = next};
    line.begin = cli_line_begin(line.bytes, next);
    line.cut = line.begin > 0 && line.bytes[line.begin - 1] != '\n';
    find_end(&line, excerpt->size);
    line.mark_end = end < line.end ? end : line.end;
    cut_lead(&line, most);
    unsigned from;
    unsigned to;
    print_gutter(output, name_of(excerpt, i, text), width);
    print_text(output, &line, most, &from, &to);
    print_gutter(output, "", width);
    print_mark(output, from, to, i == 0, mark_style);
    more = goes_on(excerpt, &line, &next);
  }
  return width + 3;
}

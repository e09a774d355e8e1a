/* SPDX-License-Identifier: MIT */
/*
 * A text as a table of its lines that are not blank. The passes that look for
 * zones (zones.h) read this table and write the zone of each line into it.
 *
 *     ␣␣On Monday Ana wrote:␣        indent 2, gap no
 *                                    (blank: not in the table)
 *     > See you there.               indent 0, gap yes
 *       ^start          ^end
 */
#ifndef COURTESY_MAIL_LINE_H
#define COURTESY_MAIL_LINE_H

#include "base/slice.h"
#include "base/vector.h"

#include <stdbool.h>
#include <stdint.h>

struct mail_line {
  uint32_t start; /* of the text: the first byte that is no blank */
  uint32_t end;   /* after the last one */
  uint8_t indent; /* columns of blanks before `start`, at most 255 */
  uint8_t zone;   /* enum courtesy_zone */
  uint8_t role;   /* enum mail_role, once forwards were looked for */
  bool gap;       /* a blank line, or nothing, stands before it */
};

BASE_VECTOR(mail_lines, struct mail_line);

struct mail_page {
  const char *bytes;
  uint32_t size;
  struct mail_lines lines;
};

/* Fills an empty page; all lines are body. The bytes must outlive it. Lines
 * end with LF, CR or CRLF. Returns false when memory ran out. */
bool mail_page_read(struct mail_page *page, const char *bytes, uint32_t size);
void mail_page_destroy(struct mail_page *page);

/* What stands in a line, without surrounding blanks. */
static inline struct base_slice mail_page_line(const struct mail_page *page,
                                               size_t line) {
  const struct mail_line *at = &page->lines.items[line];
  return (struct base_slice){page->bytes + at->start, at->end - at->start};
}

/* The same from one line to the end of a later one, line ends included. */
static inline struct base_slice mail_page_lines(const struct mail_page *page,
                                                size_t first, size_t last) {
  const struct mail_line *lines = page->lines.items;
  return (struct base_slice){page->bytes + lines[first].start,
                             lines[last].end - lines[first].start};
}

/* The bytes of the blank at the start of `text`, or 0: ASCII blanks, line
 * ends, U+00A0, U+200B, U+3000, U+FEFF. */
size_t mail_blank_size(struct base_slice text);

/* The bytes of all blanks at the start of `text`. */
size_t mail_blanks_size(struct base_slice text);

/* `text` without blanks at both ends. */
struct base_slice mail_trim(struct base_slice text);

/* The bytes up to the end of the line that `text` starts with, and with
 * *next those of the line end too. */
size_t mail_line_size(struct base_slice text, size_t *next);

#endif

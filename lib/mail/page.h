/* SPDX-License-Identifier: MIT */
/*
 * A text as a table of its lines that are not blank. The passes that look for
 * zones (zones.h) read this table and write the zone of each line into it.
 *
 *     ␣␣On Monday Ana wrote:␣        indent 2, gap no, ends with a colon
 *                                    (blank: not in the table)
 *     > See you there.               indent 0, gap yes, starts as a quote
 *       ^start          ^end
 *
 * Most lines are prose and begin no zone. Traits, told when the table is made,
 * let a pass skip such a line, and the whole text if no line has the trait.
 */
#ifndef COURTESY_MAIL_PAGE_H
#define COURTESY_MAIL_PAGE_H

#include "base/byte_marks.h"
#include "base/slice.h"
#include "base/vector.h"

#include <stdbool.h>
#include <stdint.h>

/* What a line may be, by how it begins and ends and by its indent. A trait may
 * promise too much, but a line without it is never that. */
enum mail_trait {
  MAIL_HAS_COLON = 1 << 0, /* anywhere; also a full-width one */
  MAIL_ENDS_COLON = 1 << 1,
  MAIL_ENDS_BRACE = 1 << 2,   /* { */
  MAIL_STARTS_BAR = 1 << 3,   /* a bar, bracket or other mark before words */
  MAIL_STARTS_QUOTE = 1 << 4, /* > or | */
  MAIL_STARTS_FENCE = 1 << 5, /* ` or ~ */
  MAIL_STARTS_FILE = 1 << 6,  /* as a file that is encoded in the text */
  MAIL_STARTS_CODE = 1 << 7,  /* as a trace, a patch or a prompt */
  MAIL_IS_INDENTED = 1 << 8,  /* by MAIL_CODE_INDENT columns or more */
  MAIL_STARTS_LINK = 1 << 9,  /* [ as in Markdown, or a bullet */
  MAIL_STARTS_NAME = 1 << 10, /* eight bytes without a blank, as errors do */
};

enum { MAIL_CODE_INDENT = 4 }; /* as in Markdown */

struct mail_line {
  uint32_t start;  /* of the text: the first byte that is no blank */
  uint32_t end;    /* after the last one */
  uint16_t traits; /* enum mail_trait */
  uint8_t indent;  /* columns of blanks before `start`, at most 255 */
  uint8_t zone;    /* enum courtesy_zone */
  uint8_t role;    /* enum mail_role, of body once forwards were looked for */
  bool gap;        /* a blank line, or nothing, stands before it */
};

BASE_VECTOR(mail_lines, struct mail_line);

struct mail_page {
  const char *bytes;
  uint32_t size;
  uint16_t traits;        /* of any line */
  bool has_zones;         /* a line is no longer body */
  struct base_marks ends; /* LF and CR */
  struct mail_lines lines;
};

/* Fills an empty page; all lines are body. The bytes must outlive it. Lines
 * end with LF, CR or CRLF. What memory ran out for shows in the lines. */
void mail_page_read(struct mail_page *page, const char *bytes, uint32_t size);
void mail_page_destroy(struct mail_page *page);

/* Whether a line may be one of those that have one of the traits. */
static inline bool mail_has_trait(const struct mail_page *page, size_t line,
                                  unsigned traits) {
  return (page->lines.items[line].traits & traits) != 0;
}

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

#endif

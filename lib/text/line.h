/* SPDX-License-Identifier: MIT */
/*
 * What the line structure of a region says:
 *
 *     > - Send the list\n
 *     │ │ └ content   └ end
 *     │ └ bullet
 *     └ indent marks
 */
#ifndef COURTESY_TEXT_LINE_H
#define COURTESY_TEXT_LINE_H

#include "text/source.h"

#include <stdbool.h>
#include <stdint.h>

struct text_line {
  uint32_t start;
  uint32_t indent_start; /* the marks, without the blanks around them; */
  uint32_t indent_end;   /* both equal when there are none */
  uint32_t content;      /* first byte that is no indent and no blank */
  uint32_t bullet_end;   /* of a bullet or list number, if it is one here;
                            else equal to `content` */
  bool bullet_sure;      /* a bullet in any place */
  bool is_plain;         /* it begins with a letter of its text */
  uint32_t end;          /* behind the last non-blank */
  uint32_t next;         /* start of the next line */
};

/* Reads the line that begins at `start`, which is before `limit`. */
void text_line_read(const struct text_source *source, uint32_t start,
                    uint32_t limit, struct text_line *line);

/* The lines among which one is seen. */
struct text_line_frame {
  const struct text_source *source;
  uint32_t start;
  uint32_t end;
  uint32_t longest; /* bytes of the longest line; 0 until it is asked for */
};

/* Whether the author ended `before`, the only line of its block, on purpose:
 * it is a heading over `line`, or both are rows of a `Key: value` table. The
 * measure is how prose is wrapped: a line ends because the next word would
 * not have fitted into the longest line. */
bool text_line_ends_block(struct text_line_frame *frame,
                          const struct text_line *before,
                          const struct text_line *line);

#endif

/* SPDX-License-Identifier: MIT */
/*
 * Writes text as a browser lays it out: white space collapses, blocks begin
 * and end lines, margins collapse to one blank line. What separates is owed
 * until something follows it, so that none is left at the ends of lines.
 */
#ifndef COURTESY_MAIL_HTML_FLOW_H
#define COURTESY_MAIL_HTML_FLOW_H

#include "mail/html_zone.h"
#include "mail/mapped.h"

#include <stdbool.h>
#include <stdint.h>

/* A stretch of the document. */
struct mail_html_span {
  uint32_t start;
  uint32_t end;
};

struct mail_html_flow {
  const struct text_source *from;
  struct mail_mapped *text;
  struct mail_html_marker marker;
  enum mail_html_role role; /* of what comes next: set by the caller */
  enum mail_hue hue;        /* of that, too */

  unsigned line_ends;       /* at the end of the text; 2 stands for more */
  unsigned owed;            /* that must be there before more text */
  struct mail_html_span by; /* the tag that owes them */

  char separator; /* owed inside a line: blank or tab; 0: none */
  struct mail_html_span separated_by;

  const char *bullet; /* owed; NULL: none is */
  struct mail_html_span item;
};

void mail_html_flow_start(struct mail_html_flow *flow,
                          const struct text_source *from,
                          struct mail_mapped *text, struct mail_marks *marks);

/* A stretch of text whose white space collapses, or stays. */
void mail_html_flow_text(struct mail_html_flow *flow,
                         struct mail_html_span span);
void mail_html_flow_kept(struct mail_html_flow *flow,
                         struct mail_html_span span);

/* Characters that stand for a stretch, such as a reference. */
void mail_html_flow_characters(struct mail_html_flow *flow, const char *bytes,
                               size_t size, struct mail_html_span span);

/* White space that collapses. */
void mail_html_flow_space(struct mail_html_flow *flow,
                          struct mail_html_span span);

/* A line ends here, even when it is empty. */
void mail_html_flow_break(struct mail_html_flow *flow,
                          struct mail_html_span tag);

/* A block begins or ends: 1 for a line of its own, 2 for a margin. */
void mail_html_flow_block(struct mail_html_flow *flow, unsigned line_ends,
                          struct mail_html_span tag);

/* A cell of a table begins. */
void mail_html_flow_cell(struct mail_html_flow *flow,
                         struct mail_html_span tag);

/* An item of a list, which may have numbers, begins or ends. */
void mail_html_flow_item(struct mail_html_flow *flow, bool numbered,
                         struct mail_html_span tag);
void mail_html_flow_item_end(struct mail_html_flow *flow);

#endif

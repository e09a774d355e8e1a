/* SPDX-License-Identifier: MIT */
/* What is known of the elements of HTML. */
#ifndef COURTESY_MAIL_HTML_TAG_H
#define COURTESY_MAIL_HTML_TAG_H

#include "base/slice.h"

#include <stdint.h>

enum mail_html_trait {
  /* How it is laid out. */
  MAIL_HTML_LINE = 1 << 0,    /* begins and ends a line */
  MAIL_HTML_MARGIN = 1 << 1,  /* … with a blank line around it */
  MAIL_HTML_DROPPED = 1 << 2, /* what it holds is not shown */
  MAIL_HTML_PRE = 1 << 3,     /* keeps its white space */
  MAIL_HTML_BREAK = 1 << 4,   /* br */
  MAIL_HTML_PICTURE = 1 << 5, /* img */

  /* How its content is read (§13.2.5): a few are no ordinary text. */
  MAIL_HTML_RCDATA = 1 << 6,
  MAIL_HTML_RAWTEXT = 1 << 7,
  MAIL_HTML_SCRIPT = 1 << 8,
  MAIL_HTML_PLAINTEXT = 1 << 9,

  /* How it opens and closes others (§13.2.6). */
  MAIL_HTML_VOID = 1 << 10,       /* never has an end */
  MAIL_HTML_NEVER_OPEN = 1 << 11, /* html, head, body: all lie in them */
  MAIL_HTML_SPECIAL = 1 << 12,    /* the end of an inline one outside is not
                                     its end */
  MAIL_HTML_SCOPE = 1 << 13,      /* neither is the end of any other */
  MAIL_HTML_FORMATTING = 1 << 14, /* may end over a special one: <b><p></b> */
  MAIL_HTML_ENDS_P = 1 << 15,     /* its start is the end of a paragraph */
  MAIL_HTML_FOREIGN = 1 << 16,    /* svg, math: no HTML inside */
  MAIL_HTML_ISLAND = 1 << 17,     /* … but here again */

  /* Which it is, where that matters. */
  MAIL_HTML_P = 1 << 18,
  MAIL_HTML_HEADING = 1 << 19,
  MAIL_HTML_DIV = 1 << 20, /* div, address: an item may end over them */
  MAIL_HTML_LIST = 1 << 21,
  MAIL_HTML_ITEM = 1 << 22, /* li */
  MAIL_HTML_TERM = 1 << 23, /* dt, dd */
  MAIL_HTML_TABLE = 1 << 24,
  MAIL_HTML_SECTION = 1 << 25, /* tbody and what else a table holds */
  MAIL_HTML_ROW = 1 << 26,
  MAIL_HTML_CELL = 1 << 27,
  MAIL_HTML_QUOTES = 1 << 28,  /* blockquote */
  MAIL_HTML_CODE = 1 << 29,    /* code, pre */
  MAIL_HTML_NUMBERS = 1 << 30, /* ol: its items have numbers */
  MAIL_HTML_TABLE_PARTS = MAIL_HTML_SECTION | MAIL_HTML_ROW | MAIL_HTML_CELL,
};

enum { MAIL_HTML_LONGEST_TAG = 13 };

struct mail_html_tag {
  char name[MAIL_HTML_LONGEST_TAG + 1]; /* zeros to the end */
  uint32_t traits;
};

/* The row of an element, its name in any case; one without name when it is not
 * known, and without traits unless it is one of MJML. */
const struct mail_html_tag *mail_html_tag_find(struct base_slice name);

#endif

/* SPDX-License-Identifier: MIT */
/* What a style attribute says of the visibility and layout of an element.
 * Style sheets are not read. */
#ifndef COURTESY_MAIL_HTML_STYLE_H
#define COURTESY_MAIL_HTML_STYLE_H

#include "base/slice.h"
#include "mail/hue.h"

#include <stdbool.h>

enum mail_html_said { MAIL_HTML_UNSAID = 0, MAIL_HTML_NO, MAIL_HTML_YES };

struct mail_html_style {
  bool hides;    /* not shown, and nothing in it: display:none, mso-hide:all,
                 opacity:0, or a box without size that cuts its content */
  bool indents;  /* as mail programs indent an author's own text */
  bool headline; /* the line that Outlook draws above an original's header */
  enum mail_hue hue;
  enum mail_html_said visible;
  enum mail_html_said legible; /* font-size is not 0 */
  enum mail_html_said keeps;   /* white-space */
  enum mail_html_said line;    /* display as a block, or inline */
  enum mail_html_said margin;  /* above and below: no when both are 0 */
};

/* Reads "name: value; name: value". What is not known is passed over. */
struct mail_html_style mail_html_style_read(struct base_slice css);

#endif

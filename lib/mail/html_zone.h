/* SPDX-License-Identifier: MIT */
/*
 * What the markup of mail programs tells of zones.
 *
 *     Fine with me.                                       own
 *     <div class="gmail_quote">                           ┐
 *       <div class="gmail_attr">Ana wrote:</div>          │ attribution
 *       <blockquote>Is it fine? When?</blockquote>        │ quote
 *       On Tuesday.                                       │ own: between
 *       <blockquote>And who comes?</blockquote>           │ quote
 *     </div>                                              ┘
 *     <div id="divRplyFwdMsg"><b>From:</b> Ana…           forward, to the end
 *
 * An element has a role; the marker turns the role of each piece of text into
 * marks while the text is written.
 */
#ifndef COURTESY_MAIL_HTML_ZONE_H
#define COURTESY_MAIL_HTML_ZONE_H

#include "mail/html_style.h"
#include "mail/html_token.h"
#include "mail/mapped.h"

#include <stdbool.h>
#include <stdint.h>

enum mail_html_role {
  MAIL_HTML_PLAIN = 0,
  MAIL_HTML_ATTRIBUTION, /* who wrote what is quoted below */
  MAIL_HTML_QUOTE,
  MAIL_HTML_SIGNATURE,
  MAIL_HTML_CODE_TEXT,
  MAIL_HTML_BUTTON,   /* or a link; only in what is plain */
  MAIL_HTML_FORWARD,  /* a message passed on */
  MAIL_HTML_REPLY,    /* an attribution, quotes, and answers between them; or
                         a message passed on, if it starts with a ruler */
  MAIL_HTML_ORIGINAL, /* from here on an original below an answer */
};

/* The role of the element of a start tag. */
enum mail_html_role mail_html_role_of(const struct mail_html_token *tag,
                                      const struct mail_html_style *style);

/* Which role holds for an element inside another: that of the outer one,
 * unless it is plain, a button, or a reply, in which no link is a button. */
enum mail_html_role mail_html_role_within(enum mail_html_role outer,
                                          enum mail_html_role own);

/* Zeroed but for the first two. */
struct mail_html_marker {
  const struct mail_mapped *text;
  struct mail_marks *marks;
  size_t first_mark; /* of this document */
  bool opens_quote;  /* only the first line of a quote was written */
  bool awaits_quote; /* an attribution was written, and nothing since */
  bool has_own_words;
  bool passes_on;           /* all that is left is an original */
  bool in_reply;            /* an element of that role is open */
  uint32_t reply_start;     /* of the text */
  enum courtesy_zone reply; /* of what is plain in it, as things stand */
  enum courtesy_zone last;  /* of the last piece of text */
  enum mail_hue hue;        /* of that piece */
  struct mail_marks hues;   /* stretches of one hue each */
};

void mail_html_marker_start(struct mail_html_marker *marker,
                            const struct mail_mapped *text,
                            struct mail_marks *marks);

/* A piece of text of some role and hue begins at the end of the text so far. */
void mail_html_marker_begin(struct mail_html_marker *marker,
                            enum mail_html_role role, enum mail_hue hue);

/* It ends at the end of the text. */
void mail_html_marker_end(struct mail_html_marker *marker);

/* An element opens or closes whose role differs from that around it. */
void mail_html_marker_open(struct mail_html_marker *marker,
                           enum mail_html_role role);
void mail_html_marker_close(struct mail_html_marker *marker,
                            enum mail_html_role role);

/* At the end of the document. Who sends nothing but code wrote prose. */
void mail_html_marker_finish(struct mail_html_marker *marker);

#endif

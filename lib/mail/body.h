/* SPDX-License-Identifier: MIT */
/*
 * The text of a mail: its parts to be linted, decoded, in one source.
 *
 *     part 1   base64 ─> Latin-1 ─> UTF-8 ┐
 *     part 2   quoted-printable ──────────┼─> one text, blank lines between
 *     part 3   HTML ─> visible text ──────┘
 */
#ifndef COURTESY_MAIL_BODY_H
#define COURTESY_MAIL_BODY_H

#include "mail/mapped.h"
#include "mail/message.h"
#include "mail/mime.h"

enum {
  /* Bytes of text linted of one message: nobody writes a hundredth of it, and
   * its map and tokens take many times as much memory. */
  MAIL_TEXT_MAX = 16 << 20,
};

/* Fills the message's text from its parts. Their uses are known, but for what
 * turns out unreadable and for plain texts that are but stubs of their HTML
 * forms; either becomes a problem. Adds the stretches whose zone the structure
 * tells. A mail of one part that is not encoded is its own text. */
void mail_body_read(struct courtesy_message *message,
                    struct mail_part_list *parts, struct mail_marks *marks);

/* The same for a draft in HTML, which stands in raw[start, …). */
void mail_body_read_html(struct courtesy_message *message, size_t start,
                         struct mail_marks *marks);

#endif

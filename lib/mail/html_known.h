/* SPDX-License-Identifier: MIT */
/*
 * Tags of a document that were read already: mail programs write few, and write
 * them many times. A tag is told by its bytes, from the name on:
 *
 *     <p class="x">Fish</p> <p class="x">Chips</p>
 *      read             read known          known
 */
#ifndef COURTESY_MAIL_HTML_KNOWN_H
#define COURTESY_MAIL_HTML_KNOWN_H

#include "base/slice.h"
#include "mail/html_token.h"

enum { MAIL_HTML_KNOWN_TAGS = 16 };

/* A later tag takes the place of one with the same number. */
struct mail_html_known {
  uint32_t sizes[MAIL_HTML_KNOWN_TAGS]; /* from the name to behind `>`; or 0 */
  struct mail_html_token tags[MAIL_HTML_KNOWN_TAGS];
};

void mail_html_known_start(struct mail_html_known *known);

/* Reads the tag whose name `text` starts with, if it is known; its size from
 * there on, or 0. Otherwise only its number is noted in the token. */
uint32_t mail_html_recall(const struct mail_html_known *known,
                          struct base_slice text,
                          struct mail_html_token *token);

/* Keeps a tag of that size, whose number is noted. */
void mail_html_remember(struct mail_html_known *known,
                        const struct mail_html_token *token, uint32_t size);

#endif

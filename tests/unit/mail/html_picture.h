/* SPDX-License-Identifier: MIT */
/* What the tests of HTML share: text, zones and places of a document. */
#ifndef TESTS_UNIT_MAIL_HTML_PICTURE_H
#define TESTS_UNIT_MAIL_HTML_PICTURE_H

#include "mail/html.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* The document shows this text. */
void assert_shows(const char *html, const char *text);

/* The lines of its text that are not blank, each with the zone that marks
 * give to all of it:
 *
 *     "body        | Fine with me.\n"
 *     "quote       | Is Tuesday fine?\n"
 */
void assert_html_zones(const char *html, const char *picture);

/* The first place of `text` in what the document shows stands for `raw`. */
void assert_stands_for(const char *html, const char *text, const char *raw);

/* Reads a document of any bytes, and holds what is true of all: every place
 * lies in the document, segments and marks are in order, and copied bytes
 * are those of the document. */
void assert_reads_soundly(const char *html, size_t size);

#endif

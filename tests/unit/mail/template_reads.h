/* SPDX-License-Identifier: MIT */
/* Tests of templates: how one reads, ¤ for what a placeholder puts. */
#ifndef TESTS_UNIT_MAIL_TEMPLATE_READS_H
#define TESTS_UNIT_MAIL_TEMPLATE_READS_H

#include "picture.h"

#include "text/source.h"

void assert_template_text(const struct text_source *text, const char *expected);

/* One that is no HTML. */
void assert_reads(const char *template, const char *expected);

/* What the reader of a template in HTML sees. */
void assert_shows(const char *html, const char *expected);

#endif

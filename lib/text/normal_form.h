/* SPDX-License-Identifier: MIT */
/*
 * The normal form of a sentence, on which regexes run:
 *
 *     source        don’t␣␣tell\n>␣me␣the␣caf e◌́
 *     normal form   don't␣tell␣me␣the␣café
 *
 * NFC; every run of blanks, line wraps and indent marks is one space; a wrap
 * straight behind a hyphen is nothing; quotation marks, apostrophes and
 * hyphens are the ASCII ones; soft hyphens and zero-width characters are
 * gone; what is not UTF-8 is U+FFFD.
 */
#ifndef COURTESY_TEXT_NORMAL_FORM_H
#define COURTESY_TEXT_NORMAL_FORM_H

#include "text/token.h"

#include <stdbool.h>
#include <stdint.h>

/* Longest normal form, in bytes. A sentence is hardly ever longer than 2 KiB;
 * what is longer is data, and regexes cost more than linear time on it. */
enum { TEXT_NORMAL_FORM_MAX = 8192 };

/* Reused for many sentences; a zeroed struct is an empty form. */
struct text_normal_form {
  char *bytes;
  uint32_t size;
  uint32_t *map;  /* of bytes[i], where in the source it comes from; map[size]
                     is where the form ends. Ascending. */
  bool truncated; /* the sentence was longer */
};

/* Fills the form from a sentence of the document, which belongs to the
 * source. Returns false when memory ran out. */
bool text_normal_form(struct text_normal_form *form,
                      const struct text_source *source,
                      const struct text_document *document,
                      const struct text_sentence *sentence);

void text_normal_form_destroy(struct text_normal_form *form);

#endif

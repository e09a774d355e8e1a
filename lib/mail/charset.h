/* SPDX-License-Identifier: MIT */
/*
 * From a charset to UTF-8, every character's raw place kept. The one place
 * that knows iconv, which serves what charset_tables.py does not write.
 */
#ifndef COURTESY_MAIL_CHARSET_H
#define COURTESY_MAIL_CHARSET_H

#include "base/slice.h"
#include "mail/mapped.h"
#include "text/source.h"

#include <stdbool.h>

/* Whether bytes in the charset of that name are UTF-8 as they stand. Without
 * a name, or with "us-ascii", bytes count as UTF-8 when most of what is not
 * ASCII reads so, else as Windows-1252. */
bool mail_charset_keeps(struct base_slice name, struct base_slice bytes);

/* Adds the text in UTF-8 until `text` holds `most` bytes. What means nothing
 * in the charset becomes U+FFFD; in UTF-8 it stays as it is. Returns a set of
 * enum mail_flaw; with MAIL_UNKNOWN nothing was added. */
unsigned mail_charset_decode(struct base_slice name,
                             const struct text_source *from, size_t most,
                             struct mail_mapped *text);

#endif

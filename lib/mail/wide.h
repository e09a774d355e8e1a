/* SPDX-License-Identifier: MIT */
/*
 * Drafts in UTF-16, as programs of Windows write "Unicode" text. All of one is
 * decoded before anything is looked for in it; mail names its charsets itself.
 */
#ifndef COURTESY_MAIL_WIDE_H
#define COURTESY_MAIL_WIDE_H

#include "base/slice.h"
#include "text/source.h"

/* "utf-16le" or "utf-16be" when a byte order mark says so, or when every other
 * byte at the start is zero and the rest are ASCII; else empty. */
struct base_slice mail_wide_charset(struct base_slice raw);

/* Where in a decoded text the character of a raw byte stands; its end for what
 * lies behind it. */
uint32_t mail_wide_offset(const struct text_source *text, size_t raw);

#endif

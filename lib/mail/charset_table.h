/* SPDX-License-Identifier: MIT */
/* Charsets of one byte a character, without iconv. */
#ifndef COURTESY_MAIL_CHARSET_TABLE_H
#define COURTESY_MAIL_CHARSET_TABLE_H

#include "base/slice.h"

#include <stdint.h>

/* The code points of the bytes 0x80 to 0xff, in an array of 128, U+FFFD for
 * what means nothing; NULL for a charset that is not among these. Bytes below
 * are ASCII in all of them. */
const uint16_t *mail_charset_table(struct base_slice name);

/* What charset_tables.py writes; the last one has no name. */
struct mail_charset_entry {
  const char *name; /* in small letters, without marks between */
  const uint16_t *table;
};

extern const struct mail_charset_entry mail_charset_entries[];

#endif

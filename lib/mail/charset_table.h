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

/* What charset_tables.py writes, without pointers, which would have to be set
 * at every start. */
enum { MAIL_CHARSET_CODES = 128, MAIL_CHARSET_NAME = 16 };

struct mail_charset_entry {
  char name[MAIL_CHARSET_NAME]; /* in small letters, without marks between;
                                   the last entry has none */
  uint16_t codes;               /* number of its table */
};

extern const struct mail_charset_entry mail_charset_entries[];
extern const uint16_t mail_charset_codes[][MAIL_CHARSET_CODES];

#endif

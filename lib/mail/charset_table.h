/* SPDX-License-Identifier: MIT */
/* Charsets of one byte a character that most mail is in, without iconv. */
#ifndef COURTESY_MAIL_CHARSET_TABLE_H
#define COURTESY_MAIL_CHARSET_TABLE_H

#include "base/slice.h"

#include <stdint.h>

/* The code points of the bytes 0x80 to 0xff, in an array of 128; NULL for a
 * charset that is not among these. Bytes below are ASCII in all of them. */
const uint16_t *mail_charset_table(struct base_slice name);

#endif

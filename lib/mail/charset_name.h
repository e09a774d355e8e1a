/* SPDX-License-Identifier: MIT */
/* What a charset's name says of it. */
#ifndef COURTESY_MAIL_CHARSET_NAME_H
#define COURTESY_MAIL_CHARSET_NAME_H

#include "base/slice.h"

#include <stdbool.h>

/* How characters lie in the bytes. */
enum mail_charset_shape {
  MAIL_CHARSET_PLAIN, /* a byte below 0x80 that begins a character is ASCII */
  MAIL_CHARSET_PAIRS, /* and most other characters have two bytes */
  /* Here, and in those below, a byte of ASCII may mean something else. */
  MAIL_CHARSET_SHIFTS,
  MAIL_CHARSET_ESCAPES, /* ISO-2022-JP (RFC 1468) */
  MAIL_CHARSET_UTF7,
};

enum mail_charset_shape mail_charset_shape_of(struct base_slice name);

bool mail_charset_is_utf8(struct base_slice name);
bool mail_charset_is_utf16(struct base_slice name); /* of either order */

/* Whether nothing is said, or what says nothing. */
bool mail_charset_is_unnamed(struct base_slice name);

/* Bytes: the longest registered name has 45, and no mail program sends that. */
enum { MAIL_CHARSET_NAME_MAX = 40 };

/* The name for iconv; false when it cannot be one. */
bool mail_charset_iconv_name(struct base_slice name,
                             char buffer[MAIL_CHARSET_NAME_MAX + 1]);

#endif

/* SPDX-License-Identifier: MIT */
/*
 * Transfer encodings (RFC 2045 §6), undone with every byte's raw place kept:
 *
 *     quoted-printable   a = C 3 = B C =␍␊ b       base64   R 3 L D v A = =
 *                        │ └─┬─┘ └─┬─┘      │               └──┬──┘ └──┬──┘
 *                        a  0xC3  0xBC      b               G r 0xC3  0xBC
 *
 * An escape and a quad are one unit each, a soft line break is no text.
 */
#ifndef COURTESY_MAIL_TRANSFER_H
#define COURTESY_MAIL_TRANSFER_H

#include "base/slice.h"
#include "mail/mapped.h"

#include <stdbool.h>
#include <stdint.h>

enum mail_transfer {
  MAIL_VERBATIM = 0, /* 7bit, 8bit, binary, or nothing said */
  MAIL_QUOTED_PRINTABLE,
  MAIL_BASE64,
  MAIL_TRANSFER_UNKNOWN,
};

/* What went wrong in a step of decoding; bits. */
enum mail_flaw {
  MAIL_FLAWLESS = 0,
  MAIL_DAMAGED = 1 << 0, /* some of it means nothing */
  MAIL_CUT = 1 << 1,     /* there is more than was wanted */
  MAIL_UNKNOWN = 1 << 2, /* nothing was done: the encoding is not known */
};

/* The encoding of that name, in any case. */
enum mail_transfer mail_transfer_of(struct base_slice name);

/* Whether decoding would leave every byte where it is. */
bool mail_transfer_keeps(enum mail_transfer transfer, struct base_slice raw);

/* Adds the decoded bytes, up to `most` of them in `text`. The raw bytes stand
 * at `raw_start` of the input. What means nothing in quoted-printable stays
 * as it is, in base64 it is left out. Returns a set of enum mail_flaw. */
unsigned mail_transfer_decode(enum mail_transfer transfer,
                              struct base_slice raw, uint32_t raw_start,
                              size_t most, struct mail_mapped *text);

/* The same for the "Q" encoding of words in headers (RFC 2047 §4.2). */
void mail_q_decode(struct base_slice raw, uint32_t raw_start,
                   struct mail_mapped *text);

/* The value of a hexadecimal digit, or -1. */
int mail_hex_value(char byte);

/* The byte that "=C3" or "%C3" stands for at the start of `raw`, or -1. */
int mail_escape_value(struct base_slice raw);

#endif

/* SPDX-License-Identifier: MIT */
/*
 * The quick way through running text, which is nearly all of a mail:
 *
 *     We don't send the list , and call “ Ann ” on the 3rd .  R&D  e.g.
 *     └─────────────────── taken here ─────────────────────┘  └ left to others
 *
 *     We ␣ send ␣ the ␣ list , ␣ at ␣ 10:30 ␣ “ now ” .   plain.c, in one loop
 *          don't   B2B   well-known   it’s                plain_odd.c, for it
 *
 * A word is taken when it has letters of two bytes at most and fewer than 46
 * bytes, and nothing behind it that could belong to it but a hyphen or, if it
 * is short and ASCII, one ending of a contraction; a number, when digits and
 * ASCII letters are all there is beside its inner marks; a mark, when it is a
 * single one that means the same wherever it stands. For these, what is done
 * here is what scan_word.c, scan_number.c and scan_mark.c would do.
 */
#ifndef COURTESY_TEXT_PLAIN_H
#define COURTESY_TEXT_PLAIN_H

#include "text/byte_class.h"
#include "text/peek.h"
#include "text/scan.h"
#include "text/sign.h"

/* Takes what stands here and all that follows on the line. The caller has made
 * room for one token a byte. Returns false when it meets something that it
 * leaves to the other scanners. */
bool text_plain_take_all(struct text_scan *scan);

/* Wherever a token begins, so many bytes can be read from there on. No
 * look-ahead of the quick way goes farther. */
enum { TEXT_PLAIN_REACH = 64 };

/* The part of the scan that changes from token to token, small enough to stay
 * in registers. The end of the line need not be checked: a blank stands there,
 * or it is farther away than anything looks. */
struct text_plain {
  const char *bytes;
  uint32_t at;
  uint32_t stop; /* tokens begin before it */
  uint32_t written;
  uint32_t blank;           /* before `at`: TEXT_BLANK_BEFORE, or 0 */
  struct text_token *token; /* the next one goes here, */
  uint64_t *sign;           /* and its sign */
};

static inline unsigned text_plain_class(const struct text_plain *plain,
                                        uint32_t at) {
  return text_byte_classes[(unsigned char)plain->bytes[at]];
}

/* Goes on behind a token and the blank that may follow it. */
static inline void text_plain_go_on(struct text_plain *plain, uint32_t at) {
  unsigned blank = text_plain_class(plain, at) & TEXT_BYTE_BLANK;
  plain->at = at + blank / TEXT_BYTE_BLANK;
  plain->blank = blank / TEXT_BYTE_BLANK * TEXT_BLANK_BEFORE;
}

/* Puts a token from `at` on, and its sign. */
static inline void text_plain_put(struct text_plain *plain, uint64_t sign,
                                  struct text_token token) {
  *plain->token++ = token;
  *plain->sign++ = sign;
}

/* The place of a sign of three bytes among U+2000 to U+203F, where typographic
 * quotes and dashes are; 0 for all others, as for U+2000. */
static inline unsigned text_plain_typographic(const char *bytes) {
  bool is_one =
      bytes[0] == '\xE2' && bytes[1] == '\x80' && (bytes[2] & '\xC0') == '\x80';
  return is_one ? (unsigned char)bytes[2] & 0x3FU : 0;
}

/* Whether a double quotation mark stands there, straight or curly. */
static inline bool text_plain_is_quote(const char *bytes) {
  return *bytes == '"' || (text_plain_typographic(bytes) & 0x3C) == 0x1C;
}

/* Whether a sign of more than one byte at the end of a word cannot belong to
 * it: a no-break space, a hyphen or dash, a double quotation mark, an
 * ellipsis. */
static inline bool text_plain_ends_word(const char *bytes) {
  static const uint64_t ends =
      UINT64_C(0x3F) << 0x10 | UINT64_C(0xF) << 0x1C | UINT64_C(1) << 0x26;
  return text_is_no_break_space(bytes) ||
         (ends >> text_plain_typographic(bytes) & 1) != 0;
}

/* Whether a number that a peek has ends before these bytes: not in 5%, nor in
 * 90's, nor when a peek is too small for it. */
static inline bool text_plain_ends_number(const char *behind, uint32_t size) {
  return size < TEXT_PEEK_SIZE - 1 && *behind != '%' && *behind != '\'' &&
         *behind != '`' &&
         (!text_byte_is(*behind, TEXT_BYTE_HIGH) ||
          text_plain_ends_word(behind));
}

/* How a word of ASCII is capitalised; few have capitals behind the first
 * letter. */
static inline unsigned text_plain_capitals(const struct text_peek *peek) {
  if (peek->upper <= TEXT_CAPITALISED) {
    return peek->upper;
  }
  bool two = (peek->upper & (peek->upper - 1)) != 0;
  return (peek->upper & TEXT_CAPITALISED) |
         (two && peek->lower == 0 ? TEXT_ALL_CAPITALS : 0U);
}

/* Takes a contraction, if one stands here. */
bool text_plain_take_contraction(const struct text_scan *scan,
                                 struct text_plain *plain);

/* Takes what the loop leaves, if it is for us at all: a token, or several that
 * are written together. */
bool text_plain_take_odd(struct text_scan *scan, struct text_plain *plain);

#endif

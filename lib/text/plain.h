/* SPDX-License-Identifier: MIT */
/*
 * The quick way through running text, which is nearly all of a mail:
 *
 *     We don't send the list , and call “ Ann ” on the 3rd .  R&D  e.g.
 *     └─────────────────── taken here ─────────────────────┘  └ left to others
 *
 * A word is taken when it has letters of two bytes at most and fewer than 48
 * bytes, is no abbreviation with its full stop, and has nothing behind it that
 * could belong to it but a hyphen or, if it is short and ASCII, one ending of a
 * contraction; a number, when digits and ASCII letters are all there is beside
 * its inner marks; a mark, when it is a single one that means the same wherever
 * it stands. For these, what is done here is what scan_word.c, scan_number.c
 * and scan_mark.c would do.
 */
#ifndef COURTESY_TEXT_PLAIN_H
#define COURTESY_TEXT_PLAIN_H

#include "text/byte_class.h"
#include "text/peek.h"
#include "text/scan.h"
#include "text/sign.h"

/* scan->peeks of a line: words are read beyond its end, where a blank or
 * nothing stands, but when the region ends amid a word. */
static inline uint32_t text_plain_peeks(const struct text_scan *scan) {
  bool apart = scan->end == scan->size ||
               !text_byte_is(scan->bytes[scan->end], TEXT_BYTE_WORD);
  return apart && scan->size > TEXT_PEEK_SIZE ? scan->size - TEXT_PEEK_SIZE : 0;
}

enum { TEXT_PLAIN_ROOM = 4 }; /* tokens: what stands at one place is fewer */

/* Takes what stands here and all that follows on the line, while there is room
 * for tokens. Returns false when it comes to what is for others. */
bool text_plain_take_all(struct text_scan *scan);

static inline unsigned text_plain_class(const struct text_scan *scan,
                                        uint32_t at) {
  return at < scan->end ? text_byte_classes[(unsigned char)scan->bytes[at]]
                        : TEXT_BYTE_BLANK;
}

/* Of a sign of three bytes that is one of U+2000 to U+203F, typographic quotes
 * and dashes among them, the last byte; else 0. */
static inline unsigned text_plain_typographic(const struct text_scan *scan,
                                              uint32_t at) {
  const char *bytes = scan->bytes + at;
  bool is_one = at + 3 <= scan->end && bytes[0] == '\xE2' &&
                bytes[1] == '\x80' && (bytes[2] & '\xC0') == '\x80';
  return is_one ? (unsigned char)bytes[2] : 0;
}

/* The word of ASCII letters and digits here, to the line's end at most. */
void text_plain_peek(const struct text_scan *scan, struct text_peek *peek);

/* Whether nothing of what stands at `end`, a joiner, belongs to the word from
 * `start` to there. */
bool text_plain_ends_before_joiner(const struct text_scan *scan, uint32_t start,
                                   uint32_t end, uint32_t word);

/* Puts a token there is room for, and its sign. */
static inline void text_plain_put(struct text_scan *scan,
                                  struct text_token token) {
  scan->tokens[scan->count] = token;
  scan->signs[scan->count] = text_sign_of(&token);
  scan->count++;
}

/* Goes on at `at`, behind a token, and over the blanks that stand there. */
static inline void text_plain_go_on(struct text_scan *scan, uint32_t at) {
  scan->blank = false;
  while (at < scan->end && text_byte_is(scan->bytes[at], TEXT_BYTE_BLANK)) {
    scan->blank = true;
    at++;
  }
  scan->at = at;
}

static inline unsigned text_plain_blank(const struct text_scan *scan) {
  return scan->blank ? TEXT_BLANK_BEFORE : 0;
}

/* Puts a word or number, maybe the second part of one behind a hyphen, and
 * goes on behind it. */
void text_plain_put_word(struct text_scan *scan, enum text_token_kind kind,
                         uint32_t end, uint32_t word, unsigned flags);

/* A word as it was read: what of its token its bytes tell. */
struct text_plain_word {
  uint32_t end; /* 0: it is not for us */
  uint32_t word;
  uint16_t capitals; /* enum text_token_flag */
  uint16_t next;     /* the class of the byte at `end`, if it is read */
};

/* Reads a word of letters of one or two bytes. */
struct text_plain_word text_plain_read_letters(const struct text_scan *scan,
                                               uint32_t at);

/* Each takes what stands here, or returns false when it is not for us. A word
 * is one behind a hyphen, or among the text's last bytes; letters are those of
 * long words, and of other than ASCII, too. */
bool text_plain_take_word(struct text_scan *scan, const struct text_peek *peek);
bool text_plain_take_contraction(struct text_scan *scan,
                                 const struct text_peek *stem);
bool text_plain_take_letters(struct text_scan *scan);
bool text_plain_take_number(struct text_scan *scan);
bool text_plain_take_mark(struct text_scan *scan);

#endif

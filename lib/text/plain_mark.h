/* SPDX-License-Identifier: MIT */
/* Marks of one byte for text/plain.h, and those that are typeset for them. */
#ifndef COURTESY_TEXT_PLAIN_MARK_H
#define COURTESY_TEXT_PLAIN_MARK_H

#include "text/plain.h"

/* When a mark is not for us, since what is around it decides. */
enum {
  TEXT_NEVER = 0, /* it never is */
  TEXT_ALWAYS = 1 << 0,
  TEXT_UNLESS_TWICE = 1 << 1,
  TEXT_BEFORE_BLANK = 1 << 2, /* a smiley may begin with it */
  TEXT_INSIDE = 1 << 3,       /* a smiley may begin with it behind a blank */
  TEXT_BEHIND_BLANK = 1 << 4, /* elsewhere it joins words, or is a dash */
};

struct text_plain_mark {
  uint64_t sign;
  uint16_t mark; /* of the token */
  uint8_t kind;
  uint8_t flags; /* of the token */
  uint8_t when;
  bool may_quote; /* more than one letter */
  bool ends_word; /* straight behind a word, and before a blank */
};

extern const struct text_plain_mark text_plain_marks[256];

/* Those of U+2000 to U+203F, by their place among them. */
extern const struct text_plain_mark text_plain_typographic_marks[64];

/* Whether the mark at plain->at, of one byte, is one by itself. */
static inline bool text_plain_mark_counts(const struct text_plain *plain,
                                          const struct text_plain_mark *mark) {
  const char *bytes = plain->bytes + plain->at;
  unsigned blank = text_plain_class(plain, plain->at + 1) & TEXT_BYTE_BLANK;
  unsigned holds = TEXT_ALWAYS;
  holds |= bytes[0] != bytes[1] ? TEXT_UNLESS_TWICE : 0U;
  holds |= blank != 0 ? TEXT_BEFORE_BLANK : 0U;
  holds |= plain->blank == 0 && bytes[0] != bytes[1] ? TEXT_INSIDE : 0U;
  return (holds & mark->when) != 0;
}

/* Takes it, `size` bytes. */
static inline void text_plain_put_mark(struct text_plain *plain,
                                       const struct text_plain_mark *mark,
                                       uint32_t size) {
  struct text_token token = {
      .start = plain->at,
      .end = plain->at + size,
      .written = plain->written - (plain->written > 0),
      .mark = mark->mark,
      .kind = mark->kind,
      .flags = (uint8_t)(plain->blank | mark->flags),
  };
  text_plain_put(plain, mark->sign, token);
  text_plain_go_on(plain, plain->at + size);
}

#endif

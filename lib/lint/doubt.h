/* SPDX-License-Identifier: MIT */
/* Of words of ASCII letters and digits that are read without the tokenizer:
 * whether they may be no more than a part of what it sees. */
#ifndef COURTESY_LINT_DOUBT_H
#define COURTESY_LINT_DOUBT_H

#include "text/byte_class.h"

/* Whether the word that ends at `at` goes on behind this mark; the line ends at
 * `end`. */
static inline bool lint_is_joined(const char *bytes, uint32_t end, uint32_t at,
                                  char mark) {
  return at + 1 < end && bytes[at] == mark &&
         text_byte_is(bytes[at + 1], TEXT_BYTE_WORD);
}

/* Whether it may go on in a way that is not known here. An apostrophe is no
 * doubt: text/contraction.h. What an & joins is for who asks. */
static inline bool lint_is_doubtful(const char *bytes, uint32_t end,
                                    uint32_t at) {
  return at < end && (text_byte_is(bytes[at], TEXT_BYTE_HIGH) ||
                      lint_is_joined(bytes, end, at, '`'));
}

#endif

/* SPDX-License-Identifier: MIT */
/* A word while it is read: its folded spelling, and its key on the way. */
#ifndef COURTESY_TEXT_WORD_H
#define COURTESY_TEXT_WORD_H

#include "text/fold.h"
#include "text/byte_class.h"
#include "text/peek.h"
#include "text/scan.h"

#include <stdbool.h>
#include <stdint.h>

struct text_word {
  uint32_t start;
  uint32_t end;
  uint32_t size;            /* of `folded`; 0: too long for a vocabulary */
  struct text_word_key key; /* of a short word */
  uint8_t flags;            /* of its tokens: how it is capitalised */
  bool apostrophe;
  char folded[TEXT_FOLD_ROOM];
};

/* Reads the ASCII letters and digits at scan->at. Returns false when they are
 * more than TEXT_FOLD_MAX. */
bool text_word_read_plain(const struct text_scan *scan, struct text_word *word);

/* How such a word is capitalised; few have capitals behind the first letter. */
static inline unsigned text_word_capitals(const struct text_peek *peek) {
  unsigned capitals = peek->upper & TEXT_CAPITALISED;
  if (peek->upper > 1) {
    bool two = (peek->upper & (peek->upper - 1)) != 0;
    capitals |= two && peek->lower == 0 ? TEXT_ALL_CAPITALS : 0U;
  }
  return capitals;
}

/* Fills a word from its bytes, whatever they are. */
void text_word_read(const struct text_scan *scan, uint32_t start, uint32_t end,
                    struct text_word *word);

/* Reads the word at scan->at when it is of letters that are folded each alone,
 * with apostrophes and the like between them: the usual one in any script.
 * Returns false when it is another. */
bool text_word_read_letters(const struct text_scan *scan,
                            struct text_word *word);

/* Its id, or TEXT_NO_WORD. */
uint32_t text_word_find(const struct text_scan *scan,
                        const struct text_word *word);

#endif

/* SPDX-License-Identifier: MIT */
/* A word while it is read: its folded spelling, hashed on the way. */
#ifndef COURTESY_TEXT_WORD_H
#define COURTESY_TEXT_WORD_H

#include "text/fold.h"
#include "text/scan.h"

#include <stdbool.h>
#include <stdint.h>

struct text_word {
  uint32_t start;
  uint32_t end;
  uint32_t size; /* of `key`; 0: too long to be in a vocabulary */
  uint64_t hash;
  uint8_t flags; /* of its tokens: how it is capitalised */
  bool apostrophe;
  char key[TEXT_FOLD_ROOM];
};

/* Reads the ASCII letters and digits at scan->at. Returns false when they are
 * more than TEXT_FOLD_MAX. */
bool text_word_read_plain(const struct text_scan *scan, struct text_word *word);

/* Fills a word from its bytes, whatever they are. */
void text_word_read(const struct text_scan *scan, uint32_t start, uint32_t end,
                    struct text_word *word);

/* Its id, or TEXT_NO_WORD. */
uint32_t text_word_find(const struct text_scan *scan,
                        const struct text_word *word);

#endif

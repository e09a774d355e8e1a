/* SPDX-License-Identifier: MIT */
/*
 * The tokenizer's state while it walks over lines. Those that begin with a
 * letter are scanned together with the line before: their ends are blanks,
 * which no look-ahead passes. What spans lines (a hyphen at a line's end,
 * sentences, quotations) is settled on tokens.
 */
#ifndef COURTESY_TEXT_SCAN_H
#define COURTESY_TEXT_SCAN_H

#include "text/token.h"

#include <stdbool.h>
#include <stdint.h>

struct text_scan {
  const struct text_source *source;
  const char *bytes; /* of the source */
  uint32_t size;     /* of the source */
  uint32_t start;    /* of the first line */
  uint32_t at;
  uint32_t end;
  uint32_t region_end; /* an initial peeks at the next line */
  const struct text_lexicon *lexicon;
  const struct text_vocabulary_tables *words; /* of its vocabulary */
  struct text_document *document;
  /* The document's, while it is added to: text_scan_begin, text_scan_end. */
  struct text_token *tokens;
  uint64_t *signs;
  uint32_t count;
  uint32_t capacity;
  uint32_t written;

  uint32_t block;  /* first token of the block (paragraph or item) */
  uint32_t hyphen; /* 1 + index of a hyphen token that waits for its second
                      word, or 0 */
  bool blank;      /* a blank or line start precedes `at` */
  bool quotes;     /* the block holds a mark that may quote */
};

/* Takes the document's tokens, to add to them, and gives them back. */
void text_scan_begin(struct text_scan *scan, struct text_document *document);
void text_scan_end(struct text_scan *scan);

/* Tokens of bytes[at, end), the lines that are left. All of the functions below
 * return false when memory ran out. */
bool text_scan_lines(struct text_scan *scan);

/* Gives their signs to the tokens from `first` on, or to the last one. */
void text_scan_sign(struct text_scan *scan, uint32_t first);

/* Called when no word can follow any more: a hyphen that waits is a dash. */
void text_scan_settle_hyphen(struct text_scan *scan);

/* Makes room for at least this many tokens more. */
bool text_scan_grow(struct text_scan *scan, uint32_t more);

/* Adds a token from `start` to `end` and moves there. NULL: no memory. Inline
 * since it runs once a token. */
static inline struct text_token *text_scan_add(struct text_scan *scan,
                                               enum text_token_kind kind,
                                               uint32_t start, uint32_t end) {
  if (scan->count == scan->capacity && !text_scan_grow(scan, 1)) {
    return NULL;
  }
  struct text_token *token = &scan->tokens[scan->count++];
  *token = (struct text_token){
      .start = start,
      .end = end,
      .written = scan->written > 0 ? scan->written - 1 : 0,
      .kind = (uint8_t)kind,
      .flags = scan->blank ? TEXT_BLANK_BEFORE : 0,
  };
  scan->blank = false;
  scan->at = end;
  return token;
}

/* Ties a new word to the hyphen that waits for it. */
void text_scan_join_hyphen(struct text_scan *scan, struct text_token *token);

/* The same for what counts as a written word, or as the next piece of one
 * behind a hyphen. */
static inline struct text_token *text_scan_add_word(struct text_scan *scan,
                                                    enum text_token_kind kind,
                                                    uint32_t start,
                                                    uint32_t end) {
  struct text_token *token = text_scan_add(scan, kind, start, end);
  if (token == NULL) {
    return NULL;
  }
  if (scan->hyphen != 0) {
    text_scan_join_hyphen(scan, token);
  } else {
    token->written = scan->written++;
  }
  return token;
}

/* scan_word.c: at a letter. */
bool text_scan_word(struct text_scan *scan);

/* scan_number.c: at a digit. */
bool text_scan_number(struct text_scan *scan);

/* scan_link.c */

/* Where a URL ends of which bytes[.., from) is the scheme or `www.`; 0 when
 * nothing follows. */
uint32_t text_scan_url_end(const struct text_scan *scan, uint32_t from);

/* At an @: makes an address of it and of the tokens straight before it.
 * *found tells whether it did. */
bool text_scan_address(struct text_scan *scan, bool *found);

/* scan_mark.c: at anything else but a blank. */
bool text_scan_mark(struct text_scan *scan);

/* Whether a word ends right here. */
bool text_scan_follows_word(const struct text_scan *scan);

/* Whether a letter or digit stands at `at`. */
bool text_scan_is_word_at(const struct text_scan *scan, uint32_t at);

#endif

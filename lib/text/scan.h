/* SPDX-License-Identifier: MIT */
/*
 * The tokenizer's state while it walks over one line. Lines are scanned one
 * by one, so that no look-ahead leaves the line; what spans lines (a hyphen
 * at a line's end, sentences, quotations) is settled on tokens.
 */
#ifndef COURTESY_TEXT_SCAN_H
#define COURTESY_TEXT_SCAN_H

#include "text/token.h"

#include <stdbool.h>
#include <stdint.h>

struct text_scan {
  const char *bytes;
  uint32_t size;  /* of the source */
  uint32_t start; /* of the line */
  uint32_t at;
  uint32_t end;
  uint32_t region_end; /* an initial peeks at the next line */
  const struct text_lexicon *lexicon;
  const struct text_vocabulary_tables *words; /* of its vocabulary */
  struct text_document *document;
  uint32_t block;   /* first token of the block (paragraph or item) */
  uint32_t to_sign; /* first token that waits for its sign */
  uint32_t hyphen;  /* 1 + index of a hyphen token that waits for its second
                      word, or 0 */
  bool blank;       /* a blank or line start precedes `at` */
  bool quotes;      /* the block holds a mark that may quote */
};

/* Tokens of bytes[at, end), which is one line or the rest of it. All of the
 * functions below return false when memory ran out. */
bool text_scan_line(struct text_scan *scan);

/* Gives their signs to the tokens that wait for them. */
void text_scan_sign(struct text_scan *scan);

/* Room for one more token and its sign. */
static inline bool text_scan_reserve(struct text_scan *scan) {
  struct text_document *document = scan->document;
  document->signs.count = document->tokens.count;
  return text_signs_reserve(&document->signs) &&
         text_tokens_reserve(&document->tokens);
}

/* Called when no word can follow any more: a hyphen that waits is a dash. */
void text_scan_settle_hyphen(struct text_scan *scan);

/* Adds a token from `start` to `end` and moves there. NULL: no memory. Inline
 * since it runs once a token. */
static inline struct text_token *text_scan_add(struct text_scan *scan,
                                               enum text_token_kind kind,
                                               uint32_t start, uint32_t end) {
  struct text_tokens *tokens = &scan->document->tokens;
  if (!text_scan_reserve(scan)) {
    return NULL;
  }
  struct text_token *token = &tokens->items[tokens->count++];
  uint32_t written = scan->document->written;
  *token = (struct text_token){
      .start = start,
      .end = end,
      .written = written > 0 ? written - 1 : 0,
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
    token->written = scan->document->written++;
  }
  return token;
}

/* scan_plain.c: the quick way. Skips blanks, and takes ASCII words and single
 * marks as long as nothing else is met. */
bool text_scan_plain(struct text_scan *scan);

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

/* Whether a letter or digit stands at `at`. */
bool text_scan_is_word_at(const struct text_scan *scan, uint32_t at);

#endif

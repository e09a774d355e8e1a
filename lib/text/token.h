/* SPDX-License-Identifier: MIT */
/*
 * Tokens and sentences: what phrases are matched on.
 *
 *     text      Don't  tell    R&D   ,  "please"  .
 *     tokens    do not tell    r&d   ,  " please " .
 *     written   0  0   1       2        3
 *
 * A contraction is taken apart: one token a part, each with the span of the
 * whole written word and up to three readings (`'s` is is|has|possessive).
 * Words joined by a hyphen without a blank are several tokens (the hyphen is
 * one of them) but one written word. A run of one mark (`!!!`) is one token.
 */
#ifndef COURTESY_TEXT_TOKEN_H
#define COURTESY_TEXT_TOKEN_H

#include "base/vector.h"
#include "text/fold.h"
#include "text/lexicon.h"
#include "text/source.h"

#include <stdbool.h>
#include <stdint.h>

enum text_token_kind {
  TEXT_WORD = 0,
  TEXT_NUMBER,      /* digits with inner . , : and a trailing %, am, … */
  TEXT_URL,         /* RFC 3986 with a scheme, or www.… */
  TEXT_ADDRESS,     /* RFC 5322 addr-spec */
  TEXT_PLACEHOLDER, /* U+FFFC, put in place of a template's placeholder */
  TEXT_HYPHEN,      /* between two words, no blank on either side */
  TEXT_PUNCTUATION, /* , . ? ! : ; … – — / & : `mark` says which */
  TEXT_SKIPPED,     /* quotation marks, emphasis marks, indent marks,
                       bullets and list numbers: phrases pass over them */
  TEXT_BRACKET,     /* ( ) [ ] { } < > */
  TEXT_EMOJI,       /* also :-) and the like */
  TEXT_OTHER,
};

enum text_token_flag {
  TEXT_CAPITALISED = 1 << 0,   /* first letter upper case */
  TEXT_ALL_CAPITALS = 1 << 1,  /* two letters or more, all upper case */
  TEXT_QUOTED = 1 << 2,        /* inside quotation marks */
  TEXT_BULLET = 1 << 3,        /* the TEXT_SKIPPED token is a bullet/number */
  TEXT_QUOTE_MARK = 1 << 4,    /* the TEXT_SKIPPED token is a quotation mark */
  TEXT_HYPHEN_BEFORE = 1 << 5, /* `letter-` stands right before the token */
  TEXT_HYPHEN_AFTER = 1 << 6,  /* `-letter` follows right after it */
  TEXT_BLANK_BEFORE = 1 << 7,  /* a blank or line start precedes it */
};

enum { TEXT_READINGS = 3, TEXT_SMILE = 0x263A };

struct text_token {
  uint32_t start; /* bytes of the source */
  uint32_t end;
  uint32_t written; /* number of the written word; words, numbers, URLs,
                       addresses and placeholders have one, others repeat the
                       number of the word before */
  uint32_t words[TEXT_READINGS]; /* vocabulary ids; 0 where there is none */
  uint16_t mark; /* code point of punctuation; of U+2026 for `...`, of an en
                    dash for ` - `, ` -The` and `All- The`, and of an em dash
                    for `--`; of the quotation mark when TEXT_QUOTE_MARK is
                    set; TEXT_SMILE of an emoji that smiles or laughs */
  uint8_t kind;
  uint8_t flags;
};

BASE_VECTOR(text_tokens, struct text_token);
BASE_VECTOR(text_signs, uint64_t);

/* So many signs can be read behind the last one, whatever they are. */
enum { TEXT_SIGNS_BEHIND = 4 };

/* Words, numbers, URLs, addresses, placeholders: what is counted as written
 * words. */
static inline bool text_token_is_written(const struct text_token *token) {
  return token->kind <= TEXT_PLACEHOLDER;
}

/* Whether the token has more readings than one, as few have. */
static inline bool text_token_is_ambiguous(const struct text_token *token) {
  return (token->words[1] | token->words[2]) != TEXT_NO_WORD;
}

/* How many of its words are worth a look. */
static inline size_t text_token_readings(const struct text_token *token) {
  return text_token_is_ambiguous(token) ? TEXT_READINGS : 1;
}

enum text_sentence_flag {
  TEXT_MOSTLY_CAPITALISED = 1 << 0, /* shouted; or more than half of the words
                                       behind the first, and four at least,
                                       begin with a capital */
  TEXT_SHOUTED = 1 << 1, /* all letters are capitals and it has two or more
                            words of them */
  TEXT_ITEM = 1 << 2,    /* a list item */
  TEXT_STEP = 1 << 3,    /* a list item with a number or letter */
};

struct text_sentence {
  uint64_t sign;  /* those of its tokens together (text/sign.h) */
  uint32_t start; /* bytes of the source: first to last non-blank */
  uint32_t end;
  uint32_t first_token;
  uint32_t token_end;
  uint32_t word_start; /* `^` holds at tokens from first_token to this one */
  uint32_t word_end;   /* `$` holds at tokens from this one to token_end */
  uint32_t words;      /* written words */
  uint32_t paragraph;  /* changes where a phrase must not go on */
  uint32_t list;       /* the first sentence of the list it is in, if the one
                          before leads to that ("Could you please:"); else 0 */
  uint8_t source;      /* caller's number of the source */
  uint8_t zone;        /* enum courtesy_zone */
  uint8_t flags;
};

BASE_VECTOR(text_sentences, struct text_sentence);

/* What phrases and quotations do not leave: a paragraph, a list item, a
 * heading, a row of a table. */
struct text_block {
  uint32_t end; /* token: it begins where the one before ends */
  uint8_t source;
  uint8_t zone;
  uint8_t flags; /* TEXT_ITEM, TEXT_STEP */
  bool goes_on;  /* with the paragraph of the block before, in another zone */
};

BASE_VECTOR(text_blocks, struct text_block);

struct text_document {
  struct text_tokens tokens;
  struct text_signs signs; /* of each token (text/sign.h) */
  struct text_blocks blocks;
  struct text_sentences sentences;
  uint32_t written; /* written words so far */
  bool quotes;      /* some of the tokens are quoted, or quotation marks */
  /* After a cut, for lines that are read again (text/known.c): */
  uint32_t known; /* tokens [tokens.count, known) stay in their place, */
  struct text_blocks known_blocks; /* so do their blocks, behind one that ends
                                      at the cut */
  size_t known_block;              /* those before this one are done with */
};

/* The first of tokens [low, high) that begins at the byte or later, or high. No
 * branch tells which half it is in: it would be guessed wrong each other
 * time. */
static inline uint32_t text_token_at(const struct text_token *tokens,
                                     uint32_t low, uint32_t high,
                                     uint32_t byte) {
  uint32_t left = high - low;
  while (left > 0) {
    uint32_t half = left - left / 2;
    uint32_t before = tokens[low + half - 1].start < byte; /* 0 or 1 */
    low += half & -before;
    left -= half;
  }
  return low;
}

/* How far a document goes. */
struct text_extent {
  uint32_t tokens;
  uint32_t blocks;
  uint32_t written;
};

/* A stretch of one zone that holds no blank line. */
struct text_region {
  const struct text_source *source;
  uint8_t source_number;
  uint8_t zone;
  bool after_colon; /* text before it ended with a colon or was an item, or a
                       blank line came before: a line-start `-` or number is
                       a bullet from the first line on */
  bool goes_on;     /* with the paragraph of the region before */
  uint32_t start;
  uint32_t end;
};

void text_document_reset(struct text_document *document);
void text_document_destroy(struct text_document *document);

/* Splits a region into tokens (UAX #29 word boundaries) and blocks, and adds
 * them to the document. Returns false when memory ran out. */
bool text_document_read(struct text_document *document,
                        const struct text_region *region,
                        const struct text_lexicon *lexicon);

/* Divides the blocks into sentences (the sentence rules of the rule language),
 * which take the place of those that are there. The sources are by their
 * number. Returns false when memory ran out. */
bool text_document_divide(struct text_document *document,
                          const struct text_source *const *sources);

/* Both at once, of a region behind all that was divided. */
bool text_document_add(struct text_document *document,
                       const struct text_region *region,
                       const struct text_lexicon *lexicon);

/* Divides tokens [first, end) as if they were all, one block of the region,
 * into the sentences of the document. */
bool text_document_divide_run(struct text_document *document,
                              const struct text_region *region, uint32_t first,
                              uint32_t end);

struct text_extent text_document_extent(const struct text_document *document);

/* Takes back what was read since the document went only so far. The text is to
 * be read again: in regions that are divided further, that reach further than
 * to the end of a line, or that were left out. Most lines keep their tokens
 * (text/known.c). Returns false when memory ran out. */
bool text_document_cut(struct text_document *document,
                       const struct text_extent *extent);

/* A token's folded spelling, for comparison with other folded words: without
 * the full stop of an abbreviation, and of a contraction only the stem before
 * the apostrophe (`john` for both tokens of "John's"). Returns false when it
 * is longer than TEXT_FOLD_MAX. */
bool text_token_folded(const struct text_source *source,
                       const struct text_token *token,
                       struct text_folded *folded);

#endif

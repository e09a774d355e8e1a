/* SPDX-License-Identifier: MIT */
/*
 * Tokens and sentences as a line of text, for tests:
 *
 *     "Don't go (yet). At 10 - yes"   do not go ( yet ) . ‖ At #10 – yes
 *
 *   do, is|has|'s   a word that the lexicon knows: its readings
 *   Tom             any other word, as written
 *   #10             a number
 *   url:… mail:…    a URL, an address
 *   {}              a placeholder
 *   -               a hyphen inside a compound
 *   , . … –         punctuation, its mark
 *   ~ • "           skipped: emphasis or indent, a bullet, a quotation mark
 *   ( )             brackets
 *   :)  :|          an emoji that smiles, any other
 *   ?=              anything else
 *
 * with ‖ between sentences and ¶ between paragraphs.
 */
#ifndef TESTS_TEXT_DESCRIBE_H
#define TESTS_TEXT_DESCRIBE_H

#include "text/token.h"

/* A document made of one text under a small lexicon. */
struct described {
  struct text_source source;
  struct text_vocabulary *vocabulary;
  struct text_document document;
  char line[4096];
};

/* Takes the text apart as one region; `after_colon` as in text_region. */
void describe(struct described *described, const char *text, bool after_colon);
void described_destroy(struct described *described);

/* Asserts that the text, seen behind a blank line, is described so. */
void assert_described(const char *text, const char *line);

/* The first token whose source bytes are `written`; NULL when there is none. */
const struct text_token *described_token(const struct described *described,
                                         const char *written);

#endif

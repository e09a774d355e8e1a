/* SPDX-License-Identifier: MIT */
/*
 * The language of what the author wrote, by a vote of the small words that
 * every text has: "the", "und", "que". Names and terms have no vote, so that a
 * German mail stays German with half of its nouns English. Where most of what
 * is written is in letters of another script than the Latin one, these tell:
 * they are certainly no English, be it one word.
 */
#ifndef COURTESY_MAIL_LANGUAGE_H
#define COURTESY_MAIL_LANGUAGE_H

#include "mail/message.h"

/* ISO 639-1 codes, or NULL where nothing is clear, as in a line or two. */
struct mail_language {
  const char *own; /* of the author's words; "und-cyrl" (RFC 5646) where the
                      script is clear, and several languages have it */
  uint32_t among;  /* where that is NULL, and it is certainly one of a few:
                      their bits, in the order of mail_languages; else 0 */
  /* Where these are too few: of the words that are quoted or forwarded, if the
   * author's have more votes for it than for any other, be that one word. "Yes,
   * that works." above an English question is English, and "Ja." may be
   * anything. */
  const char *answered;
};

/* Of a message whose regions are known. */
struct mail_language mail_language_of(const struct courtesy_message *message);

/* Whether a language is one of those bits. */
bool mail_language_is_among(uint32_t bits, const char *language);

/* Whether there are words for the language, so that a vote could tell it. */
bool mail_language_is_told(const char *language);

#endif

/* SPDX-License-Identifier: MIT */
/*
 * The language of what the author wrote, by a vote of the small words that
 * every text has: "the", "und", "que". Names and terms have no vote, so that a
 * German mail stays German with half of its nouns English.
 */
#ifndef COURTESY_MAIL_LANGUAGE_H
#define COURTESY_MAIL_LANGUAGE_H

#include "mail/message.h"

/* The ISO 639-1 code of the language of a message whose regions are known, or
 * NULL when the vote is not clear, as in a line or two. */
const char *mail_language_of(const struct courtesy_message *message);

/* The language of the words that are quoted or forwarded, when their vote is
 * clear and the author's own words have more of it than of any other, be that
 * one word: "Yes, that works." above an English question is English, and "Ja."
 * may be anything. NULL else. */
const char *mail_language_answered(const struct courtesy_message *message);

/* Whether there are words for the language, so that a vote could tell it. */
bool mail_language_is_told(const char *language);

#endif

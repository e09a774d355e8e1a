/* SPDX-License-Identifier: MIT */
/*
 * What the words of a message say of its language: the votes of those that
 * every text has, and the letters of other scripts than the Latin one.
 * language.h makes a verdict of it.
 */
#ifndef COURTESY_MAIL_VOTE_H
#define COURTESY_MAIL_VOTE_H

#include "mail/message.h"
#include "mail/script.h"
#include "mail/stop_words.h"

struct mail_lead {
  unsigned language;
  unsigned votes;
  unsigned second; /* votes of the next one */
};

struct mail_vote {
  bool is_english; /* beyond doubt: who is second is not asked then */
  unsigned words;
  unsigned others; /* that begin with no ASCII and no Latin letter */
  struct mail_votes votes;
  struct mail_letters letters;
  struct mail_lead lead; /* of all languages */
};

/* The vote of the words in these zones, bits 1 << enum courtesy_zone, or of so
 * many of them that more would tell nothing new. */
struct mail_vote mail_vote_in(const struct courtesy_message *message,
                              uint32_t zones);

/* Who leads among the first so many languages. */
struct mail_lead mail_votes_lead(const struct mail_votes *votes,
                                 unsigned languages);

#endif

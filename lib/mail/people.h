/* SPDX-License-Identifier: MIT */
/*
 * Who writes and who reads a message, by the addresses among its facts. Lists
 * are long and rules seldom ask about them: they are read each time that
 * somebody asks, and nothing is kept, so that a message stays immutable.
 */
#ifndef COURTESY_MAIL_PEOPLE_H
#define COURTESY_MAIL_PEOPLE_H

#include "mail/address.h"

#include <courtesy/message.h>

/* The addresses of To, Cc and Bcc; false when nothing is said of them. */
bool mail_recipients_count(const struct courtesy_facts *facts, size_t *count);

/* Whether all of To and Cc show the full name of a person; false where To names
 * nobody, as in a draft in which that is to be filled in. */
bool mail_recipients_are_persons(const struct courtesy_facts *facts);

/* The first name of the only one of To, as written; empty when that cannot be
 * told. */
struct base_slice mail_recipient_name(const struct courtesy_facts *facts);

/* "internal", "external" or, when unknown, NULL: courtesy_message_audience. */
const char *mail_audience_of(const struct courtesy_facts *facts);

/* The words of the display names and local parts of From, To, Cc and Bcc, as
 * written: first those of From. */
struct mail_people {
  const struct courtesy_facts *facts;
  size_t list; /* the number of the list after the one that is read */
  struct mail_name_reader reader;
};

struct mail_people mail_people_of(const struct courtesy_facts *facts);

/* The next name; false when there is none. */
bool mail_people_next(struct mail_people *people, struct base_slice *name,
                      bool *is_sender);

#endif

/* SPDX-License-Identifier: MIT */
/* When a message was written, and how long after what it quotes. Told when
 * asked, as people.h tells who reads it. */
#ifndef COURTESY_MAIL_AGE_H
#define COURTESY_MAIL_AGE_H

#include "mail/message.h"

/* Minutes since midnight on the date's own clock, else on that of `now`; -1
 * when unknown. */
int mail_minutes_of(const struct courtesy_facts *facts);

/* Working days from what is quoted to the message's own date, or to `now`; -1
 * when unknown. */
long mail_quote_age(const struct courtesy_message *message);

#endif

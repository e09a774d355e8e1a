/* SPDX-License-Identifier: MIT */
/* What is known about a message: given by the host, else told by its header
 * and by what it quotes. */
#ifndef COURTESY_MAIL_FACTS_H
#define COURTESY_MAIL_FACTS_H

#include "mail/header.h"
#include "mail/message.h"
#include "mail/mime.h"
#include "mail/zones.h"

/* Fills the facts of a message whose zones and parts are known; only a mail has
 * parts. `given` may be NULL. What memory ran out for shows in the arena. */
void mail_facts_fill(struct courtesy_message *message,
                     const struct courtesy_facts *given,
                     const struct mail_fields *fields,
                     const struct mail_structure *structure,
                     const struct mail_hints *hints);

#endif

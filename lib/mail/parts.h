/* SPDX-License-Identifier: MIT */
/* The parts of a mail as a host reads them. */
#ifndef COURTESY_MAIL_PARTS_H
#define COURTESY_MAIL_PARTS_H

#include "mail/message.h"
#include "mail/mime.h"

/* Describes the parts, whose uses are known for good, in the message. */
void mail_parts_publish(struct courtesy_message *message,
                        const struct mail_part_list *parts);

/* Whether a raw place of the message lies in HTML, where line ends are but
 * blanks. */
bool mail_is_html_at(const struct courtesy_message *message, size_t offset);

#endif

/* SPDX-License-Identifier: MIT */
/* Which form of a text is read, where a mail has it in plain text and in HTML.
 */
#ifndef COURTESY_MAIL_FORM_CHOICE_H
#define COURTESY_MAIL_FORM_CHOICE_H

#include "mail/message.h"
#include "mail/mime.h"

#include <stdbool.h>
#include <stddef.h>

/* Has the HTML read in place of each plain text that is worth less, and tells
 * where either says what the other does not. Forms that cannot be read are
 * told, though another one is. Of no text more than `most` bytes are looked at.
 * Returns false when memory ran out. */
bool mail_choose_forms(struct courtesy_message *message,
                       struct mail_part_list *parts, size_t most);

#endif

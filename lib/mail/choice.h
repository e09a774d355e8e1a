/* SPDX-License-Identifier: MIT */
/* Which parts of a mail are its text, and which are attachments. */
#ifndef COURTESY_MAIL_CHOICE_H
#define COURTESY_MAIL_CHOICE_H

#include "mail/mime.h"

/* Gives each part its use. Of multipart/alternative one part is linted, plain
 * text if there is some; whether that says what its HTML form says is known
 * only when both were read. Pictures that the text shows are no attachments,
 * nor are signatures of the mail's bytes. */
void mail_choose_parts(struct mail_part_list *parts);

#endif

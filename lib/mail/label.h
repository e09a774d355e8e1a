/* SPDX-License-Identifier: MIT */
/* The header lines that mail programs copy above what they quote, in the
 * languages they speak: "Gesendet: Montag, 9. Juli 2001 14:03". */
#ifndef COURTESY_MAIL_LABEL_H
#define COURTESY_MAIL_LABEL_H

#include "base/slice.h"

enum mail_role {
  MAIL_ROLE_NONE = 0,
  MAIL_ROLE_FROM,
  MAIL_ROLE_SENT, /* sent or date */
  MAIL_ROLE_TO,
  MAIL_ROLE_CC,
  MAIL_ROLE_SUBJECT,
  MAIL_ROLE_OTHER, /* attachments, importance, sent by, reply to */
};

/* What the line is by the label before its colon: "From:", "*Von:*",
 * "Objet :". */
enum mail_role mail_role_of(struct base_slice line);

#endif

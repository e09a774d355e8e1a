/* SPDX-License-Identifier: MIT */
/* The header fields that somebody reads, by number. A real header has twenty
 * fields, of which six or seven are read. */
#ifndef COURTESY_MAIL_FIELD_H
#define COURTESY_MAIL_FIELD_H

#include "base/slice.h"

/* Shorter names first. */
enum mail_field {
  MAIL_FIELD_TO,
  MAIL_FIELD_CC,
  MAIL_FIELD_BCC,
  MAIL_FIELD_FCC,
  MAIL_FIELD_FROM,
  MAIL_FIELD_DATE,
  MAIL_FIELD_SENT,
  MAIL_FIELD_SENDER,
  MAIL_FIELD_SUBJECT,
  MAIL_FIELD_LIST_ID,
  MAIL_FIELD_RECEIVED,
  MAIL_FIELD_REPLY_TO,
  MAIL_FIELD_MESSAGE_ID,
  MAIL_FIELD_PRECEDENCE,
  MAIL_FIELD_REFERENCES,
  MAIL_FIELD_CONTENT_ID,
  MAIL_FIELD_ATTACHMENT,
  MAIL_FIELD_ATTACHMENTS,
  MAIL_FIELD_IN_REPLY_TO,
  MAIL_FIELD_RETURN_PATH,
  MAIL_FIELD_X_AUTOREPLY,
  MAIL_FIELD_MIME_VERSION,
  MAIL_FIELD_CONTENT_TYPE,
  MAIL_FIELD_ORGANIZATION,
  MAIL_FIELD_X_AUTORESPOND,
  MAIL_FIELD_AUTO_SUBMITTED,
  MAIL_FIELD_CONTENT_DISPOSITION,
  MAIL_FIELD_CONTENT_TRANSFER_ENCODING,
  MAIL_FIELD_OTHER, /* read by nobody */
};

/* The number of the name of `size` bytes at the start of `text`, in any case.
 * They are such as names may have (RFC 5322 §3.6.8). */
enum mail_field mail_field_at(struct base_slice text, size_t size);

#endif

/* SPDX-License-Identifier: MIT */
#include "mail/field.h"

#include "mail/phrase.h"

#include <stdint.h>

static const char *const names[MAIL_FIELD_OTHER] = {
    [MAIL_FIELD_TO] = "to",
    [MAIL_FIELD_CC] = "cc",
    [MAIL_FIELD_BCC] = "bcc",
    [MAIL_FIELD_FCC] = "fcc",
    [MAIL_FIELD_FROM] = "from",
    [MAIL_FIELD_DATE] = "date",
    [MAIL_FIELD_SENT] = "sent",
    [MAIL_FIELD_SENDER] = "sender",
    [MAIL_FIELD_SUBJECT] = "subject",
    [MAIL_FIELD_LIST_ID] = "list-id",
    [MAIL_FIELD_RECEIVED] = "received",
    [MAIL_FIELD_REPLY_TO] = "reply-to",
    [MAIL_FIELD_MESSAGE_ID] = "message-id",
    [MAIL_FIELD_PRECEDENCE] = "precedence",
    [MAIL_FIELD_REFERENCES] = "references",
    [MAIL_FIELD_CONTENT_ID] = "content-id",
    [MAIL_FIELD_ATTACHMENT] = "attachment",
    [MAIL_FIELD_ATTACHMENTS] = "attachments",
    [MAIL_FIELD_IN_REPLY_TO] = "in-reply-to",
    [MAIL_FIELD_RETURN_PATH] = "return-path",
    [MAIL_FIELD_X_AUTOREPLY] = "x-autoreply",
    [MAIL_FIELD_MIME_VERSION] = "mime-version",
    [MAIL_FIELD_CONTENT_TYPE] = "content-type",
    [MAIL_FIELD_ORGANIZATION] = "organization",
    [MAIL_FIELD_X_AUTORESPOND] = "x-autorespond",
    [MAIL_FIELD_AUTO_SUBMITTED] = "auto-submitted",
    [MAIL_FIELD_CONTENT_DISPOSITION] = "content-disposition",
    [MAIL_FIELD_CONTENT_TRANSFER_ENCODING] = "content-transfer-encoding",
};

/* The fields whose names have that many bytes: the first, and how many. */
static const struct {
  uint8_t first;
  uint8_t count;
} by_size[] = {
    [2] = {MAIL_FIELD_TO, 2},
    [3] = {MAIL_FIELD_BCC, 2},
    [4] = {MAIL_FIELD_FROM, 3},
    [6] = {MAIL_FIELD_SENDER, 1},
    [7] = {MAIL_FIELD_SUBJECT, 2},
    [8] = {MAIL_FIELD_RECEIVED, 2},
    [10] = {MAIL_FIELD_MESSAGE_ID, 5},
    [11] = {MAIL_FIELD_ATTACHMENTS, 4},
    [12] = {MAIL_FIELD_MIME_VERSION, 3},
    [13] = {MAIL_FIELD_X_AUTORESPOND, 1},
    [14] = {MAIL_FIELD_AUTO_SUBMITTED, 1},
    [19] = {MAIL_FIELD_CONTENT_DISPOSITION, 1},
    [25] = {MAIL_FIELD_CONTENT_TRANSFER_ENCODING, 1},
};

enum { LARGEST_NAME = sizeof by_size / sizeof by_size[0] - 1 };

enum mail_field mail_field_of(struct base_slice name) {
  if (name.size > LARGEST_NAME) {
    return MAIL_FIELD_OTHER;
  }
  unsigned first = by_size[name.size].first;
  for (unsigned i = first; i < first + by_size[name.size].count; i++) {
    if ((name.bytes[0] | 0x20) == names[i][0] &&
        mail_equals_nocase(name, names[i])) {
      return (enum mail_field)i;
    }
  }
  return MAIL_FIELD_OTHER;
}

/* SPDX-License-Identifier: MIT */
#include "mail/field.h"

#include "base/eight.h"

#include <stdbool.h>
#include <stdint.h>

enum { LARGEST_NAME = sizeof "content-transfer-encoding" - 1 };

/* With zeros behind them, to be compared eight bytes at a time. */
static const char names[MAIL_FIELD_OTHER][LARGEST_NAME + BASE_EIGHT] = {
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
} by_size[LARGEST_NAME + 1] = {
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

/* Eight bytes of a name in small letters. All bytes of a name are above blanks:
 * bit 0x20 makes capital letters small, and nothing else a letter or hyphen. */
static uint64_t small_eight(const char *bytes, size_t size) {
  return base_eight_load(bytes, size) | BASE_EACH(0x20);
}

static bool is_same(const char *name, const char *text) {
  return small_eight(text, BASE_EIGHT) == base_eight_load(name, BASE_EIGHT);
}

/* Whether a name of more than eight bytes is this one behind the first eight.
 * Of the last eight some may have been compared before. */
static bool ends_as(const char *name, const char *text, size_t size) {
  for (size_t at = BASE_EIGHT; at + BASE_EIGHT < size; at += BASE_EIGHT) {
    if (!is_same(name + at, text + at)) {
      return false;
    }
  }
  size_t last = size - BASE_EIGHT;
  return is_same(name + last, text + last);
}

enum mail_field mail_field_at(struct base_slice text, size_t size) {
  if (size > LARGEST_NAME || by_size[size].count == 0) {
    return MAIL_FIELD_OTHER;
  }
  uint64_t start =
      base_eight_first(small_eight(text.bytes, text.size), (unsigned)size);
  unsigned i = by_size[size].first;
  unsigned end = i + by_size[size].count;
  while (i < end && start != base_eight_load(names[i], BASE_EIGHT)) {
    i++;
  }
  /* No two names of one size begin alike. */
  return i < end && (size <= BASE_EIGHT || ends_as(names[i], text.bytes, size))
             ? (enum mail_field)i
             : MAIL_FIELD_OTHER;
}

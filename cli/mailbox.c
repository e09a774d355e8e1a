/* SPDX-License-Identifier: MIT */
#include "mailbox.h"

#include <string.h>

/* The offset after the line at `at`, which ends with LF, CR or CRLF. */
static size_t line_end(struct cli_mailbox *mailbox, size_t at) {
  const char *bytes = mailbox->bytes;
  if (mailbox->feed < at || at == 0) {
    const char *feed = memchr(bytes + at, '\n', mailbox->size - at);
    mailbox->feed = feed != NULL ? (size_t)(feed - bytes) : mailbox->size;
  }
  const char *back = memchr(bytes + at, '\r', mailbox->feed - at);
  size_t end = back != NULL ? (size_t)(back - bytes) : mailbox->feed;
  end += end < mailbox->size;
  return end == mailbox->feed && end < mailbox->size ? end + 1 : end;
}

static bool is_blank(const char *line, size_t size) {
  return size == 0 || line[0] == '\n' || line[0] == '\r';
}

enum { LONGEST_START = 1000 }; /* bytes of a "From " line and the next one */

/* "From : ana", as some programs write above what they forward. */
static bool is_field(const char *line, size_t size) {
  size_t at = strlen("From");
  while (at < size && line[at] == ' ') {
    at++;
  }
  return at < size && line[at] == ':';
}

/* The library knows what a "From " line is, by itself and the line below. */
static bool starts_message(const struct cli_mailbox *mailbox, size_t at) {
  const char *line = mailbox->bytes + at;
  size_t left = mailbox->size - at;
  size_t size = left < LONGEST_START ? left : LONGEST_START;
  return left > 5 && memcmp(line, "From ", 5) == 0 && !is_field(line, size) &&
         courtesy_message_guess_kind(line, size) == COURTESY_MAIL;
}

bool cli_mailbox_is(const char *bytes, size_t size) {
  struct cli_mailbox mailbox = {.bytes = bytes, .size = size};
  return size > 0 && starts_message(&mailbox, 0) &&
         cli_mailbox_next(&mailbox) && mailbox.next.offset < size;
}

bool cli_mailbox_next(struct cli_mailbox *mailbox) {
  if (mailbox->next.offset >= mailbox->size) {
    return false;
  }
  mailbox->number++;
  mailbox->origin = mailbox->next;
  size_t at = mailbox->origin.offset;
  bool after_blank = false;
  while (at < mailbox->size) {
    const char *line = mailbox->bytes + at;
    size_t size = line_end(mailbox, at) - at;
    if (after_blank && starts_message(mailbox, at)) {
      break;
    }
    after_blank = is_blank(line, size);
    at += size;
    mailbox->next.lines++;
  }
  mailbox->next.offset = at;
  mailbox->message_size = at - mailbox->origin.offset;
  return true;
}

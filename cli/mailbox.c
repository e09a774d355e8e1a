/* SPDX-License-Identifier: MIT */
#include "mailbox.h"

#include <string.h>

void cli_mailbox_open(struct cli_mailbox *mailbox, struct cli_input *input) {
  *mailbox =
      (struct cli_mailbox){.input = input, .limit = COURTESY_MESSAGE_MAX};
}

/* Forgets the first bytes at hand. */
static void forget(struct cli_mailbox *mailbox, size_t size) {
  size_t *const places[] = {&mailbox->line, &mailbox->scanned, &mailbox->feed};
  for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
    *places[i] -= *places[i] < size ? *places[i] : size;
  }
  cli_input_drop(mailbox->input, size);
}

/* The offset behind the line's end, which is LF, CR or CRLF; 0 when it is not
 * at hand. */
static size_t find_line_end(struct cli_mailbox *mailbox) {
  const char *bytes = cli_input_bytes(mailbox->input);
  size_t size = cli_input_size(mailbox->input);
  if (mailbox->scanned < mailbox->line) {
    mailbox->scanned = mailbox->line;
  }
  if (mailbox->feed < mailbox->scanned) {
    mailbox->feed = mailbox->scanned;
  }
  const char *feed = memchr(bytes + mailbox->feed, '\n', size - mailbox->feed);
  mailbox->feed = feed != NULL ? (size_t)(feed - bytes) : size;
  const char *back =
      memchr(bytes + mailbox->scanned, '\r', mailbox->feed - mailbox->scanned);
  mailbox->scanned = back != NULL ? (size_t)(back - bytes) : mailbox->feed;
  size_t end = mailbox->scanned + 1;
  if (back == NULL) {
    return feed != NULL ? end : 0;
  }
  if (end == size) { /* a line feed may follow */
    return 0;
  }
  return end == mailbox->feed ? end + 1 : end;
}

/* Of a message that is too large only the search goes on. The last byte of a
 * line stays, so that the rest of it does not pass for a blank one. */
static void forget_too_large(struct cli_mailbox *mailbox) {
  size_t keep =
      mailbox->scanned > mailbox->line ? mailbox->scanned - 1 : mailbox->line;
  mailbox->too_large = true;
  mailbox->next.offset += keep;
  forget(mailbox, keep);
}

/* The size of the line with its end, which is read if need be; 0 at the end
 * of the input. */
static size_t line_size(struct cli_mailbox *mailbox) {
  struct cli_input *input = mailbox->input;
  size_t end;
  while ((end = find_line_end(mailbox)) == 0) {
    if (cli_input_size(input) > mailbox->limit) {
      forget_too_large(mailbox);
    }
    if (!cli_input_more(input)) {
      return cli_input_size(input) - mailbox->line;
    }
  }
  return end - mailbox->line;
}

static bool is_blank(char first_of_line) {
  return first_of_line == '\n' || first_of_line == '\r';
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
static bool starts_message(struct cli_mailbox *mailbox) {
  struct cli_input *input = mailbox->input;
  while (cli_input_size(input) - mailbox->line < LONGEST_START &&
         cli_input_more(input)) {
  }
  const char *line = cli_input_bytes(input) + mailbox->line;
  size_t left = cli_input_size(input) - mailbox->line;
  size_t size = left < LONGEST_START ? left : LONGEST_START;
  return left > 5 && memcmp(line, "From ", 5) == 0 && !is_field(line, size) &&
         courtesy_message_guess_kind(line, size) == COURTESY_MAIL;
}

bool cli_mailbox_begins(struct cli_mailbox *mailbox) {
  return starts_message(mailbox);
}

bool cli_mailbox_next(struct cli_mailbox *mailbox) {
  forget(mailbox, mailbox->message_size);
  mailbox->number++;
  mailbox->origin = mailbox->next;
  mailbox->too_large = false;
  size_t size;
  bool after_blank = false;
  while (!(after_blank && starts_message(mailbox)) &&
         (size = line_size(mailbox)) > 0) {
    after_blank = is_blank(cli_input_bytes(mailbox->input)[mailbox->line]);
    mailbox->line += size;
    mailbox->next.lines++;
  }
  mailbox->message_size = mailbox->line;
  mailbox->next.offset += mailbox->line;
  mailbox->too_large |= mailbox->message_size > mailbox->limit;
  return (mailbox->message_size > 0 || mailbox->too_large) &&
         mailbox->input->error == 0;
}

bool cli_mailbox_at_last(const struct cli_mailbox *mailbox) {
  return mailbox->input->ended &&
         cli_input_size(mailbox->input) == mailbox->message_size;
}

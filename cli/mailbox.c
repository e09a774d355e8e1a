/* SPDX-License-Identifier: MIT */
#include "mailbox.h"

#include "lanes.h"
#include "utf8.h"

#include <string.h>

void cli_mailbox_open(struct cli_mailbox *mailbox, struct cli_input *input) {
  *mailbox =
      (struct cli_mailbox){.input = input, .limit = COURTESY_MESSAGE_MAX};
}

static bool is_end(char byte) {
  return byte == '\n' || byte == '\r';
}

enum { BLOCK = 128 }; /* bytes looked at together */

static unsigned count_feeds(const char *block) {
  cli_lanes feeds = {0};
  for (size_t i = 0; i < BLOCK; i += sizeof feeds) {
    feeds -= cli_lanes_at(block + i) == '\n';
  }
  return cli_lanes_sum(feeds);
}

/* The CRs behind which no LF stands; one more byte can be read. Most texts have
 * none. */
static uint32_t count_lone_returns(const char *bytes, size_t size) {
  uint32_t count = 0;
  const char *end = bytes + size;
  while ((bytes = memchr(bytes, '\r', (size_t)(end - bytes))) != NULL) {
    bytes++;
    count += *bytes != '\n';
  }
  return count;
}

/* The lines that end in some bytes, at LF, CR or CRLF; the same. */
static uint32_t count_lines(const char *bytes, size_t size) {
  uint32_t lines = count_lone_returns(bytes, size);
  for (; size >= BLOCK; size -= BLOCK, bytes += BLOCK) {
    lines += count_feeds(bytes);
  }
  char rest[BLOCK] = {0};
  memcpy(rest, bytes, size);
  return lines + count_feeds(rest);
}

/* Whether a line begins there, and the one above it is blank. */
static bool is_below_blank(const char *bytes, size_t at) {
  size_t end = at - 1;
  if (!is_end(bytes[end])) {
    return false;
  }
  if (end > 0 && bytes[end] == '\n' && bytes[end - 1] == '\r') {
    end--;
  }
  return end == 0 || is_end(bytes[end - 1]);
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
static bool starts_message(struct cli_mailbox *mailbox, size_t at) {
  struct cli_input *input = mailbox->input;
  while (cli_input_size(input) - at < LONGEST_START && cli_input_more(input)) {
  }
  const char *line = cli_input_bytes(input) + at;
  size_t left = cli_input_size(input) - at;
  size_t size = left < LONGEST_START ? left : LONGEST_START;
  return left > 5 && memcmp(line, "From ", 5) == 0 && !is_field(line, size) &&
         courtesy_message_guess_kind(line, size) == COURTESY_MAIL;
}

/* A byte order mark may stand before the first message. */
bool cli_mailbox_begins(struct cli_mailbox *mailbox) {
  bool begins = starts_message(mailbox, 0); /* which reads enough */
  const struct cli_input *input = mailbox->input;
  size_t mark =
      cli_utf8_mark_size(cli_input_bytes(input), cli_input_size(input));
  return begins || (mark > 0 && starts_message(mailbox, mark));
}

/* The first message that starts behind the bytes scanned; 0 when none at hand
 * does. */
static size_t find_start(struct cli_mailbox *mailbox) {
  struct cli_input *input = mailbox->input;
  size_t at = mailbox->scanned;
  while (at + 1 < cli_input_size(input)) {
    /* What is at hand moves when more is read. */
    const char *bytes = cli_input_bytes(input);
    const char *found =
        memchr(bytes + at + 1, 'F', cli_input_size(input) - at - 1);
    if (found == NULL) {
      mailbox->scanned = cli_input_size(input) - 1;
      return 0;
    }
    at = (size_t)(found - bytes);
    mailbox->scanned = at;
    if (is_below_blank(bytes, at) && starts_message(mailbox, at)) {
      return at;
    }
  }
  return 0;
}

/* Of a message that is too large only the search goes on, which looks back at
 * two line ends. */
static void forget_too_large(struct cli_mailbox *mailbox) {
  enum { KEPT = 4 };
  size_t size = mailbox->scanned - KEPT;
  mailbox->too_large = true;
  mailbox->scanned = KEPT;
  mailbox->next.offset += size;
  mailbox->next.lines += count_lines(cli_input_bytes(mailbox->input), size);
  cli_input_drop(mailbox->input, size);
}

/* Reads on; false at the end of the input. */
static bool read_more(struct cli_mailbox *mailbox) {
  if (mailbox->scanned > mailbox->limit) {
    forget_too_large(mailbox);
  }
  return cli_input_more(mailbox->input);
}

/* The offset at which the next message starts, or the size of all that is at
 * hand at the end of the input. Counts the lines before it. */
static size_t find_end(struct cli_mailbox *mailbox) {
  struct cli_input *input = mailbox->input;
  size_t start = 0;
  mailbox->scanned = 0;
  do {
    start = find_start(mailbox);
  } while (start == 0 && read_more(mailbox));
  if (start == 0) {
    return cli_input_size(input);
  }
  mailbox->next.lines += count_lines(cli_input_bytes(input), start);
  return start;
}

bool cli_mailbox_next(struct cli_mailbox *mailbox) {
  cli_input_drop(mailbox->input, mailbox->message_size);
  mailbox->number++;
  mailbox->origin = mailbox->next;
  mailbox->too_large = false;
  mailbox->message_size = find_end(mailbox);
  mailbox->next.offset += mailbox->message_size;
  mailbox->too_large |= mailbox->message_size > mailbox->limit;
  return (mailbox->message_size > 0 || mailbox->too_large) &&
         mailbox->input->error == 0;
}

bool cli_mailbox_at_last(const struct cli_mailbox *mailbox) {
  return mailbox->input->ended &&
         cli_input_size(mailbox->input) == mailbox->message_size;
}

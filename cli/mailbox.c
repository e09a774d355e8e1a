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

enum {
  BLOCK = 128, /* bytes looked at together … */
  BEHIND = 2   /* … by those behind them: a line may end in CR CR LF */
};

struct survey {
  unsigned line_ends; /* LF, CR, CRLF or CR CR LF */
  bool maybe;         /* a line begins as a "From " line does */
};

/* Adds the lines that end at a CR alone. Out of the way of what is usual. */
__attribute__((noinline)) static void look_at_returns(const char *block,
                                                      cli_lanes *ends,
                                                      cli_lanes *starts) {
  for (size_t i = 0; i < BLOCK; i += sizeof(cli_lanes)) {
    cli_lanes next = cli_lanes_at(block + i + 1);
    cli_lanes mangled =
        (next == '\r') & (cli_lanes_at(block + i + BEHIND) == '\n');
    cli_lanes alone =
        (cli_lanes_at(block + i) == '\r') & (next != '\n') & ~mangled;
    *ends -= alone;
    *starts |= alone & (next == 'F');
  }
}

/* Looks at a block and the bytes behind it. Most have no CR. */
static inline struct survey look(const char *block) {
  cli_lanes ends = {0};
  cli_lanes starts = {0};
  cli_lanes returns = {0};
#pragma GCC unroll 8 /* BLOCK / sizeof(cli_lanes): no loop at all */
  for (size_t i = 0; i < BLOCK; i += sizeof(cli_lanes)) {
    cli_lanes here = cli_lanes_at(block + i);
    cli_lanes end = here == '\n';
    ends -= end;
    starts |= end & (cli_lanes_at(block + i + 1) == 'F');
    returns |= here == '\r';
  }
  if (cli_lanes_any(returns)) {
    look_at_returns(block, &ends, &starts);
  }
  return (struct survey){.line_ends = cli_lanes_sum(ends),
                         .maybe = cli_lanes_any(starts)};
}

/* The same for up to a block, with as many bytes behind it as there are. */
static struct survey look_at_some(const char *bytes, size_t size) {
  char block[BLOCK + BEHIND] = {0};
  memcpy(block, bytes, size);
  return look(block);
}

/* Whether a line begins there, and the one above it is blank. */
static bool is_below_blank(const char *bytes, size_t at) {
  size_t end = at - 1;
  if (!is_end(bytes[end])) {
    return false;
  }
  size_t returns = bytes[end] == '\n' ? BEHIND : 0;
  for (; returns > 0 && end > 0 && bytes[end - 1] == '\r'; returns--) {
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

/* The first message that starts behind the bytes scanned, at `last` at the
 * latest; 0 when none does. */
static size_t find_start(struct cli_mailbox *mailbox, size_t last) {
  size_t at = mailbox->scanned;
  while (at < last) {
    const char *bytes = cli_input_bytes(mailbox->input);
    const char *found = memchr(bytes + at + 1, 'F', last - at);
    if (found == NULL) {
      break;
    }
    at = (size_t)(found - bytes);
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
  cli_input_drop(mailbox->input, size);
}

/* Reads on; false at the end of the input. */
static bool read_more(struct cli_mailbox *mailbox) {
  if (mailbox->scanned > mailbox->limit) {
    forget_too_large(mailbox);
  }
  return cli_input_more(mailbox->input);
}

/* Takes whole blocks at hand in which no message may start. */
static void pass_over(struct cli_mailbox *mailbox) {
  const char *bytes = cli_input_bytes(mailbox->input);
  size_t size = cli_input_size(mailbox->input);
  size_t at = mailbox->scanned;
  uint32_t lines = mailbox->next.lines;
  while (size - at >= BLOCK + BEHIND) {
    struct survey seen = look(bytes + at);
    if (seen.maybe) {
      break;
    }
    lines += seen.line_ends;
    at += BLOCK;
  }
  mailbox->next.lines = lines;
  mailbox->scanned = at;
}

/* The offset at which the next message starts, or the size of all that is at
 * hand at the end of the input. Counts the lines before it. */
static size_t find_end(struct cli_mailbox *mailbox) {
  struct cli_input *input = mailbox->input;
  mailbox->scanned = 0;
  for (;;) {
    pass_over(mailbox);
    size_t left = cli_input_size(input) - mailbox->scanned;
    if (left < BLOCK + BEHIND && read_more(mailbox)) {
      continue;
    }
    if (left <= 1) { /* nothing can start behind it */
      return cli_input_size(input);
    }
    size_t step = left > BLOCK ? BLOCK : left - 1;
    size_t start = find_start(mailbox, mailbox->scanned + step);
    size_t seen = start > 0 ? start - mailbox->scanned : step + BEHIND;
    /* What is at hand may have moved, though nothing was read. */
    const char *bytes = cli_input_bytes(input) + mailbox->scanned;
    mailbox->next.lines +=
        look_at_some(bytes, seen < left ? seen : left).line_ends;
    if (start > 0) {
      return start;
    }
    mailbox->scanned += step;
  }
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

/* SPDX-License-Identifier: MIT */
/*
 * Mailboxes of the mbox kind (RFC 4155): messages one after another, each
 * below a line such as
 *
 *     From ana@example.com Mon Jul  9 14:03:00 2001
 *
 * that is the file's first or has a blank line before it. No more than the
 * message at hand and a block behind it are in memory.
 */
#ifndef COURTESY_CLI_MAILBOX_H
#define COURTESY_CLI_MAILBOX_H

#include "input.h"

#include <courtesy/courtesy.h>

struct cli_mailbox {
  struct cli_input *input; /* its first bytes are the message at hand: */
  size_t limit;            /* bytes of the largest message kept */
  size_t number;           /* from 1 */
  struct courtesy_origin origin;
  size_t message_size; /* of a message over the limit: what is left of it */
  bool too_large;
  struct courtesy_origin next; /* where the message after it starts */
  size_t scanned; /* of the bytes at hand: none of them is that start */
};

/* An input that was opened, and from which nothing was taken. */
void cli_mailbox_open(struct cli_mailbox *mailbox, struct cli_input *input);

/* Whether the file starts as a mailbox, or a mail out of one, does. */
bool cli_mailbox_begins(struct cli_mailbox *mailbox);

/* Goes on to the next message; the first one is what stands before the second
 * "From " line, even if the file starts otherwise. False at the end, and when
 * the input cannot be read on. */
bool cli_mailbox_next(struct cli_mailbox *mailbox);

/* Whether nothing stands behind the message at hand. */
bool cli_mailbox_at_last(const struct cli_mailbox *mailbox);

#endif

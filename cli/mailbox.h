/* SPDX-License-Identifier: MIT */
/*
 * Mailboxes of the mbox kind (RFC 4155): messages one after another, each
 * below a line such as
 *
 *     From ana@example.com Mon Jul  9 14:03:00 2001
 *
 * that is the file's first or has a blank line before it.
 */
#ifndef COURTESY_CLI_MAILBOX_H
#define COURTESY_CLI_MAILBOX_H

#include <courtesy/courtesy.h>

struct cli_mailbox {
  const char *bytes;
  size_t size;
  struct courtesy_origin next; /* where the next message starts */
  size_t feed;                 /* of the next line feed, looked for only once */
  /* The message at hand: */
  size_t number; /* from 1 */
  struct courtesy_origin origin;
  size_t message_size;
};

/* Whether a file is a mailbox of two messages or more. */
bool cli_mailbox_is(const char *bytes, size_t size);

/* Goes on to the next message; the first one is what stands before the second
 * "From " line, even if the file starts otherwise. False at the end. */
bool cli_mailbox_next(struct cli_mailbox *mailbox);

#endif

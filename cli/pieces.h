/* SPDX-License-Identifier: MIT */
/*
 * An input in the pieces that are linted one by one: the messages of a
 * mailbox, the lines of ndjson, or all of it.
 */
#ifndef COURTESY_CLI_PIECES_H
#define COURTESY_CLI_PIECES_H

#include "arguments.h"
#include "input.h"
#include "kind.h"
#include "mailbox.h"

enum cli_piece_form {
  CLI_WHOLE = 0,
  CLI_MESSAGE, /* of a mailbox */
  CLI_LINE,    /* of ndjson, without its line feed; it may be blank */
};

struct cli_piece {
  enum cli_piece_form form;
  enum courtesy_kind kind;       /* of a line: unknown */
  size_t number;                 /* of a message or line, from 1 */
  bool of_many;                  /* it was not named by itself */
  struct courtesy_origin origin; /* of a message */
  const char *bytes;             /* valid until the next piece; never NULL */
  size_t size;
  bool too_large; /* over the limit: the bytes are left out */
};

/* Zeroed before it is first opened; then it may be opened again. */
struct cli_pieces {
  const struct cli_arguments *arguments;
  const char *name;
  bool in_folder;
  bool in_maildir;
  enum cli_piece_form form;
  size_t limit; /* bytes of the largest piece; mailboxes have their own */
  struct cli_folder folder;
  struct cli_input input;
  struct cli_mailbox mailbox; /* of messages */
  size_t taken;               /* bytes of the piece given last, to be dropped */
  size_t scanned;             /* no line feed in the bytes at hand before it */
  size_t number;              /* of pieces given */
};

/* What the source is called in reports. */
const char *cli_source_name(const struct cli_source *source,
                            const struct cli_arguments *arguments);

/* Returns 0 or an errno. */
int cli_pieces_open(struct cli_pieces *pieces,
                    const struct cli_arguments *arguments,
                    const struct cli_source *source);
/* The next piece; false at the end, and where the input cannot be read on. */
bool cli_pieces_next(struct cli_pieces *pieces, struct cli_piece *piece);
/* Whether the next line is there without reading, and so without waiting;
 * true where there are no lines. */
bool cli_pieces_ready(struct cli_pieces *pieces);
/* Returns the errno of what could not be read, or 0. */
int cli_pieces_close(struct cli_pieces *pieces);
void cli_pieces_destroy(struct cli_pieces *pieces);

#endif

/* SPDX-License-Identifier: MIT */
/*
 * The lines of a file that something was found in, with a mark below:
 *
 *       3 │ Like I told you before, the form goes to Purchasing.
 *         │ ^~~~~~~~~~~~~~~~~~~~~~
 */
#ifndef COURTESY_CLI_EXCERPT_H
#define COURTESY_CLI_EXCERPT_H

#include "output.h"

#include <stdint.h>

struct cli_excerpt {
  const char *bytes; /* of the message, which begins with a line */
  size_t size;
  size_t offset; /* what is marked */
  size_t length;
  uint32_t line;     /* of `offset`, from 1 */
  const char *label; /* stands in the gutter for the line's number; or NULL */
};

/* Bytes looked at on either side of a match, so that a file of one line with
 * many findings stays cheap. */
enum { CLI_LOOK = 400 };

/* Where the line of a byte begins, or the first character that stands CLI_LOOK
 * bytes before it or nearer. */
size_t cli_line_begin(const char *bytes, size_t at);

/* Prints at most three lines, cut with … at the sides: as wide as the
 * terminal, elsewhere of about a hundred columns. Returns the column of the
 * gutter's bar, from 0. */
unsigned cli_excerpt_print(struct cli_output *output,
                           const struct cli_excerpt *excerpt,
                           enum cli_style mark_style);

#endif

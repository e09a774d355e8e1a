/* SPDX-License-Identifier: MIT */
/* Text in lines that fit a width, broken between words. */
#ifndef COURTESY_CLI_WRAP_H
#define COURTESY_CLI_WRAP_H

#include "output.h"

/* Texts given one after the other make one paragraph, so that its parts may
 * be painted differently. */
struct cli_wrap {
  struct cli_output *output;
  unsigned width;  /* columns; 0: nothing is broken */
  unsigned column; /* where the next character will stand, from 0 */
  unsigned hang;   /* blanks before all lines but the first */
  bool bars;       /* lines may end after a bar, too: between alternatives */
};

/* Foreign bytes are shown as by cli_output_shown. A word that is wider than
 * a line stays whole; several blanks between words stay as they are. */
void cli_wrap_text(struct cli_wrap *wrap, const char *text, size_t size);
void cli_wrap_string(struct cli_wrap *wrap, const char *string);

/* Columns that bytes take when cli_output_shown writes them. */
unsigned cli_columns_of(const char *text, size_t size);

#endif

/* SPDX-License-Identifier: MIT */
/* What a thread is given to check at once: some small files, or pieces of one
 * large input; and what it says of them. */
#ifndef COURTESY_CLI_BATCH_H
#define COURTESY_CLI_BATCH_H

#include "checker.h"

/* Enough that handing over costs little, few enough that all threads have
 * something to do until the end. */
enum {
  CLI_BATCH_SOURCES = 16,
  CLI_BATCH_PIECES = 256,
  CLI_BATCH_BYTES = 1 << 17,
};

/* Zeroed, it is empty. */
struct cli_batch {
  struct cli_source sources[CLI_BATCH_SOURCES]; /* paths are its own */
  size_t source_count;
  size_t source_size;                        /* of all their files */
  struct cli_piece pieces[CLI_BATCH_PIECES]; /* or those of one source */
  size_t piece_count;
  struct cli_bytes bytes; /* of the pieces, one behind the other */
  /* Once it is checked: */
  struct cli_bytes report;
  struct cli_bytes errors;
  struct cli_totals totals;
};

/* Both copy what they are given; true when the batch is full now. */
bool cli_batch_add_source(struct cli_batch *batch,
                          const struct cli_source *source);
bool cli_batch_add_piece(struct cli_batch *batch,
                         const struct cli_source *source,
                         const struct cli_piece *piece);

/* Has a checker check it all; `report` is where what it says will go. */
void cli_batch_check(struct cli_batch *batch, struct cli_checker *checker,
                     const struct cli_report *report);

void cli_batch_empty(struct cli_batch *batch);
void cli_batch_destroy(struct cli_batch *batch);

#endif

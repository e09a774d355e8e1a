/* SPDX-License-Identifier: MIT */
/* A line on standard error for somebody who waits, drawn over and over:
 *
 *     12345 messages, 345.6 MB, 210 MB/s
 *
 * It is taken away before anything else is written to the terminal, and at
 * the end. */
#ifndef COURTESY_CLI_PROGRESS_H
#define COURTESY_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

struct cli_progress {
  bool wanted;
  bool visible;
  double start; /* in seconds, as cli_seconds tells them */
  double next;  /* when it is drawn again */
};

/* "4.2 kB" or "120 MB". */
enum { CLI_AMOUNT = 32 };
void cli_name_amount(char text[CLI_AMOUNT], double bytes);

/* Of a clock that only goes forward. */
double cli_seconds(void);

/* Asks for the time; it is drawn first when `delay` seconds have passed. */
void cli_progress_start(struct cli_progress *progress, double delay);
/* What was checked so far. */
void cli_progress_tell(struct cli_progress *progress, size_t messages,
                       size_t bytes);
void cli_progress_hide(struct cli_progress *progress);

#endif

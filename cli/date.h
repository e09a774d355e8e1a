/* SPDX-License-Identifier: MIT */
#ifndef COURTESY_CLI_DATE_H
#define COURTESY_CLI_DATE_H

#include <stdbool.h>

/* How to write a date, for who wrote something else. */
#define CLI_DATE_FORMS                                                         \
  "write it as 2026-05-04, 2026-05-04T16:30 or Mon, 4 May 2026 16:30 +0200"

/* Whether it is a day that the calendar has, with or without a time of day
 * and a zone, in one of these forms (RFC 3339, RFC 5322 §3.3):
 *
 *     2026-05-04      2026-05-04T16:30:00+02:00
 *     4 May 2026      Mon, 4 May 2026 16:30:00 +0200 (CEST)
 *
 * The library takes what it can read out of a date; a mistyped one must not
 * pass for one that nobody gave. */
bool cli_is_date(const char *text);

#endif

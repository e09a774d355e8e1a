/* SPDX-License-Identifier: MIT */
/*
 * Dates and times: of the Date header field, and as mail programs write them
 * above what they quote.
 */
#ifndef COURTESY_MAIL_STAMP_H
#define COURTESY_MAIL_STAMP_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

/* Minutes since midnight on the date's own clock, whatever its zone; -1 when
 * it has no time. Takes RFC 5322 §3.3 (also the obsolete forms, without
 * seconds, weekday or zone) and YYYY-MM-DD[THH:MM[:SS]]. */
int mail_minutes(const char *date);

/* A date in digits: 2001-07-09, 7/9/01, 09.07.2001. */
struct mail_date_digits {
  int numbers[3];  /* in the order in which they stand */
  size_t sizes[3]; /* the digits of each */
  char mark;       /* between them */
};

/* The bytes of such a date at the start of `text`, or 0. */
size_t mail_date_read(struct base_slice text, struct mail_date_digits *date);
size_t mail_date_size(struct base_slice text);

/* The bytes of a time (6:07, 18:07:30, 6:07 PM, 18h07) at the start of
 * `text`, or 0; *seconds tells whether it has seconds. */
size_t mail_time_size(struct base_slice text, bool *seconds);

/* Where the first digit of `text` stands; its size when there is none. */
size_t mail_digit_at(struct base_slice text);

/* Whether a date stands in `text`: one in digits, a year of four digits from
 * 1970 to 2099, or a Chinese or Japanese year. */
bool mail_holds_date(struct base_slice text);
bool mail_holds_time(struct base_slice text);

/* Whether `text` ends as ctime() writes: "14:03:00 2001". */
bool mail_ends_with_ctime(struct base_slice text);

/* Whether `text` ends with date and time in digits, and where they start:
 * "Ana Lima on 07/02/2001 06:07 PM CDT". */
bool mail_ends_with_stamp(struct base_slice text, size_t *start);

#endif

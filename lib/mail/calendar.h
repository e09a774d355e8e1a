/* SPDX-License-Identifier: MIT */
/*
 * Days of the calendar: of the Date header field, and as mail programs write
 * them above what they quote, in the languages they speak.
 */
#ifndef COURTESY_MAIL_CALENDAR_H
#define COURTESY_MAIL_CALENDAR_H

#include "base/slice.h"

#include <stdbool.h>

/* The day of the first date in `text`, in days since 1970-01-01; its own, in
 * whatever time zone:
 *
 *     Mon, 9 Jul 2001      2001-07-09      9. Juli 2001
 *     July 09, 2001        13/07/2001      9 de julio de 2001
 *
 * Returns false when there is no date, or when the first one may be read in
 * two ways, as 07/09/2001. */
bool mail_day_of(struct base_slice text, long *day);

/* How many days from Monday to Friday lie after `from`, up to `to` and with
 * it; 0 when `to` is not later. Holidays are not known. */
long mail_working_days(long from, long to);

#endif

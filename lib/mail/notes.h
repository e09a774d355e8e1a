/* SPDX-License-Identifier: MIT */
/* What Lotus Notes, now HCL Notes, writes above an original in place of
 * "From:" and "Date:". */
#ifndef COURTESY_MAIL_NOTES_H
#define COURTESY_MAIL_NOTES_H

#include "mail/page.h"

/* Who and when stand above "To:", on one line or two, the date alone or
 * wrapped. The first line of it, or `to` when there is none:
 *
 *     Ana Lima/Sales/Acme           "Tom Park" <tom@acme.example> on 07/02/2001
 *     Sent by: Tom Park             06:07:31 PM
 *     07/02/2001 06:07 PM           To: Ana Lima
 *     To: Tom Park
 */
size_t mail_notes_stamped(const struct mail_page *page, size_t to);

/* The same in columns, of which line `i` holds date and time, in boxes, of
 * which it is the upper edge, or with all else on line `i`; i + 1 when it is
 * none of these:
 *
 *             Ana Lima                      Ana Lima <ana@acme.example>
 *             <ana@acme.ex          To      07/02/2001 06:07 PM
 *             ample>      Tom Park
 *                                           To
 *             07/02/2001            cc      Tom Park
 *             06:07 PM                      cc
 *                              Subject
 *                         Tuesday           Subject
 *                                           Tuesday
 *
 *     Ana Lima 07/02/2001 06:07 PM   To: Tom Park  cc:   Subject: Tuesday
 */
size_t mail_notes_columns(const struct mail_page *page, size_t i);

/* The line that sums the message up, above line `header` where its header
 * begins; `header` when there is none:
 *
 *     Ana Lima ---07/02/2001 06:07:31 PM---Is Tuesday fine? The soup is
 *
 *     From: Ana Lima
 */
size_t mail_notes_summary(const struct mail_page *page, size_t header);

#endif

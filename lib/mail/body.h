/* SPDX-License-Identifier: MIT */
/* How the body of a mail is encoded (RFC 2045). */
#ifndef COURTESY_MAIL_BODY_H
#define COURTESY_MAIL_BODY_H

#include "base/slice.h"
#include "mail/header.h"

#include <stdbool.h>

/* Whether the body is text that can be read as it stands: text/plain in
 * ASCII or UTF-8, or all of whose bytes mean the same there. */
bool mail_body_is_plain(const struct mail_fields *fields,
                        struct base_slice body);

#endif

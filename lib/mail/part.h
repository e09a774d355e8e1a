/* SPDX-License-Identifier: MIT */
/* What the header of one MIME part says (RFC 2045, RFC 2183). */
#ifndef COURTESY_MAIL_PART_H
#define COURTESY_MAIL_PART_H

#include "mail/mime.h"

/* Fills a part from its header. `fallback` is the type where none is said.
 * Strings go into the arena. */
void mail_part_describe(struct mail_part *part,
                        const struct mail_fields *fields, const char *fallback,
                        struct base_arena *arena);

/* Whether the part's type is this, or with "image/" one of these. */
bool mail_part_is(const struct mail_part *part, const char *type);

#endif

/* SPDX-License-Identifier: MIT */
/* The header fields on top of a draft. */
#ifndef COURTESY_MAIL_DRAFT_HEADER_H
#define COURTESY_MAIL_DRAFT_HEADER_H

#include "mail/header.h"

/* Reads the fields that somebody typed on top of a draft: lines such as
 * "Subject:" and "To:", any fields above "--text follows this line--", or
 * front matter.
 * Returns the offset of the text, and no fields where there is no header. */
size_t mail_draft_header_read(struct base_slice text,
                              struct mail_fields *fields);

#endif

/* SPDX-License-Identifier: MIT */
/* Header fields on top of a mail (RFC 5322 §2.2) or of a draft. */
#ifndef COURTESY_MAIL_HEADER_H
#define COURTESY_MAIL_HEADER_H

#include "base/arena.h"
#include "base/slice.h"
#include "mail/header_reader.h"

#include <stdbool.h>
#include <stddef.h>

/* What a header says: of each field that somebody reads the first value,
 * trimmed, its folded lines still folded. Its bytes are NULL where there is
 * no such field. */
struct mail_fields {
  struct base_slice values[MAIL_FIELD_OTHER];
  size_t count; /* of all fields, read or not */
};

static inline bool mail_has_field(const struct mail_fields *fields,
                                  enum mail_field field) {
  return fields->values[field].bytes != NULL;
}

/* Keeps a field if it is read and the first of its name. */
void mail_fields_add(struct mail_fields *fields,
                     const struct mail_header_field *field);

/* Reads the fields at the start of a mail, below an mbox "From " line if
 * there is one. A line that is no field ends the header as a blank line does.
 * Returns the offset of the body; *limit becomes the offset of what was left
 * out because one of the limits of header_reader.h was met, or SIZE_MAX: the
 * body is found all the same. */
size_t mail_header_read(struct base_slice text, struct mail_fields *fields,
                        size_t *limit);

/* Whether one of the fields at the start of a mail is there that only mails
 * have: From, Date, Message-ID, Received or MIME-Version. */
bool mail_header_is_mail(struct base_slice text);

/* The value of a field on one line, in the arena; NULL when there is none (or
 * memory ran out: see the arena). */
const char *mail_field_string(const struct mail_fields *fields,
                              enum mail_field field, struct base_arena *arena);

#endif

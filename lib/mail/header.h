/* SPDX-License-Identifier: MIT */
/* Header fields on top of a mail (RFC 5322 §2.2) or of a draft. */
#ifndef COURTESY_MAIL_HEADER_H
#define COURTESY_MAIL_HEADER_H

#include "base/arena.h"
#include "base/slice.h"
#include "base/vector.h"

#include <stdbool.h>
#include <stddef.h>

enum {
  /* Real headers have a few kB; one that is larger was made to cost time. */
  MAIL_HEADER_MAX = 256 << 10, /* bytes of all fields */
  MAIL_FIELD_MAX = 64 << 10,   /* bytes of one value: a thousand recipients */
  MAIL_FIELDS_MAX = 1000,
};

struct mail_field {
  struct base_slice name;  /* as written */
  struct base_slice value; /* trimmed; folded lines are still folded */
};

BASE_VECTOR(mail_fields, struct mail_field);

/* Reads the fields at the start of a mail, below an mbox "From " line if
 * there is one. A line that is no field ends the header as a blank line does.
 * Returns the offset of the body; fields->failed tells that memory ran out. */
size_t mail_header_read(struct base_slice text, struct mail_fields *fields);

/* The same; *limit becomes the offset of what was left out because one of the
 * limits above was met, or SIZE_MAX. The body is found all the same. */
size_t mail_header_read_limited(struct base_slice text,
                                struct mail_fields *fields, size_t *limit);

/* Reads the fields that somebody typed on top of a draft: lines such as
 * "Subject:" and "To:", or any fields above "--text follows this line--".
 * Returns the offset of the text, and no fields where there is no header. */
size_t mail_draft_header_read(struct base_slice text,
                              struct mail_fields *fields);

/* The first field of that name, in any case; NULL when there is none. */
const struct mail_field *mail_field_find(const struct mail_fields *fields,
                                         const char *name);

/* The value of the first field of that name on one line, in the arena; NULL
 * when there is none (or memory ran out: see the arena). */
const char *mail_field_value(const struct mail_fields *fields, const char *name,
                             struct base_arena *arena);

/* Whether text starts as a mailbox does: "From ana@acme.example Mon Jul  9
 * 14:03:00 2001" (RFC 4155), or without a date if a field follows. */
bool mail_starts_mbox(struct base_slice text);

/* Whether two ASCII words are the same but for case. */
bool mail_equals_nocase(struct base_slice text, const char *word);

#endif

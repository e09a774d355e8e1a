/* SPDX-License-Identifier: MIT */
/*
 * The fields of a header one by one. A field that nobody reads costs no more
 * than the search for its line ends:
 *
 *     Subject: soup and       name ends at its colon: Subject is read
 *      bread                  a blank: the line goes on with the field
 *     X-Mailer: Quill 2       of no known name: passed over
 *                             a blank line: the body follows
 */
#ifndef COURTESY_MAIL_HEADER_READER_H
#define COURTESY_MAIL_HEADER_READER_H

#include "base/slice.h"
#include "mail/field.h"

#include <stdbool.h>
#include <stddef.h>

enum {
  /* Real headers have a few kB; one that is larger was made to cost time. */
  MAIL_HEADER_MAX = 256 << 10, /* bytes of all fields */
  MAIL_FIELD_MAX = 64 << 10,   /* bytes of one value: a thousand recipients */
  MAIL_FIELDS_MAX = 1000,
};

struct mail_header_reader {
  struct base_slice text;
  size_t at;      /* the next line; at the end of the fields the body */
  size_t count;   /* of fields so far */
  size_t limit;   /* offset of what was left out, see above; or SIZE_MAX */
  bool is_full;   /* the lines to come are passed over */
  bool tells_all; /* also fields that nobody reads */
};

struct mail_header_field {
  enum mail_field number;
  struct base_slice name;  /* as written */
  struct base_slice value; /* trimmed if the number is known; folded lines are
                              still folded */
};

/* A reader of the fields at the start of a text, behind a byte order mark and
 * below an mbox "From " line if there is one: of those that somebody reads, or
 * of all. */
struct mail_header_reader mail_header_reader_of(struct base_slice text,
                                                bool tells_all);

/* A reader of what is known to be a mail, of fields that somebody reads. Above
 * its first field any line "From …" is a mailbox's, whatever it says. */
struct mail_header_reader mail_header_reader_of_mail(struct base_slice text);

/* The next field; false at the end of the header. */
bool mail_header_next(struct mail_header_reader *reader,
                      struct mail_header_field *field);

/* Whether text starts as a mailbox does: "From ana@acme.example Mon Jul  9
 * 14:03:00 2001" (RFC 4155), or without a date if a field follows. */
bool mail_starts_mbox(struct base_slice text);

#endif

/* SPDX-License-Identifier: MIT */
/*
 * Parameters of a header field (RFC 2045 §5.1, RFC 2231):
 *
 *     attachment; filename*0*=utf-8''Gr%C3%BC; filename*1="n.pdf"
 */
#ifndef COURTESY_MAIL_PARAMETER_H
#define COURTESY_MAIL_PARAMETER_H

#include "base/arena.h"
#include "base/slice.h"
#include "mail/mapped.h"

#include <stdbool.h>

/* The value up to the first parameter or comment. */
struct base_slice mail_first_word(struct base_slice value);

/* Adds the value of the parameter of that name, sections joined and charsets
 * decoded; encoded words, which mail programs put there too, as well. Places
 * count in the field's value. Returns false when there is none. */
bool mail_parameter_decode(struct base_slice value, const char *name,
                           struct mail_mapped *text);

/* The same as a string in the arena; NULL when there is none (or memory ran
 * out: see the arena). */
const char *mail_parameter_string(struct base_slice value, const char *name,
                                  struct base_arena *arena);

/* What is read of Content-Type and Content-Disposition. */
enum mail_parameter {
  MAIL_PARAMETER_CHARSET,
  MAIL_PARAMETER_NAME,
  MAIL_PARAMETER_FILENAME,
  MAIL_PARAMETER_BOUNDARY,
  MAIL_PARAMETER_FORMAT, /* RFC 3676 */
  MAIL_PARAMETER_DELSP,
  MAIL_PARAMETER_METHOD,     /* RFC 6047 */
  MAIL_PARAMETER_SMIME_TYPE, /* RFC 8551 */
  MAIL_PARAMETERS,
};

extern const char *const mail_parameter_names[MAIL_PARAMETERS];

struct mail_parameters {
  const char *strings[MAIL_PARAMETERS]; /* as mail_parameter_string has them */
  bool decoded[MAIL_PARAMETERS];        /* and not taken as they stand */
};

/* Reads them all at once. */
struct mail_parameters mail_parameters_read(struct base_slice value,
                                            struct base_arena *arena);

#endif

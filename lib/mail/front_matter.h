/* SPDX-License-Identifier: MIT */
/*
 * The YAML that many templates have on top, between two lines of hyphens:
 *
 *     ---
 *     subject: "Your order, {{ name }}"     a field of the draft
 *     layout: mail                          for a program
 *     ---
 *     Hi {{ name }},                        the text
 */
#ifndef COURTESY_MAIL_FRONT_MATTER_H
#define COURTESY_MAIL_FRONT_MATTER_H

#include "mail/header.h"

/* Adds the fields in it that a header of mail has, without quotation marks.
 * Returns the offset of the text, 0 where there is no front matter. A rule
 * above a text is none: all lines must look like YAML, and keys begin with a
 * small letter or be a field's name. */
size_t mail_front_matter_read(struct base_slice text,
                              struct mail_fields *fields);

#endif

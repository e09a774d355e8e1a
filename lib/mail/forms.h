/* SPDX-License-Identifier: MIT */
/* Two forms of one text, plain and HTML, compared by their words. */
#ifndef COURTESY_MAIL_FORMS_H
#define COURTESY_MAIL_FORMS_H

#include "base/slice.h"

/* How the plain form of a text stands to what its HTML shows. */
enum mail_likeness {
  MAIL_FORMS_ALIKE = 0,
  MAIL_FORMS_DIFFER, /* too many words stand in one of them only */
  MAIL_FORMS_STUB,   /* plain text is missing, or says to look at the HTML */
};

enum mail_likeness mail_forms_compare(struct base_slice plain,
                                      struct base_slice html);

#endif

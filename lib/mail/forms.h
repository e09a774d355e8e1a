/* SPDX-License-Identifier: MIT */
/* Two forms of one text, plain and HTML, compared by their words. */
#ifndef COURTESY_MAIL_FORMS_H
#define COURTESY_MAIL_FORMS_H

#include "base/slice.h"
#include "mail/mapped.h"

#include <stdbool.h>
#include <stddef.h>

/* How the plain form of a text stands to what its HTML shows. */
enum mail_likeness {
  MAIL_FORMS_ALIKE = 0,
  MAIL_FORMS_STUB,      /* plain text is missing, or says to look at the HTML */
  MAIL_FORMS_HTML_MORE, /* the HTML has a sentence that plain text has not … */
  MAIL_FORMS_BOTH_MORE, /* … and plain text has another */
  MAIL_FORMS_DIFFER,    /* a good part of the plain text stands there only; of
                           less there is too much that programs put there, such
                           as what the HTML hides */
};

struct mail_form {
  struct base_slice text;         /* as it is shown */
  const struct mail_marks *marks; /* of its markup */
};

struct mail_comparison {
  enum mail_likeness likeness;
  bool takes_html; /* it says more, or has colours that tell whose words */
  size_t in_html;  /* where a sentence starts in a form that says more … */
  size_t in_plain; /* … or in the other */
  bool failed;     /* memory ran out */
};

struct mail_comparison mail_forms_compare(const struct mail_form *plain,
                                          const struct mail_form *html);

#endif

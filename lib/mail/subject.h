/* SPDX-License-Identifier: MIT */
/* What mail programs put before a subject: "Re:", "AW:", "Fwd: Re[2]:". */
#ifndef COURTESY_MAIL_SUBJECT_H
#define COURTESY_MAIL_SUBJECT_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

struct mail_prefix {
  size_t size;    /* bytes before the author's own words */
  bool answers;   /* one of the marks is of a reply */
  bool forwards;  /* the first mark is of a forward */
  bool automatic; /* … of a program that answers while somebody is away */
};

struct mail_prefix mail_prefix_of(struct base_slice subject);

#endif

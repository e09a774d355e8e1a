/* SPDX-License-Identifier: MIT */
/* Whether addresses are those of persons whose first names can be told. */
#ifndef COURTESY_MAIL_PERSON_H
#define COURTESY_MAIL_PERSON_H

#include "base/slice.h"

#include <stdbool.h>

/* Whether each address of a list (RFC 5322 §3.4) shows the full name of a
 * person, in its display name ("Ana Lima", "Lima, Ana") or local part
 * (ana.lima@acme.example). A mailbox of many ("Sales Team") is none. */
bool mail_all_persons(const char *list);

/* The first name of the only address of a list, if its display name is that
 * of a person: Ana of "Ana Lima" and of "Lima, Ana". It points into `list`;
 * empty when there is none or more than one. */
struct base_slice mail_only_first_name(const char *list);

#endif

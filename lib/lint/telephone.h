/* SPDX-License-Identifier: MIT */
/* Telephone numbers and extensions that end a line, or are all of it. */
#ifndef COURTESY_LINT_TELEPHONE_H
#define COURTESY_LINT_TELEPHONE_H

#include "base/slice.h"

#include <stdbool.h>

/* The bytes of the line before the telephone number or extension that ends it
 * ("Tom Park, +1 555 010 0100", "Eva (x5551)"); all when it is nothing else. */
size_t lint_telephone_at(struct base_slice line);

/* The same of an extension that nothing marks: "Tom 3-5501". Behind other words
 * than a name it may be the number of a room. */
size_t lint_telephone_bare_at(struct base_slice line);

/* Nothing but such a number: "x5551", "+1 555 010 0100". */
bool lint_telephone_is_all(struct base_slice line);

#endif

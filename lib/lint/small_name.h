/* SPDX-License-Identifier: MIT */
/* A name in small letters at the end of a message. */
#ifndef COURTESY_LINT_SMALL_NAME_H
#define COURTESY_LINT_SMALL_NAME_H

#include "lint/ending.h"

/* Adds to view->hits the name or initials in small letters of line `n`, which
 * was read, if it has such: phrases know a name by its capital. Only numbers
 * stand below. Returns false when memory ran out. */
bool lint_add_small_name(struct lint_ending *ending, size_t n);

#endif

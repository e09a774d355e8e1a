/* SPDX-License-Identifier: MIT */
/* A heap that refuses one allocation. The linker puts refusal.c in place of
 * malloc, calloc, realloc, and of iconv_open, which allocates inside the C
 * library: `refusal_dep` of meson.build. */
#ifndef COURTESY_TESTS_REFUSAL_H
#define COURTESY_TESTS_REFUSAL_H

#include <stdbool.h>
#include <stddef.h>

/* Grants so many allocations from here on, and refuses the next one. */
void refusal_after(size_t granted);

/* Grants all from here on. Returns whether one was refused. */
bool refusal_end(void);

#endif

/* SPDX-License-Identifier: MIT */
/* For tests of texts that know their raw places. */
#ifndef COURTESY_TEST_MAPPING_H
#define COURTESY_TEST_MAPPING_H

#include "text/source.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Checks that `shown` stands in the text, and that its raw range is where
 * `encoded` stands in `raw`. */
void assert_maps(const struct text_source *text, const char *raw,
                 const char *shown, const char *encoded);

/* Checks the whole text. */
void assert_text(const struct text_source *text, const char *expected);

/* Checks that the map is one: segments in order from the start of the text,
 * raw places that never go back, and all of them inside the input. */
void assert_sound(const struct text_source *text, size_t raw_size);

#endif

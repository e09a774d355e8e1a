/* SPDX-License-Identifier: MIT */
/* Word boundaries after UAX #29 §4, all of its rules, untailored. */
#ifndef COURTESY_TEXT_WORD_BREAK_H
#define COURTESY_TEXT_WORD_BREAK_H

#include <stddef.h>

/* The first boundary behind bytes[at]; `at` is a boundary itself and before
 * `size`. Walking from boundary to boundary is linear in all. */
size_t text_word_break_after(const char *bytes, size_t size, size_t at);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef COURTESY_TESTS_FUZZ_MAP_H
#define COURTESY_TESTS_FUZZ_MAP_H

#include "fuzz.h"

#include "mail/mapped.h"

/* Each byte of the text has its place among raw[start, end), and if they are in
 * order none before that of the byte before it. */
void fuzz_check_map(const struct mail_mapped *text, size_t start, size_t end,
                    bool in_order);

#endif

/* SPDX-License-Identifier: MIT */
/* Latin letters taken apart and in capitals, as far as example sentences
 * need them; the table is made by letters.py at build time. */
#ifndef COURTESY_CLI_LETTERS_H
#define COURTESY_CLI_LETTERS_H

#include <stdint.h>

/* The letter and its accents as UTF-8 (NFD), or NULL when it has none. */
const char *cli_letter_apart(uint32_t code_point);

/* The capital; the letter itself when it has none of one letter. */
uint32_t cli_letter_upper(uint32_t code_point);

#endif

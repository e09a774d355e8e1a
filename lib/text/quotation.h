/* SPDX-License-Identifier: MIT */
#ifndef COURTESY_TEXT_QUOTATION_H
#define COURTESY_TEXT_QUOTATION_H

#include "text/token.h"

#include <stddef.h>

/* Longest quotation, marks included, in bytes: a mark that finds no partner
 * must not silence the rest of a message. */
enum { TEXT_QUOTATION_MAX = 300 };

/* Flags the tokens of one paragraph that stand inside quotation marks. Of their
 * signs TEXT_SIGNS_BEHIND more can be read, whatever these are. */
void text_quotation_mark(const char *bytes, struct text_token *tokens,
                         const uint64_t *signs, size_t count);

#endif

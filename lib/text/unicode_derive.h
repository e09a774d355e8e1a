/* SPDX-License-Identifier: MIT */
/* What utf8proc and the lists of UAX #29 say of code points: slow, and asked
 * by the program that makes the tables. */
#ifndef COURTESY_TEXT_UNICODE_DERIVE_H
#define COURTESY_TEXT_UNICODE_DERIVE_H

#include "text/unicode.h"

/* Sets those that may go together with what stands before them when text is
 * composed. */
void text_derive_joining(bool joining[TEXT_CODE_POINTS]);

struct text_property text_derive_property(uint32_t code,
                                          const bool joining[TEXT_CODE_POINTS]);

#endif

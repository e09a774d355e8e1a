/* SPDX-License-Identifier: MIT */
/* Word boundaries after UAX #29 §4. */
#ifndef COURTESY_TEXT_WORD_BREAK_H
#define COURTESY_TEXT_WORD_BREAK_H

#include <stddef.h>

enum text_word_rules {
  TEXT_WORD_UAX29, /* all rules, untailored */
  /* Tailored to what is typed: full stops and colons join digits only
   * ("before.The"), a low line joins inside words but ends none (it is
   * emphasis), the narrow no-break space is a blank, ` and ´ join letters like
   * an apostrophe, and the zero-width space is invisible. */
  TEXT_WORD_TYPED,
};

/* The first boundary behind bytes[at]; `at` is a boundary itself and before
 * `size`. Walking from boundary to boundary is linear in all. */
size_t text_word_break_after(const char *bytes, size_t size, size_t at,
                             enum text_word_rules rules);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef COURTESY_MAIL_PROSE_H
#define COURTESY_MAIL_PROSE_H

#include "base/slice.h"

#include <stdbool.h>

/* Whether a sentence ends in a piece of text, or HTML begins or ends a block
 * there: `behind_word` and `before_word` tell what stands around it. Without
 * lists of words it is cautious: no short word's full stop (“Mr.”) counts. */
bool mail_breaks_prose(struct base_slice text, bool behind_word,
                       bool before_word);

#endif

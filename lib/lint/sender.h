/* SPDX-License-Identifier: MIT */
/* The sender's name, by which a line in the middle of a message is told to be
 * the author's: other names there may be of anybody. */
#ifndef COURTESY_LINT_SENDER_H
#define COURTESY_LINT_SENDER_H

#include "lint/view.h"

enum { LINT_SENDER_WORDS = 4 /* of a name, as From has it */ };

struct lint_sender {
  struct base_slice names[LINT_SENDER_WORDS];
  size_t count; /* 0: nobody knows it */
};

/* Reads the sender's names. */
struct lint_sender lint_sender_of(const struct lint_view *view);

/* Whether a line is the sender's name, a part of it or what is short for it,
 * with nothing else but words and a comma before: "Eva", "Regards, Eva". */
bool lint_sender_signs(const struct lint_sender *sender,
                       const struct courtesy_ruleset *ruleset,
                       struct base_slice line);

#endif

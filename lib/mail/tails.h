/* SPDX-License-Identifier: MIT */
/* Answers of the author that end a line of others' words:
 *
 *     Is the bread rye? It is.
 *                       ^ where the tail begins
 */
#ifndef COURTESY_MAIL_TAILS_H
#define COURTESY_MAIL_TAILS_H

#include "base/vector.h"
#include "mail/page.h"

struct mail_tail {
  size_t line;
  uint32_t start; /* a place of the text, behind the start of the line */
};

BASE_VECTOR(mail_tails, struct mail_tail);

/* Whether a tail may begin at a place of a line: behind a sentence. */
bool mail_tail_may_begin(const struct mail_page *page, size_t line,
                         uint32_t place);

/* Makes each tail a line of its own, which is body. They stand in order, one a
 * line. What memory ran out for shows in the lines. */
void mail_split_tails(struct mail_page *page, const struct mail_tails *tails);

#endif

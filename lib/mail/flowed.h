/* SPDX-License-Identifier: MIT */
/*
 * format=flowed (RFC 3676): a line that ends in a space goes on in the next.
 *
 *     Could you send the file ␍␊         Could you send the file today?
 *     today?␍␊                     ──>    > It is here.
 *     > It is ␍␊
 *     > here.␍␊
 */
#ifndef COURTESY_MAIL_FLOWED_H
#define COURTESY_MAIL_FLOWED_H

#include "mail/mapped.h"
#include "text/source.h"

#include <stdbool.h>

/* Adds the text with its flowed lines joined and its stuffed spaces gone.
 * With `delsp` the space at the end of a flowed line is no text. */
void mail_flowed_read(const struct text_source *from, bool delsp,
                      struct mail_mapped *text);

#endif

/* SPDX-License-Identifier: MIT */
/*
 * A template as text that reads like what is made of it:
 *
 *     {# for the shop #}                              (a line that puts nothing)
 *     Hi {{ name }},                      Hi ￼,
 *     {% if late %}                                   (another)
 *     sorry for the wait.                 sorry for the wait.
 *     {% else %}                                      (a blank line)
 *     thank you{% if vip %},              thank you, dear friend.
 *     dear friend{% endif %}.
 *
 * What puts words becomes one unit, U+FFFC, that is read as a word; what does
 * not is left out. Whether the text is HTML makes no difference here: its
 * reader then meets no `<` of a condition, and no quotation mark of a name.
 */
#ifndef COURTESY_MAIL_TEMPLATE_H
#define COURTESY_MAIL_TEMPLATE_H

#include "base/slice.h"
#include "mail/mapped.h"
#include "mail/message.h"

enum { MAIL_PLACEHOLDER_SIZE = 3 }; /* bytes of U+FFFC */

/* Adds from[start, end) as it reads; at most half as many bytes again. Labels
 * are links of HTML, or else of Markdown. */
void mail_template_read(const struct text_source *from, uint32_t start,
                        uint32_t end, bool html, struct mail_mapped *to);

/* Whether there may be any in this text of a message. */
bool mail_has_placeholders(const struct courtesy_message *message,
                           const struct text_source *text);

/* The placeholder that text[at] of a message stands for, as it is written;
 * empty when it stands for none. */
struct base_slice mail_placeholder_at(const struct courtesy_message *message,
                                      const struct text_source *text,
                                      uint32_t at);

#endif

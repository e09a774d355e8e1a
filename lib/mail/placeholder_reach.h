/* SPDX-License-Identifier: MIT */
/* How far code reaches that no sign ends. */
#ifndef COURTESY_MAIL_PLACEHOLDER_REACH_H
#define COURTESY_MAIL_PLACEHOLDER_REACH_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

/* Behind the bracket that closes the one at text[at], `(`, `[`, `{` or `<`; 0
 * when there is none, or not within some hundred bytes. Those in quotation
 * marks are text, and in a tag what stands in braces is, too. */
size_t mail_reach_group(struct base_slice text, size_t at);

/* The same for parentheses with blanks before them. */
size_t mail_reach_condition(struct base_slice text, size_t at);

/* Behind `user.name`, `lines[0].title`, `date.get("d MMM")`; else `at`. */
size_t mail_reach_path(struct base_slice text, size_t at);

/* Where the line ends. */
size_t mail_reach_line(struct base_slice text, size_t at);

/* Letters, digits and `_`, behind a letter. */
struct base_slice mail_word_at(struct base_slice text, size_t at);

bool mail_follows_word(struct base_slice text, size_t at);
bool mail_is_behind(struct base_slice text, size_t at, const char *marks);
bool mail_begins_line(struct base_slice text, size_t at);

#endif

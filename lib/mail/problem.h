/* SPDX-License-Identifier: MIT */
/* Problems of a message's bytes, each told in one way. */
#ifndef COURTESY_MAIL_PROBLEM_H
#define COURTESY_MAIL_PROBLEM_H

#include "base/slice.h"
#include "mail/message.h"
#include "text/source.h"

/* Notes one at an offset of the raw input; code and text are literals. */
void mail_problem_add(struct courtesy_message *message, const char *code,
                      const char *text, size_t offset);

/* The text is longer than what is read of it. */
void mail_problem_add_cut(struct courtesy_message *message, size_t offset);

/* Looks for what is no UTF-8 in bytes of a source that are read as such. */
void mail_problem_check_utf8(struct courtesy_message *message,
                             const struct text_source *source,
                             struct base_slice bytes);

#endif

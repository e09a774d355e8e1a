/* SPDX-License-Identifier: MIT */
#ifndef COURTESY_TEXT_SENTENCE_H
#define COURTESY_TEXT_SENTENCE_H

#include "text/token.h"

/* Divides tokens [first, end) of the document, one paragraph, into sentences,
 * each a copy of `model` with its own span, tokens and measures filled in.
 * Returns false when memory ran out. */
bool text_sentence_divide(struct text_document *document, const char *bytes,
                          uint32_t first, uint32_t end,
                          const struct text_sentence *model);

/* Whether the token is the indent marks of a line, such as `> `. */
bool text_token_is_indent(const char *bytes, const struct text_token *token);

#endif
